// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.reading;

import org.parley.Place;
import org.parley.evidence.Assertion;
import org.parley.evidence.Link;
import org.parley.evidence.Status;
import org.parley.extraction.FoundClaim.Kind;
import org.parley.extraction.FoundClaim.Voice;
import org.parley.extraction.FoundClaim.When;
import org.parley.extraction.words.Analysed;
import org.parley.extraction.words.Sentences;
import org.parley.lexicon.Hit;
import org.parley.time.Edtf;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How far a thing has come, and how the text puts it. */
final class Modality {
    /** How far before a verb 或 still says that it may be. */
    private static final int OR = 6;

    private Modality() {}

    static Optional<Status> status(Draft draft, Map<String, String> set) {
        String word = set.get("status");
        if (word != null) {
            Status status = Status.valueOf(word.toUpperCase(Locale.ROOT));
            boolean open =
                    status == Status.HELD || status == Status.SCHEDULED || status == Status.RESUMED;
            if (draft.wished() && open) {
                return Optional.of(Status.PROPOSED);
            }
            return Optional.of(draft.ahead() && status == Status.HELD ? Status.SCHEDULED : status);
        }
        if (draft.wished()) {
            return Optional.of(Status.PROPOSED);
        }
        return draft.ahead() && draft.kind() != Kind.STATEMENT
                ? Optional.of(Status.SCHEDULED)
                : Optional.empty();
    }

    /** A condition that opens a sentence holds for what follows from it. */
    private static boolean opensWithIf(Analysed sentence) {
        return sentence.of("conditional").stream()
                .anyMatch(hit -> hit.from() - sentence.sentence().from() <= 1);
    }

    /** 如果…，三国将…: the clause before says on what it hangs. */
    private static boolean followsIf(Analysed sentence, Draft draft) {
        int index = sentence.clauseIndex(draft.from());
        if (index == 0 || !draft.ahead()) {
            return false;
        }
        Sentences.Part before = sentence.clauses().get(index - 1);
        return sentence.of("conditional", before.from(), before.to()).stream()
                .anyMatch(hit -> hit.from() - before.from() <= 1);
    }

    /** Whether it is dated after the day of the text: nobody can tell it as done. */
    static boolean isToCome(Draft draft, Optional<LocalDate> anchor) {
        return isToCome(draft.when(), anchor);
    }

    static boolean isToCome(Optional<When> when, Optional<LocalDate> anchor) {
        return anchor.isPresent()
                && when.flatMap(When::edtf)
                        .filter(edtf -> !edtf.startsWith(".."))
                        .flatMap(edtf -> Edtf.parse(edtf, Place.of("date")).earliest())
                        .filter(day -> day.isAfter(anchor.get()))
                        .isPresent();
    }

    /** Not of readiness, which is a position. */
    private static boolean isMay(org.parley.lexicon.Hit hit) {
        return hit.as("possible").filter(may -> may.id().equals("may")).isPresent();
    }

    /** 核武器或其他武器: between two things the word for maybe says or. */
    private static boolean isOr(Analysed sentence, Draft draft, Hit possible) {
        return sentence.words(possible).equals("或")
                && (possible.from() > draft.at() || draft.at() - possible.to() > OR);
    }

    static Assertion assertion(
            Analysed sentence, Draft draft, Optional<Status> status, List<Voice> chain) {
        int from =
                Frames.isAttribute(sentence, draft.match())
                        ? Frames.begins(sentence, draft.match())
                        : Frames.scope(
                                sentence,
                                sentence.clauseAt(draft.from()),
                                draft.match().hits().getFirst());
        if (draft.denied()) {
            return Assertion.DENIED;
        }
        boolean bracketed = from > sentence.clauseAt(draft.from()).from();
        if (!sentence.of("conditional", from, draft.to()).isEmpty()
                || !bracketed && (opensWithIf(sentence) || followsIf(sentence, draft))) {
            return Assertion.CONDITIONAL;
        }
        boolean ahead =
                status.filter(word ->
                                word == Status.SCHEDULED
                                        || word == Status.ANNOUNCED
                                        || word == Status.PROPOSED)
                        .isPresent();
        boolean hearsay =
                chain.stream()
                        .anyMatch(voice ->
                                voice.type() == Link.Type.ANONYMOUS
                                        || voice.type() == Link.Type.THIRD_HAND);
        if (ahead
                && (hearsay
                        || chain.size() > 0
                                && chain.stream()
                                        .allMatch(voice -> voice.type() == Link.Type.MEDIA))) {
            return Assertion.RUMOURED;
        }
        boolean words = Drafts.WORDS.contains(draft.kind());
        if (sentence.of("possible", from, words ? draft.at() : draft.to()).stream()
                .anyMatch(hit -> (!words || isMay(hit)) && !isOr(sentence, draft, hit))) {
            return Assertion.UNCONFIRMED;
        }
        if (!sentence.of("distancing", from, draft.to()).isEmpty()) {
            return Assertion.ALLEGED;
        }
        return ahead ? Assertion.PLANNED : Assertion.ASSERTED;
    }
}
