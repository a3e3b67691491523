// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.dates;

import org.jspecify.annotations.Nullable;
import org.parley.extraction.numbers.CharSet;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One way to write a date. It is tried only where a character stands that it can begin with: a
 * matcher for each way at each figure of a text costs more than what they find.
 *
 * @param begins the characters that it can begin with
 * @param after the characters with which it can go on where it begins with figures
 */
record DateForm(Pattern pattern, CharSet begins, Optional<CharSet> after) {
    /**
     * Compiles one.
     *
     * @param some characters at which it is asked for, at least
     */
    static DateForm of(String pattern, String some) {
        Pattern compiled = Pattern.compile(pattern);
        return new DateForm(compiled, CharSet.beginning(compiled, some), Optional.empty());
    }

    /**
     * The same, of which is known with what it goes on after figures: most figures of a text are no
     * dates, and which they may be the next character says.
     */
    DateForm afterFigures(String characters) {
        return new DateForm(pattern, begins, Optional.of(CharSet.of(characters)));
    }

    /** What it matches at a place of a text; null if nothing. */
    @Nullable Matcher at(String text, int from, int to) {
        // A dash may be the last character of a text: then nothing can follow it.
        if (from >= to || !begins.has(text.charAt(from)) || !mayGoOn(text, from, to)) {
            return null;
        }
        Matcher m = pattern.matcher(text).region(from, to).useTransparentBounds(true);
        return m.lookingAt() ? m : null;
    }

    private boolean mayGoOn(String text, int from, int to) {
        if (after.isEmpty() || !isFigure(text.charAt(from))) {
            return true;
        }
        int end = from + 1;
        while (end < to && isFigure(text.charAt(end))) {
            end++;
        }
        return end < to && after.get().has(text.charAt(end));
    }

    private static boolean isFigure(char c) {
        return c >= '0' && c <= '9';
    }
}
