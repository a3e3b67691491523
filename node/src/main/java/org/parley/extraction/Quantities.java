// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction;

import org.parley.extraction.FoundClaim.Figure;
import org.parley.extraction.FoundClaim.When;
import org.parley.extraction.Sentences.Part;
import org.parley.lexicon.Entry;
import org.parley.lexicon.Hit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Numbers of things: a number, what is counted, in which state, whose, as of when. What is counted
 * and its state must stand in the clause of the number, else nothing is claimed: a number that is
 * taken for another quantity does more harm than one that is passed over.
 */
final class Quantities {
    /** Ends the name of what grew or shrank by a number. */
    static final String CHANGE = "-change";

    private Quantities() {}

    /**
     * A number that counts something.
     *
     * @param entry what is counted, without its state
     * @param limit whether it is a bound, not a count
     */
    record Found(
            int from,
            int to,
            int at,
            Figure figure,
            Entry entry,
            List<String> parties,
            boolean limit,
            int certainty) {
        String counted() {
            return entry.id();
        }

        /** A count of things, and neither a change nor a share of it. */
        boolean isWhole() {
            return !figure.measure().endsWith(CHANGE) && !figure.unit().equals(Shares.PERCENT);
        }

        /** By how much there are more or fewer, which is no count. */
        Found changed() {
            Figure change =
                    new Figure(
                            figure.value(),
                            figure.high(),
                            figure.unit(),
                            counted() + CHANGE,
                            figure.qualifier(),
                            Optional.empty(),
                            figure.basis(),
                            figure.against());
            return new Found(from, to, at, change, entry, parties, limit, certainty);
        }

        Found with(When asOf) {
            Figure dated =
                    new Figure(
                            figure.value(),
                            figure.high(),
                            figure.unit(),
                            figure.measure(),
                            figure.qualifier(),
                            Optional.of(asOf),
                            figure.basis(),
                            figure.against());
            return new Found(from, to, at, dated, entry, parties, limit, certainty);
        }

        /** No more than 1,550 warheads and 700 launchers: the bound is meant of both. */
        Found qualified(String qualifier) {
            Figure bound =
                    new Figure(
                            figure.value(),
                            figure.high(),
                            figure.unit(),
                            figure.measure(),
                            qualifier,
                            figure.asOf(),
                            figure.basis(),
                            figure.against());
            return new Found(from, to, at, bound, entry, parties, limit, certainty);
        }

        Found of(List<String> whose) {
            return new Found(from, to, at, figure, entry, whose, limit, certainty);
        }

        /** In the state of another: the verb of several numbers holds for all. */
        Found measuredAs(Found other) {
            Figure measured =
                    new Figure(
                            figure.value(),
                            figure.high(),
                            figure.unit(),
                            other.figure().measure(),
                            figure.qualifier(),
                            figure.asOf(),
                            figure.basis(),
                            figure.against());
            return new Found(from, to, at, measured, entry, parties, limit, certainty);
        }
    }

    static List<Found> in(Analysed sentence, Memory memory) {
        if (memory.figures().tables().isRow(sentence)) {
            return memory.figures().tables().in(sentence, memory.figures().thing());
        }
        List<Found> found = new ArrayList<>();
        for (Numbers.Found number : sentence.numbers()) {
            if (NumberSense.isDate(sentence, number)) {
                continue;
            }
            if (Shares.isShare(sentence, number)) {
                Shares.of(sentence, number, found, memory).ifPresent(found::add);
                continue;
            }
            if (!NumberSense.isAddition(sentence, number)) {
                boolean change = NumberSense.isChange(sentence, number);
                one(sentence, number, memory, found)
                        .filter(one -> !change || !one.limit())
                        .map(one -> change ? one.changed() : one)
                        .ifPresent(found::add);
            }
        }
        List<Found> all =
                Holders.each(sentence, Holders.distributed(sentence, dated(found, memory)));
        memory.figures().remember(sentence, all);
        return all;
    }

    /** A date before the first of several numbers holds for the others too. */
    private static List<Found> dated(List<Found> found, Memory memory) {
        List<Found> result = new ArrayList<>();
        Optional<When> last = memory.figures().asOf();
        for (Found one : found) {
            Figure figure = one.figure();
            Optional<Found> bound =
                    result.isEmpty() ? Optional.empty() : Optional.of(result.getLast());
            if (one.limit()
                    && figure.qualifier().equals("exact")
                    && bound.filter(Found::limit).isPresent()) {
                result.add(one.qualified(bound.get().figure().qualifier()));
            } else if (figure.asOf().isPresent()) {
                last = figure.basis().equals("projection") ? last : figure.asOf();
                result.add(one);
            } else {
                boolean undated =
                        last.isEmpty()
                                || one.limit()
                                || !one.isWhole()
                                || figure.basis().equals("projection");
                result.add(undated ? one : one.with(last.get()));
            }
        }
        return result;
    }

