// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.reading;

import org.parley.extraction.FoundClaim;
import org.parley.extraction.FoundClaim.Kind;
import org.parley.lexicon.Match;

import java.util.List;
import java.util.Optional;

/**
 * A thing said, before it is known who says so.
 *
 * @param at where its trigger stands
 */
record Draft(
        Match match,
        Kind kind,
        int from,
        int to,
        int at,
        List<String> actors,
        List<String> mechanisms,
        Optional<FoundClaim.When> when,
        boolean denied,
        boolean ahead,
        boolean wished,
        int dateAt,
        int certainty) {
    /** The same without its date. */
    Draft undated() {
        return new Draft(
                match,
                kind,
                from,
                to,
                at,
                actors,
                mechanisms,
                Optional.empty(),
                denied,
                ahead,
                wished,
                -1,
                certainty - 15);
    }
}
