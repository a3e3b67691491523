// SPDX-License-Identifier: Apache-2.0
package org.parley;

import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;

/** Finds what a misspelt word was probably meant to be. */
public final class Nearest {
    private static final int LENGTH_MAX = 64;

    private Nearest() {}

    /** The candidate with the fewest edits, if those are at most a third of the word. */
    public static Optional<String> to(String word, Collection<String> candidates) {
        if (word.length() > LENGTH_MAX) {
            return Optional.empty();
        }
        String best = "";
        int bestDistance = Integer.MAX_VALUE;
        for (String candidate : new TreeSet<>(candidates)) {
            if (candidate.length() > LENGTH_MAX) {
                continue;
            }
            int distance = edits(word, candidate);
            if (distance < bestDistance) {
                bestDistance = distance;
                best = candidate;
            }
        }
        int allowed = Math.max(1, Math.max(word.length(), best.length()) / 3);
        return bestDistance <= allowed ? Optional.of(best) : Optional.empty();
    }

    /** {@code did you mean "article"?}, or else the list of what is allowed. */
    public static String hint(String word, Collection<String> candidates) {
        return to(word, candidates)
                .map(near -> "did you mean \"" + near + "\"?")
                .orElseGet(() -> "use one of: " + String.join(", ", new TreeSet<>(candidates)));
    }

    /** {@link #hint} in both languages. */
    public static Text hinted(String word, Collection<String> candidates) {
        String chinese =
                to(word, candidates)
                        .map(near -> "是否指“" + near + "”？")
                        .orElseGet(() -> "请用其中之一：" + String.join("、", new TreeSet<>(candidates)));
        return Text.of(hint(word, candidates), chinese);
    }

    /** The same where the list of all is too long to be read: only what is near is named. */
    public static String near(String word, Collection<String> candidates, String otherwise) {
        return to(word, candidates).map(near -> "did you mean \"" + near + "\"?").orElse(otherwise);
    }

    /** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
    private static int edits(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            d[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            d[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + cost);
                if (i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
