// SPDX-License-Identifier: Apache-2.0
package org.parley.document;

/**
 * One place where the text differs from the source by more than mark-up. A reader may want to see
 * it, so it is kept.
 *
 * @param rawFrom first UTF-16 unit of the source concerned
 * @param rawTo one past the last
 */
public record Repair(Kind kind, int rawFrom, int rawTo) {

    /** What was done. */
    public enum Kind {
        /** A paragraph cut by a page's end or a footnote was put together again. */
        JOINED_OVER_PAGE,
        /** Words printed at a page's end and again on the next page stand only once. */
        REPEATED_AT_PAGE,
        /** Pronunciation that a copying site put after a character was left out. */
        PINYIN_DROPPED,
        /** Bytes that are no character of the charset stand as U+FFFD. */
        BROKEN_BYTES,
        /** Digits divided by a space or a line's end were put together. */
        NUMBER_JOINED,
        /** A word divided by a hyphen at a line's end was put together. */
        HYPHEN_JOINED
    }
}
