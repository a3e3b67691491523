// SPDX-License-Identifier: Apache-2.0
package org.parley.search;

import java.util.List;

/**
 * Where the words asked for stand.
 *
 * @param document id of the document
 * @param name under which it was taken in
 * @param language {@code zh-Hans}, {@code zh-Hant}, {@code en} or {@code und}
 * @param block number of the passage in the document, from 0
 * @param from first character of the passage in the raw text, in Unicode code points
 * @param to one past the last
 * @param page of a PDF, from 1; else 1
 * @param text of the passage, without mark-up, in simplified characters
 * @param claims that are found in it and fit what was asked, in the order of the text
 */
public record Passage(
        String document,
        String name,
        String language,
        int block,
        int from,
        int to,
        int page,
        String text,
        List<Quoted> claims) {
    public Passage {
        claims = List.copyOf(claims);
    }

    /**
     * A claim and where its words stand.
     *
     * @param from first character of its words in the raw text, in Unicode code points
     * @param to one past the last
     */
    public record Quoted(String id, String kind, int from, int to) {}

    /** The page on which it is read, at the words of its first claim, else at its beginning. */
    public String address() {
        String place = claims.isEmpty() ? "b" + block : "claim-" + claims.getFirst().id();
        return "/documents/" + document.substring("sha256:".length()) + "#" + place;
    }
}
