// SPDX-License-Identifier: Apache-2.0
package org.parley.time;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Periods of equal length, one after another from an anchor on, without gaps. Every start is
 * counted from the anchor and never from the one before, so that monthly periods from 31 January
 * start on 28 February and on 31 March.
 *
 * @param unit days, months or years
 */
public record Cycle(LocalDate anchor, int amount, DateUnit unit) {

    public Cycle {
        if (amount < 1 || unit == DateUnit.HOUR || unit == DateUnit.WORKING_DAY) {
            throw new IllegalArgumentException("a cycle of " + unit.source(amount));
        }
    }

    /** 1 January to 31 December, from the year 1 on. */
    public static Cycle calendarYears() {
        return new Cycle(LocalDate.of(1, 1, 1), 1, DateUnit.YEAR);
    }

    /** The period with a number; the first is 0. */
    public Period period(int index) {
        return new Period(start(index), start(index + 1));
    }

    /**
     * The number of the period that a day lies in, the first being 0; negative before the anchor.
     */
    public int index(LocalDate date) {
        int units =
                Math.toIntExact(
                        switch (unit) {
                            case DAY -> ChronoUnit.DAYS.between(anchor, date);
                            case MONTH -> ChronoUnit.MONTHS.between(anchor, date);
                            case YEAR -> ChronoUnit.YEARS.between(anchor, date);
                            case HOUR, WORKING_DAY -> throw new IllegalStateException();
                        });
        // One off where a start is clamped to the end of a short month, or before the anchor.
        int index = Math.floorDiv(units, amount);
        while (start(index).isAfter(date)) {
            index--;
        }
        while (!start(index + 1).isAfter(date)) {
            index++;
        }
        return index;
    }

    /** The period that a day lies in; none before the anchor. */
    public Optional<Period> containing(LocalDate date) {
        return date.isBefore(anchor) ? Optional.empty() : Optional.of(period(index(date)));
    }

    /** The periods that start before a day, the first one first. */
    public Stream<Period> before(LocalDate date) {
        return between(anchor, date);
    }

    /**
     * The periods of which at least one day is on or after {@code from} and before {@code until}.
     */
    public Stream<Period> between(LocalDate from, LocalDate until) {
        LocalDate first = from.isBefore(anchor) ? anchor : from;
        return Stream.iterate(index(first), index -> index + 1)
                .map(this::period)
                .takeWhile(period -> period.start().isBefore(until));
    }

    private LocalDate start(int index) {
        return DateEvaluation.shifted(anchor, Math.multiplyExact(index, amount), unit, Set.of());
    }
}
