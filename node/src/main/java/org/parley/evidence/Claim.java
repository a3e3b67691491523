// SPDX-License-Identifier: Apache-2.0
package org.parley.evidence;

import org.parley.Place;
import org.parley.Text;
import org.parley.statement.Source;
import org.parley.time.Edtf;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Something that somebody is said to have said: who, about what, when, how certain, in which words.
 *
 * @param chain who says so, outermost first; never empty
 * @param says what is claimed, in our words
 * @param sort the sort of event it is one of, for what is called the first of its sort
 * @param confirmedBy parties that confirmed it
 * @param unverified read only second-hand
 */
public record Claim(
        String ref,
        Subject subject,
        Content content,
        Timing timing,
        List<Link> chain,
        Text says,
        Optional<String> sort,
        List<String> confirmedBy,
        Optional<Quote> quote,
        Source source,
        Optional<Text> note,
        boolean unverified,
        boolean exercise,
        Place place) {

    public Claim {
        chain = List.copyOf(chain);
        confirmedBy = List.copyOf(confirmedBy);
    }

    /**
     * What is said.
     *
     * @param word which of several: {@code southern-theater-command}; compared letter by letter
     */
    public record Content(
            Status status,
            Assertion assertion,
            Optional<Amount> amount,
            Optional<String> word,
            Optional<First> first) {

        /** Whether the thing is said to be, or to be on its way. */
        public boolean isAffirmed() {
            return status.going() && assertion != Assertion.DENIED;
        }
    }

    /**
     * Called the first of its sort.
     *
     * @param since empty for the first ever
     * @param word what narrows it, in which it lies whether there were others: {@code substantive}
     */
    public record First(Optional<Edtf> since, Optional<Text> word) {}

    /**
     * Its dates.
     *
     * @param when date of the event, or as of which it holds
     * @param said when it was said, or first printed
     */
    public record Timing(Optional<Edtf> when, Basis basis, Edtf said) {}

    /** What happened, where that says something: a figure or a state is not "held". */
    public Optional<Status> happened() {
        return Optional.of(content.status())
                .filter(status ->
                        status != Status.HELD || subject.aspect().kind() == Aspect.Kind.EVENT);
    }

    /** Who speaks in the end. */
    public Link voice() {
        return chain.getLast();
    }

    /** Whether it had been said by this day. */
    public boolean knownOn(LocalDate day) {
        return timing.said().latest().map(said -> !said.isAfter(day)).orElse(false);
    }

    /**
     * When it holds: as of its date, else when it was said; a judgement has no date but its own.
     */
    public Optional<Edtf> time() {
        return timing.when().isPresent() || subject.aspect().kind() == Aspect.Kind.JUDGEMENT
                ? timing.when()
                : Optional.of(timing.said());
    }
}
