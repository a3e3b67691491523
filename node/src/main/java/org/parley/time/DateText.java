// SPDX-License-Identifier: Apache-2.0
package org.parley.time;

import org.parley.Place;

/** The tokens of a date expression, with their positions. */
final class DateText {
    private final String source;
    private final Place at;
    private int position;
    private Token ahead;

    DateText(String source, Place at) {
        this.source = source;
        this.at = at;
        this.ahead = read();
    }

    /** What a token is; a word may hold hyphens and dots, a number those of a date. */
    enum Kind {
        WORD,
        NUMBER,
        SIGN,
        END
    }

    /**
     * One token.
     *
     * @param offset characters before it
     */
    record Token(Kind kind, String text, int offset) {
        boolean is(String expected) {
            return text.equals(expected);
        }

        String shown() {
            return kind == Kind.END ? "the end" : "\"" + text + "\"";
        }
    }

    Token peek() {
        return ahead;
    }

    Token next() {
        Token token = ahead;
        ahead = token.kind == Kind.END ? token : read();
        return token;
    }

    Place place(Token token) {
        return at.right(token.offset);
    }

    private Token read() {
        while (position < source.length() && Character.isWhitespace(source.charAt(position))) {
            position++;
        }
        int start = position;
        if (start == source.length()) {
            return new Token(Kind.END, "", start);
        }
        char first = source.charAt(start);
        if (isDigit(first)) {
            number();
            return new Token(Kind.NUMBER, source.substring(start, position), start);
        }
        if (Character.isLetter(first) || first == '_') {
            word();
            return new Token(Kind.WORD, source.substring(start, position), start);
        }
        position = source.offsetByCodePoints(start, 1);
        return sign(source.substring(start, position), start);
    }

    private Token sign(String text, int start) {
        String hint =
                switch (text) {
                    case "+", "(", ")", "," -> "";
                    case "-" ->
                            spaceAt(start - 1) && spaceAt(start + 1)
                                    ? ""
                                    : "put a space on both sides of the minus";
                    case "−", "–", "—" -> "use the plain minus -";
                    case "（", "）", "，", "＋", "、" -> "use plain ( ) , +";
                    default -> "a date has only + - ( ) and , as signs";
                };
        if (!hint.isEmpty()) {
            throw CalendarText.bad(
                    place(new Token(Kind.SIGN, text, start)),
                    "\"" + text + "\" cannot stand here",
                    hint);
        }
        return new Token(Kind.SIGN, text, start);
    }

    /** A date's hyphens belong to it, and so do time and offset after a T. */
    private void number() {
        while (position < source.length() && (isDigit(here()) || (here() == '-' && nextIs(true)))) {
            position++;
        }
        if (position < source.length() && here() == 'T') {
            while (position < source.length()
                    && (isDigit(here()) || "TZ:.+-".indexOf(here()) >= 0)) {
                position++;
            }
        }
    }

    private void word() {
        while (position < source.length()
                && (Character.isLetterOrDigit(here())
                        || here() == '_'
                        || here() == '.'
                        || (here() == '-' && nextIs(false)))) {
            position++;
        }
    }

    /** Whether the character after this one goes on with the token. */
    private boolean nextIs(boolean digit) {
        if (position + 1 >= source.length()) {
            return false;
        }
        char next = source.charAt(position + 1);
        return isDigit(next) || (!digit && Character.isLetter(next));
    }

    private char here() {
        return source.charAt(position);
    }

    private boolean spaceAt(int index) {
        return index < 0
                || index >= source.length()
                || Character.isWhitespace(source.charAt(index));
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
