// SPDX-License-Identifier: Apache-2.0
package org.parley.web.export;

import org.parley.agreement.Agreement;
import org.parley.record.Library;
import org.parley.standing.View;
import org.parley.statement.Body;
import org.parley.statement.Statement;
import org.parley.time.Edtf;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One event of a timeline: a statement on the day that it is about.
 *
 * @param day that it is about, or else the day on which it became known
 * @param what the act, form or kind: {@code act entered-into-force}
 * @param contestedBy who disputes it, as far as the view knows
 */
public record Event(
        Agreement agreement,
        LocalDate day,
        String what,
        Statement statement,
        List<String> contestedBy) {

    public Event {
        contestedBy = List.copyOf(contestedBy);
    }

    /** What the view knows to have been said and done until its day, in the order of the days. */
    public static List<Event> of(Library.Case one, View view) {
        Agreement agreement = one.agreement();
        ZoneId zone = agreement.zone();
        List<Statement> known =
                one.record().statements().stream()
                        .filter(s -> !s.knownFrom(view.accordingTo(), zone).isAfter(view.knownOn()))
                        .toList();
        Map<String, TreeSet<String>> contesting = contesting(known);
        List<Event> events = new ArrayList<>();
        for (Statement statement : known) {
            LocalDate day =
                    statement
                            .about(zone)
                            .orElseGet(() -> statement.knownFrom(Optional.empty(), zone));
            if (!first(statement, day, zone).isAfter(view.asOf())) {
                TreeSet<String> against = contesting.getOrDefault(statement.ref(), new TreeSet<>());
                events.add(
                        new Event(
                                agreement, day, what(statement), statement, List.copyOf(against)));
            }
        }
        events.sort(
                Comparator.comparing(Event::day).thenComparing(event -> event.statement().ref()));
        return events;
    }

    private static Map<String, TreeSet<String>> contesting(List<Statement> known) {
        Map<String, TreeSet<String>> contesting = new TreeMap<>();
        for (Statement statement : known) {
            if (statement.body()
                    instanceof Body.Dispute(Body.About.Ref(String ref), var c, var b)) {
                contesting.computeIfAbsent(ref, r -> new TreeSet<>()).add(statement.by());
            }
        }
        return contesting;
    }

    /**
     * An act is on the timeline from the day on which it was decided, though it takes effect later.
     */
    private static LocalDate first(Statement statement, LocalDate day, ZoneId zone) {
        LocalDate first = day;
        if (statement.body() instanceof Body.Act act) {
            for (Optional<Edtf> date : List.of(act.decided(), act.notified())) {
                LocalDate other = date.flatMap(edtf -> edtf.lastDay(zone)).orElse(first);
                first = other.isBefore(first) ? other : first;
            }
        }
        return first;
    }

    private static String what(Statement statement) {
        return switch (statement.body()) {
            case Body.Act act -> "act " + act.act();
            case Body.Declare declare -> named("declare", statement);
            case Body.Change change -> named("change", statement);
            case Body.Filled filled -> named(statement.kind().word(), statement);
            case Body.Totals totals -> "totals";
            case Body.Decide decide -> "decide";
            case Body.Dispute dispute -> "dispute";
            case Body.Claim claim -> "claim " + claim.assertion();
            case Body.Said said -> statement.kind().word();
            case Body.Contact contact -> contact.step().word();
            case Body.Account account -> "account";
            case Body.Unknown unknown -> unknown.kind();
        };
    }

    private static String named(String kind, Statement statement) {
        return statement.form().map(form -> kind + " " + form).orElse(kind);
    }

    /** An act's four dates by their names, as far as the record has them. */
    public Map<String, String> dates() {
        Map<String, String> dates = new java.util.LinkedHashMap<>();
        if (statement.body() instanceof Body.Act act) {
            ZoneId zone = agreement.zone();
            act.decided().ifPresent(date -> dates.put("decided", date.in(zone)));
            act.notified().ifPresent(date -> dates.put("notified", date.in(zone)));
            statement.times().received().values().stream()
                    .map(Edtf::toString)
                    .min(Comparator.naturalOrder())
                    .ifPresent(date -> dates.put("received", date));
            act.effective().ifPresent(date -> dates.put("effective", date.in(zone)));
            act.until().ifPresent(date -> dates.put("until", date.in(zone)));
        }
        return dates;
    }

    /** What was said, in a few words: numbers, a quote, what a dispute is about. */
    public String summary(String language) {
        return Summary.of(agreement, statement, language);
    }
}
