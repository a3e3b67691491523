// SPDX-License-Identifier: Apache-2.0
package org.parley.search;

import java.util.List;

/**
 * Where the words asked for stand.
 *
 * @param document id of the document
 * @param name under which it was taken in
 * @param language {@code zh-Hans}, {@code zh-Hant}, {@code en} or {@code und}
 * @param from first character of the passage in the raw text, in Unicode code points
 * @param to one past the last
 * @param page of a PDF, from 1; else 1
 * @param text of the passage, without mark-up, in simplified characters
 * @param claims ids of the claims that are found in it
 */
public record Passage(
        String document,
        String name,
        String language,
        int from,
        int to,
        int page,
        String text,
        List<String> claims) {
    public Passage {
        claims = List.copyOf(claims);
    }
}
