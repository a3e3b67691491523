// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.numbers;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Characters of which every character of a text is asked whether it is one. Immutable: safe for any
 * number of threads.
 */
public final class CharSet {
    private final long[] bits = new long[1 << 10];

    private CharSet() {}

    public static CharSet of(String characters) {
        CharSet set = new CharSet();
        characters.chars().forEach(set::add);
        return set;
    }

    /**
     * Those of some characters that a pattern may begin with: after which it has matched, or looks
     * for more.
     */
    @SuppressWarnings("JdkObsolete") // whether it would go on is just what is asked
    public static CharSet beginning(Pattern pattern, String some) {
        CharSet set = new CharSet();
        for (int i = 0; i < some.length(); i++) {
            Matcher m = pattern.matcher(some.substring(i, i + 1));
            if (m.lookingAt() || m.hitEnd()) {
                set.add(some.charAt(i));
            }
        }
        return set;
    }

    private void add(int c) {
        bits[c >> 6] |= 1L << c;
    }

    public boolean has(char c) {
        return (bits[c >> 6] & 1L << c) != 0;
    }
}
