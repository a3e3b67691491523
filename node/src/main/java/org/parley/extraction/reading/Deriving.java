// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.reading;

import org.parley.evidence.Assertion;
import org.parley.extraction.FoundClaim;
import org.parley.extraction.FoundClaim.About;
import org.parley.extraction.FoundClaim.Anchor;
import org.parley.extraction.FoundClaim.Figure;
import org.parley.extraction.FoundClaim.Kind;
import org.parley.extraction.FoundClaim.When;
import org.parley.extraction.Proposed;
import org.parley.extraction.Proposed.Derived;
import org.parley.extraction.Proposed.Unfit;
import org.parley.extraction.numbers.Numbers;
import org.parley.extraction.voices.Sources;
import org.parley.extraction.words.Analysed;
import org.parley.extraction.words.Sentences;
import org.parley.lexicon.Entry;
import org.parley.lexicon.Hit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads proposed words with the lexicon, the dates and the numbers that the rules read with. Who
 * proposes gives the words and the kind, and nothing else: what cannot be read in the words is not
 * claimed. Not safe for several threads.
 */
final class Deriving {
    private static final int CERTAINTY = 30;

    /** What turns a sentence into something that it does not plainly say. */
    private static final List<String> HEDGES =
            List.of(
                    "negation",
                    "conditional",
                    "possible",
                    "wish",
                    "future",
                    "distancing",
                    "refused",
                    "projected");

    private static final Set<Kind> WITH_FIGURE = Set.of(Kind.QUANTITY, Kind.LIMIT);

    private static final Set<Kind> WITH_MECHANISM =
            Set.of(Kind.TREATY_ACTION, Kind.PARTICIPATION, Kind.COMMITMENT, Kind.POSITION);

    private final Anchors anchors;
    private final Map<Proposed, Derived> derived = new LinkedHashMap<>();

    Deriving(Anchors anchors, List<Proposed> proposed) {
        this.anchors = anchors;
        for (Proposed one : proposed) {
            derived.put(one, unfit(one, Unfit.NOT_READ));
        }
    }

    /**
     * Looks at a sentence.
     *
     * @param found what the rules found in it
     */
    void read(Analysed sentence, List<Sources.Scoped> said, Memory memory, List<FoundClaim> found) {
        Sentences.Part part = sentence.sentence();
        derived.replaceAll((one, before) ->
                one.from() >= part.from() && one.to() <= part.to() && one.from() < one.to()
                        ? in(sentence, one, said, memory, found)
                        : before);
    }

    List<Derived> all() {
        return List.copyOf(derived.values());
    }

    private static Derived unfit(Proposed one, Unfit why) {
        return new Derived(one, Optional.empty(), Optional.of(why));
    }

    private Derived in(
            Analysed sentence,
            Proposed one,
            List<Sources.Scoped> said,
            Memory memory,
            List<FoundClaim> found) {
        Anchor anchor = anchors.at(one.from(), one.to());
        if (found.stream().anyMatch(claim -> isSame(claim, one.kind(), anchor))) {
            return unfit(one, Unfit.KNOWN);
        }
        // Of the whole sentence: a quotation can be cut short of its "not".
        if (ClaimBuilder.isQuestion(sentence)
                || HEDGES.stream().anyMatch(hedge -> !sentence.of(hedge).isEmpty())) {
            return unfit(one, Unfit.HEDGED);
        }
        List<String> actors = ids(sentence, "party", one);
        List<String> mechanisms = ids(sentence, "mechanism", one);
        List<When> dates = dates(sentence, one);
        Optional<Figure> figure = figure(sentence, one, dates);
        Optional<Unfit> why = check(one.kind(), actors, mechanisms, dates, figure);
        if (why.isPresent()) {
            return unfit(one, why.get());
        }
        boolean counts = WITH_FIGURE.contains(one.kind());
        FoundClaim claim =
                anchors.claim(
                        one.kind(),
                        actors,
                        List.of(),
                        mechanisms.stream().findFirst(),
                        About.NOTHING,
                        dates.stream().findFirst(),
                        counts ? figure : Optional.empty(),
                        Optional.empty(),
                        Assertion.ASSERTED,
                        false,
                        ClaimBuilder.chain(sentence, one.from(), said, memory),
                        one.from(),
                        one.to(),
                        List.of(FoundClaim.PROPOSED + one.by()),
                        CERTAINTY);
        return new Derived(one, Optional.of(claim), Optional.empty());
    }

