// SPDX-License-Identifier: Apache-2.0
package org.parley.time;

import org.parley.Place;
import org.parley.Text;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * {@code every 6 months from first-of-next-month(eif)}: periods that follow one another from a date
 * on.
 *
 * @param unit days, months or years
 * @param from the first period's first day
 */
public record Recurrence(int amount, DateUnit unit, DateExpression from) {

    /**
     * Reads {@code every INT unit from date}; refuses hours and working days, which make no
     * periods.
     */
    public static Recurrence parse(String text, Place at) {
        DateParser parser = new DateParser(text, at);
        DateTerm.Shift every = parser.wholeEvery();
        return new Recurrence(
                every.amount(),
                every.unit(),
                new DateExpression(every.base(), text, at, parser.references()));
    }

    public Place at() {
        return from.at();
    }

    /** The cycle of its periods; empty as long as the date it counts from has not come to be. */
    public Optional<Cycle> cycle(DateContext context) {
        return from.resolve(context)
                .map(moment -> new Cycle(moment.day(context.zone()), amount, unit));
    }

    /** Its periods that start before a day. */
    public List<Period> periods(DateContext context, LocalDate before) {
        return cycle(context).stream().flatMap(cycle -> cycle.before(before)).toList();
    }

    /** The period that a day lies in. */
    public Optional<Period> containing(LocalDate date, DateContext context) {
        return cycle(context).flatMap(cycle -> cycle.containing(date));
    }

    /** "every 6 months from entry into force", "自条约生效起每 6 个月". */
    public Text phrase(DateExpression.Titles titles) {
        return new DateReading(titles).recurrence(amount, unit, from.term());
    }

    @Override
    public String toString() {
        return "every " + unit.source(amount) + " from " + from;
    }
}
