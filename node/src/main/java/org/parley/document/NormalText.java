// SPDX-License-Identifier: Apache-2.0
package org.parley.document;

import java.util.Arrays;

/**
 * Text freed of mark-up and of differences that mean nothing, each character of which knows where
 * in the source it stood. The map is kept as runs: inside a run a step in the text is a step in the
 * source, so a document without mark-up costs one run per block.
 */
public final class NormalText {
    private final String value;
    private final int[] at;
    private final int[] from;
    private final int[] to;

    private NormalText(String value, int[] at, int[] from, int[] to) {
        this.value = value;
        this.at = at;
        this.from = from;
        this.to = to;
    }

    public String value() {
        return value;
    }

    /** Where in the source the character at this index begins; at the end, where the last ended. */
    public int rawFrom(int index) {
        if (index >= value.length()) {
            return rawTo(value.length());
        }
        int run = run(index);
        return Math.min(from[run] + index - at[run], to[run]);
    }

    /** Where in the source the character before this index ended; at 0, where the text begins. */
    public int rawTo(int index) {
        if (value.isEmpty()) {
            return 0;
        }
        if (index == 0) {
            return from[0];
        }
        int run = run(index - 1);
        boolean last = run + 1 == at.length ? index == value.length() : index == at[run + 1];
        return last ? to[run] : from[run] + index - at[run];
    }

    private int run(int index) {
        int found = Arrays.binarySearch(at, index);
        return found >= 0 ? found : -found - 2;
    }

    /** Collects characters with their places. Not safe for use by several threads. */
    static final class Builder {
        private final StringBuilder value;
        private int[] at = new int[64];
        private int[] from = new int[64];
        private int[] to = new int[64];
        private int runs;

        Builder(int expected) {
            value = new StringBuilder(expected);
        }

        void add(char c, int rawFrom, int rawTo) {
            int last = runs - 1;
            boolean step = rawTo == rawFrom + 1;
            boolean goesOn =
                    step
                            && runs > 0
                            && to[last] == rawFrom
                            && to[last] - from[last] == value.length() - at[last];
            if (goesOn) {
                to[last] = rawTo;
            } else {
                begin(rawFrom, rawTo);
            }
            value.append(c);
        }

        private void begin(int rawFrom, int rawTo) {
            if (runs == at.length) {
                at = Arrays.copyOf(at, 2 * runs);
                from = Arrays.copyOf(from, 2 * runs);
                to = Arrays.copyOf(to, 2 * runs);
            }
            at[runs] = value.length();
            from[runs] = rawFrom;
            to[runs] = rawTo;
            runs++;
        }

        int length() {
            return value.length();
        }

        char charAt(int index) {
            return value.charAt(index);
        }

        /** Takes the last character back; it must have begun a run of its own. */
        void dropLast() {
            value.setLength(value.length() - 1);
            runs--;
        }

        int lastRawTo() {
            return runs == 0 ? 0 : to[runs - 1];
        }

        NormalText build() {
            return new NormalText(
                    value.toString(),
                    Arrays.copyOf(at, runs),
                    Arrays.copyOf(from, runs),
                    Arrays.copyOf(to, runs));
        }
    }
}
