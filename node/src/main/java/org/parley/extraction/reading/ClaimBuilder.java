// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.reading;

import org.parley.document.ReadDocument;
import org.parley.evidence.Assertion;
import org.parley.evidence.Link;
import org.parley.evidence.Status;
import org.parley.extraction.Codes;
import org.parley.extraction.FoundClaim;
import org.parley.extraction.FoundClaim.About;
import org.parley.extraction.FoundClaim.Figure;
import org.parley.extraction.FoundClaim.Kind;
import org.parley.extraction.FoundClaim.Participant;
import org.parley.extraction.FoundClaim.Voice;
import org.parley.extraction.voices.Names;
import org.parley.extraction.voices.Persons;
import org.parley.extraction.voices.Sources;
import org.parley.extraction.words.Analysed;
import org.parley.extraction.words.Sentences;
import org.parley.lexicon.Entry;
import org.parley.lexicon.Hit;
import org.parley.lexicon.Lexicon;
import org.parley.lexicon.Match;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes claims of what the frames of a sentence found. Not safe for several threads. */
final class ClaimBuilder {
    private static final Pattern ENDS = Pattern.compile("\\b(?:expires|lapses|runs out)\\b");

    private final Optional<LocalDate> anchor;

    private final Anchors anchors;

    private final Lexicon lexicon;

    private final Names names;

    private final Footnotes footnotes;

    private final Estimators estimators;

    private final RowClaims rows;

    private final SaidOn saidOn;

    private final AtPresent present;

    ClaimBuilder(ReadDocument document, Lexicon lexicon, Names names, Optional<LocalDate> anchor) {
        this.anchor = anchor;
        this.footnotes = new Footnotes(document, lexicon, anchor);
        this.estimators = new Estimators(Publisher.of(document, lexicon));
        this.anchors = new Anchors(document);
        this.rows = new RowClaims(document, anchors, lexicon, anchor);
        this.lexicon = lexicon;
        this.names = names;
        this.present = new AtPresent(document);
        this.saidOn = new SaidOn(anchor.filter(_ -> Extractor.isExact(document, anchor)));
    }

    void add(Analysed sentence, List<Sources.Scoped> said, Memory memory, List<FoundClaim> claims) {
        if (isQuestion(sentence) || isReference(sentence)) {
            return;
        }
        List<FoundClaim> here = new ArrayList<>();
        List<Sentences.Part> told = new ArrayList<>();
        List<Sentences.Part> deeds = new ArrayList<>();
        List<Amount> figures = Quantities.in(sentence, memory);
        estimators.hear(sentence);
        for (Amount found : figures) {
            here.add(quantity(sentence, found, said, memory));
            told.add(new Sentences.Part(found.from(), found.to()));
        }
        List<FoundClaim> row = rows.in(sentence, said, memory, this::parties);
        row.forEach(claim -> told.add(sentence.sentence()));
        here.addAll(row);
        List<Draft> drafts = drafts(sentence, memory, row);
        List<Draft> kept = Drafts.ownDates(sentence, Drafts.best(sentence, drafts));
        for (Draft draft : Spread.over(sentence, kept)) {
            if (figures.stream().anyMatch(figure -> isCountOf(sentence, draft, figure))) {
                continue;
            }
            List<String> mechanisms =
                    draft.mechanisms().isEmpty() ? List.of("") : draft.mechanisms();
            if (isOwnView(sentence, draft, chain(sentence, draft.at(), said, memory))) {
                continue;
            }
            if (draft.kind() == Kind.OFFICE) {
                office(sentence, draft, said, memory).ifPresent(here::add);
                told.add(new Sentences.Part(draft.from(), draft.to()));
                deeds.add(told.getLast());
                continue;
            }
            for (String mechanism : mechanisms) {
                here.add(of(sentence, draft, mechanism, said, memory));
            }
            told.add(new Sentences.Part(draft.from(), draft.to()));
            if (!Drafts.talks(draft.kind())) {
                deeds.add(told.getLast());
            }
            if (draft.kind() == Kind.TREATY_ACTION) {
                memory.deeds().acted(draft);
            }
            if (draft.kind() == Kind.MEETING) {
                saidOn.met(sentence, draft);
                memory.met(
                        draft.actors(),
                        draft.mechanisms(),
                        draft.when(),
                        Drafts.isOfBody(draft, memory));
            }
        }
        words(sentence, said, memory, told, deeds, here);
        claims.addAll(here);
    }

