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
    private Quantities() {}

    /**
     * A number that counts something.
     *
     * @param counted what is counted, without its state
     * @param limit whether it is a bound, not a count
     */
    record Found(
            int from,
            int to,
            int at,
            Figure figure,
            String counted,
            List<String> parties,
            boolean limit,
            int certainty) {
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
            return new Found(from, to, at, dated, counted, parties, limit, certainty);
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
            return new Found(from, to, at, bound, counted, parties, limit, certainty);
        }

        Found of(List<String> whose) {
            return new Found(from, to, at, figure, counted, whose, limit, certainty);
        }

        /** Its figure in the state of another: the verb of several numbers holds for all. */
        Figure measured(Found other) {
            return new Figure(
                    figure.value(),
                    figure.high(),
                    figure.unit(),
                    other.figure().measure(),
                    figure.qualifier(),
                    figure.asOf(),
                    figure.basis(),
                    figure.against());
        }
    }

    static List<Found> in(Analysed sentence, Memory memory) {
        List<Found> found = new ArrayList<>();
        for (Numbers.Found number : sentence.numbers()) {
            boolean isShare =
                    sentence.text().startsWith("%", number.to())
                            || sentence.text().startsWith(" percent", number.to())
                            || sentence.text().startsWith(" per cent", number.to());
            if (!NumberSense.isDate(sentence, number)
                    && !isShare
                    && !NumberSense.isChange(sentence, number)) {
                one(sentence, number, memory, found).ifPresent(found::add);
            }
        }
        return Holders.each(sentence, Holders.distributed(sentence, dated(found)));
    }

    /** A date before the first of several numbers holds for the others too. */
    private static List<Found> dated(List<Found> found) {
        List<Found> result = new ArrayList<>();
        Optional<When> last = Optional.empty();
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
                result.add(last.isEmpty() || one.limit() ? one : one.with(last.get()));
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
            return classifier.isPresent() || Counted.isElliptic(sentence, number)
                    ? again(sentence, clause, number, after, before)
                    : Optional.empty();
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
        return found(sentence, clause, number, memory, measure.get(), after, currency);
    }

    /** The figure, once it is known what is counted. */
    private static Optional<Found> found(
            Analysed sentence,
            Part clause,
            Numbers.Found number,
            Memory memory,
            Hit measure,
            int after,
            String currency) {
        Entry counted = measure.as("measure").orElseThrow();
        int from = Math.min(number.from(), measure.from());
        int to = Math.max(after, measure.to());
        boolean limit = NumberSense.isLimit(sentence, number);
        Optional<String> state = Counted.state(sentence, clause, number, measure);
        if (NumberSense.isUnnamedPart(sentence, clause, number, state)) {
            return Optional.empty();
        }
        boolean projected = NumberSense.isProjected(sentence, number);
        Optional<When> asOf = NumberSense.asOf(sentence, clause, number, limit);
        List<String> parties =
                limit ? List.of() : Holders.party(sentence, clause, number, measure, memory);
        String unitName = !currency.isEmpty() ? currency : counted.of("unit").orElse(counted.id());
        Figure figure =
                new Figure(
                        number.value(),
                        number.high(),
                        unitName,
                        counted.id()
                                + state.or(() -> counted.of("state"))
                                        .map(word -> "-" + word)
                                        .orElse(""),
                        number.qualifier(),
                        asOf,
                        limit ? "limit" : projected ? "projection" : "stated",
                        Holders.against(sentence, clause));
        int certainty =
                60
                        + (state.isPresent() ? 15 : 0)
                        + (parties.size() == 1 ? 15 : 0)
                        + (asOf.isPresent() ? 10 : 0);
        return Optional.of(
                new Found(
                        from,
                        to,
                        number.digits(),
                        figure,
                        counted.id(),
                        parties,
                        limit,
                        certainty));
    }

    private static String currency(
            Analysed sentence, Numbers.Found number, Optional<Hit> classifier) {
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

    /** The same thing counted again in the next clause: 2030年前还将增加到超过1000枚. */
    private static Optional<Found> again(
            Analysed sentence, Part clause, Numbers.Found number, int after, List<Found> before) {
        if (before.isEmpty()
                || before.getLast().limit()
                || sentence.clauseIndex(before.getLast().at())
                        < sentence.clauseIndex(number.digits()) - 1) {
            return Optional.empty();
        }
        Found last = before.getLast();
        boolean projected =
                sentence.of("projected").stream().anyMatch(hit -> clause.holds(hit.from()));
        List<Hit> states = sentence.of("state", clause.from(), clause.to());
        String measure =
                states.isEmpty()
                        ? last.figure().measure()
                        : last.counted() + "-" + states.getFirst().as("state").orElseThrow().id();
        Figure figure =
                new Figure(
                        number.value(),
                        number.high(),
                        last.figure().unit(),
                        measure,
                        number.qualifier(),
                        NumberSense.asOf(sentence, clause, number, false),
                        projected ? "projection" : "stated",
                        last.figure().against());
        List<Hit> own = sentence.of("party", clause.from(), number.from());
        return Optional.of(
                new Found(
                        number.from(),
                        after,
                        number.digits(),
                        figure,
                        last.counted(),
                        own.isEmpty() ? last.parties() : Codes.of(own.getLast()),
                        false,
                        70));
    }
}
