// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.reading;

import org.parley.extraction.words.Analysed;
import org.parley.lexicon.Entry;
import org.parley.lexicon.Match;

import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Which treaty is meant by "the treaty" where the one spoken of last binds two parties only: others
 * do not sign, ratify or leave it, and it is not opened for signature.
 */
final class WhoIsBound {
    private static final String OPENED = "open_for_signature";

    /** What only parties do, or those who become one. */
    private static final Set<String> OF_PARTIES =
            Set.of(
                    OPENED,
                    "sign",
                    "ratify",
                    "accede",
                    "withdraw",
                    "withdraw_notice",
                    "withdraw_ratification",
                    "withdraw_signature");

    /** States that took over the treaties of others. */
    private static final Set<String> SUCCESSION = Set.of("RU", "SU");

    private WhoIsBound() {}

    /**
     * The treaty of an act.
     *
     * @param told the treaty that was found for it
     * @return the same, or the last one open to many where those who act are not bound by it
     */
    static List<String> treaty(
            Analysed sentence,
            Match match,
            List<String> told,
            List<String> actors,
            Memory memory,
            Function<String, List<String>> parties) {
        String action = match.pattern().set().getOrDefault("action", "");
        if (told.size() != 1
                || !OF_PARTIES.contains(action)
                || isNamed(sentence, told.getFirst())) {
            return told;
        }
        List<String> bound = parties.apply(told.getFirst());
        boolean ofOthers =
                bound.size() == 2
                        && (action.equals(OPENED)
                                || actors.stream().anyMatch(actor -> !binds(bound, actor)));
        return ofOthers ? memory.treatyOfMany().map(List::of).orElse(told) : told;
    }

    private static boolean binds(List<String> bound, String actor) {
        return bound.contains(actor)
                || SUCCESSION.contains(actor) && bound.stream().anyMatch(SUCCESSION::contains);
    }

    private static boolean isNamed(Analysed sentence, String treaty) {
        return sentence.of("mechanism").stream()
                .flatMap(hit -> hit.as("mechanism").stream())
                .map(Entry::id)
                .anyMatch(treaty::equals);
    }
}
