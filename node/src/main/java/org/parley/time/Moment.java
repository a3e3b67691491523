// SPDX-License-Identifier: Apache-2.0
package org.parley.time;

import org.parley.Place;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;

/**
 * When something is: on a calendar day of the agreement's zone, or at an exact instant. The two are
 * kept apart because a treaty's days are never spans of 24 hours, and because the hour of most
 * treaty acts is not known.
 */
public sealed interface Moment {

    /** A whole day; as a due date it lasts until 24:00 in the agreement's zone. */
    record Day(LocalDate date) implements Moment {
        @Override
        public String toString() {
            return date.toString();
        }
    }

    /** An exact point in time. */
    record At(Instant instant) implements Moment {
        @Override
        public String toString() {
            return instant.toString();
        }
    }

    static Moment of(LocalDate date) {
        return new Day(date);
    }

    static Moment of(Instant instant) {
        return new At(instant);
    }

    /**
     * Reads {@code 2020-01-01} or {@code 2020-01-01T10:00Z}; a time of day needs its offset.
     *
     * @throws org.parley.ParleyException {@code BAD_DATE} that says which part is wrong
     */
    static Moment parse(String text, Place at) {
        return CalendarText.moment(text, at);
    }

    /** The calendar day in a zone. */
    default LocalDate day(ZoneId zone) {
        return switch (this) {
            case Day(LocalDate date) -> date;
            case At(Instant instant) -> LocalDate.ofInstant(instant, zone);
        };
    }

    /** From when a rule that begins at this moment binds: the instant, or 00:00 of the day. */
    default Instant begins(ZoneId zone) {
        return switch (this) {
            case Day(LocalDate date) -> date.atStartOfDay(zone).toInstant();
            case At(Instant instant) -> instant;
        };
    }

    /** This moment as something due. */
    default Deadline deadline(ZoneId zone) {
        return switch (this) {
            case Day(LocalDate date) -> Deadline.endOf(date, zone);
            case At(Instant instant) -> Deadline.at(instant);
        };
    }

    /**
     * The order that earlier-of and later-of use: a day counts by its end, since that is when it is
     * over, so an instant of the same day comes before it.
     */
    static Comparator<Moment> order(ZoneId zone) {
        return Comparator.comparing((Moment moment) ->
                        switch (moment) {
                            case Day(LocalDate date) ->
                                    date.plusDays(1).atStartOfDay(zone).toInstant();
                            case At(Instant instant) -> instant;
                        })
                .thenComparing(moment -> moment instanceof At);
    }
}
