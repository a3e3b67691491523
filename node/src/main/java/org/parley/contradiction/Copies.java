// SPDX-License-Identifier: Apache-2.0
package org.parley.contradiction;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which texts are copies of one another, or nearly: ten prints of one wire are one source. A text
 * counts as a copy of an earlier one if four in five of its runs of five letters stand there too.
 */
final class Copies {
    private static final int RUN = 5;
    private static final int SAMPLE = 8;
    private static final int RUNS_MIN = 10;

    private Copies() {}

    /** Each text with the first that it is a copy of, itself if it is none. */
    static Map<ReadText, ReadText> of(List<ReadText> texts) {
        Map<ReadText, ReadText> first = new LinkedHashMap<>();
        Map<ReadText, Set<Integer>> runs = new LinkedHashMap<>();
        for (ReadText text : texts) {
            Set<Integer> own = runs(text.extraction().document().text().value());
            ReadText found =
                    runs.entrySet().stream()
                            .filter(other -> isCopy(own, other.getValue()))
                            .map(Map.Entry::getKey)
                            .findFirst()
                            .orElse(text);
            first.put(text, found);
            if (found.equals(text)) {
                runs.put(text, own);
            }
        }
        return first;
    }

    private static boolean isCopy(Set<Integer> one, Set<Integer> other) {
        Set<Integer> small = one.size() < other.size() ? one : other;
        Set<Integer> large = small == one ? other : one;
        if (small.size() < RUNS_MIN) {
            return one.equals(other) && !one.isEmpty();
        }
        long shared = small.stream().filter(large::contains).count();
        return shared * 5 >= small.size() * 4L;
    }

    /** A fixed eighth of the runs, by hash: enough to compare, small to keep. */
    private static Set<Integer> runs(String text) {
        int[] letters =
                text.codePoints()
                        .filter(Character::isLetterOrDigit)
                        .map(Character::toLowerCase)
                        .toArray();
        Set<Integer> runs = new HashSet<>();
        for (int at = 0; at + RUN <= letters.length; at++) {
            int hash = 17;
            for (int i = at; i < at + RUN; i++) {
                hash = hash * 1_000_003 + letters[i];
            }
            hash ^= hash >>> 15;
            if (hash % SAMPLE == 0) {
                runs.add(hash);
            }
        }
        return runs;
    }
}
