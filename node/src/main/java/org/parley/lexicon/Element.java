// SPDX-License-Identifier: Apache-2.0
package org.parley.lexicon;

import java.util.Set;

/**
 * One step of a pattern.
 *
 * @param category of the hit wanted; {@code word} for the pattern's own words
 * @param values of which it must be one; empty for any of the category
 * @param optional whether it may be left out
 * @param gap at most so many characters before it
 * @param acrossCommas whether a comma may stand in the gap
 */
record Element(
        String category, Set<String> values, boolean optional, int gap, boolean acrossCommas) {
    Element {
        values = Set.copyOf(values);
    }

    boolean takes(Hit hit) {
        return hit.is(category, values);
    }
}
