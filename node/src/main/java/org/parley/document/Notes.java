// SPDX-License-Identifier: Apache-2.0
package org.parley.document;

/** The labels of notes: what a mark in the text and the note at the foot have in common. */
final class Notes {
    private Notes() {}

    /** Circled, raised and plain figures as digits; {@code ^a} as it stands; else empty. */
    static String label(CharSequence mark) {
        StringBuilder out = new StringBuilder();
        boolean named = !mark.isEmpty() && mark.charAt(0) == '^';
        for (int i = named ? 1 : 0; i < mark.length(); i++) {
            char c = mark.charAt(i);
            int digit = Fold.raised(c);
            if (Fold.circled(c) > 0) {
                out.append(Fold.circled(c));
            } else if (digit >= 0) {
                out.append(digit);
            } else if (Fold.isDigit(Fold.of(c)) || named) {
                out.append(Fold.of(c));
            } else if (!Fold.isSpace(c) && "[]()*†‡".indexOf(c) < 0) {
                return "";
            } else if ("*†‡".indexOf(c) >= 0) {
                out.append(c);
            }
        }
        return out.length() > 8 && !named ? "" : out.toString();
    }

    static boolean isNumber(String label) {
        for (int i = 0; i < label.length(); i++) {
            if (!Fold.isDigit(label.charAt(i))) {
                return false;
            }
        }
        return !label.isEmpty();
    }

    /** After a unit of length or a figure a raised figure is a power: km², 10⁶. */
    static boolean isPower(char left, char second, char third, String label) {
        if (Fold.isDigit(left)) {
            return second == '1' && left == '0' && !Fold.isDigit(third);
        }
        boolean unit = left == 'm' && (!Fold.isLatin(second) || "ckmd".indexOf(second) >= 0);
        return unit
                && !Fold.isLatin(second == ' ' || !Fold.isLatin(second) ? ' ' : third)
                && (label.equals("2") || label.equals("3"));
    }

    /**
     * Reads the mark at a footnote's start: ①, <sup>1</sup>, ¹¹, [1], [^a]:, or a bare figure.
     *
     * @return label and where the note's text begins, or an empty label
     */
    static Mark markAt(Chars chars) {
        int i = chars.first();
        if (i >= chars.size()) {
            return Mark.NONE;
        }
        char c = chars.at(i);
        int to = i;
        Sort sort;
        StringBuilder inside = new StringBuilder();
        if (c == Chars.RAISED) {
            to++;
            while (to < chars.size() && chars.at(to) != Chars.LEVEL) {
                inside.append(chars.at(to++));
            }
            to++;
            sort = Sort.RAISED;
        } else if (Fold.circled(c) > 0) {
            inside.append(c);
            to++;
            sort = Sort.CIRCLED;
        } else if (Fold.raised(c) >= 0) {
            while (to < chars.size() && Fold.raised(chars.at(to)) >= 0) {
                inside.append(chars.at(to++));
            }
            sort = Sort.RAISED;
        } else if (c == '[') {
            while (++to < chars.size() && to < i + 24 && chars.at(to) != ']') {
                inside.append(chars.at(to));
            }
            to++;
            sort = inside.length() > 1 && inside.charAt(0) == '^' ? Sort.NAMED : Sort.BRACKETED;
        } else {
            while (to < chars.size() && to < i + 3 && Fold.isDigit(chars.at(to))) {
                inside.append(chars.at(to++));
            }
            sort = Sort.BARE;
            if (to == i || to >= chars.size() || !Fold.isSpace(chars.at(to))) {
                return Mark.NONE;
            }
        }
        String label = label(inside);
        if (sort == Sort.NAMED && to < chars.size() && chars.at(to) == ':') {
            to++;
        }
        return label.isEmpty() ? Mark.NONE : new Mark(label, sort, Math.min(to, chars.size()));
    }

    /** How a mark is written. */
    enum Sort {
        RAISED,
        CIRCLED,
        BRACKETED,
        NAMED,
        BARE
    }

    /**
     * @param end where the note's own text begins
     */
    record Mark(String label, Sort sort, int end) {
        static final Mark NONE = new Mark("", Sort.BARE, 0);
    }
}
