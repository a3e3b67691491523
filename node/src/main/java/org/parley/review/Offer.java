// SPDX-License-Identifier: Apache-2.0
package org.parley.review;

import org.parley.Text;
import org.parley.document.DateCandidate;
import org.parley.evidence.Assertion;
import org.parley.evidence.Status;
import org.parley.extraction.FoundClaim;
import org.parley.extraction.FoundClaim.When;
import org.parley.extraction.reading.Extractor.Extraction;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A day that an undated text may be of, with what speaks for it. Offered, never taken: a reviewer
 * decides.
 */
public record Offer(LocalDate day, Set<Why> why) {
    /** So many of them a reviewer reads. */
    public static final int SHOWN_MAX = 8;

    private static final int DAY_LENGTH = "2031-05-12".length();
    private static final int YEAR_DAYS = 366;

    /** How long after the last thing it reports a text is looked for. */
    private static final int AFTER_DAYS = 62;

    public Offer {
        why = Set.copyOf(why);
    }

    /** What speaks for a day. */
    public enum Why {
        AFTER("on or after the last day it reports", "不早于所述最后一天"),
        DAY_AND_WEEKDAY("its day of the month falls on the weekday named", "所述日期与星期相符"),
        WEEKDAY("on the weekday named, or the day after", "所述星期当天或次日"),
        SAVED("not after it was saved", "不晚于保存日期");

        private final String english;
        private final String chinese;

        Why(String english, String chinese) {
            this.english = english;
            this.chinese = chinese;
        }

        /** What pages say. */
        public Text text() {
            return Text.of(english, chinese);
        }
    }

    /**
     * The days that agree best with what the text says, the earliest first, more than are to be
     * shown; none where it names no year that it could be looked for in.
     *
     * @param today no text is of a later day, unless it reports one
     */
    public static List<Offer> of(Extraction undated, LocalDate today) {
        Optional<Last> reported = last(undated);
        if (reported.isEmpty()) {
            return List.of();
        }
        LocalDate last = reported.get().day();
        // A year or a month says little about how much later the text is.
        int after = reported.get().length() == DAY_LENGTH ? AFTER_DAYS : YEAR_DAYS;
        String text = undated.document().text().value().toLowerCase(Locale.ROOT);
        NamedDays named = NamedDays.in(text);
        Optional<LocalDate> saved = saved(undated);
        // What reports days to come as past is made up, or its date misread: today bounds nothing.
        LocalDate latest = last.isAfter(today) ? LocalDate.MAX : today;
        LocalDate end = saved.filter(day -> day.isBefore(latest)).orElse(latest);
        List<Offer> best = new ArrayList<>();
        int most = 0;
        for (int i = 0; i <= after; i++) {
            LocalDate day = last.plusDays(i);
            if (day.isAfter(end)) {
                break;
            }
            Set<Why> why = why(day, named, saved);
            if (why.size() > most) {
                best.clear();
                most = why.size();
            }
            if (why.size() == most) {
                best.add(new Offer(day, why));
            }
        }
        boolean nothingNarrows = named.isEmpty();
        return best.stream().limit(nothingNarrows ? 1 : best.size()).toList();
    }

    private static Set<Why> why(LocalDate day, NamedDays named, Optional<LocalDate> saved) {
        Set<Why> why = EnumSet.of(Why.AFTER);
        if (named.agree(day)) {
            why.add(Why.DAY_AND_WEEKDAY);
        }
        if (named.weekdays().contains(day.getDayOfWeek())
                || named.weekdays().contains(day.minusDays(1).getDayOfWeek())) {
            why.add(Why.WEEKDAY);
        }
        if (saved.isPresent()) {
            why.add(Why.SAVED);
        }
        return why;
    }

    /**
     * The last thing that it reports as past.
     *
     * @param length of its date as written: a year, a month or a day
     */
    private record Last(LocalDate day, int length) {}

    /** With the months that it names without a year. */
    private static Optional<Last> last(Extraction undated) {
        Set<String> ahead = new HashSet<>();
        List<When> past = new ArrayList<>();
        for (FoundClaim claim : undated.claims()) {
            boolean isAhead = isAhead(claim);
            Stream.concat(
                            claim.when().stream(),
                            claim.chain().stream().flatMap(voice -> voice.on().stream()))
                    .forEach(when -> {
                        if (isAhead) {
                            when.edtf().ifPresent(ahead::add);
                        } else {
                            past.add(when);
                        }
                    });
        }
        Optional<Last> stated =
                past.stream()
                        .flatMap(when -> when.edtf().stream())
                        .filter(edtf -> !ahead.contains(edtf))
                        .flatMap(edtf ->
                                first(edtf).map(day -> new Last(day, edtf.length())).stream())
                        .max(Comparator.comparing(Last::day).thenComparingInt(Last::length));
        return stated.map(one ->
                past.stream()
                        .flatMap(when -> when.relative().stream())
                        .flatMap(relative -> after(relative, one.day()).stream())
                        .max(LocalDate::compareTo)
                        .map(day -> new Last(day, DAY_LENGTH))
                        .orElse(one));
    }

    /** What is still to come, is bounded for the future, or is only said to be so. */
    private static boolean isAhead(FoundClaim claim) {
        boolean kind =
                claim.kind() == FoundClaim.Kind.DEADLINE || claim.kind() == FoundClaim.Kind.LIMIT;
        boolean status =
                claim.status()
                        .filter(
                                Set.of(
                                                Status.SCHEDULED,
                                                Status.ANNOUNCED,
                                                Status.PROPOSED,
                                                Status.EXPIRED)
                                        ::contains)
                        .isPresent();
        return kind || status || claim.assertion() != Assertion.ASSERTED;
    }

    private static Optional<LocalDate> first(String edtf) {
        Matcher date = Pattern.compile("(\\d{4})(?:-(\\d{2}))?(?:-(\\d{2}))?").matcher(edtf);
        if (!date.matches()) {
            return Optional.empty();
        }
        return day(
                Integer.parseInt(date.group(1)),
                Integer.parseInt(Optional.ofNullable(date.group(2)).orElse("1")),
                Integer.parseInt(Optional.ofNullable(date.group(3)).orElse("1")));
    }

    /** A month and day without a year, {@code --10-19}: the first such day from the stated one. */
    private static Optional<LocalDate> after(String relative, LocalDate stated) {
        Matcher date = Pattern.compile("--(\\d{2})(?:-(\\d{2}))?").matcher(relative);
        if (!date.matches()) {
            return Optional.empty();
        }
        int month = Integer.parseInt(date.group(1));
        int of = Integer.parseInt(Optional.ofNullable(date.group(2)).orElse("1"));
        return Stream.of(stated.getYear(), stated.getYear() + 1)
                .flatMap(year -> day(year, month, of).stream())
                .filter(day -> !day.isBefore(stated.withDayOfMonth(1)))
                .findFirst()
                .filter(day -> day.isAfter(stated));
    }

    private static Optional<LocalDate> day(int year, int month, int day) {
        try {
            return day >= 1 && day <= YearMonth.of(year, month).lengthOfMonth()
                    ? Optional.of(LocalDate.of(year, month, day))
                    : Optional.empty();
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> saved(Extraction undated) {
        return undated.document().metadata().dates().stream()
                .filter(one -> one.basis() == DateCandidate.Basis.SAVED)
                .filter(one -> one.edtf().matches("\\d{4}-\\d{2}-\\d{2}"))
                .flatMap(one -> first(one.edtf()).stream())
                .min(LocalDate::compareTo);
    }
}
