// SPDX-License-Identifier: Apache-2.0
package org.parley.document;

/** Tells the language by counting letters: Han, those of one script only, and Latin. */
final class Language {
    private static final int LETTERS_MAX = 40_000;

    private Language() {}

    static String of(String raw, int from) {
        int han = 0;
        int latin = 0;
        int traditional = 0;
        int simplified = 0;
        boolean tag = false;
        int end = (int) Math.min(raw.length(), (long) from + LETTERS_MAX);
        for (int i = from; i < end; i++) {
            char c = raw.charAt(i);
            if (c == '<') {
                tag = i + 1 < end && (Fold.isLatin(raw.charAt(i + 1)) || raw.charAt(i + 1) == '/');
            } else if (c == '>') {
                tag = false;
            } else if (tag) {
                continue;
            }
            if (Fold.isHan(c)) {
                han++;
                traditional += Fold.isTraditional(c) ? 1 : 0;
                simplified += Fold.isSimplified(c) ? 1 : 0;
            } else if (Fold.isLatin(c)) {
                latin++;
            }
        }
        if (han == 0 && latin == 0) {
            return "und";
        }
        // A Han character says about as much as four Latin letters.
        if (han * 4L >= latin && han > 0 || han > 200) {
            return traditional > simplified ? "zh-Hant" : "zh-Hans";
        }
        return "en";
    }
}
