// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import org.parley.agreement.Agreement;
import org.parley.standing.View;
import org.parley.web.export.Due;
import org.parley.web.export.DutyCalendar;
import org.parley.web.export.Unworked;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What one party, or everybody, owes under all agreements in a window of days.
 *
 * @param duties in the order of the days
 * @param left under what nothing is worked out for the party
 * @param month the month that the calendar shows
 */
record DuePage(
        Look look,
        Frame frame,
        LocalDate first,
        LocalDate last,
        List<Due> duties,
        Unworked left,
        YearMonth month) {
    static final List<String> FILTERS = List.of("party", "start", "end", "from", "to", "month");
    private static final int YEARS_MAX = 5;
    private static final int SHOWN_MAX = 600;

    static DuePage of(Look look) {
        LocalDate first = either(look, "start", "from").orElseGet(() -> look.view().asOf());
        LocalDate last = either(look, "end", "to").orElseGet(() -> first.plusYears(1));
        if (last.isBefore(first) || last.isAfter(first.plusYears(YEARS_MAX))) {
            throw Asked.bad(
                    "end", last.toString(), "a day up to " + YEARS_MAX + " years after the start");
        }
        List<Due> duties = duties(look, first, last);
        // A month without any duty would say nothing: it opens where the next one is.
        YearMonth month =
                look.filter("month")
                        .map(text -> month(text))
                        .orElseGet(() ->
                                YearMonth.from(
                                        duties.stream().map(Due::day).findFirst().orElse(first)));
        Frame frame = Frame.of(look, look.t("due.title"));
        Unworked left = left(look, look.filter("party").orElse(""));
        return new DuePage(look, frame, first, last, duties, left, month);
    }

    /** A day of the window under its name here, or under the name that {@code due} gives it. */
    private static Optional<LocalDate> either(Look look, String name, String other) {
        Optional<String> here = look.filter(name);
        Optional<String> there = look.filter(other);
        if (here.isPresent() && there.isPresent()) {
            throw Asked.bad(other, there.get(), "give " + name + " or " + other + ", not both");
        }
        return here.map(day -> Asked.day(day, name))
                .or(() -> there.map(day -> Asked.day(day, other)));
    }

    private static Unworked left(Look look, String party) {
        List<Agreement> all =
                look.site().library().ids().stream()
                        .flatMap(id -> look.site().find(id).stream())
                        .map(OpenCase::agreement)
                        .toList();
        return Unworked.of(all, party);
    }

    /** The line that says what is left out; empty if nothing is. */
    String leftOut() {
        return leftOut(look, left);
    }

    static String leftOut(Look look, String party) {
        return leftOut(look, left(look, party));
    }

    private static String leftOut(Look look, Unworked left) {
        return left.isEmpty()
                ? ""
                : left.line(look.party(left.party()), one -> look.in(one.title()), look.language());
    }

    DutyCalendar.Head head() {
        String who = look.filter("party").map(look::party).orElse("");
        return DutyCalendar.Head.of(who, leftOut(), look.language());
    }

    private static YearMonth month(String text) {
        if (!text.matches("(19|20|21)\\d\\d-(0[1-9]|1[0-2])")) {
            throw Asked.bad("month", Asked.shortened(text), "a month as in 2026-11");
        }
        return YearMonth.parse(text);
    }

    /** Nothing until a party is chosen: all that everybody owes is no answer to anything. */
    static List<Due> duties(Look look, LocalDate first, LocalDate last) {
        Optional<String> party = look.filter("party");
        if (party.isEmpty()) {
            return List.of();
        }
        List<Due> all = new ArrayList<>();
        for (String id : look.site().library().ids()) {
            look.site()
                    .find(id)
                    .filter(open -> open.agreement().parties().contains(party.get()))
                    .filter(open -> !open.agreement().duties().isEmpty())
                    .ifPresent(open ->
                            all.addAll(open.due(view(look, open), first, last, party.get())));
        }
        all.sort(Comparator.comparing(Due::day).thenComparing(due -> due.agreement().id()));
        return all;
    }

    /** The view asked for, declared where the viewer is no party. */
    private static View view(Look look, OpenCase open) {
        boolean speaks = look.view().accordingTo().map(open.agreement()::isParty).orElse(true);
        return speaks ? look.view() : View.declared(look.view().asOf(), look.view().knownOn());
    }

    List<String> parties() {
        return look.ordered(look.site().speakers());
    }

    List<Due> shown() {
        return duties.subList(0, Math.min(SHOWN_MAX, duties.size()));
    }

    StateSign sign(Due due) {
        return StateSign.of(due.duty().state());
    }

    /** The page that explains one duty. */
    String explain(Due due) {
        return explain(look, due);
    }

    static String explain(Look look, Due due) {
        return "/a/"
                + Page.segment(due.agreement().id())
                + "/explain/"
                + Page.segment(due.provision().path())
                + look.asked()
                        .query(
                                Map.of(
                                        "party",
                                        due.duty().party(),
                                        "for",
                                        due.duty().key().toString()));
    }

    // The month.

    /** The weeks of the month, Monday first, each with its seven days. */
    List<List<LocalDate>> weeks() {
        LocalDate day = month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        List<List<LocalDate>> weeks = new ArrayList<>();
        while (!day.isAfter(month.atEndOfMonth())) {
            List<LocalDate> week = new ArrayList<>();
            for (int i = 0; i < 7; i++) {
                week.add(day.plusDays(i));
            }
            weeks.add(week);
            day = day.plusDays(7);
        }
        return weeks;
    }

    List<Due> on(LocalDate day) {
        return duties.stream().filter(due -> due.day().equals(day)).toList();
    }

    boolean inMonth(LocalDate day) {
        return YearMonth.from(day).equals(month);
    }

    /** How many fall due in each month of the window. */
    Map<YearMonth, Integer> months() {
        Map<YearMonth, Integer> months = new TreeMap<>();
        for (YearMonth at = YearMonth.from(first);
                !at.isAfter(YearMonth.from(last));
                at = at.plusMonths(1)) {
            months.put(at, 0);
        }
        duties.forEach(due -> months.merge(YearMonth.from(due.day()), 1, Integer::sum));
        return months;
    }

    /**
     * What a calendar subscribes to: without days, so that each reading starts from its own today
     * and knows what is known then.
     */
    String subscription() {
        return subscription(look, look.filter("party").orElse(""));
    }

    static String subscription(Look look, String party) {
        StringBuilder query = new StringBuilder("/due.ics?party=").append(Page.segment(party));
        look.view().accordingTo().ifPresent(who -> query.append("&accordingTo=").append(who));
        return query.append("&lang=").append(look.language()).toString();
    }

    /** The window of this page as a file. */
    String feed() {
        return "/due.ics" + look.asked().query(look.filters());
    }
}
