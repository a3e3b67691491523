// SPDX-License-Identifier: Apache-2.0
package org.parley.lexicon;

import java.util.List;

/**
 * Where a pattern was found.
 *
 * @param hits what its elements took, in order
 */
public record Match(Pattern pattern, Pattern.Form form, List<Hit> hits) {
    public Match {
        hits = List.copyOf(hits);
    }

    public int from() {
        return hits.getFirst().from();
    }

    public int to() {
        return hits.getLast().to();
    }
}
