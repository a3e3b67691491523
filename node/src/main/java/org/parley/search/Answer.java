// SPDX-License-Identifier: Apache-2.0
package org.parley.search;

import org.parley.Problem;

import java.util.List;

/**
 * What was found.
 *
 * @param passages the best first
 * @param unread of the documents that could not be searched, since they cannot be read
 */
public record Answer(List<Passage> passages, List<Problem> unread) {
    public Answer {
        passages = List.copyOf(passages);
        unread = List.copyOf(unread);
    }
}
