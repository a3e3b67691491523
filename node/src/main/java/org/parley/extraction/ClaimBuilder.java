// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction;

import org.parley.Place;
import org.parley.document.ReadDocument;
import org.parley.evidence.Assertion;
import org.parley.evidence.Link;
import org.parley.evidence.Status;
import org.parley.extraction.FoundClaim.About;
import org.parley.extraction.FoundClaim.Figure;
import org.parley.extraction.FoundClaim.Kind;
import org.parley.extraction.FoundClaim.Participant;
import org.parley.extraction.FoundClaim.Voice;
import org.parley.extraction.FoundClaim.When;
import org.parley.lexicon.Hit;
import org.parley.lexicon.Lexicon;
import org.parley.lexicon.Match;
import org.parley.time.Edtf;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes claims of what the frames of a sentence found. Not safe for several threads. */
final class ClaimBuilder {
    private static final Set<Kind> WORDS =
            Set.of(Kind.STATEMENT, Kind.COMMITMENT, Kind.POSITION, Kind.NO_RESPONSE);

    private final Optional<LocalDate> anchor;
    private final Anchors anchors;
    private final Lexicon lexicon;
    private final Names names;
    private final Footnotes footnotes;

    ClaimBuilder(ReadDocument document, Lexicon lexicon, Names names, Optional<LocalDate> anchor) {
        this.anchor = anchor;
        this.footnotes = new Footnotes(document, lexicon, anchor);
        this.anchors = new Anchors(document);
        this.lexicon = lexicon;
        this.names = names;
    }

    void add(Analysed sentence, List<Sources.Scoped> said, Memory memory, List<FoundClaim> claims) {
        if (isQuestion(sentence) || isReference(sentence)) {
            return;
        }
        List<FoundClaim> here = new ArrayList<>();
        for (Quantities.Found found : Quantities.in(sentence, memory)) {
            here.add(quantity(sentence, found, said, memory));
        }
        List<Frames.Draft> drafts = new ArrayList<>();
        for (Match match : lexicon.matches(sentence.text(), sentence.hits())) {
            Frames.of(sentence, match, memory, this::parties).ifPresent(drafts::add);
        }
        for (Frames.Draft draft : ownDates(sentence, best(drafts))) {
            List<String> mechanisms =
                    draft.mechanisms().isEmpty() ? List.of("") : draft.mechanisms();
            for (String mechanism : mechanisms) {
                here.add(of(sentence, draft, mechanism, said, memory));
            }
        }
        Statements.in(sentence, said, memory)
                .filter(found -> here.isEmpty() && found.voice().of().isPresent())
                .ifPresent(found -> here.add(statement(found)));
        claims.addAll(here);
    }

    /** A date that stands in the clause of another act is that act's. */
    private static List<Frames.Draft> ownDates(Analysed sentence, List<Frames.Draft> drafts) {
        return drafts.stream()
                .map(draft -> {
                    int at = draft.dateAt();
                    int own = sentence.clauseIndex(draft.at());
                    boolean opens =
                            at - sentence.sentence().from() <= 3
                                    || sentence.clauseIndex(at) == own
                                    || sentence.clauseIndex(at)
                                            == sentence.clauseIndex(draft.to() - 1);
                    boolean others =
                            drafts.stream()
                                    .anyMatch(other ->
                                            other.at() != draft.at()
                                                    && other.dateAt() == at
                                                    && sentence.clauseIndex(other.at())
                                                            == sentence.clauseIndex(at));
                    return at < 0 || opens || !others ? draft : draft.undated();
                })
                .toList();
    }

    /** Codes of the parties of a mechanism that has only them. */
    List<String> parties(String mechanism) {
        return lexicon.entry("mechanism", mechanism)
                .flatMap(entry -> entry.of("parties"))
                .map(codes -> List.of(codes.split(" ")))
                .orElse(List.of());
    }

    /** The title of a work that is cited. */
    private static boolean isReference(Analysed sentence) {
        int at =
                sentence.text()
                        .indexOf("http", sentence.sentence().from(), sentence.sentence().to());
        return at >= 0 && at < sentence.sentence().to();
    }

    private static boolean isQuestion(Analysed sentence) {
        char last = sentence.text().charAt(sentence.sentence().to() - 1);
        return last == '？' || last == '?';
    }

