// SPDX-License-Identifier: Apache-2.0
package org.parley.time;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date as a source gives it, which may be a year, a month, a day, a moment or a span, and
 * uncertain: the part of EDTF (ISO 8601-2:2019) that claims need. Read are {@code 2011}, {@code
 * 2011-02}, {@code 2011-02-05}, a season of the north ({@code 2011-21} to {@code 2011-24}: spring
 * from March, winter from December into the next year), a date-time with its offset, each with
 * {@code ?} (uncertain), {@code ~} (approximate) or {@code %} (both) after it, and {@code a/b},
 * {@code a/..}, {@code ../b}. Immutable; equal if written alike.
 */
public final class Edtf {
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})-(\\d{2})");
    private static final Pattern SEASON = Pattern.compile("(\\d{4})-2([1-4])");
    private static final String OPEN = "..";
    private static final DateTimeFormatter IN_ZONE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final String text;
    private final Optional<LocalDate> earliest;
    private final Optional<LocalDate> latest;
    private final Optional<Instant> instant;
    private final boolean uncertain;
    private final boolean approximate;

    private Edtf(
            String text,
            Optional<LocalDate> earliest,
            Optional<LocalDate> latest,
            Optional<Instant> instant,
            boolean uncertain,
            boolean approximate) {
        this.text = text;
        this.earliest = earliest;
        this.latest = latest;
        this.instant = instant;
        this.uncertain = uncertain;
        this.approximate = approximate;
    }

    /**
     * Reads a date.
     *
     * @throws ParleyException {@code BAD_DATE} that says which part is wrong
     */
    public static Edtf parse(String text, Place at) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            if (text.equals(OPEN)) {
                throw bad(at, "\"..\" alone is no date", "leave the date out if it is not known");
            }
            return single(text, at);
        }
        Place rightAt = at.right(slash + 1);
        return interval(text, text.substring(0, slash), text.substring(slash + 1), at, rightAt);
    }

    /** An exact day. */
    public static Edtf of(LocalDate day) {
        return parse(day.toString(), Place.of("a day"));
    }

    /**
     * The first day it may mean; empty if open. A qualifier does not widen it: it does not say by
     * how much.
     */
    public Optional<LocalDate> earliest() {
        return earliest;
    }

    /** The last day it may mean; empty if open. */
    public Optional<LocalDate> latest() {
        return latest;
    }

    /** The instant, if it gives one; its days are then those of the offset it is written with. */
    public Optional<Instant> instant() {
        return instant;
    }

    /** The last day it may mean, in a zone; empty if open. */
    public Optional<LocalDate> lastDay(ZoneId zone) {
        return instant.isPresent()
                ? instant.map(moment -> LocalDate.ofInstant(moment, zone))
                : latest;
    }

    public boolean uncertain() {
        return uncertain;
    }

    public boolean approximate() {
        return approximate;
    }

    /** Whether it means one day, or one instant, and says so without a qualifier. */
    public boolean isExact() {
        return !uncertain && !approximate && earliest.isPresent() && earliest.equals(latest);
    }

    /** Its one day or instant, if it is exact. */
    public Optional<Moment> moment() {
        if (!isExact()) {
            return Optional.empty();
        }
        return instant.isPresent() ? instant.map(Moment::of) : earliest.map(Moment::of);
    }

    /** Whether it may mean this day. */
    public boolean mayBe(LocalDate day) {
        return earliest.map(first -> !day.isBefore(first)).orElse(true)
                && latest.map(last -> !day.isAfter(last)).orElse(true);
    }

    /**
     * As it was written; an instant that is written in another offset than the zone's also in the
     * zone, since its day may be another there.
     */
    public String in(ZoneId zone) {
        return instant.map(moment -> moment.atZone(zone))
                .filter(here ->
                        !here.getOffset().equals(OffsetDateTime.parse(written()).getOffset()))
                .map(here -> text + " (" + here.format(IN_ZONE) + " " + zone.getId() + ")")
                .orElse(text);
    }

    private String written() {
        return uncertain || approximate ? text.substring(0, text.length() - 1) : text;
    }

    /** As it was written. */
    @Override
    public String toString() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Edtf that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    private static Edtf interval(String text, String from, String to, Place at, Place toAt) {
        if (from.isEmpty() || to.isEmpty()) {
            throw bad(
                    from.isEmpty() ? at : toAt,
                    "\"" + text + "\" has only one end",
                    "write .. for an open end, 2011-02-05/..");
        }
        if (to.indexOf('/') >= 0) {
            throw bad(toAt, "\"" + text + "\" has more than two ends", "write first/last");
        }
        if (from.equals(OPEN) && to.equals(OPEN)) {
            throw bad(
                    at, "\"" + text + "\" is open on both ends", "leave it out if it is not known");
        }
        Optional<Edtf> first = from.equals(OPEN) ? Optional.empty() : Optional.of(single(from, at));
        Optional<Edtf> last = to.equals(OPEN) ? Optional.empty() : Optional.of(single(to, toAt));
        Optional<LocalDate> earliest = first.flatMap(Edtf::earliest);
        Optional<LocalDate> latest = last.flatMap(Edtf::latest);
        if (earliest.isPresent() && latest.isPresent() && latest.get().isBefore(earliest.get())) {
            throw bad(toAt, "\"" + text + "\" ends before it begins", "put the earlier date first");
        }
        return new Edtf(
                text,
                earliest,
                latest,
                Optional.empty(),
                first.filter(Edtf::uncertain).isPresent()
                        || last.filter(Edtf::uncertain).isPresent(),
                first.filter(Edtf::approximate).isPresent()
                        || last.filter(Edtf::approximate).isPresent());
    }

    private static Edtf single(String text, Place at) {
        if (text.isEmpty()) {
            throw bad(at, "a date is missing", "write 2011, 2011-02 or 2011-02-05");
        }
        char mark = text.charAt(text.length() - 1);
        boolean uncertain = mark == '?' || mark == '%';
        boolean approximate = mark == '~' || mark == '%';
        String date = uncertain || approximate ? text.substring(0, text.length() - 1) : text;
        if (date.indexOf('T') >= 0) {
            OffsetDateTime time = CalendarText.dateTime(date, at);
            Optional<LocalDate> day = Optional.of(time.toLocalDate());
            return new Edtf(text, day, day, Optional.of(time.toInstant()), uncertain, approximate);
        }
        LocalDate first = first(date, at);
        LocalDate last =
                switch (date.length()) {
                    case 4 -> first.withDayOfYear(first.lengthOfYear());
                    case 7 -> {
                        LocalDate inLastMonth =
                                SEASON.matcher(date).matches() ? first.plusMonths(2) : first;
                        yield inLastMonth.with(TemporalAdjusters.lastDayOfMonth());
                    }
                    default -> first;
                };
        return new Edtf(
                text,
                Optional.of(first),
                Optional.of(last),
                Optional.empty(),
                uncertain,
                approximate);
    }

    private static LocalDate first(String date, Place at) {
        if (YEAR.matcher(date).matches()) {
            return LocalDate.of(CalendarText.year(date, at), 1, 1);
        }
        Matcher season = SEASON.matcher(date);
        if (season.matches()) {
            int year = CalendarText.year(season.group(1), at);
            return LocalDate.of(year, 3 * Integer.parseInt(season.group(2)), 1);
        }
        Matcher month = MONTH.matcher(date);
        if (month.matches()) {
            return CalendarText.yearMonth(month.group(1), month.group(2), at).atDay(1);
        }
        if (date.indexOf('X') >= 0) {
            throw bad(
                    at,
                    "\"" + date + "\" leaves digits open",
                    "write the first and last, 2010/2019");
        }
        return CalendarText.date(date, at);
    }

    private static ParleyException bad(Place at, String what, String todo) {
        return new ParleyException(Code.BAD_DATE, at, what, todo);
    }
}
