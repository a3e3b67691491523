// SPDX-License-Identifier: Apache-2.0
package org.parley.contradiction;

import org.parley.Text;
import org.parley.estimate.Quantity;
import org.parley.evidence.Amount;
import org.parley.evidence.Aspect;
import org.parley.evidence.Link;
import org.parley.evidence.Status;
import org.parley.evidence.Subject;
import org.parley.extraction.FoundClaim;
import org.parley.time.Edtf;

import java.util.List;
import java.util.Optional;

/** Numbers: what they count and how they are rounded, as far as the sentence says. */
final class FigureTerms {
    static final String WARHEADS = "nuclear-warheads";

    /** What a {@code long} holds for sure. */
    private static final int LONG_DIGITS = 18;

    private FigureTerms() {}

    static Optional<FoundAsClaim.What> of(
            FoundClaim found, FoundClaim.Figure figure, List<String> whose, boolean limit) {
        boolean warheads = figure.unit().equals("warheads");
        Optional<Amount.Rounding> rounding = rounding(figure);
        if (rounding.isEmpty() || isBroken(figure) || isChange(figure)) {
            return Optional.empty();
        }
        Amount amount =
                new Amount(
                        figure.value().longValueExact(),
                        rounding.get(),
                        figure.unit(),
                        warheads ? Optional.of(quantity(figure.measure())) : Optional.empty(),
                        estimator(found, whose),
                        Optional.empty());
        Aspect aspect =
                warheads
                        ? limit ? Aspect.LIMIT_ON_WARHEADS : Aspect.STOCK_OF_WARHEADS
                        : limit ? Aspect.LIMIT : Aspect.NUMBER;
        String thing =
                limit ? found.mechanism().orElseThrow() : warheads ? WARHEADS : figure.measure();
        Optional<Edtf> asOf = figure.asOf().flatMap(FoundClaim.When::edtf).map(FoundAsClaim::date);
        return Optional.of(
                new FoundAsClaim.What(
                        new Subject(thing, aspect, whose, Optional.empty(), false),
                        Status.HELD,
                        Optional.of(amount),
                        Optional.empty(),
                        found.denied(),
                        asOf));
    }

    /** By how much something grew, how much a month brings, or what share it is, is no count. */
    private static boolean isChange(FoundClaim.Figure figure) {
        return figure.measure().contains("-change")
                || figure.measure().contains("-per-")
                || figure.unit().equals("percent");
    }

    /** What is counted is whole; tonnes and years with a part are not set against each other. */
    private static boolean isBroken(FoundClaim.Figure figure) {
        return figure.value().scale() > 0 || figure.value().precision() > LONG_DIGITS;
    }

    /** A range is no number with a word before it. */
    private static Optional<Amount.Rounding> rounding(FoundClaim.Figure figure) {
        return switch (figure.qualifier()) {
            case "exact" -> Optional.of(Amount.Rounding.EXACT);
            case "about" -> Optional.of(Amount.Rounding.ABOUT);
            case "more-than" -> Optional.of(Amount.Rounding.MORE_THAN);
            case "at-least" -> Optional.of(Amount.Rounding.AT_LEAST);
            case "less-than" -> Optional.of(Amount.Rounding.LESS_THAN);
            case "at-most" -> Optional.of(Amount.Rounding.AT_MOST);
            default -> Optional.empty();
        };
    }

    /** Which of the quantities the state word of the measure names. */
    static Quantity quantity(String measure) {
        if (measure.endsWith("-deployed") && !measure.endsWith("non-deployed")) {
            return measure.startsWith("strategic")
                    ? Quantity.DEPLOYED_STRATEGIC
                    : measure.startsWith("nonstrategic")
                            ? Quantity.DEPLOYED_NONSTRATEGIC
                            : Quantity.DEPLOYED;
        }
        if (measure.endsWith("-stockpile")) {
            return Quantity.STOCKPILE;
        }
        if (measure.endsWith("-retired")) {
            return Quantity.RETIRED;
        }
        return measure.endsWith("-inventory") || measure.endsWith("-total")
                ? Quantity.TOTAL_INVENTORY
                : Quantity.NOT_STATED;
    }

    /** An institute, or another party than the one whose number it is. */
    private static Optional<Text> estimator(FoundClaim found, List<String> whose) {
        if (found.chain().isEmpty()) {
            return Optional.empty();
        }
        FoundClaim.Voice last = found.chain().getLast();
        boolean other = last.of().filter(of -> !whose.contains(of)).isPresent();
        return last.type() == Link.Type.ORGANISATION || other
                ? Optional.of(Text.same(last.by()))
                : Optional.empty();
    }
}
