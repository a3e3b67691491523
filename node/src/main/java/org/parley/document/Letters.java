// SPDX-License-Identifier: Apache-2.0
package org.parley.document;

/** The letters and figures of a text: what two prints of the same words have in common. */
final class Letters {
    private Letters() {}

    static String only(CharSequence text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            add(out, text.charAt(i));
        }
        return out.toString();
    }

    static String only(NormalText.Builder text, int from, int to) {
        StringBuilder out = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            add(out, text.charAt(i));
        }
        return out.toString();
    }

    private static void add(StringBuilder out, char c) {
        if (Fold.isHan(c) || c >= 'a' && c <= 'z' || Fold.isDigit(c)) {
            char form = Fold.of(c);
            out.append(form == Fold.MANY ? c : form);
        } else if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
            char form = Fold.of(c);
            out.append(Character.toLowerCase(form == Fold.MANY || form == Fold.DROP ? c : form));
        }
    }
}
