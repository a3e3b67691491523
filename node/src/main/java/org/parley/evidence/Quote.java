// SPDX-License-Identifier: Apache-2.0
package org.parley.evidence;

/**
 * Where the words stand.
 *
 * @param document id of the document
 * @param from first Unicode code point of the raw text, counted from 0
 * @param to code point after the last
 * @param exact the words, exactly
 * @param language tag of their language
 */
public record Quote(String document, int from, int to, String exact, String language) {

    /** Whether the words stand there in this text. */
    public boolean isIn(String text) {
        int length = text.codePointCount(0, text.length());
        if (from < 0 || to <= from || to > length) {
            return false;
        }
        int begin = text.offsetByCodePoints(0, from);
        int end = text.offsetByCodePoints(begin, to - from);
        return text.substring(begin, end).equals(exact);
    }
}
