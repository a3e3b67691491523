// SPDX-License-Identifier: Apache-2.0
package org.parley.lexicon;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A place in a text where one or more entries have their name.
 *
 * @param from first UTF-16 index
 * @param to index after the last
 * @param senses what the words may mean; never empty
 */
public record Hit(int from, int to, List<Entry> senses) {
    public Hit {
        senses = List.copyOf(senses);
    }

    public int length() {
        return to - from;
    }

    /** Its sense of a category. */
    public Optional<Entry> as(String category) {
        for (int i = 0; i < senses.size(); i++) {
            if (senses.get(i).category().equals(category)) {
                return Optional.of(senses.get(i));
            }
        }
        return Optional.empty();
    }

    // Asked so often of hits with one sense or two that an iterator each time is felt.
    public boolean is(String category) {
        for (int i = 0; i < senses.size(); i++) {
            if (senses.get(i).category().equals(category)) {
                return true;
            }
        }
        return false;
    }

    /** Whether all its senses, or one, are of these categories. */
    boolean isOf(Set<String> categories, boolean all) {
        for (int i = 0; i < senses.size(); i++) {
            if (categories.contains(senses.get(i).category()) != all) {
                return !all;
            }
        }
        return all;
    }

    boolean meets(Hit other) {
        return from < other.to && other.from < to;
    }
}
