// SPDX-License-Identifier: Apache-2.0
package org.parley.document;

/** A block as the reader of a format found it, before notes, pages and repeats are looked at. */
final class Draft {
    final Chars chars;
    Block.Kind kind;

    /** The footnote's own mark as digits, or empty. */
    String label = "";

    /** Printed on every page: a number or a running head. */
    boolean ofThePage;

    /** Begins on another page than what stands before it. */
    boolean newPage;

    /** The source marked it with this kind; else it was told by its looks. */
    boolean certain;

    Draft(Block.Kind kind, Chars chars) {
        this.kind = kind;
        this.chars = chars;
    }
}
