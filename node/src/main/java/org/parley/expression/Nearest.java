// SPDX-License-Identifier: Apache-2.0
package org.parley.expression;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/** The declared word somebody probably meant. */
final class Nearest {
    private static final int SHOWN_MAX = 16;

    private Nearest() {}

    /**
     * The word with the fewest edits (insert, delete, replace, swap), if few enough to be a slip.
     */
    static Optional<String> to(String word, Collection<String> declared) {
        String best = "";
        int least = Integer.MAX_VALUE;
        for (String candidate : declared) {
            int edits =
                    edits(
                            word.toLowerCase(java.util.Locale.ROOT),
                            candidate.toLowerCase(java.util.Locale.ROOT));
            if (edits < least) {
                best = candidate;
                least = edits;
            }
        }
        return least <= Math.max(1, word.length() / 3) ? Optional.of(best) : Optional.empty();
    }

    /** "did you mean \"x\"?", or the whole list where nothing is near. */
    static String advice(String word, Collection<String> declared) {
        return to(word, declared)
                .map(near -> "did you mean \"" + near + "\"?")
                .orElseGet(() -> declared.isEmpty() ? "none is declared" : "use " + list(declared));
    }

    static String list(Collection<String> words) {
        String shown = words.stream().limit(SHOWN_MAX).collect(Collectors.joining(", "));
        return words.size() > SHOWN_MAX ? shown + " …" : shown;
    }

    private static int edits(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + cost);
                boolean swap =
                        i > 1
                                && j > 1
                                && a.charAt(i - 1) == b.charAt(j - 2)
                                && a.charAt(i - 2) == b.charAt(j - 1);
                if (swap) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
