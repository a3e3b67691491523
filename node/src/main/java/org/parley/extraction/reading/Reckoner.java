// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.reading;

import org.parley.evidence.Basis;
import org.parley.extraction.FoundClaim;
import org.parley.extraction.dates.DateExpression;
import org.parley.extraction.dates.DateExpression.Bound;
import org.parley.extraction.dates.DateExpression.Part;
import org.parley.extraction.dates.DateExpression.Shift;
import org.parley.extraction.dates.DateExpression.Unit;
import org.parley.extraction.dates.DateExpression.Year;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;

/**
 * Reckons dates from the date of the text and from the year mentioned before. Goes through a text
 * in order; a paragraph begins without a mentioned year. Not safe for several threads.
 *
 * <p>Seasons become the months they span in the north (spring is March to May), the early, middle
 * and late part of a month its days 1-10, 11-20 and 21-end. Weeks begin on Monday (ISO 8601).
 */
public final class Reckoner {
    private static final int RECENT_DAYS = 14;

    /** 2026-02. */
    private static final int MONTH_LENGTH = 7;

    private static final int EARLIEST = 1925;

    private static final int AHEAD_MAX = 60;

    private final Optional<LocalDate> anchor;
    private final boolean exact;
    private int year;

    /** The year that an earlier sentence of the paragraph spoke of: 次年 comes after it. */
    private int earlierYear;

    private int month;
    private Optional<LocalDate> lastDay = Optional.empty();
    private Optional<YearMonth> lastMonth = Optional.empty();

    /**
     * Reckons from a day.
     *
     * @param exact whether the text is of one day
     */
    public Reckoner(Optional<LocalDate> anchor, boolean exact) {
        this.anchor = anchor;
        this.exact = exact;
    }

    /**
     * In a text that is of one day, a month without its year is one of that day's, whatever year an
     * earlier sentence spoke of.
     *
     * @param later whether the sentence says that it speaks of the time since
     */
    void beginSentence(boolean later) {
        earlierYear = year > 0 ? year : earlierYear;
        if (exact || later) {
            year = 0;
            month = 0;
        }
    }

    void beginParagraph() {
        lastDay = Optional.empty();
        lastMonth = Optional.empty();
        earlierYear = 0;
        year = 0;
        month = 0;
    }

    /** The year that dates without one are taken to be of; 0 if none was spoken of. */
    int spokenYear() {
        return year;
    }

    /** Goes back to what was spoken of: what is said of the 2026 conference need not be of 2026. */
    void speakOf(int earlier) {
        year = earlier;
    }

    /** Whether it is known what a date is reckoned from, once those before it are. */
    boolean knows(DateExpression date) {
        return switch (date.shift().unit()) {
            case DAY_LATER -> lastDay.isPresent();
            case MONTH_LATER -> lastMonth.isPresent();
            default -> true;
        };
    }

    /** From the first to the last day it may mean. */
    private record Span(String first, String last, boolean about) {
        static Span day(LocalDate day) {
            return new Span(day.toString(), day.toString(), false);
        }

        static Span of(LocalDate first, LocalDate last) {
            return new Span(first.toString(), last.toString(), false);
        }

        String edtf() {
            String qualifier = about ? "~" : "";
            return first.equals(last)
                    ? first + qualifier
                    : first + qualifier + "/" + last + qualifier;
        }
    }

    /**
     * What it comes to.
     *
     * @param future whether the sentence speaks of what is to come
     */
    public FoundClaim.When reckon(DateExpression date, String shown, boolean future) {
        Basis basis =
                date.year() instanceof Year.Given
                        ? Basis.STATED
                        : !date.pointsBack()
                                        && (date.isShift()
                                                || anchor.isPresent() && date.month() == 0)
                                ? Basis.DERIVED
                                : Basis.PARTIAL;
        Optional<Span> first = span(date, future);
        remember(date, first);
        Optional<Span> last = date.end().flatMap(end -> span(inherit(date, end), future));
        if (first.isEmpty() || date.end().isPresent() && last.isEmpty()) {
            return new FoundClaim.When(
                    Optional.empty(), Optional.of(symbol(date)), shown, Basis.NONE);
        }
        String edtf =
                last.map(end -> first.get().first() + "/" + end.last())
                        .orElseGet(() ->
                                switch (date.bound()) {
                                    case AT -> first.get().edtf();
                                    case BEFORE -> "../" + first.get().last();
                                    case SINCE -> first.get().first() + "/..";
                                });
        return new FoundClaim.When(Optional.of(ordered(edtf)), Optional.empty(), shown, basis);
    }

    /** A span written the wrong way round is kept as its first date alone. */
    private static String ordered(String edtf) {
        int slash = edtf.indexOf('/');
        boolean wrong =
                slash > 0
                        && !edtf.startsWith("..")
                        && !edtf.endsWith("..")
                        && edtf.substring(0, slash).compareTo(edtf.substring(slash + 1)) > 0;
        return wrong ? edtf.substring(0, slash) : edtf;
    }

