// SPDX-License-Identifier: Apache-2.0
package org.parley.document;

/**
 * A stretch of the normal text.
 *
 * @param from first character, in UTF-16 units of the normal text
 * @param to one past the last
 * @param repeats index of the earlier block whose letters are the same, else -1
 */
public record Block(Kind kind, int from, int to, int repeats) {

    /** What a block is for; only a paragraph, a list item, a row or a quotation carries news. */
    public enum Kind {
        TITLE,
        HEADING,
        PARAGRAPH,
        LIST_ITEM,
        TABLE_ROW,
        CAPTION,
        QUOTE,
        BYLINE,
        FOOTNOTE,
        REFERENCE,
        BOILERPLATE
    }
}
