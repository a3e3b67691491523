// SPDX-License-Identifier: Apache-2.0
package org.parley.time;

import java.util.List;
import java.util.function.Predicate;

/** What can be told about date terms without resolving them. */
final class DateTerms {
    static final List<String> FUNCTIONS =
            List.of(
                    "all-acted",
                    "annual-day",
                    "earlier-of",
                    "first-of-month",
                    "first-of-next-month",
                    "later-of",
                    "nth-acted");

    static final List<String> UNIT_WORDS =
            List.of(
                    "hour",
                    "hours",
                    "day",
                    "days",
                    "working-day",
                    "working-days",
                    "month",
                    "months",
                    "year",
                    "years");

    private DateTerms() {}

    /** How a function is written. */
    static String usage(String function) {
        return "write "
                + switch (function) {
                    case "all-acted" -> "all-acted(set, act)";
                    case "nth-acted" -> "nth-acted(40, set, act)";
                    case "annual-day" -> "annual-day(04-15, date)";
                    case "earlier-of", "later-of" -> function + "(date, date)";
                    default -> function + "(date)";
                };
    }

    /** Whether a term is a whole day in every case, so that no hours can be counted from it. */
    static boolean alwaysDay(DateTerm term) {
        return alwaysDay(term, _ -> false);
    }

    /**
     * The same, where more is known of names.
     *
     * @param leaf whether a name, act, form field or step is always a whole day
     */
    static boolean alwaysDay(DateTerm term, Predicate<DateTerm> leaf) {
        return switch (term) {
            case DateTerm.Literal(Moment moment) -> moment instanceof Moment.Day;
            case DateTerm.Shift(_, _, DateUnit unit) -> unit != DateUnit.HOUR;
            case DateTerm.FirstOfMonth _,
                    DateTerm.FirstOfNextMonth _,
                    DateTerm.AnnualDay _,
                    DateTerm.PeriodEdge _ ->
                    true;
            case DateTerm.Earlier(List<DateTerm> of) -> allDays(of, leaf);
            case DateTerm.Later(List<DateTerm> of) -> allDays(of, leaf);
            case DateTerm.Named _,
                    DateTerm.ActDate _,
                    DateTerm.FormField _,
                    DateTerm.StepDate _,
                    DateTerm.AllActed _,
                    DateTerm.NthActed _ ->
                    leaf.test(term);
        };
    }

    private static boolean allDays(List<DateTerm> terms, Predicate<DateTerm> leaf) {
        return terms.stream().allMatch(term -> alwaysDay(term, leaf));
    }

    /** Whether somewhere in a term hours are counted from what is always a whole day. */
    static boolean countsHoursFromDay(DateTerm term, Predicate<DateTerm> leaf) {
        return switch (term) {
            case DateTerm.Shift(DateTerm base, _, DateUnit unit) ->
                    (unit == DateUnit.HOUR && alwaysDay(base, leaf))
                            || countsHoursFromDay(base, leaf);
            case DateTerm.FirstOfMonth(DateTerm of) -> countsHoursFromDay(of, leaf);
            case DateTerm.FirstOfNextMonth(DateTerm of) -> countsHoursFromDay(of, leaf);
            case DateTerm.AnnualDay(_, DateTerm from) -> countsHoursFromDay(from, leaf);
            case DateTerm.Earlier(List<DateTerm> of) ->
                    of.stream().anyMatch(date -> countsHoursFromDay(date, leaf));
            case DateTerm.Later(List<DateTerm> of) ->
                    of.stream().anyMatch(date -> countsHoursFromDay(date, leaf));
            case DateTerm.Literal _,
                    DateTerm.Named _,
                    DateTerm.ActDate _,
                    DateTerm.FormField _,
                    DateTerm.PeriodEdge _,
                    DateTerm.StepDate _,
                    DateTerm.AllActed _,
                    DateTerm.NthActed _ ->
                    false;
        };
    }
}
