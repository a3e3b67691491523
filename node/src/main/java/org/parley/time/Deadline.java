// SPDX-License-Identifier: Apache-2.0
package org.parley.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The last moment at which something is in time. A due day lasts until 24:00 in the agreement's
 * zone, whatever the hour of what started the clock: a change at 2020-01-01T10:00Z that must be
 * notified within five days may be received on 2020-01-06 at any hour. A deadline counted in hours
 * is an instant, itself still in time.
 */
public sealed interface Deadline {

    /** The whole of a day. */
    record EndOfDay(LocalDate date, ZoneId zone) implements Deadline {
        @Override
        public String toString() {
            return date + " 24:00 " + zone;
        }
    }

    /** An exact instant. */
    record Exactly(Instant instant) implements Deadline {
        @Override
        public String toString() {
            return instant.toString();
        }
    }

    static Deadline endOf(LocalDate date, ZoneId zone) {
        return new EndOfDay(date, zone);
    }

    static Deadline at(Instant instant) {
        return new Exactly(instant);
    }

    /** Whether something received at this instant is in time. */
    default boolean met(Instant received) {
        return switch (this) {
            case EndOfDay(LocalDate date, ZoneId zone) ->
                    received.isBefore(date.plusDays(1).atStartOfDay(zone).toInstant());
            case Exactly(Instant instant) -> !received.isAfter(instant);
        };
    }

    /** Whether the deadline is over at this instant. */
    default boolean passed(Instant now) {
        return !met(now);
    }

    /**
     * Whether something is in time of which only the day of receipt is known.
     *
     * @param zone the zone of that day
     */
    default Timeliness metOn(LocalDate received, ZoneId zone) {
        Instant first = received.atStartOfDay(zone).toInstant();
        Instant last = received.plusDays(1).atStartOfDay(zone).toInstant().minusNanos(1);
        if (met(last)) {
            return Timeliness.IN_TIME;
        }
        return met(first) ? Timeliness.UNDECIDED : Timeliness.LATE;
    }

    /** The same for a moment of either kind. */
    default Timeliness metBy(Moment received, ZoneId zone) {
        return switch (received) {
            case Moment.Day(LocalDate date) -> metOn(date, zone);
            case Moment.At(Instant instant) -> met(instant) ? Timeliness.IN_TIME : Timeliness.LATE;
        };
    }

    /** The day on which it falls, in a zone. */
    default LocalDate day(ZoneId in) {
        return switch (this) {
            case EndOfDay(LocalDate date, _) -> date;
            case Exactly(Instant instant) -> LocalDate.ofInstant(instant, in);
        };
    }

    /** An answer that must admit not knowing: a day of receipt against a deadline by the hour. */
    enum Timeliness {
        IN_TIME,
        LATE,
        /** The deadline lies inside the day of receipt, whose hour is not known. */
        UNDECIDED
    }
}