    private void remember(DateExpression date, Optional<Span> span) {
        if (date.bound() != Bound.AT || date.part() == Part.DECADE || span.isEmpty()) {
            return;
        }
        if (span.get().first().length() >= MONTH_LENGTH) {
            lastMonth = Optional.of(YearMonth.parse(span.get().first().substring(0, MONTH_LENGTH)));
        }
        boolean saysYear =
                date.year() instanceof Year.Given
                        || date.year() instanceof Year.Relative
                        || date.year() instanceof Year.AfterMentioned;
        if (saysYear && isOfField(Integer.parseInt(span.get().first().substring(0, 4)))) {
            year = Integer.parseInt(span.get().first().substring(0, 4));
        }
        if (date.month() > 0) {
            month = date.month();
        }
        if (span.get().first().length() == 10 && span.get().first().equals(span.get().last())) {
            lastDay = Optional.of(LocalDate.parse(span.get().first()));
        }
    }

    /** Treaties of the field are as old as the Geneva Protocol, and plans not so far off. */
    private boolean isOfField(int spoken) {
        return spoken >= EARLIEST && spoken < near() + AHEAD_MAX;
    }

    private int near() {
        return anchor.map(LocalDate::getYear).orElse(2010);
    }

    /** The end of a span takes from its beginning what it does not say itself. */
    private static DateExpression inherit(DateExpression first, DateExpression last) {
        if (last.isShift()) {
            return last;
        }
        Year when = last.year() instanceof Year.Open ? first.year() : last.year();
        int within = last.month() == 0 && last.day() > 0 ? first.month() : last.month();
        return new DateExpression(
                when, within, last.day(), last.part(), last.shift(), Bound.AT, Optional.empty());
    }

    private Optional<Span> span(DateExpression date, boolean future) {
        if (date.shift().unit() == Unit.SAME) {
            return lastDay.or(() -> anchor)
                    .map(day -> Span.day(day.plusDays(date.shift().offset())));
        }
        if (date.shift().unit() == Unit.DAY_LATER) {
            return lastDay.map(
                    day -> about(Span.day(day.plusDays(date.shift().offset())), date.shift()));
        }
        if (date.shift().unit() == Unit.MONTH_LATER) {
            return lastMonth.map(month -> monthly(date, month));
        }
        if (date.isShift()) {
            return anchor.map(day -> shifted(date, day, future));
        }
        Optional<Integer> when = yearOf(date, future);
        if (when.isEmpty() || when.get() < 1000) {
            return Optional.empty();
        }
        int of = when.get();
        if (date.day() > 0) {
            int in = date.month() > 0 ? date.month() : monthOf(date, future);
            if (in == 0 || date.day() > YearMonth.of(of, in).lengthOfMonth()) {
                return Optional.empty();
            }
            if (date.month() == 0
                    && date.year() instanceof Year.Open
                    && in > anchorMonth()
                    && !future) {
                of--;
            }
            return Optional.of(Span.day(LocalDate.of(of, in, date.day())));
        }
        return Optional.of(
                date.month() > 0
                        ? within(YearMonth.of(of, date.month()), date.part())
                        : within(of, date.part()));
    }

    private int anchorMonth() {
        return anchor.map(LocalDate::getMonthValue).orElse(12);
    }

    /** Of a day alone: the month of the text, or the one before if the day is still to come. */
    private int monthOf(DateExpression date, boolean future) {
        if (month > 0) {
            return month;
        }
        return anchor.map(day ->
                        date.day() > day.getDayOfMonth() && !future
                                ? day.minusMonths(1).getMonthValue()
                                : day.getMonthValue())
                .orElse(0);
    }

    private Optional<Integer> yearOf(DateExpression date, boolean future) {
        return switch (date.year()) {
            case Year.Given given -> Optional.of(given.year());
            case Year.Relative relative -> anchor.map(day -> day.getYear() + relative.offset());
            case Year.AfterMentioned after ->
                    year + earlierYear > 0
                            ? Optional.of((year > 0 ? year : earlierYear) + after.offset())
                            : anchor.map(day -> day.getYear() + after.offset());
            case Year.Open open -> openYear(date, future);
        };
    }

    private Optional<Integer> openYear(DateExpression date, boolean future) {
        if (year > 0 && (date.month() > 0 || date.part() != Part.WHOLE || date.day() > 0)) {
            return Optional.of(year);
        }
        if (anchor.isEmpty()) {
            return Optional.empty();
        }
        LocalDate day = anchor.get();
        if (date.month() == 0) {
            boolean passed =
                    date.part() != Part.WHOLE
                            && date.day() == 0
                            && LocalDate.parse(lastDay(within(day.getYear(), date.part()).last()))
                                    .isBefore(day);
            return Optional.of(day.getYear() + (future && passed ? 1 : 0));
        }
        int here = day.getYear();
        LocalDate that = LocalDate.of(here, date.month(), 1).plusDays(Math.max(0, date.day() - 1));
        if (future) {
            return Optional.of(that.plusMonths(1).isBefore(day) ? here + 1 : here);
        }
        return Optional.of(that.isAfter(day.plusDays(1)) ? here - 1 : here);
    }

