// SPDX-License-Identifier: Apache-2.0
package org.parley.document;

/**
 * Pronunciation in brackets after a character, as some copying sites put it in: 核查(chá)机制. A name
 * in brackets after its Chinese form is no pronunciation: it has a capital letter.
 */
final class Pinyin {
    private static final String TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ";
    private static final String[] INITIALS = {
        "zh", "ch", "sh", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "r",
        "z", "c", "s", "y", "w", ""
    };
    private static final java.util.Set<String> FINALS =
            java.util.Set.of(
                    "a", "o", "e", "i", "u", "v", "ai", "ei", "ao", "ou", "an", "en", "ang", "eng",
                    "ong", "er", "ia", "ie", "iao", "iu", "ian", "in", "iang", "ing", "iong", "ua",
                    "uo", "uai", "ui", "uan", "un", "uang", "ue", "ve");

    /** One past the closing bracket if a reading stands here, else {@code open}. */
    int endOfReading(Chars in, int open, int end) {
        boolean toned = false;
        int spaces = 0;
        StringBuilder word = new StringBuilder();
        int i = open + 1;
        for (; i < end && i < open + 32; i++) {
            char c = in.at(i);
            if (c == ')' || c == '）') {
                break;
            }
            if (TONED.indexOf(c) >= 0) {
                toned = true;
            } else if (c == ' ') {
                spaces++;
            } else if (c < 'a' || c > 'z') {
                if (c != 'ü') {
                    return open;
                }
            }
            word.append(c);
        }
        boolean closed = i < end && (in.at(i) == ')' || in.at(i) == '）');
        if (!closed || word.isEmpty()) {
            return open;
        }
        if (toned && word.length() <= 8 * (spaces + 1)) {
            return i + 1;
        }
        boolean insideWord = i + 1 < end && Fold.isHan(in.at(i + 1));
        return insideWord && spaces == 0 && isSyllable(word.toString()) ? i + 1 : open;
    }

    /** One syllable without its tone; English words that look alike stay, as a rule by length. */
    private static boolean isSyllable(String word) {
        for (String initial : INITIALS) {
            if (word.startsWith(initial) && FINALS.contains(word.substring(initial.length()))) {
                return true;
            }
        }
        return false;
    }
}
