// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.reading;

import org.parley.document.Block;
import org.parley.document.ReadDocument;
import org.parley.evidence.Assertion;
import org.parley.evidence.Status;
import org.parley.extraction.FoundClaim;
import org.parley.extraction.FoundClaim.About;
import org.parley.extraction.FoundClaim.Figure;
import org.parley.extraction.FoundClaim.Kind;
import org.parley.extraction.FoundClaim.Voice;
import org.parley.extraction.FoundClaim.When;
import org.parley.extraction.voices.Sources;
import org.parley.extraction.words.Analysed;
import org.parley.lexicon.Lexicon;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Makes claims of what rows of tables and lines of lists tell. Not safe for several threads. */
final class RowClaims {
    private final ReadDocument document;
    private final Anchors anchors;
    private final Lexicon lexicon;
    private final Optional<LocalDate> anchor;
    private final TableActs acts = new TableActs();
    private final TableMeetings meetings = new TableMeetings();

    RowClaims(ReadDocument document, Anchors anchors, Lexicon lexicon, Optional<LocalDate> anchor) {
        this.document = document;
        this.anchors = anchors;
        this.lexicon = lexicon;
        this.anchor = anchor;
    }

    /**
     * @param parties codes of the parties of a treaty that has only them
     */
    List<FoundClaim> in(
            Analysed sentence,
            List<Sources.Scoped> said,
            Memory memory,
            Function<String, List<String>> parties) {
        List<FoundClaim> found = new ArrayList<>();
        for (TableActs.Found act : acts.in(sentence, memory.treaty(), parties)) {
            List<Voice> chain = ClaimBuilder.chain(sentence, act.words().from(), said, memory);
            found.add(act(act, chain));
        }
        for (TableActs.Found act : listed(sentence, memory)) {
            found.add(act(act, ClaimBuilder.chain(sentence, act.words().from(), said, memory)));
        }
        Block.Kind kind = document.blocks().get(sentence.block()).kind();
        if (kind == Block.Kind.LIST_ITEM || kind == Block.Kind.TABLE_ROW) {
            meetings.in(sentence, memory.bodyOfRows(), memory.sidesOfRows(), this::place)
                    .filter(meeting ->
                            meeting.mechanism().isPresent() || memory.field().isOfTalks(sentence))
                    .ifPresent(meeting -> {
                        List<Voice> chain =
                                ClaimBuilder.chain(sentence, meeting.words().from(), said, memory);
                        found.add(meeting(meeting, chain, parties));
                        meeting.counts().forEach(one -> found.add(count(meeting, one, chain)));
                        memory.met(
                                meeting.actors(),
                                meeting.mechanism().stream().toList(),
                                Optional.of(meeting.when()),
                                meeting.actors().size() < 2);
                    });
        }
        return found;
    }

    /** The name of the place that a few words are, which texts have after "in". */
    private Optional<String> place(String words) {
        for (String before : List.of("", "in ", "在")) {
            String all = before + words;
            Optional<String> name =
                    lexicon.hits(all, 0, all.length(), List.of()).stream()
                            .flatMap(hit -> hit.as("place").stream())
                            .map(entry -> entry.of("en").orElse(entry.id()))
                            .findFirst();
            if (name.isPresent()) {
                return name;
            }
        }
        return Optional.empty();
    }

    /** Notices were received as follows, and then parties with their days. */
    private static List<TableActs.Found> listed(Analysed sentence, Memory memory) {
        if (memory.lead().isEmpty() || memory.treaty().isEmpty()) {
            return List.of();
        }
        return Spread.pairs(sentence, sentence.sentence().from()).stream()
                .map(pair ->
                        new TableActs.Found(
                                memory.lead().get(),
                                memory.treaty().get(),
                                pair.actors(),
                                pair.when(),
                                pair.words(),
                                TableActs.CERTAINTY))
                .toList();
    }

    private FoundClaim act(TableActs.Found act, List<Voice> chain) {
        return anchors.claim(
                Kind.TREATY_ACTION,
                act.actors(),
                List.of(),
                Optional.of(act.mechanism()),
                About.of(Optional.of(act.action()), Optional.empty(), Optional.empty()),
                Optional.of(act.when()),
                Optional.empty(),
                Optional.empty(),
                Assertion.ASSERTED,
                false,
                chain,
                act.words().from(),
                act.words().to(),
                List.of("table-act"),
                act.certainty());
    }

    private FoundClaim meeting(
            TableMeetings.Found meeting,
            List<Voice> chain,
            Function<String, List<String>> parties) {
        List<String> actors =
                meeting.actors().isEmpty()
                        ? meeting.mechanism().map(parties).orElse(List.of())
                        : meeting.actors();
        boolean ahead = Modality.isToCome(Optional.of(meeting.when()), anchor);
        Status status = meeting.status().orElse(ahead ? Status.SCHEDULED : Status.HELD);
        return anchors.claim(
                Kind.MEETING,
                actors,
                List.of(),
                meeting.mechanism(),
                new About(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        meeting.place(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                Optional.of(meeting.when()),
                Optional.empty(),
                Optional.of(status),
                status == Status.SCHEDULED ? Assertion.PLANNED : Assertion.ASSERTED,
                false,
                chain,
                meeting.words().from(),
                meeting.words().to(),
                List.of("table-meeting"),
                meeting.certainty());
    }

    private FoundClaim count(
            TableMeetings.Found meeting, TableMeetings.Count one, List<Voice> chain) {
        Optional<When> asOf = Optional.of(meeting.when());
        Figure figure =
                new Figure(
                        one.number().value(),
                        one.number().high(),
                        "states",
                        one.measure(),
                        one.number().qualifier(),
                        asOf,
                        "stated",
                        Optional.empty());
        return anchors.claim(
                Kind.QUANTITY,
                List.of(),
                List.of(),
                meeting.mechanism(),
                About.NOTHING,
                asOf,
                Optional.of(figure),
                Optional.empty(),
                Assertion.ASSERTED,
                false,
                chain,
                meeting.words().from(),
                one.words().to(),
                List.of("table-meeting"),
                meeting.certainty());
    }
}