    private static String lastDay(String date) {
        return date.length() == 7 ? YearMonth.parse(date).atEndOfMonth().toString() : date;
    }

    private static Span within(YearMonth month, Part part) {
        return switch (part) {
            case EARLY -> Span.of(month.atDay(1), month.atDay(10));
            case MIDDLE -> Span.of(month.atDay(11), month.atDay(20));
            case LATE -> Span.of(month.atDay(21), month.atEndOfMonth());
            default -> new Span(month.toString(), month.toString(), false);
        };
    }

    private static Span within(int year, Part part) {
        return switch (part) {
            case WHOLE -> new Span("" + year, "" + year, false);
            case EARLY -> months(year, 1, 4);
            case MIDDLE -> months(year, 5, 8);
            case LATE -> months(year, 9, 12);
            case FIRST_HALF -> months(year, 1, 6);
            case SECOND_HALF -> months(year, 7, 12);
            case SPRING -> months(year, 3, 5);
            case SUMMER -> months(year, 6, 8);
            case AUTUMN -> months(year, 9, 11);
            case WINTER -> new Span(year + "-12", year + 1 + "-02", false);
            case DECADE -> new Span("" + year, "" + (year + 9), false);
        };
    }

    private static Span months(int year, int first, int last) {
        return new Span(
                YearMonth.of(year, first).toString(), YearMonth.of(year, last).toString(), false);
    }

    private Span shifted(DateExpression date, LocalDate day, boolean future) {
        Shift shift = date.shift();
        return switch (shift.unit()) {
            case NONE, SAME, DAY_LATER, MONTH_LATER -> Span.day(day);
            case DAY -> about(Span.day(day.plusDays(shift.offset())), shift);
            case WEEK -> {
                LocalDate monday =
                        day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                                .plusWeeks(shift.offset());
                yield about(Span.of(monday, monday.plusDays(6)), shift);
            }
            case WEEKDAY -> Span.day(weekday(shift, day, future));
            case MONTH -> monthly(date, YearMonth.from(day));
            case YEAR ->
                    shift.about()
                            ? new Span(
                                    "" + (day.getYear() + shift.offset() - 1),
                                    "" + (day.getYear() + shift.offset()),
                                    true)
                            : new Span(
                                    "" + (day.getYear() + shift.offset()),
                                    "" + (day.getYear() + shift.offset()),
                                    true);
            case RECENT -> new Span(day.minusDays(RECENT_DAYS).toString(), day.toString(), true);
        };
    }

    private static Span about(Span span, Shift shift) {
        return new Span(span.first(), span.last(), shift.about());
    }

    private static Span monthly(DateExpression date, YearMonth from) {
        YearMonth then = from.plusMonths(date.shift().offset());
        if (date.day() > 0) {
            return Span.day(then.atDay(Math.min(date.day(), then.lengthOfMonth())));
        }
        return date.shift().about()
                ? new Span(then.minusMonths(1).toString(), then.toString(), true)
                : within(then, date.part());
    }

    /**
     * Without last, this or next: the latest one up to the day of the text, or the next to come.
     */
    private static LocalDate weekday(Shift shift, LocalDate day, boolean future) {
        DayOfWeek wanted = DayOfWeek.of(shift.weekday());
        if (shift.bare()) {
            return future
                    ? day.with(TemporalAdjusters.nextOrSame(wanted))
                    : day.with(TemporalAdjusters.previousOrSame(wanted));
        }
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .plusWeeks(shift.offset())
                .plusDays(shift.weekday() - 1L);
    }

    /** What is still to be reckoned, for an undated text: {@code week+1:mon}, {@code --10-19}. */
    private static String symbol(DateExpression date) {
        if (!date.isShift()) {
            String at =
                    date.year() instanceof Year.Relative relative
                            ? signed("year", relative.offset())
                            : date.year() instanceof Year.AfterMentioned after
                                    ? signed("mentioned", after.offset())
                                    : "-";
            return at
                    + (date.month() > 0 ? String.format(Locale.ROOT, "-%02d", date.month()) : "")
                    + (date.day() > 0 ? String.format(Locale.ROOT, "-%02d", date.day()) : "")
                    + part(date.part());
        }
        Shift shift = date.shift();
        if (shift.unit() == Unit.WEEKDAY) {
            String name =
                    DayOfWeek.of(shift.weekday()).name().substring(0, 3).toLowerCase(Locale.ROOT);
            return shift.bare() ? name : signed("week", shift.offset()) + ":" + name;
        }
        return signed(
                        shift.unit() == Unit.SAME
                                ? "mentioned"
                                : shift.unit().name().toLowerCase(Locale.ROOT),
                        shift.offset())
                + (date.day() > 0 ? ":" + date.day() : "")
                + part(date.part());
    }

    private static String signed(String unit, int offset) {
        return unit + (offset < 0 ? "" : "+") + offset;
    }

    private static String part(Part part) {
        return part == Part.WHOLE ? "" : ":" + part.name().toLowerCase(Locale.ROOT);
    }
}
