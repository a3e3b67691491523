// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.dates;

import org.jspecify.annotations.Nullable;
import org.parley.extraction.numbers.CharSet;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One way to write a date. It is tried only where a character stands that it can begin with: a
 * matcher for each way at each figure of a text costs more than what they find.
 *
 * @param begins the characters that it can begin with
 */
record DateForm(Pattern pattern, CharSet begins) {
    /**
     * Compiles one.
     *
     * @param some characters at which it is asked for, at least
     */
    static DateForm of(String pattern, String some) {
        Pattern compiled = Pattern.compile(pattern);
        return new DateForm(compiled, CharSet.beginning(compiled, some));
    }

    /** What it matches at a place of a text; null if nothing. */
    @Nullable Matcher at(String text, int from, int to) {
        // A dash may be the last character of a text: then nothing can follow it.
        if (from >= to || !begins.has(text.charAt(from))) {
            return null;
        }
        Matcher m = pattern.matcher(text).region(from, to).useTransparentBounds(true);
        return m.lookingAt() ? m : null;
    }
}
