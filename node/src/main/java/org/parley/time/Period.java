// SPDX-License-Identifier: Apache-2.0
package org.parley.time;

import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A span of whole days, from its start up to but without its end; so the end of one is the start of
 * the next. (New START's half-years end on 1 March and 1 September: data as of that day, due 30
 * days after it.)
 */
public record Period(LocalDate start, LocalDate end) {

    public Period {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException(start + " is not before " + end);
        }
    }

    /** 1 January up to the next 1 January. */
    public static Period calendarYear(int year) {
        return new Period(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1));
    }

    public boolean contains(LocalDate date) {
        return !date.isBefore(start) && date.isBefore(end);
    }

    public boolean contains(Moment moment, ZoneId zone) {
        return contains(moment.day(zone));
    }

    public boolean overlaps(Period other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }

    /** The last day that still belongs to it. */
    public LocalDate lastDay() {
        return end.minusDays(1);
    }

    /** {@code 2011-03-01/2011-08-31}: an ISO interval names both of its days as inside. */
    @Override
    public String toString() {
        return start + "/" + lastDay();
    }
}