    /** Of several that found the same in one clause, the one that says most. */
    private static List<Frames.Draft> best(List<Frames.Draft> drafts) {
        List<Frames.Draft> ordered = new ArrayList<>(drafts);
        ordered.sort(Comparator.comparingInt(ClaimBuilder::weight).reversed());
        List<Frames.Draft> kept = new ArrayList<>();
        for (Frames.Draft draft : ordered) {
            if (kept.stream().noneMatch(other -> isSame(draft, other))) {
                kept.add(draft);
            }
        }
        kept.sort(Comparator.comparingInt(Frames.Draft::at));
        return kept;
    }

    private static int weight(Frames.Draft draft) {
        Sentences.Part core = core(draft);
        boolean saysSo =
                draft.ahead() && "scheduled".equals(draft.match().pattern().set().get("status"));
        String status = draft.match().pattern().set().getOrDefault("status", "");
        return draft.certainty() * 10
                + draft.match().hits().size()
                + (saysSo ? 20 : 0)
                + (Frames.UNDONE.contains(status) ? 30 : 0)
                - (core.to() - core.from()) / 20;
    }

    private static boolean isSame(Frames.Draft one, Frames.Draft other) {
        boolean overlap =
                core(one).from() < core(other).to() && core(other).from() < core(one).to();
        boolean sameKind =
                one.kind() == other.kind()
                        || WORDS.contains(one.kind()) && WORDS.contains(other.kind())
                        || talks(one.kind()) && talks(other.kind());
        if (!sameKind || overlap) {
            return sameKind;
        }
        boolean sameSlots =
                one.match().pattern().set().equals(other.match().pattern().set())
                        && one.mechanisms().equals(other.mechanisms())
                        && one.actors().equals(other.actors());
        return sameSlots && (one.kind() == Kind.TREATY_ACTION || one.from() == other.from())
                || one.kind() == Kind.MEETING
                        && other.kind() == Kind.MEETING
                        && one.mechanisms().equals(other.mechanisms())
                        && one.when().equals(other.when());
    }

    /** From the first to the last of the pattern's own words: what names the thing. */
    private static Sentences.Part core(Frames.Draft draft) {
        List<Hit> words = draft.match().hits().stream().filter(hit -> hit.is("word")).toList();
        return words.isEmpty()
                ? new Sentences.Part(draft.match().from(), draft.match().to())
                : new Sentences.Part(words.getFirst().from(), words.getLast().to());
    }

    private static boolean talks(Kind kind) {
        return kind == Kind.MEETING || kind == Kind.CHANNEL;
    }

