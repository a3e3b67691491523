// SPDX-License-Identifier: Apache-2.0
package org.parley.archive;

import org.parley.Problem;

import java.util.List;

/**
 * What was read of many documents.
 *
 * @param problems of those that could not be read
 */
public record Found(List<Kept> kept, List<Problem> problems) {
    public Found {
        kept = List.copyOf(kept);
        problems = List.copyOf(problems);
    }
}
