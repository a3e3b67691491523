// SPDX-License-Identifier: Apache-2.0
package org.parley.review;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Days of the week that a text names, from which its own day may follow.
 *
 * @param days with their day of the month beside them
 * @param weekdays alone
 */
record NamedDays(List<NamedDays.Named> days, Set<DayOfWeek> weekdays) {
    /** News names a weekday for what is about a week away at most. */
    private static final int NEAR_DAYS = 7;

    private static final String ZH_DAYS = "一二三四五六日天";
    private static final String EN_DAYS = "(mon|tues|wednes|thurs|fri|satur|sun)day";
    private static final String EN_MONTHS =
            "(january|february|march|april|may|june|july|august|september|october|november"
                    + "|december)";

    private static final Pattern ZH_DAY_FIRST =
            Pattern.compile("(?:(\\d{1,2})月)?(\\d{1,2})日[（(,，\\s]{0,2}(?:星期|周)([" + ZH_DAYS + "])");
    private static final Pattern ZH_WEEKDAY_FIRST =
            Pattern.compile("(?:星期|周)([" + ZH_DAYS + "])[（(,，\\s]{0,2}(?:(\\d{1,2})月)?(\\d{1,2})日");
    private static final Pattern EN_MONTH_FIRST =
            Pattern.compile(EN_DAYS + "[,(\\s]{1,3}" + EN_MONTHS + "\\s{1,2}(\\d{1,2})");
    private static final Pattern EN_DAY_FIRST =
            Pattern.compile(EN_DAYS + "[,(\\s]{1,3}(\\d{1,2})\\s{1,2}" + EN_MONTHS);
    private static final Pattern BARE =
            Pattern.compile(
                    "(?<![上下本这每])(?:星期|周)(["
                            + ZH_DAYS
                            + "])|(?<!next |last |this |every )\\b"
                            + EN_DAYS);

    NamedDays {
        days = List.copyOf(days);
        weekdays = Set.copyOf(weekdays);
    }

    /** A day of the month with its weekday; month 0 where none is named. */
    record Named(int month, int day, DayOfWeek weekday) {
        /** Whether such a day lies near. */
        boolean near(LocalDate day) {
            return Stream.iterate(day.minusDays(NEAR_DAYS), one -> one.plusDays(1))
                    .limit(2L * NEAR_DAYS + 1)
                    .anyMatch(one ->
                            one.getDayOfMonth() == this.day
                                    && (month == 0 || one.getMonthValue() == month)
                                    && one.getDayOfWeek() == weekday);
        }
    }

    /** In lower case. */
    static NamedDays in(String text) {
        return new NamedDays(named(text), bare(text));
    }

    boolean isEmpty() {
        return days.isEmpty() && weekdays.isEmpty();
    }

    /** Whether there are dates with their weekday, and all of them lie near a day. */
    boolean agree(LocalDate day) {
        return !days.isEmpty() && days.stream().allMatch(one -> one.near(day));
    }

    private static List<Named> named(String text) {
        List<Named> named = new ArrayList<>();
        for (Matcher m = ZH_DAY_FIRST.matcher(text); m.find(); ) {
            named.add(new Named(number(m, 1), number(m, 2), weekday(m.group(3))));
        }
        for (Matcher m = ZH_WEEKDAY_FIRST.matcher(text); m.find(); ) {
            named.add(new Named(number(m, 2), number(m, 3), weekday(m.group(1))));
        }
        for (Matcher m = EN_MONTH_FIRST.matcher(text); m.find(); ) {
            named.add(new Named(month(m.group(2)), number(m, 3), weekday(m.group(1))));
        }
        for (Matcher m = EN_DAY_FIRST.matcher(text); m.find(); ) {
            named.add(new Named(month(m.group(3)), number(m, 2), weekday(m.group(1))));
        }
        return named;
    }

    private static Set<DayOfWeek> bare(String text) {
        Set<DayOfWeek> weekdays = EnumSet.noneOf(DayOfWeek.class);
        for (Matcher m = BARE.matcher(text); m.find(); ) {
            weekdays.add(weekday(Optional.ofNullable(m.group(1)).orElseGet(() -> m.group(2))));
        }
        return weekdays;
    }

    private static int number(Matcher matcher, int group) {
        return Optional.ofNullable(matcher.group(group)).map(Integer::parseInt).orElse(0);
    }

    private static int month(String name) {
        return java.time.Month.valueOf(name.toUpperCase(Locale.ROOT)).getValue();
    }

    private static DayOfWeek weekday(String name) {
        if (name.length() == 1) {
            return DayOfWeek.of(Math.min(7, ZH_DAYS.indexOf(name) + 1));
        }
        return DayOfWeek.valueOf((name + "day").toUpperCase(Locale.ROOT));
    }
}
