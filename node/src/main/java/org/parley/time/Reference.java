// SPDX-License-Identifier: Apache-2.0
package org.parley.time;

import org.parley.Place;

/**
 * Something that a date expression needs from outside, and where it says so.
 *
 * @param name the identifier as written, without {@code act}, {@code form.} and the like
 */
public record Reference(Kind kind, String name, Place at) {

    /** What a reference points to. */
    public enum Kind {
        /** A date named in the agreement file. */
        NAME,
        /** An act in the record, by its effective date. */
        ACT,
        /** A field of the form that the rule is about. */
        FORM,
        /** {@code start} or {@code end} of the period that the rule is about. */
        PERIOD,
        /** A step of a procedure. */
        STEP,
        /** A named set of parties. */
        SET
    }
}
