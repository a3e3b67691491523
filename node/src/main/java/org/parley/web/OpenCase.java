// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import org.parley.agreement.Agreement;
import org.parley.agreement.Formulas;
import org.parley.record.History;
import org.parley.record.Library;
import org.parley.standing.Course;
import org.parley.standing.Explainer;
import org.parley.standing.Explanation;
import org.parley.standing.Figure;
import org.parley.standing.MemberStanding;
import org.parley.standing.Situation;
import org.parley.standing.Standing;
import org.parley.standing.Timeline;
import org.parley.standing.View;
import org.parley.statement.Body;
import org.parley.statement.Statement;
import org.parley.web.export.Due;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An agreement with its record, held open while pages about it are read. Thread safe: what it keeps
 * of earlier answers is guarded by its own lock and can be dropped at any time.
 */
final class OpenCase {
    /** Enough for a slider going to and fro; one standing of a large record takes megabytes. */
    private static final int KEPT_MAX = 64;

    private static final int HISTORIES_MAX = 6;

    /** A course is a handful of spans; a slider that moves what is known asks for many. */
    private static final int COURSES_MAX = 256;

    /** Points of a chart; more than its width in pixels could not be told apart. */
    private static final int DAYS_MAX = 400;

    private final Library.Case source;
    private final Formulas formulas;
    private final Timeline timeline;
    private final Map<String, Statement> byRef;
    private final List<Statement> few;
    private final Map<View, Course> courses = Collections.synchronizedMap(lru(COURSES_MAX));
    private final Map<View, Map<String, MemberStanding.State>> places =
            Collections.synchronizedMap(lru(COURSES_MAX));
    private final Map<DueKey, List<Due>> dues = Collections.synchronizedMap(lru(KEPT_MAX));
    private final Map<View, Standing> kept = Collections.synchronizedMap(lru(KEPT_MAX));
    private final Map<View, List<Snapshot>> histories =
            Collections.synchronizedMap(lru(HISTORIES_MAX));

    OpenCase(Library.Case source) {
        this.source = source;
        this.formulas = new Formulas(source.agreement());
        this.timeline =
                Timeline.of(
                        source.agreement(),
                        formulas,
                        source.record().statements(),
                        source.record().coverage());
        Map<String, Statement> refs = new TreeMap<>();
        source.record().statements().forEach(statement -> refs.put(statement.ref(), statement));
        this.byRef = Collections.unmodifiableMap(refs);
        this.few =
                source.record().statements().stream()
                        .filter(statement -> !(statement.body() instanceof Body.Change))
                        .toList();
    }

