// SPDX-License-Identifier: Apache-2.0
package org.parley.document;

import org.jsoup.parser.Parser;

/** Finds where in the source the characters stand that a parser has read from it. */
final class Align {
    private final String raw;

    Align(String raw) {
        this.raw = raw;
    }

    /**
     * Adds {@code text}, which a parser read from {@code [from, to)} of the source: escapes, named
     * characters and mark-up of the source are stepped over.
     */
    void add(Chars chars, String text, int from, int to, boolean markdown) {
        int at = from;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (at >= to) {
                return;
            }
            char r = raw.charAt(at);
            if (r == '&') {
                int semicolon = entity(at, to);
                String decoded =
                        semicolon < 0
                                ? ""
                                : Parser.unescapeEntities(raw.substring(at, semicolon), false);
                if (!decoded.isEmpty() && text.startsWith(decoded, i) && !decoded.equals("&am")) {
                    for (int k = 0; k < decoded.length(); k++) {
                        chars.add(decoded.charAt(k), at, semicolon);
                    }
                    i += decoded.length();
                    at = semicolon;
                    continue;
                }
            }
            if (markdown && c == '\\' && i + 1 < text.length() && text.charAt(i + 1) == '_') {
                i++;
                continue;
            }
            if (markdown && c == '*' && i + 1 < text.length() && text.charAt(i + 1) == '*') {
                i += 2;
                at = Math.min(raw.indexOf("**", at) + 2, to);
                continue;
            }
            if (r == c) {
                chars.add(c, at, at + 1);
                i++;
                at++;
            } else if (r == '\0' && c == '\uFFFD') {
                i++;
                at++;
            } else if (!markdown && r == '<') {
                int close = raw.indexOf('>', at);
                at = close < 0 ? to : close + 1;
            } else {
                at++;
            }
        }
    }

    /** One past an entity that begins at the ampersand, or -1. */
    private int entity(int at, int to) {
        int end = at + 1;
        while (end < to && end < at + 34) {
            char c = raw.charAt(end);
            if (c == ';') {
                return end + 1;
            }
            if (c != '#' && !Fold.isLatin(c) && !Fold.isDigit(c)) {
                break;
            }
            end++;
        }
        return end > at + 1 ? end : -1;
    }
}
