// SPDX-License-Identifier: Apache-2.0
package org.parley.search;

import org.parley.extraction.FoundClaim;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What is looked for. Everything that is named has to fit; what is asked of a claim has to fit one
 * and the same claim.
 *
 * @param words what stands between quotation marks stands so in the text; none are needed where
 *     something is asked of a claim
 * @param actor code of a party, {@code RU} or {@code RUS}
 * @param mechanism id of the library
 * @param from first day of the claim's own date; a claim without a date never fits
 * @param to last day of it
 * @param most how many passages at most
 */
public record Asked(
        String words,
        Optional<String> actor,
        Optional<String> mechanism,
        Optional<FoundClaim.Kind> kind,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        int most) {

    /** Words alone. */
    public static Asked words(String words, int most) {
        return new Asked(
                words,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                most);
    }

    /** Whether anything is asked of a claim. */
    public boolean ofClaims() {
        return actor.isPresent()
                || mechanism.isPresent()
                || kind.isPresent()
                || from.isPresent()
                || to.isPresent();
    }
}
