// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import org.parley.agreement.Agreement;
import org.parley.statement.Body;
import org.parley.statement.Statement;
import org.parley.time.DateContext;
import org.parley.time.Edtf;
import org.parley.time.Moment;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A mechanism's situations one after the other, through all days, as known on one day and according
 * to one viewer. Immutable.
 *
 * @param spans without gaps, the first from the beginning of the calendar
 * @param turns what single parties did beside, in the order of its days
 */
public record Course(List<Span> spans, List<Turn> turns) {
    private static final Set<String> LEAVING = Set.of("withdrawn", "left");
    private static final Set<String> PAUSING = Set.of("suspended", "countermeasure", "exempted");

    public Course {
        spans = List.copyOf(spans);
        turns = List.copyOf(turns);
    }

    /**
     * A party left what goes on without it, or paused a part.
     *
     * @param act withdrawn, left, suspended, countermeasure, exempted or one ending in -paused
     */
    public record Turn(LocalDate day, String act, List<String> by) {
        public Turn {
            by = List.copyOf(by);
        }

        /** Whether it left. */
        public boolean isExit() {
            return LEAVING.contains(act);
        }
    }

    /**
     * A stretch of days with one situation.
     *
     * @param from its first day
     */
    public record Span(LocalDate from, Situation situation) {}

    /** The course until a day; the view's own day makes no difference. */
    public static Course of(
            Agreement agreement, List<Statement> statements, View view, LocalDate until) {
        List<Statement> few =
                statements.stream()
                        .filter(statement -> !(statement.body() instanceof Body.Change))
                        .toList();
        Known known = new Known(agreement, few, view);
        List<Span> spans = new ArrayList<>();
        spans.add(new Span(LocalDate.MIN, nothing(agreement)));
        for (LocalDate day : days(agreement, few, known, view.on(until))) {
            if (day.isAfter(until)) {
                break;
            }
            Situation now = Situation.of(agreement, known, view.on(day));
            if (!now.equals(spans.getLast().situation())) {
                spans.add(new Span(day, now));
            }
        }
        return new Course(spans, turns(agreement, known, until));
    }

    /** Also an agreement's own {@code inspections-paused}. */
    private static boolean isPause(String act) {
        return PAUSING.contains(act) || act.endsWith("-paused");
    }

    private static List<Turn> turns(Agreement agreement, Known known, LocalDate until) {
        boolean goesOn = agreement.parties().size() > 2 || agreement.profile().open();
        Map<LocalDate, Map<String, Set<String>>> turns = new TreeMap<>();
        for (Statement statement : known.acts) {
            Body.Act act = (Body.Act) statement.body();
            boolean turn =
                    LEAVING.contains(act.act()) && goesOn
                            || isPause(act.act()) && !act.scope().all();
            act.effective()
                    .or(act::notified)
                    .flatMap(date -> date.lastDay(agreement.zone()))
                    .filter(day -> turn && !day.isAfter(until))
                    .ifPresent(day ->
                            turns.computeIfAbsent(day, same -> new TreeMap<>())
                                    .computeIfAbsent(act.act(), same -> new TreeSet<>())
                                    .add(statement.by()));
        }
        List<Turn> all = new ArrayList<>();
        turns.forEach((day, acts) ->
                acts.forEach((act, by) -> all.add(new Turn(day, act, List.copyOf(by)))));
        return all;
    }

    /** Before anything is known: a treaty is not in force, of all else nothing was said. */
    private static Situation nothing(Agreement agreement) {
        return new Situation(
                agreement.kind().equals("treaty")
                        ? Situation.State.NOT_IN_FORCE
                        : Situation.State.NOTHING_YET,
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    /** The situation on a day. */
    public Situation on(LocalDate day) {
        Situation found = spans.getFirst().situation();
        for (Span span : spans) {
            if (span.from().isAfter(day)) {
                break;
            }
            found = span.situation();
        }
        return found;
    }

    /** Every day on which something can turn. */
    private static NavigableSet<LocalDate> days(
            Agreement agreement, List<Statement> few, Known known, View view) {
        NavigableSet<LocalDate> days = new TreeSet<>();
        ZoneId zone = agreement.zone();
        for (Statement statement : few) {
            statement.about(zone).ifPresent(day -> turn(agreement, statement, day, days));
            statement.times().made().flatMap(made -> made.lastDay(zone)).ifPresent(days::add);
            days.add(statement.knownFrom(Optional.empty(), zone));
            if (statement.body() instanceof Body.Act act) {
                for (Optional<Edtf> date :
                        List.of(act.decided(), act.notified(), act.effective(), act.until())) {
                    date.flatMap(one -> one.lastDay(zone)).ifPresent(days::add);
                }
            }
        }
        Life life = new Life(agreement, known, view);
        life.dates().values().forEach(date -> days.add(date.day(zone)));
        life.begin().ifPresent(days::add);
        life.end().ifPresent(days::add);
        view.accordingTo().flatMap(life::endFor).ifPresent(days::add);
        return days;
    }

    /** A contact turns on the day of a step, and when there was silence for too long after it. */
    private static void turn(
            Agreement agreement, Statement statement, LocalDate day, NavigableSet<LocalDate> days) {
        days.add(day);
        if (statement.body() instanceof Body.Contact contact) {
            ZoneId zone = agreement.zone();
            LocalDate silent =
                    agreement
                            .profile()
                            .contact()
                            .silentAfter()
                            .after(new Moment.Day(day), DateContext.in(zone))
                            .day(zone);
            days.add(silent.plusDays(1));
            contact.expected()
                    .flatMap(planned -> planned.lastDay(zone))
                    .ifPresent(planned -> days.add(planned.plusDays(1)));
        }
    }
}
