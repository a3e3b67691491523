// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.numbers;

/**
 * With which letters, three at most, some English words begin, in either case. Every word of a text
 * is asked, and nearly every one is none of them. Immutable: safe for any number of threads.
 */
public final class WordStarts {
    private static final int LETTERS = 27;

    /** By {@link #key}. */
    private final boolean[] starts = new boolean[LETTERS * LETTERS * LETTERS];

    private WordStarts() {}

    /**
     * Those of a list.
     *
     * @param starts three letters each, or a whole word of less; spaces between them
     */
    public static WordStarts of(String starts) {
        WordStarts all = new WordStarts();
        for (String start : starts.split(" ", -1)) {
            all.starts[key(start, 0)] = true;
        }
        return all;
    }

    /** Whether a word stands at a place, and begins so. */
    public boolean has(String text, int at) {
        return beginsAt(text, at) && (at == 0 || !Character.isLetter(text.charAt(at - 1)));
    }

    /** Whether what stands at a place begins so, be it a word or the rest of one. */
    public boolean beginsAt(String text, int at) {
        return letter(text, at) > 0 && starts[key(text, at)];
    }

    private static int key(String text, int at) {
        int first = letter(text, at);
        int second = letter(text, at + 1);
        int third = second == 0 ? 0 : letter(text, at + 2);
        return (first * LETTERS + second) * LETTERS + third;
    }

    /** Which letter stands there, from 1; 0 if none. */
    private static int letter(String text, int at) {
        char c = at < text.length() ? text.charAt(at) : ' ';
        int letter = (c | 0x20) - 'a' + 1;
        return c <= 'z' && letter > 0 && letter < LETTERS ? letter : 0;
    }
}
