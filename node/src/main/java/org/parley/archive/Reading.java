// SPDX-License-Identifier: Apache-2.0
package org.parley.archive;

import org.parley.extraction.FoundClaim;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What was read in a document with one lexicon.
 *
 * @param head what can be said of it without its claims
 * @param claims in the order of the text
 */
public record Reading(Head head, List<FoundClaim> claims) {
    public Reading {
        claims = List.copyOf(claims);
    }

    /** Where the day of a document is from. */
    public enum Dated {
        /** A person gave it. */
        GIVEN,
        /** The document states it. */
        STATED,
        /** It is the last of the month that the document states. */
        MONTH,
        /** It is the last of the year that the document states, as journals do. */
        YEAR,
        /** Its dateline has it. */
        DATELINE,
        /** Its address has it. */
        URL,
        /** There is none. */
        NONE
    }

    /**
     * The document itself.
     *
     * @param document its id
     * @param lexicon hash of the words and patterns that it was read with
     * @param version of the program's reading
     * @param given the day that a person gave it
     * @param date the day from which relative dates were reckoned
     * @param dated where that day is from
     * @param claims how many claims there are
     * @param unread names of what came with it and was not read
     */
    public record Head(
            String document,
            String lexicon,
            int version,
            Optional<LocalDate> given,
            Optional<String> title,
            Optional<String> author,
            Optional<String> outlet,
            Optional<String> url,
            String language,
            Optional<LocalDate> date,
            Dated dated,
            String fingerprint,
            int claims,
            Optional<String> unread) {

        /** When the document came out, as exactly as it says itself: {@code 2022} (EDTF). */
        public Optional<String> published() {
            int length = dated == Dated.YEAR ? 4 : dated == Dated.MONTH ? 7 : 10;
            return date.map(day -> day.toString().substring(0, length));
        }
    }

    /** Its title, or else a name for it. */
    public String titleOr(String name) {
        return head.title().filter(title -> !title.isBlank()).orElse(name);
    }
}
