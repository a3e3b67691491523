// SPDX-License-Identifier: Apache-2.0
package org.parley.time;

import org.parley.Place;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Resolves date terms. Months and years clamp to the last day of the month (31 August and six
 * months: 28 or 29 February); days, months and years counted from an instant count from its day in
 * the agreement's zone.
 */
final class DateEvaluation {
    /** The act whose date takes the place of an agreed end. */
    static final DateTerm EXTENSION = new DateTerm.ActDate("extended-until");

    private final DateContext context;
    private final Place at;

    DateEvaluation(DateContext context, Place at) {
        this.context = context;
        this.at = at;
    }

    Optional<Moment> resolve(DateTerm term) {
        return switch (term) {
            case DateTerm.Literal(Moment moment) -> Optional.of(moment);
            case DateTerm.Named(String name) -> context.name(name);
            case DateTerm.ActDate(String act) -> context.act(act);
            case DateTerm.FormField(String field) -> context.form(field);
            case DateTerm.StepDate(String step) -> context.step(step);
            case DateTerm.PeriodEdge(DateTerm.Edge edge) ->
                    context.period()
                            .map(period ->
                                    switch (edge) {
                                        case START -> period.start();
                                        case END -> period.end();
                                    })
                            .map(Moment::of);
            case DateTerm.Shift(DateTerm base, int amount, DateUnit unit) ->
                    resolve(base).map(moment -> shifted(moment, amount, unit));
            case DateTerm.FirstOfMonth(DateTerm of) ->
                    day(of).map(day -> Moment.of(day.withDayOfMonth(1)));
            case DateTerm.FirstOfNextMonth(DateTerm of) ->
                    day(of).map(day -> Moment.of(day.withDayOfMonth(1).plusMonths(1)));
            case DateTerm.AnnualDay(MonthDay day, DateTerm from) ->
                    day(from).map(date -> Moment.of(onOrAfter(day, date)));
            case DateTerm.Earlier(List<DateTerm> of) -> known(of).min(order());
            case DateTerm.Later(List<DateTerm> of) -> known(of).max(order());
            case DateTerm.AllActed(String set, String act) -> {
                DateContext.SetActs acts = context.setActs(set, act);
                yield nth(acts, acts.members());
            }
            case DateTerm.NthActed(int nth, String set, String act) ->
                    nth(context.setActs(set, act), nth);
        };
    }

    private Optional<LocalDate> day(DateTerm term) {
        return resolve(term).map(moment -> moment.day(context.zone()));
    }

    private Comparator<Moment> order() {
        return Moment.order(context.zone());
    }

    /**
     * Those of several dates that there are. An extension takes the place of the last: it lies
     * after the end first agreed, and were both to count, it would do nothing.
     */
    private Stream<Moment> known(List<DateTerm> dates) {
        boolean extended = dates.contains(EXTENSION) && resolve(EXTENSION).isPresent();
        int last = dates.size() - 1;
        return (extended && !dates.get(last).equals(EXTENSION) ? dates.subList(0, last) : dates)
                .stream().flatMap(date -> resolve(date).stream());
    }

    private Optional<Moment> nth(DateContext.SetActs acts, int nth) {
        return nth < 1
                ? Optional.empty()
                : acts.dates().stream().sorted(order()).skip(nth - 1L).findFirst();
    }

    private static LocalDate onOrAfter(MonthDay day, LocalDate date) {
        LocalDate sameYear = day.atYear(date.getYear());
        return sameYear.isBefore(date) ? day.atYear(date.getYear() + 1) : sameYear;
    }

    Moment shifted(Moment moment, int amount, DateUnit unit) {
        if (unit == DateUnit.HOUR) {
            return switch (moment) {
                case Moment.At(Instant instant) ->
                        new Moment.At(instant.plus(amount, ChronoUnit.HOURS));
                case Moment.Day(LocalDate date) ->
                        throw CalendarText.bad(
                                at,
                                "hours cannot be counted from "
                                        + date
                                        + ", whose hour is not known",
                                "give the time of day with its offset, or count in days");
            };
        }
        LocalDate day = shifted(moment.day(context.zone()), amount, unit, context.holidays());
        if (day.getYear() < 1 || day.getYear() > 9999) {
            throw CalendarText.bad(
                    at,
                    unit.source(amount) + " from " + moment + " is outside the years 1 to 9999",
                    "check the amount");
        }
        return new Moment.Day(day);
    }

    static LocalDate shifted(LocalDate day, int amount, DateUnit unit, Set<LocalDate> holidays) {
        return switch (unit) {
            case HOUR -> throw new IllegalArgumentException("hours from a day");
            case DAY -> day.plusDays(amount);
            case WORKING_DAY -> workingDays(day, amount, holidays);
            case MONTH -> day.plusMonths(amount);
            case YEAR -> day.plusYears(amount);
        };
    }

    /** The day it is counted from is not itself counted, working day or not. */
    private static LocalDate workingDays(LocalDate from, int amount, Set<LocalDate> holidays) {
        LocalDate day = from;
        int step = Integer.signum(amount);
        for (int counted = 0; counted < Math.abs(amount); ) {
            day = day.plusDays(step);
            if (isWorkingDay(day, holidays)) {
                counted++;
            }
        }
        return day;
    }

    static boolean isWorkingDay(LocalDate day, Set<LocalDate> holidays) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays.contains(day);
    }
}
