// SPDX-License-Identifier: Apache-2.0
package org.parley.contradiction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

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
        List<ReadText> originals = new ArrayList<>();
        List<Set<Integer>> runs = new ArrayList<>();
        // By run, the originals in which it stands: only those that share one are counted.
        Map<Integer, List<Integer>> where = new HashMap<>();
        for (ReadText text : texts) {
            Set<Integer> own = runs(text.extraction().document().text().value());
            Map<Integer, Integer> shared = new TreeMap<>();
            for (int run : own) {
                where.getOrDefault(run, List.of())
                        .forEach(number -> shared.merge(number, 1, Integer::sum));
            }
            Optional<ReadText> found =
                    shared.entrySet().stream()
                            .filter(one -> isCopy(own, runs.get(one.getKey()), one.getValue()))
                            .map(one -> originals.get(one.getKey()))
                            .findFirst();
            first.put(text, found.orElse(text));
            if (found.isEmpty()) {
                int number = originals.size();
                originals.add(text);
                runs.add(own);
                own.forEach(run -> where.computeIfAbsent(run, _ -> new ArrayList<>()).add(number));
            }
        }
        return first;
    }

    private static boolean isCopy(Set<Integer> one, Set<Integer> other, int shared) {
        int small = Math.min(one.size(), other.size());
        return small < RUNS_MIN ? one.equals(other) : shared * 5L >= small * 4L;
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
