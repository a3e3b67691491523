// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.score;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A claim that a person found in a document, to score against.
 *
 * @param kind as in files; several kinds of words are one family, see {@link Score}
 * @param actors three-letter codes
 * @param mechanisms ids, of which one is enough
 * @param core whether it is what the document is about, as the person sees it
 * @param voices kinds of voice, innermost first
 * @param quote words of the document, as the person copied them
 */
public record GoldClaim(
        String id,
        String kind,
        List<String> actors,
        List<String> mechanisms,
        Optional<String> action,
        Optional<String> date,
        Optional<String> asOf,
        Optional<BigDecimal> value,
        Optional<String> qualifier,
        Optional<String> measure,
        Optional<String> status,
        boolean core,
        boolean denied,
        List<String> voices,
        String quote) {
    public GoldClaim {
        actors = List.copyOf(actors);
        mechanisms = List.copyOf(mechanisms);
        voices = List.copyOf(voices);
    }
}
