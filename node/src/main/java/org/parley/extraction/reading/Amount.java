// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.reading;

import org.parley.extraction.FoundClaim.Figure;
import org.parley.extraction.FoundClaim.When;
import org.parley.extraction.numbers.Numbers;
import org.parley.lexicon.Entry;

import java.util.List;
import java.util.Optional;

/**
 * A number that counts something.
 *
 * @param entry what is counted, without its state
 * @param limit whether it is a bound, not a count
 */
record Amount(
        int from,
        int to,
        int at,
        Figure figure,
        Entry entry,
        List<String> parties,
        boolean limit,
        int certainty) {
    /** Ends the name of what grew or shrank by a number. */
    static final String CHANGE = "-change";

    /** Stands in the name of what is counted by the month or the year. */
    static final String RATE = "-per-";

    static final String PROJECTION = "projection";

    static final String STOCKPILE = "-stockpile";

    private static final List<String> APART =
            List.of("-retired", "-reserve", "-alert", "-destroyed", "-available");

    String counted() {
        return entry.id();
    }

    /** A count of things, and neither a change nor a share of it. */
    boolean isWhole() {
        return !figure.measure().contains(CHANGE)
                && !figure.measure().contains(RATE)
                && !figure.unit().equals(Shares.PERCENT)
                && !isReach()
                && !figure.measure().endsWith(Potential.MATERIAL);
    }

    /** Of states that have joined, which is a number of their treaty. */
    boolean isOfMembers() {
        return entry.of("members").isPresent();
    }

    /** How far something flies, or what it carries. */
    boolean isReach() {
        return entry.category().equals("reach");
    }

    boolean isRate() {
        return figure.measure().contains(RATE);
    }

    /** Of some that are counted apart, so that the next number is rather one of all. */
    boolean isOfAFew() {
        return APART.stream().anyMatch(state -> figure.measure().endsWith(state));
    }

    boolean isOfTheSame(Amount whole) {
        return whole.kin().equals(kin()) && whole.parties().equals(parties);
    }

    /** Of a stock that is called so. */
    boolean isStock() {
        return isTotal() && !figure.measure().equals(counted())
                || entry.of("one_stock").isPresent();
    }

    /** Of all that there are, in whatever state. */
    boolean isTotal() {
        return figure.measure().equals(counted())
                || figure.measure().endsWith("-stockpile")
                || figure.measure().endsWith("-inventory");
    }

    boolean isProjection() {
        return figure.basis().equals(PROJECTION);
    }

    /** The thing in whatever state: warheads are nuclear, strategic ones among them. */
    String kin() {
        return counted().endsWith("warheads") ? "warheads" : counted();
    }

    /** Whether it is no number of a text: only what is counted is known. */
    boolean isBlank() {
        return certainty == 0;
    }

    /** Whether whose it is may still be known from elsewhere. */
    boolean mayBeOfSomebody() {
        return limit || isBlank();
    }

    /** By how much there are more or fewer, which is no count. */
    Amount changed() {
        return of(
                new Figure(
                        figure.value(),
                        figure.high(),
                        figure.unit(),
                        counted() + CHANGE,
                        figure.qualifier(),
                        Optional.empty(),
                        figure.basis(),
                        figure.against()));
    }

    Amount with(When asOf) {
        return of(figure(figure.measure(), figure.qualifier(), Optional.of(asOf), figure.basis()));
    }

    Amount projected() {
        return of(figure(figure.measure(), figure.qualifier(), figure.asOf(), PROJECTION));
    }

    Amount qualified(String qualifier) {
        return of(figure(figure.measure(), qualifier, figure.asOf(), figure.basis()));
    }

    /** In the state of another: the verb of several numbers holds for all. */
    Amount measuredAs(Amount other) {
        return measured(other.figure().measure());
    }

    Amount measured(String measure) {
        return of(figure(measure, figure.qualifier(), figure.asOf(), figure.basis()));
    }

    Amount of(List<String> whose) {
        return new Amount(from, to, at, figure, entry, whose, limit, certainty);
    }

    /** The same of another number. */
    Amount numbered(Numbers.Found number) {
        Figure same =
                new Figure(
                        number.value(),
                        number.high(),
                        figure.unit(),
                        figure.measure(),
                        number.qualifier(),
                        figure.asOf(),
                        figure.basis(),
                        figure.against());
        return new Amount(
                number.from(),
                number.to(),
                number.digits(),
                same,
                entry,
                parties,
                limit,
                certainty);
    }

    private Figure figure(String measure, String qualifier, Optional<When> asOf, String basis) {
        return new Figure(
                figure.value(),
                figure.high(),
                figure.unit(),
                measure,
                qualifier,
                asOf,
                basis,
                figure.against());
    }

    private Amount of(Figure other) {
        return new Amount(from, to, at, other, entry, parties, limit, certainty);
    }
}