    private Optional<FoundClaim> office(
            Analysed sentence, Draft draft, List<Sources.Scoped> said, Memory memory) {
        List<Participant> holder = Offices.holder(sentence, draft.match(), names);
        if (holder.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> set = draft.match().pattern().set();
        List<Voice> chain = chain(sentence, draft.at(), said, memory);
        Optional<Status> status =
                Modality.isToCome(draft, anchor)
                        ? Optional.of(Status.SCHEDULED)
                        : Modality.status(draft, set);
        return Optional.of(
                anchors.claim(
                        Kind.OFFICE,
                        holder.stream().flatMap(one -> one.side().stream()).toList(),
                        holder,
                        Optional.empty(),
                        About.of(
                                Optional.ofNullable(set.get("action")),
                                Offices.id(sentence, draft.match()),
                                Optional.empty()),
                        draft.when(),
                        Optional.empty(),
                        status,
                        Modality.assertion(sentence, draft, status, chain),
                        draft.denied(),
                        chain,
                        draft.from(),
                        draft.to(),
                        List.of(draft.match().pattern().id()),
                        draft.certainty()));
    }

    /**
     * What the patterns draw, steps of an act last: the act may stand in the same sentence.
     *
     * @param row what a row of a table has said already
     */
    private List<Draft> drafts(Analysed sentence, Memory memory, List<FoundClaim> row) {
        List<Draft> drafts = new ArrayList<>();
        List<Match> steps = new ArrayList<>();
        for (Match match : lexicon.matches(sentence.text(), sentence.hits())) {
            Kind kind = Frames.kind(match);
            if (row.stream().anyMatch(claim -> claim.kind() == kind)) {
                continue;
            }
            if (match.pattern().needs().contains(Frames.ACTED)) {
                steps.add(match);
            } else {
                Frames.of(sentence, match, memory, this::parties).ifPresent(drafts::add);
            }
        }
        if (!steps.isEmpty()) {
            int first = steps.getFirst().from();
            Drafts.best(sentence, drafts).stream()
                    .filter(draft -> draft.kind() == Kind.TREATY_ACTION && draft.at() < first)
                    .forEach(memory.deeds()::acted);
        }
        for (Match match : steps) {
            Frames.of(sentence, match, memory, this::parties).ifPresent(drafts::add);
        }
        return drafts;
    }

    /** Signed by 187 states: that is how many, and no act of anybody's. */
    private static boolean isCountOf(Analysed sentence, Draft draft, Amount figure) {
        return figure.isOfMembers()
                && draft.kind() == Kind.TREATY_ACTION
                && draft.actors().isEmpty()
                && draft.when().isEmpty()
                && sentence.clauseAt(figure.at()).equals(sentence.clauseAt(draft.at()));
    }

    /** A former negotiator of Arden's speaks for nobody but himself. */
    private static boolean isOwnView(Analysed sentence, Draft draft, List<Voice> chain) {
        if (!Drafts.WORDS.contains(draft.kind())
                || chain.isEmpty()
                || draft.actors().size() != 1
                || chain.getLast().type() != Link.Type.NAMED_EXPERT) {
            return false;
        }
        String by = chain.getLast().by();
        return sentence.of("party").stream()
                .filter(hit -> Codes.of(hit).equals(draft.actors()))
                .allMatch(hit -> by.contains(sentence.words(hit)));
    }

    /** What is said, and what parties are told to want, beside what else a sentence tells. */
    private void words(
            Analysed sentence,
            List<Sources.Scoped> said,
            Memory memory,
            List<Sentences.Part> told,
            List<Sentences.Part> acts,
            List<FoundClaim> here) {
        List<Stances.Found> stances = Stances.in(sentence, memory);
        List<Statements.Found> statements =
                Statements.in(sentence, said, memory, told, acts).stream()
                        .filter(found ->
                                !found.actors().isEmpty()
                                        || stances.stream()
                                                .noneMatch(stance ->
                                                        stance.words().from() < found.to()
                                                                && found.from()
                                                                        < stance.words().to()))
                        .toList();
        statements.forEach(found -> here.add(statement(sentence, found, memory.isTranscript())));
        for (Stances.Found found : stances) {
            boolean known =
                    told.stream()
                                    .anyMatch(part ->
                                            part.from() <= found.at() && found.at() < part.to())
                            || statements.stream()
                                    .anyMatch(one ->
                                            one.actors().equals(found.actors())
                                                    && one.from() < found.words().to()
                                                    && found.words().from() < one.to());
            if (!known) {
                List<Voice> chain = chain(sentence, found.at(), said, memory);
                here.add(
                        stance(
                                sentence,
                                found,
                                chain.isEmpty() ? found.voice().stream().toList() : chain,
                                memory.isTranscript()));
            }
        }
    }

    private FoundClaim stance(
            Analysed sentence, Stances.Found found, List<Voice> chain, boolean answer) {
        return anchors.claim(
                found.kind(),
                found.actors(),
                List.of(),
                sentence.of("mechanism", found.words().from(), found.words().to()).stream()
                        .flatMap(hit -> hit.as("mechanism").stream())
                        .map(Entry::id)
                        .findFirst(),
                about(found.verb(), found.topic()),
                sentence.of("date", sentence.sentence().from(), found.at()).stream()
                        .map(date -> sentence.dates().get(date.from()))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .or(() ->
                                chain.isEmpty()
                                        ? Optional.empty()
                                        : saidOn.of(
                                                sentence, chain.getLast(), found.actors(), answer)),
                Optional.empty(),
                Optional.empty(),
                chain.isEmpty() && isAhead(sentence, found)
                        ? Assertion.PROJECTED
                        : Assertion.ASSERTED,
                false,
                chain,
                found.words().from(),
                found.words().to(),
                List.of("stance"),
                55);
    }

    /** 阿登将继续要求…: what a text itself expects of a party. */
    private static boolean isAhead(Analysed sentence, Stances.Found found) {
        return sentence.of("future", found.words().from(), found.at()).stream()
                .anyMatch(hit -> sentence.words(hit).startsWith("将"));
    }

    private static About about(String verb, String topic) {
        return About.of(Optional.of(verb), Optional.of(topic), Optional.empty());
    }

    /** Codes of the parties of a mechanism that has only them. */
    List<String> parties(String mechanism) {
        return lexicon.entry("mechanism", mechanism)
                .flatMap(entry -> entry.of("parties"))
                .map(codes -> List.of(codes.split(" ")))
                .orElseGet(() -> names.treaties().parties(mechanism));
    }

    /** The title of a work that is cited. */
    private static boolean isReference(Analysed sentence) {
        int at =
                sentence.text()
                        .indexOf("http", sentence.sentence().from(), sentence.sentence().to());
        return at >= 0 && at < sentence.sentence().to();
    }

    static boolean isQuestion(Analysed sentence) {
        char last = sentence.text().charAt(sentence.sentence().to() - 1);
        return last == '？' || last == '?';
    }

    private FoundClaim quantity(
            Analysed sentence, Amount found, List<Sources.Scoped> said, Memory memory) {
        List<Voice> chain = chain(sentence, found.at(), said, memory);
        Figure figure = found.figure();
        if (chain.isEmpty() || figure.asOf().isEmpty()) {
            Footnotes.Source note = footnotes.of(sentence.sentence());
            chain = chain.isEmpty() ? note.voice().map(List::of).orElse(List.of()) : chain;
            figure =
                    figure.asOf().isEmpty() && note.asOf().isPresent() && !found.limit()
                            ? found.with(note.asOf().get()).figure()
                            : figure;
        }
        if (figure.asOf().isEmpty()) {
            figure = present.of(sentence, found).map(found::with).orElse(found).figure();
        }
        Optional<String> mechanism =
                found.isOfMembers()
                        ? Mechanisms.counting(sentence, found.at(), memory)
                        : found.limit() ? mechanismOf(sentence, found, memory) : Optional.empty();
        chain = estimators.chain(found, chain, memory.reporting());
        boolean denied = !found.limit() && Telling.isSaidNotToBe(sentence, found.at());
        boolean projected = found.figure().basis().equals("projection");
        return anchors.claim(
                found.limit() ? Kind.LIMIT : Kind.QUANTITY,
                found.parties(),
                List.of(),
                mechanism,
                About.NOTHING,
                figure.asOf(),
                Optional.of(figure),
                Optional.empty(),
                denied ? Assertion.DENIED : projected ? Assertion.PROJECTED : Assertion.ASSERTED,
                denied,
                chain,
                Frames.start(sentence, found.from()),
                Frames.end(sentence, found.to()),
                List.of(found.limit() ? "limit" : "quantity"),
                found.certainty());
    }

    private Optional<String> mechanismOf(Analysed sentence, Amount found, Memory memory) {
        List<Hit> hits = sentence.of("mechanism");
        return hits.isEmpty()
                ? memory.mechanism().filter(id -> !isOwnCeiling(sentence, found, id, memory))
                : hits.stream()
                        .filter(hit -> hit.to() <= found.at())
                        .reduce((first, second) -> second)
                        .orElse(hits.getFirst())
                        .as("mechanism")
                        .map(Entry::id);
    }

    /** A ceiling on warheads that one party sets itself, where no treaty of its own is told of. */
    private boolean isOwnCeiling(Analysed sentence, Amount found, String mechanism, Memory memory) {
        List<String> named =
                sentence.of("party").stream().flatMap(hit -> Codes.of(hit).stream()).toList();
        return found.figure().unit().equals("warheads")
                && named.size() == 1
                && sentence.of("anaphor").isEmpty()
                && !memory.mechanismHere()
                && !parties(mechanism).contains(named.getFirst());
    }

    private FoundClaim of(
            Analysed sentence,
            Draft draft,
            String mechanism,
            List<Sources.Scoped> said,
            Memory memory) {
        Map<String, String> set = draft.match().pattern().set();
        List<Voice> told = chain(sentence, draft.at(), said, memory);
        List<Voice> chain =
                told.isEmpty() && Charges.isOne(draft) ? Charges.by(sentence, draft) : told;
        boolean meets = Drafts.talks(draft.kind());
        int from = sentence.clauseAt(draft.from()).from();
        Optional<Status> words = Modality.status(draft, set);
        boolean open =
                words.isEmpty()
                        ? draft.kind() == Kind.TREATY_ACTION
                        : words.get() == Status.HELD && Drafts.isWeak(draft);
        Optional<Status> status =
                open && isToCome(sentence, draft, memory) ? Optional.of(Status.SCHEDULED) : words;
        List<Participant> persons =
                draft.kind() == Kind.MEETING
                        ? participants(sentence, draft)
                        : Drafts.WORDS.contains(draft.kind())
                                ? Persons.in(sentence, from, draft.at(), names)
                                : List.of();
        About about =
                new About(
                        Optional.ofNullable(set.get("action"))
                                .filter(action -> draft.kind() != Kind.PARTICIPATION),
                        meets ? level(sentence, from, draft.to()) : Optional.empty(),
                        meets
                                ? Frames.attribute(sentence, "format", from, draft.to(), "format")
                                : Optional.empty(),
                        meets ? Rounds.place(sentence, draft, from) : Optional.empty(),
                        Optional.ofNullable(set.get("topic")),
                        draft.kind() == Kind.CHANNEL
                                ? Optional.of(
                                        sentence.text()
                                                .substring(
                                                        draft.match().from(), draft.match().to()))
                                : Optional.empty(),
                        Optional.ofNullable(set.get("step")),
                        Optional.ofNullable(set.get("scope")));
        return anchors.claim(
                draft.kind(),
                draft.actors(),
                persons,
                mechanism.isEmpty() ? Optional.empty() : Optional.of(mechanism),
                about,
                draft.when().isPresent() || !Drafts.WORDS.contains(draft.kind()) || chain.isEmpty()
                        ? draft.when().filter(when -> !isSince(when, draft, status))
                        : saidOn.of(
                                sentence, chain.getLast(), draft.actors(), memory.isTranscript()),
                Optional.empty(),
                status,
                Modality.assertion(sentence, draft, status, chain),
                draft.denied(),
                chain,
                draft.from(),
                draft.to(),
                List.of(draft.match().pattern().id()),
                draft.certainty());
    }

    /** Whether it is dated after the text, or a text without a date says when it expires. */
    private boolean isToCome(Analysed sentence, Draft draft, Memory memory) {
        return Modality.isToCome(draft, anchor)
                || anchor.isEmpty()
                        && memory.entry().isEmpty()
                        && draft.when().isPresent()
                        && ENDS.matcher(sentence.text())
                                .region(draft.match().from(), draft.match().to())
                                .find();
    }

    /** A meeting held is of a day: with "since 2022", or a first, the date is of when none was. */
    private static boolean isSince(FoundClaim.When when, Draft draft, Optional<Status> status) {
        return draft.kind() == Kind.MEETING_CLAIM
                || draft.kind() == Kind.MEETING
                        && status.filter(Status.HELD::equals).isPresent()
                        && when.edtf().filter(edtf -> edtf.endsWith("/..")).isPresent();
    }

    private List<Participant> participants(Analysed sentence, Draft draft) {
        List<Participant> all =
                Persons.in(sentence, sentence.clauseAt(draft.from()).from(), draft.to(), names);
        return all.stream()
                .filter(person ->
                        person.side().isEmpty()
                                || draft.actors().isEmpty()
                                || draft.actors().contains(person.side().get()))
                .toList();
    }

    private static Optional<String> level(Analysed sentence, int from, int to) {
        int end = sentence.clauseAt(Math.max(from, to - 1)).to();
        return Frames.attribute(sentence, "level", from, end, "level");
    }

    /** Who says what stands at a place: the voices of the sentence, else who was speaking. */
    static List<Voice> chain(Analysed sentence, int at, List<Sources.Scoped> said, Memory memory) {
        List<Voice> chain =
                Sources.chain(
                        said.stream()
                                .filter(scoped -> scoped.from() <= at && at < scoped.to())
                                .toList());
        if (!chain.isEmpty()) {
            return chain;
        }
        boolean goesOn =
                memory.inQuote()
                        || memory.isTranscript() && said.isEmpty() && !Memory.isQuestion(sentence)
                        || sentence.hits().stream().limit(2).anyMatch(hit -> hit.is("goes-on"));
        if (isReport(sentence) && memory.outlet().isPresent()) {
            return List.of(memory.outlet().get().voice());
        }
        if (goesOn || isChinese(sentence) && said.isEmpty() && memory.recent()) {
            if (!memory.speaking().isEmpty()) {
                return Sources.chain(memory.speaking());
            }
        }
        return List.of();
    }

    /** 报道还称, the newspaper: the report that was spoken of. */
    private static boolean isReport(Analysed sentence) {
        return sentence.hits().stream()
                .limit(2)
                .anyMatch(hit ->
                        hit.as("goes-on").filter(entry -> entry.id().equals("report")).isPresent());
    }

    private static boolean isChinese(Analysed sentence) {
        return sentence.text().charAt(sentence.sentence().from()) > 0x2e80;
    }

    private FoundClaim statement(Analysed sentence, Statements.Found found, boolean answer) {
        return anchors.claim(
                Kind.STATEMENT,
                found.actors(),
                found.speaker().map(List::of).orElse(List.of()),
                found.mechanism(),
                about(found.verb(), found.topic()),
                saidOn.of(sentence, found.voice(), found.actors(), answer),
                Optional.empty(),
                Optional.empty(),
                found.denied() ? Assertion.DENIED : Assertion.ASSERTED,
                found.denied(),
                found.chain(),
                found.from(),
                found.to(),
                List.of("statement"),
                60);
    }

    List<FoundClaim> finish(List<FoundClaim> claims) {
        return anchors.withRepeats(claims);
    }
}
