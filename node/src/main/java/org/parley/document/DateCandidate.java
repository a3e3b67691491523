// SPDX-License-Identifier: Apache-2.0
package org.parley.document;

/**
 * A day the document may have been published, and what speaks for it. Which one counts is for the
 * reader of the document to decide; nothing is chosen here.
 *
 * @param edtf the local day of the outlet in EDTF, such as {@code 2021-12-02}, {@code 2024-02}, or
 *     {@code XXXX-02-21} where the year is not given
 * @param shown as it stands in the source
 * @param rawFrom where it stands in the source, both 0 if only the name told it
 */
public record DateCandidate(String edtf, Basis basis, String shown, int rawFrom, int rawTo) {

    /** Where the day was read, the strongest first. */
    public enum Basis {
        /** Said by the document: front matter, a meta tag, a line under the title. */
        STATED,
        /** The agency's line at the start: {@code MOSCOW, February 5. /TASS/}, 2月21日电. */
        DATELINE,
        /** Part of the address. */
        URL,
        /** When somebody saved, fetched or copied it: not before the publication. */
        SAVED
    }
}
