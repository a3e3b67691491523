// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.words;

/**
 * How many characters stand before a place of a text that is counted in UTF-16. A sum is kept every
 * so often, so that an answer takes no longer at the end of a long text than at its beginning.
 */
public final class Characters {
    private static final int STEP = 1 << 10;

    private final String text;

    /** At each step: how many characters of two halves ended before it. */
    private final int[] pairs;

    public Characters(String text) {
        this.text = text;
        this.pairs = new int[text.length() / STEP + 1];
        for (int i = 1; i < pairs.length; i++) {
            pairs[i] = pairs[i - 1] + pairs((i - 1) * STEP, i * STEP);
        }
    }

    public int before(int index) {
        int step = index / STEP;
        return index - pairs[step] - pairs(step * STEP, index);
    }

    private int pairs(int from, int to) {
        int number = 0;
        for (int at = from; at < to; at++) {
            if (Character.isLowSurrogate(text.charAt(at))
                    && at > 0
                    && Character.isHighSurrogate(text.charAt(at - 1))) {
                number++;
            }
        }
        return number;
    }
}