    private static Optional<Found> one(
            Analysed sentence, Numbers.Found number, Memory memory, List<Found> before) {
        Part clause = sentence.clauseAt(number.digits());
        Optional<Hit> unit =
                sentence.hits().stream()
                        .filter(hit ->
                                hit.from() == number.to()
                                        || hit.from() == number.to() + 1
                                                && sentence.text().charAt(number.to()) == ' ')
                        .findFirst();
        Optional<Hit> classifier = unit.filter(hit -> hit.is("unit"));
        int after = classifier.map(Hit::to).orElse(number.to());
        Optional<Hit> measure =
                Counted.measure(sentence, clause, number, after, classifier.isPresent());
        if (measure.isEmpty()) {
            return Elliptic.of(sentence, clause, number, classifier, before, memory);
        }
        Entry counted = measure.get().as("measure").orElseThrow();
        if (!counted.id().contains("warhead") && Telling.isOfAnotherField(sentence)) {
            return Optional.empty();
        }
        String currency = currency(sentence, number, classifier);
        boolean money = counted.of("money").isPresent();
        if (money == currency.isEmpty()) {
            return Optional.empty();
        }
        boolean latin = sentence.words(measure.get()).charAt(0) < 0x250;
        if (!money && !(latin && classifier.isEmpty()) && !Counted.takes(counted, classifier)) {
            return Optional.empty();
        }
        boolean left = measure.get().to() <= number.from();
        if (NumberSense.isLikeYear(sentence, number) && (left || classifier.isEmpty() && !latin)
                || NumberSense.isEnough(sentence, measure.get(), number)) {
            return Optional.empty();
        }
        return found(sentence, clause, number, memory, measure.get(), classifier);
    }

    /** The figure, once it is known what is counted. */
    private static Optional<Found> found(
            Analysed sentence,
            Part clause,
            Numbers.Found number,
            Memory memory,
            Hit measure,
            Optional<Hit> classifier) {
        Entry counted = measure.as("measure").orElseThrow();
        int from = Math.min(number.from(), measure.from());
        int after = classifier.map(Hit::to).orElse(number.to());
        int to = Math.max(after, measure.to());
        boolean listed = memory.figures().bounds();
        boolean limit = listed || NumberSense.isLimit(sentence, number);
        Optional<String> state = Counted.state(sentence, clause, number, measure);
        if (NumberSense.isUnnamedPart(sentence, clause, number, state)) {
            return Optional.empty();
        }
        boolean projected = NumberSense.isProjected(sentence, number);
        Optional<When> asOf = NumberSense.asOf(sentence, clause, number, limit);
        List<String> parties =
                limit ? List.of() : Holders.party(sentence, clause, number, measure, memory);
        String qualifier =
                listed && number.qualifier().equals("exact") ? "at-most" : number.qualifier();
        Figure figure =
                new Figure(
                        number.value(),
                        number.high(),
                        unit(sentence, counted, number, classifier),
                        counted.id()
                                + state.or(() -> counted.of("state"))
                                        .map(word -> "-" + word)
                                        .orElse(""),
                        qualifier,
                        asOf,
                        limit ? "limit" : projected ? "projection" : "stated",
                        Holders.against(sentence, clause));
        int certainty =
                60
                        + (state.isPresent() ? 15 : 0)
                        + (parties.size() == 1 ? 15 : 0)
                        + (asOf.isPresent() ? 10 : 0);
        return Optional.of(
                new Found(from, to, number.digits(), figure, counted, parties, limit, certainty));
    }

    static String currency(Analysed sentence, Numbers.Found number, Optional<Hit> classifier) {
        return classifier
                .flatMap(hit -> hit.as("unit"))
                .flatMap(entry -> entry.of("currency"))
                .orElseGet(() -> signed(sentence, number));
    }

    /** The currency of a sign before the number: $842 billion. */
    private static String signed(Analysed sentence, Numbers.Found number) {
        char before = number.digits() == 0 ? ' ' : sentence.text().charAt(number.digits() - 1);
        return switch (before) {
            case '$' -> "USD";
            case '€' -> "EUR";
            case '£' -> "GBP";
            default -> "";
        };
    }

    static boolean isCurrency(String unit) {
        return unit.length() == 3 && unit.chars().allMatch(Character::isUpperCase);
    }

    /** In what a figure is: its currency, its weight, else what is counted. */
    static String unit(
            Analysed sentence, Entry counted, Numbers.Found number, Optional<Hit> classifier) {
        String currency = currency(sentence, number, classifier);
        if (!currency.isEmpty()) {
            return currency;
        }
        return classifier
                .flatMap(hit -> hit.as("unit"))
                .map(Entry::id)
                .filter(id -> id.equals("kg") || id.equals("t"))
                .orElseGet(() -> counted.of("unit").orElse(counted.id()));
    }

    /** A number of a thing of which nothing else is known. */
    static Found blank(Numbers.Found number, Entry entry) {
        Figure figure =
                new Figure(
                        number.value(),
                        Optional.empty(),
                        entry.of("unit").orElse(entry.id()),
                        entry.id(),
                        "exact",
                        Optional.empty(),
                        "stated",
                        Optional.empty());
        return new Found(
                number.from(), number.to(), number.digits(), figure, entry, List.of(), false, 0);
    }
}
