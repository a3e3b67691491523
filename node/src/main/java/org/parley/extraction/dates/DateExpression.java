// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.dates;

import java.util.Optional;

/**
 * What the words of a date say, before it is reckoned.
 *
 * @param year in which year
 * @param month 1 to 12; 0 if not said
 * @param day 1 to 31; 0 if not said
 * @param part of the month, of the year
 * @param shift from the date of the text, if it is reckoned from that
 * @param bound whether the date itself is meant, or the time before or since
 * @param end the other end of a span
 */
public record DateExpression(
        Year year,
        int month,
        int day,
        Part part,
        Shift shift,
        Bound bound,
        Optional<DateExpression> end) {

    private static final int WEEK = 7;

    /** On which side of the date. */
    public enum Bound {
        AT,
        BEFORE,
        SINCE
    }

    /** Which year is meant. */
    public sealed interface Year {
        /** As written. */
        record Given(int year) implements Year {}

        /** So many after that of the text: this, last, next. */
        record Relative(int offset) implements Year {}

        /** So many after the one mentioned before: 同年, 次年. */
        record AfterMentioned(int offset) implements Year {}

        /** Not said. */
        record Open() implements Year {}
    }

    /** A part of a month or of a year. */
    public enum Part {
        WHOLE,
        EARLY,
        MIDDLE,
        LATE,
        FIRST_HALF,
        SECOND_HALF,
        SPRING,
        SUMMER,
        AUTUMN,
        WINTER,
        DECADE
    }

    /** What a date is reckoned in. */
    public enum Unit {
        NONE,
        DAY,
        WEEK,
        WEEKDAY,
        MONTH,
        YEAR,
        RECENT,
        /** Days after the day mentioned before; after that of the text if none was. */
        SAME,
        /** Days after the day mentioned before, and unknown if none was. */
        DAY_LATER,
        /** Months after the month mentioned before, and unknown if none was. */
        MONTH_LATER
    }

    /**
     * A distance from the date of the text.
     *
     * @param unit in what
     * @param offset how many, after; before if negative
     * @param weekday 1 Monday to 7 Sunday, of a weekday; 0 otherwise
     * @param bare whether a weekday stands without last, this or next
     * @param about whether it is somewhat more
     */
    public record Shift(Unit unit, int offset, int weekday, boolean bare, boolean about) {
        static final Shift NONE = new Shift(Unit.NONE, 0, 0, false, false);
    }

    static DateExpression of(Year year, int month, int day, Part part) {
        return new DateExpression(year, month, day, part, Shift.NONE, Bound.AT, Optional.empty());
    }

    static DateExpression of(Shift shift) {
        return new DateExpression(
                new Year.Open(), 0, 0, Part.WHOLE, shift, Bound.AT, Optional.empty());
    }

    /** So many days, weeks or months after what was mentioned before; weeks are about so long. */
    static DateExpression later(Unit unit, int count) {
        return of(
                switch (unit) {
                    case MONTH -> new Shift(Unit.MONTH_LATER, count, 0, false, false);
                    case WEEK -> new Shift(Unit.DAY_LATER, count * WEEK, 0, false, true);
                    default -> new Shift(Unit.DAY_LATER, count, 0, false, false);
                });
    }

    DateExpression to(DateExpression last) {
        return new DateExpression(year, month, day, part, shift, bound, Optional.of(last));
    }

    DateExpression with(Bound side) {
        return new DateExpression(year, month, day, part, shift, side, end);
    }

    /** Whether it is reckoned from what was mentioned before, and from nothing else. */
    public boolean pointsBack() {
        return shift.unit() == Unit.DAY_LATER || shift.unit() == Unit.MONTH_LATER;
    }

    public boolean isShift() {
        return shift.unit() != Unit.NONE;
    }
}
