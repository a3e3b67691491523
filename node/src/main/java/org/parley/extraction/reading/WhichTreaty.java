// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.reading;

import org.parley.extraction.words.Analysed;
import org.parley.lexicon.Entry;
import org.parley.lexicon.Match;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Which treaty is meant by "the treaty" where the one spoken of last cannot be: it is about other
 * things than the sentence, as the lexicon's treaty-matters tell; others than its two parties do
 * not sign, ratify or leave it, and it is not opened for signature; nobody exchanges data or
 * inspects under it if it never entered into force.
 */
final class WhichTreaty {
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

    /** What is done, or left undone, under a treaty in force. */
    private static final Set<String> IN_FORCE =
            Set.of(
                    "data_exchange",
                    "data_exchange_missed",
                    "inspect",
                    "suspend_inspections",
                    "resume_inspections",
                    "suspend",
                    "withdraw",
                    "withdraw_notice");

    /** States that took over the treaties of others. */
    private static final Set<String> SUCCESSION = Set.of("RU", "SU");

    private WhichTreaty() {}

    /**
     * The treaty of an act.
     *
     * @param told the treaty that was found for it
     * @return the same, or the last one in force, or open to many, where nobody who acts is bound
     */
    static List<String> of(
            Analysed sentence,
            Match match,
            List<String> told,
            List<String> actors,
            Memory memory,
            Function<String, List<String>> parties) {
        String action = match.pattern().set().getOrDefault("action", "");
        if (told.size() != 1 || isNamed(sentence, told.getFirst())) {
            return told;
        }
        Optional<String> meant = about(sentence, told.getFirst(), memory);
        if (meant.isPresent()) {
            return List.of(meant.get());
        }
        if (IN_FORCE.contains(action) && memory.named().isNeverInForce(told.getFirst())) {
            return memory.named().inForce().map(List::of).orElse(told);
        }
        if (!OF_PARTIES.contains(action)) {
            return told;
        }
        List<String> bound = parties.apply(told.getFirst());
        boolean ofOthers =
                bound.size() == 2
                        && (action.equals(OPENED)
                                || actors.stream().anyMatch(actor -> !binds(bound, actor)));
        return ofOthers ? memory.named().ofMany().map(List::of).orElse(told) : told;
    }

    /** The treaty named last that is about what the sentence names, which the one told is not. */
    private static Optional<String> about(Analysed sentence, String told, Memory memory) {
        List<String> matters =
                sentence.of("treaty-matter").stream()
                        .flatMap(hit -> hit.of("treaties").stream())
                        .flatMap(ids -> Stream.of(ids.split(" ")))
                        .toList();
        return matters.isEmpty() || matters.contains(told)
                ? Optional.empty()
                : memory.named().lastOf(matters);
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