    private FoundClaim quantity(
            Analysed sentence, Quantities.Found found, List<Sources.Scoped> said, Memory memory) {
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
        Optional<String> mechanism =
                found.limit() ? mechanismOf(sentence, memory) : Optional.empty();
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
                projected ? Assertion.PROJECTED : Assertion.ASSERTED,
                false,
                chain,
                Frames.start(sentence, found.from()),
                Frames.end(sentence, found.to()),
                List.of(found.limit() ? "limit" : "quantity"),
                found.certainty());
    }

    private static Optional<String> mechanismOf(Analysed sentence, Memory memory) {
        List<Hit> hits = sentence.of("mechanism");
        return hits.isEmpty()
                ? memory.mechanism()
                : hits.getFirst().as("mechanism").map(org.parley.lexicon.Entry::id);
    }

    private FoundClaim of(
            Analysed sentence,
            Frames.Draft draft,
            String mechanism,
            List<Sources.Scoped> said,
            Memory memory) {
        Map<String, String> set = draft.match().pattern().set();
        List<Voice> chain = chain(sentence, draft.at(), said, memory);
        boolean meets = talks(draft.kind());
        int from = sentence.clauseAt(draft.from()).from();
        Optional<Status> told = status(draft, set);
        Optional<Status> status =
                told.isEmpty() && draft.kind() == Kind.TREATY_ACTION && isToCome(draft)
                        ? Optional.of(Status.SCHEDULED)
                        : told;
        List<Participant> persons =
                draft.kind() == Kind.MEETING
                        ? participants(sentence, draft)
                        : WORDS.contains(draft.kind())
                                ? Persons.in(sentence, from, draft.at(), names)
                                : List.of();
        About about =
                new About(
                        Optional.ofNullable(set.get("action")),
                        meets ? level(sentence, from, draft.to()) : Optional.empty(),
                        meets
                                ? Frames.attribute(sentence, "format", from, draft.to(), "format")
                                : Optional.empty(),
                        meets
                                ? Frames.attribute(sentence, "place", from, draft.to(), "en")
                                : Optional.empty(),
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
                draft.when().isPresent() || !WORDS.contains(draft.kind()) || chain.isEmpty()
                        ? draft.when()
                        : chain.getLast().on(),
                Optional.empty(),
                status,
                assertion(sentence, draft, status, chain),
                draft.denied(),
                chain,
                draft.from(),
                draft.to(),
                List.of(draft.match().pattern().id()),
                draft.certainty());
    }

    private List<Participant> participants(Analysed sentence, Frames.Draft draft) {
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

    private static Optional<Status> status(Frames.Draft draft, Map<String, String> set) {
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
    private static boolean followsIf(Analysed sentence, Frames.Draft draft) {
        int index = sentence.clauseIndex(draft.from());
        if (index == 0 || !draft.ahead()) {
            return false;
        }
        Sentences.Part before = sentence.clauses().get(index - 1);
        return sentence.of("conditional", before.from(), before.to()).stream()
                .anyMatch(hit -> hit.from() - before.from() <= 1);
    }

    /** Whether it is dated after the day of the text: nobody can tell it as done. */
    private boolean isToCome(Frames.Draft draft) {
        return anchor.isPresent()
                && draft.when()
                        .flatMap(When::edtf)
                        .filter(edtf -> !edtf.startsWith(".."))
                        .flatMap(edtf -> Edtf.parse(edtf, Place.of("date")).earliest())
                        .filter(day -> day.isAfter(anchor.get()))
                        .isPresent();
    }

    private static Assertion assertion(
            Analysed sentence, Frames.Draft draft, Optional<Status> status, List<Voice> chain) {
        int from =
                Frames.scope(
                        sentence, sentence.clauseAt(draft.from()), draft.match().hits().getFirst());
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
        if (!WORDS.contains(draft.kind()) && !sentence.of("possible", from, draft.to()).isEmpty()) {
            return Assertion.UNCONFIRMED;
        }
        if (!sentence.of("distancing", from, draft.to()).isEmpty()) {
            return Assertion.ALLEGED;
        }
        return ahead ? Assertion.PLANNED : Assertion.ASSERTED;
    }

    /** Who says what stands at a place: the voices of the sentence, else who was speaking. */
    static List<Voice> chain(Analysed sentence, int at, List<Sources.Scoped> said, Memory memory) {
        List<Voice> chain =
                said.stream()
                        .filter(scoped -> scoped.from() <= at && at < scoped.to())
                        .map(Sources.Scoped::voice)
                        .toList();
        if (!chain.isEmpty()) {
            return chain;
        }
        boolean goesOn =
                memory.inQuote()
                        || sentence.hits().stream().limit(2).anyMatch(hit -> hit.is("goes-on"));
        if (goesOn || isChinese(sentence) && said.isEmpty() && memory.recent()) {
            if (!memory.speaking().isEmpty()) {
                return memory.speaking().stream().map(Sources.Scoped::voice).toList();
            }
            if (sentence.hits().stream()
                            .limit(2)
                            .anyMatch(hit ->
                                    hit.as("goes-on")
                                            .filter(entry -> entry.id().equals("report"))
                                            .isPresent())
                    && memory.outlet().isPresent()) {
                return List.of(memory.outlet().get().voice());
            }
        }
        return List.of();
    }

    private static boolean isChinese(Analysed sentence) {
        return sentence.text().charAt(sentence.sentence().from()) > 0x2e80;
    }

    private FoundClaim statement(Statements.Found found) {
        return anchors.claim(
                Kind.STATEMENT,
                found.voice().of().map(List::of).orElse(List.of()),
                found.speaker().map(List::of).orElse(List.of()),
                found.mechanism(),
                new About(
                        Optional.of(found.verb()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(found.topic()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                found.voice().on(),
                Optional.empty(),
                Optional.empty(),
                Assertion.ASSERTED,
                false,
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
