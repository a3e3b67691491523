// SPDX-License-Identifier: Apache-2.0
package org.parley.agreement;

import org.parley.Place;

/**
 * A CEL expression as it stands in the file, not yet compiled.
 *
 * @param subject what it may see
 */
public record Formula(String text, Place place, Subject subject, Result result) {

    /** What comes out of it. */
    public enum Result {
        TRUTH,
        WHOLE
    }

    /** What an expression may see beside the agreement's dates and tables. */
    public sealed interface Subject {
        /** One item. */
        record OneItem() implements Subject {}

        /** One filled form. */
        record OneForm(String form) implements Subject {}

        /** A cap: whose quota it is, the fields it groups by, declared and decided numbers. */
        record Cap(String form) implements Subject {}

        /** A party, for requirements over tables. */
        record OneParty() implements Subject {}
    }
}
