// SPDX-License-Identifier: Apache-2.0
package org.parley.lexicon;

import org.parley.Place;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Something that texts have names for.
 *
 * @param category {@code party}, {@code mechanism}, {@code say}, …; words of patterns have {@code
 *     word}
 * @param id its name in files; of a word, the word
 * @param names how texts write it; {@code *} at the end lets letters follow, as English inflects
 * @param set what it says further: {@code type: media}, {@code party: US}
 */
public record Entry(
        String category, String id, List<String> names, Map<String, String> set, Place place) {
    public Entry {
        // One object for each word: what compares categories then seldom looks at characters.
        category = category.intern();
        names = List.copyOf(names);
        set = Map.copyOf(set);
    }

    /** What it says under a key. */
    public Optional<String> of(String key) {
        // Words of patterns, which most are that are asked, say nothing.
        return set.isEmpty() ? Optional.empty() : Optional.ofNullable(set.get(key));
    }

    /** Whether it is one of these, or says so of itself. */
    boolean isOneOf(Set<String> wanted) {
        if (wanted.contains(id)) {
            return true;
        }
        if (set.isEmpty()) {
            return false;
        }
        for (String value : set.values()) {
            if (wanted.contains(value)) {
                return true;
            }
        }
        return false;
    }
}
