// SPDX-License-Identifier: Apache-2.0
package org.parley.time;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads ISO 8601 dates, and says which part of a wrong one is wrong. */
final class CalendarText {
    private static final Pattern DATE = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern TIME =
            Pattern.compile(
                    "(.*?)T(\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?)(Z|[+-]\\d{2}:\\d{2})?");

    private CalendarText() {}

    static Moment moment(String text, Place at) {
        return text.indexOf('T') < 0
                ? new Moment.Day(date(text, at))
                : new Moment.At(dateTime(text, at).toInstant());
    }

    static LocalDate date(String text, Place at) {
        Matcher matcher = DATE.matcher(text);
        if (!matcher.matches()) {
            throw bad(at, "\"" + text + "\" is not a date", "write year-month-day, 2021-02-28");
        }
        YearMonth month = yearMonth(matcher.group(1), matcher.group(2), at);
        int day = Integer.parseInt(matcher.group(3));
        if (!month.isValidDay(day)) {
            throw bad(
                    at,
                    "\""
                            + text
                            + "\": "
                            + monthName(month.getMonthValue())
                            + " "
                            + month.getYear()
                            + " has "
                            + month.lengthOfMonth()
                            + " days",
                    "use a day from 01 to " + month.lengthOfMonth());
        }
        return month.atDay(day);
    }

    static YearMonth yearMonth(String year, String month, Place at) {
        int number = Integer.parseInt(month);
        if (number < 1 || number > 12) {
            throw bad(at, "there is no month " + month, "use a month from 01 to 12");
        }
        return YearMonth.of(year(year, at), number);
    }

    static int year(String year, Place at) {
        int number = Integer.parseInt(year);
        if (number == 0) {
            throw bad(at, "there is no year 0000", "use a year from 0001 to 9999");
        }
        return number;
    }

    static OffsetDateTime dateTime(String text, Place at) {
        Matcher matcher = TIME.matcher(text);
        if (!matcher.matches()) {
            throw bad(
                    at,
                    "\"" + text + "\" is not a date and time",
                    "write 2023-11-06T21:00Z or 2023-11-07T00:00+03:00");
        }
        LocalDate date = date(matcher.group(1), at);
        if (matcher.group(3) == null) {
            throw bad(
                    at,
                    "\"" + text + "\" does not say in which zone that hour is",
                    "add Z or an offset such as +03:00");
        }
        try {
            return OffsetDateTime.parse(date + "T" + matcher.group(2) + matcher.group(3));
        } catch (DateTimeException wrongTime) {
            throw bad(
                    at,
                    "\"" + text + "\" is not a time of day",
                    "hours go from 00 to 23, minutes from 00 to 59, offsets to 18:00");
        }
    }

    /** The English name of a month, 1 to 12. */
    static String monthName(int month) {
        return Month.of(month).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    static ParleyException bad(Place at, String what, String todo) {
        return new ParleyException(Code.BAD_DATE, at, what, todo);
    }
}
