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
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A mechanism's situations one after the other, through all days, as known on one day and according
 * to one viewer. Immutable.
 *
 * @param spans without gaps, the first from the beginning of the calendar
 */
public record Course(List<Span> spans) {

    public Course {
        spans = List.copyOf(spans);
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
        for (LocalDate day : turns(agreement, few, known, view.on(until))) {
            if (day.isAfter(until)) {
                break;
            }
            Situation now = Situation.of(agreement, known, view.on(day));
            if (!now.equals(spans.getLast().situation())) {
                spans.add(new Span(day, now));
            }
        }
        return new Course(spans);
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
    private static NavigableSet<LocalDate> turns(
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
