// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction;

import org.parley.lexicon.Hit;

import java.util.List;
import java.util.Locale;

/** Codes of parties: two letters inside, three outside. */
public final class Codes {
    private Codes() {}

    /** The parties that a hit names: one, or the two of a pair word. */
    public static List<String> of(Hit hit) {
        return hit.as("party")
                .map(party ->
                        party.of("codes")
                                .map(codes -> List.of(codes.split(" ")))
                                .orElseGet(() -> List.of(party.id())))
                .orElse(List.of());
    }

    /** {@code USA} for {@code US}, as ISO 3166-1 has it; other codes stay. */
    public static String three(String code) {
        if (code.equals("SU")) {
            // ISO 3166-3: a state that is no more.
            return "SUN";
        }
        if (code.length() != 2 || code.equals("EU") || code.equals("UN")) {
            return code;
        }
        try {
            return Locale.of("", code).getISO3Country();
        } catch (java.util.MissingResourceException _) {
            return code;
        }
    }
}