    private static <K, V> Map<K, V> lru(int most) {
        return new LinkedHashMap<>(16, .75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    /** A standing on a day. */
    record Snapshot(LocalDate day, Standing standing) {}

    Agreement agreement() {
        return source.agreement();
    }

    History record() {
        return source.record();
    }

    Optional<Statement> statement(String ref) {
        return Optional.ofNullable(byRef.get(ref));
    }

    /** Where the agreement stands in a view. */
    Standing at(View view) {
        Standing found = kept.get(view);
        if (found == null) {
            found = fold(view);
            kept.put(view, found);
        }
        return found;
    }

    /** What one party owes in a window of days. */
    List<Due> due(View view, LocalDate first, LocalDate last, String party) {
        DueKey key = new DueKey(view, first, last, party);
        List<Due> found = dues.get(key);
        if (found == null) {
            found = Due.between(source, view, first, last, Optional.of(party));
            dues.put(key, found);
        }
        return found;
    }

    private record DueKey(View view, LocalDate first, LocalDate last, String party) {}

    /**
     * How its situation went, through all days until a given one. Days on which the same is known
     * share one answer: it is kept by the last day on which something became known.
     */
    Course course(View view, LocalDate until) {
        View key = new View(until, lastNews(view), view.accordingTo());
        Course found = courses.get(key);
        if (found == null) {
            found = Course.of(agreement(), few, key, until);
            courses.put(key, found);
        }
        return found;
    }

    /** The places of its parties, where one joins it, and who left it where not. */
    Map<String, MemberStanding.State> places(View view) {
        View key = new View(view.asOf(), lastNews(view), view.accordingTo());
        Map<String, MemberStanding.State> found = places.get(key);
        if (found == null) {
            found = Situation.members(agreement(), few, key);
            places.put(key, found);
        }
        return found;
    }

    private LocalDate lastNews(View view) {
        LocalDate last = LocalDate.MIN;
        for (Statement statement : few) {
            LocalDate known = statement.knownFrom(view.accordingTo(), agreement().zone());
            if (known.isAfter(last) && !known.isAfter(view.knownOn())) {
                last = known;
            }
        }
        return last;
    }

    /**
     * A state's place in it, where states join it or are seen to join or leave; without figures and
     * duties, which have no part in that.
     */
    Optional<MemberStanding> member(View view, String party) {
        Agreement light = agreement().withoutDuties();
        // Of one that any state can join, only the one asked for is needed.
        Agreement asked = light.profile().open() ? light.withParties(List.of(party)) : light;
        return Standing.of(asked, formulas, record().statements(), record().coverage(), view)
                .members()
                .stream()
                .filter(one -> one.party().equals(party))
                .findFirst();
    }

    private Standing fold(View view) {
        return timeline.at(view).noticing(record().notices());
    }

    /**
     * The standings through the agreement's life, on each day on which a figure or limit can have
     * changed, as known and according to whom the view says; its own day makes no difference.
     */
    List<Snapshot> history(View view, LocalDate today) {
        View key = view.on(today);
        List<Snapshot> found = histories.get(key);
        if (found == null) {
            found = histories(key, today);
            histories.put(key, found);
        }
        return found;
    }

    private List<Snapshot> histories(View view, LocalDate today) {
        NavigableSet<LocalDate> days = new TreeSet<>();
        for (Statement statement : record().statements()) {
            if (bearsOnFigures(statement.body())) {
                statement.about(agreement().zone()).ifPresent(days::add);
            }
        }
        Standing last = at(view);
        last.dates().values().forEach(date -> days.add(date.day(agreement().zone())));
        days.add(today);
        days.removeIf(day -> day.isAfter(today));
        TreeMap<LocalDate, Snapshot> all = new TreeMap<>();
        NavigableSet<LocalDate> ends = new TreeSet<>();
        for (LocalDate day : thinned(days)) {
            Standing standing = fold(view.on(day));
            all.put(day, new Snapshot(day, standing));
            for (Figure figure : standing.figures()) {
                figure.heldUntil()
                        .map(end -> end.plusDays(1))
                        .filter(end -> !end.isAfter(today))
                        .ifPresent(ends::add);
            }
        }
        ends.removeAll(all.keySet());
        for (LocalDate day : thinned(ends)) {
            all.put(day, new Snapshot(day, fold(view.on(day))));
        }
        return List.copyOf(all.values());
    }

    private static boolean bearsOnFigures(Body body) {
        return body instanceof Body.Declare
                || body instanceof Body.Change
                || body instanceof Body.Act
                || body instanceof Body.Decide
                || body instanceof Body.Dispute;
    }

    private static List<LocalDate> thinned(NavigableSet<LocalDate> days) {
        List<LocalDate> all = new ArrayList<>(days);
        if (all.size() <= DAYS_MAX) {
            return all;
        }
        List<LocalDate> few = new ArrayList<>();
        for (int i = 0; i < DAYS_MAX; i++) {
            few.add(all.get((int) ((long) i * (all.size() - 1) / (DAYS_MAX - 1))));
        }
        return few;
    }

    /** Why something stands as it does. */
    List<Explanation> explain(Standing standing, String thing, List<String> narrowing) {
        return new Explainer(agreement(), formulas, record().statements())
                .explain(standing, thing, narrowing);
    }

    /** The first day that the slider reaches: the start of the year of the first act known of. */
    LocalDate firstDay(LocalDate today) {
        return record().statements().stream()
                .filter(statement -> statement.body() instanceof Body.Act)
                .flatMap(statement -> statement.about(agreement().zone()).stream())
                .min(LocalDate::compareTo)
                .or(() ->
                        record().statements().stream()
                                .flatMap(statement -> statement.about(agreement().zone()).stream())
                                .min(LocalDate::compareTo))
                .filter(day -> day.isBefore(today.minusYears(1)))
                .orElse(today.minusYears(10))
                .withDayOfYear(1);
    }

    /** The last day about which the record says anything. */
    Optional<LocalDate> lastDay() {
        return record().statements().stream()
                .flatMap(statement -> statement.about(agreement().zone()).stream())
                .max(LocalDate::compareTo);
    }

    /** The newest statement that a view knows. */
    Optional<Statement> newest(View view) {
        Statement newest = null;
        LocalDate when = LocalDate.MIN;
        for (Statement statement : record().statements()) {
            LocalDate known = statement.knownFrom(view.accordingTo(), agreement().zone());
            if (!known.isAfter(view.knownOn()) && !known.isBefore(when)) {
                newest = statement;
                when = known;
            }
        }
        return Optional.ofNullable(newest);
    }
}