    private static boolean isSame(FoundClaim claim, Kind kind, Anchor anchor) {
        return claim.kind() == kind
                && claim.anchor().from() < anchor.to()
                && anchor.from() < claim.anchor().to();
    }

    private static Optional<Unfit> check(
            Kind kind,
            List<String> actors,
            List<String> mechanisms,
            List<When> dates,
            Optional<Figure> figure) {
        if (kind == Kind.CHANNEL || kind == Kind.NO_RESPONSE) {
            return Optional.of(Unfit.KIND);
        }
        if (actors.isEmpty() && kind != Kind.DEADLINE && kind != Kind.LIMIT) {
            return Optional.of(Unfit.NOBODY);
        }
        boolean two = kind == Kind.MEETING && actors.size() < 2 && mechanisms.isEmpty();
        boolean needs = WITH_MECHANISM.contains(kind) || kind == Kind.DEADLINE;
        boolean owner = kind == Kind.QUANTITY && actors.size() != 1;
        if (two || owner || mechanisms.size() > 1 || needs && mechanisms.isEmpty()) {
            return Optional.of(Unfit.ABOUT);
        }
        if (dates.size() > 1 || kind == Kind.DEADLINE && dates.isEmpty()) {
            return Optional.of(Unfit.DATES);
        }
        return WITH_FIGURE.contains(kind) && figure.isEmpty()
                ? Optional.of(Unfit.FIGURES)
                : Optional.empty();
    }

    /** What the words name of a category, in their order. */
    private static List<String> ids(Analysed sentence, String category, Proposed one) {
        return sentence.of(category, one.from(), one.to()).stream()
                .flatMap(hit -> hit.as(category).stream())
                .map(Entry::id)
                .filter(id -> !id.equals("WORLD"))
                .distinct()
                .toList();
    }

    private static List<When> dates(Analysed sentence, Proposed one) {
        return sentence.of("date", one.from(), one.to()).stream()
                .flatMap(hit -> Optional.ofNullable(sentence.dates().get(hit.from())).stream())
                .distinct()
                .toList();
    }

    /** The one number of the one thing that is counted in the words, in one clause. */
    private static Optional<Figure> figure(Analysed sentence, Proposed one, List<When> dates) {
        List<Numbers.Found> numbers = new ArrayList<>();
        for (Numbers.Found number : sentence.numbers()) {
            if (number.digits() >= one.from()
                    && number.to() <= one.to()
                    && !NumberSense.isDate(sentence, number)) {
                numbers.add(number);
            }
        }
        List<Hit> measures = sentence.of("measure", one.from(), one.to());
        Set<String> counted = new HashSet<>();
        measures.forEach(hit -> hit.as("measure").map(Entry::id).ifPresent(counted::add));
        if (numbers.size() != 1
                || counted.size() != 1
                || NumberSense.isChange(sentence, numbers.getFirst())) {
            return Optional.empty();
        }
        Numbers.Found number = numbers.getFirst();
        // Across a comma it may be anything's: 48 photographs show it, no bombers.
        Sentences.Part clause = sentence.clauseAt(number.digits());
        if (measures.stream().noneMatch(hit -> clause.holds(hit.from()))) {
            return Optional.empty();
        }
        Entry measure = measures.getFirst().as("measure").orElseThrow();
        if (measure.of("money").isPresent()) {
            return Optional.empty();
        }
        List<String> states = ids(sentence, "state", one);
        return states.size() > 1
                ? Optional.empty()
                : Optional.of(
                        new Figure(
                                number.value(),
                                number.high(),
                                measure.of("unit").orElse(measure.id()),
                                measure.id()
                                        + states.stream()
                                                .findFirst()
                                                .or(() -> measure.of("state"))
                                                .map(word -> "-" + word)
                                                .orElse(""),
                                number.qualifier(),
                                dates.stream().findFirst(),
                                one.kind() == Kind.LIMIT ? "limit" : "stated",
                                Optional.empty()));
    }
}
