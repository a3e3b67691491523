// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import org.parley.agreement.Agreement;
import org.parley.standing.ContactStanding.Event;
import org.parley.standing.ContactStanding.State;
import org.parley.standing.ContactStanding.Word;
import org.parley.statement.Body;
import org.parley.statement.Statement;
import org.parley.statement.Step;
import org.parley.time.Moment;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Works out where a dialogue or channel stands from what each side, and others, say of its steps.
 *
 * <p>The latest step gives the state. A party's suspension stands until that party itself is in
 * touch again or says otherwise: if only others tell of a later meeting, the state is contested. So
 * it is if two sides tell the same day differently. In a party's view its own latest word gives the
 * state; where it said nothing, the declared one stays.
 */
final class ContactFold {
    private static final Set<String> ONE_TIME = Set.of("meeting", "statement");
    private static final Set<State> LASTING =
            Set.of(State.ENDED, State.SUSPENDED, State.HELD, State.REFUSED, State.CANCELLED);

    private final Agreement agreement;
    private final Known known;
    private final View view;
    private final ZoneId zone;
    private final boolean once;

    ContactFold(Agreement agreement, Known known, View view) {
        this.agreement = agreement;
        this.known = known;
        this.view = view;
        this.zone = agreement.zone();
        this.once = ONE_TIME.contains(agreement.kind());
    }

    /** Empty if the record tells no step by the view's day. */
    Optional<ContactStanding> contact() {
        List<Event> events = events();
        if (events.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Word> words = words(events);
        Told told =
                view.accordingTo()
                        .flatMap(viewer ->
                                Optional.ofNullable(words.get(viewer))
                                        .map(word -> own(viewer, word)))
                        .orElseGet(() -> declared(events, words));
        Optional<LocalDate> touch =
                events.stream()
                        .filter(event -> event.step().isTouch())
                        .map(Event::day)
                        .max(Comparator.naturalOrder());
        Optional<LocalDate> evidence =
                events.stream().map(Event::day).max(Comparator.naturalOrder());
        boolean silent =
                !LASTING.contains(told.state())
                        && evidence.filter(day -> isSilent(day, events)).isPresent();
        return Optional.of(
                new ContactStanding(
                        silent ? State.NO_RECENT_EVIDENCE : told.state(),
                        Optional.of(told.day()),
                        told.by(),
                        silent ? Optional.of(told.state()) : Optional.empty(),
                        touch,
                        evidence,
                        words,
                        events,
                        new Promises(agreement, events).all()));
    }

    /** A state with its day and who told it. */
    private record Told(State state, LocalDate day, List<String> by) {}

    private Told own(String viewer, Word word) {
        return new Told(State.of(word.step(), once), word.day(), List.of(viewer));
    }

    /** The day of a step: when it happened, else when it was said. */
    private Optional<LocalDate> day(Statement statement) {
        return statement
                .about(zone)
                .or(() -> statement.times().made().flatMap(edtf -> edtf.lastDay(zone)))
                .or(() -> statement.times().published().flatMap(edtf -> edtf.lastDay(zone)));
    }

    private List<Event> events() {
        Map<String, List<Statement>> together = new LinkedHashMap<>();
        for (Statement statement : known.contacts) {
            Optional<LocalDate> day = day(statement);
            if (day.isPresent() && !day.get().isAfter(view.asOf())) {
                Step step = ((Body.Contact) statement.body()).step();
                String when =
                        statement.caseId().map(id -> "case " + id).orElseGet(day.get()::toString);
                together.computeIfAbsent(step + "@" + when, key -> new ArrayList<>())
                        .add(statement);
            }
        }
        List<Event> events = new ArrayList<>();
        for (List<Statement> told : together.values()) {
            List<String> by = new ArrayList<>(told.stream().map(Statement::by).distinct().toList());
            by.sort(
                    Comparator.comparing((String who) -> !agreement.isParty(who))
                            .thenComparing(Comparator.naturalOrder()));
            Step step = ((Body.Contact) told.getFirst().body()).step();
            // Told with several days, it is over by the latest of them.
            LocalDate day =
                    told.stream()
                            .flatMap(one -> day(one).stream())
                            .max(Comparator.naturalOrder())
                            .orElseThrow();
            events.add(new Event(step, day, by, told));
        }
        events.sort(Comparator.comparing(Event::day).thenComparing(Event::step));
        return events;
    }

    /** Each party's own latest word. */
    private Map<String, Word> words(List<Event> events) {
        Map<String, Word> words = new TreeMap<>();
        for (Event event : events) {
            for (Statement statement : event.statements()) {
                if (agreement.isParty(statement.by())) {
                    words.put(statement.by(), new Word(event.step(), event.day(), statement.ref()));
                }
            }
        }
        return words;
    }

    private Told declared(List<Event> events, Map<String, Word> words) {
        Event last = events.getLast();
        State state = State.of(last.step(), once);
        List<Event> sameDay =
                events.stream().filter(event -> event.day().equals(last.day())).toList();
        if (differ(sameDay)) {
            List<String> by = sameDay.stream().flatMap(event -> event.by().stream()).toList();
            return new Told(State.CONTESTED, last.day(), by);
        }
        if (last.step().isTouch() || last.step().isPromise()) {
            List<String> suspending = suspending(words, last);
            if (!suspending.isEmpty()) {
                boolean touch = last.step().isTouch();
                LocalDate since = touch ? last.day() : day(words, suspending.getFirst(), last);
                return new Told(touch ? State.CONTESTED : State.SUSPENDED, since, suspending);
            }
        }
        if (last.step().isPromise() && events.size() > 1 && wasOpen(events)) {
            return new Told(State.OPEN, last.day(), last.by());
        }
        return new Told(state, last.day(), last.by());
    }

    private static LocalDate day(Map<String, Word> words, String party, Event otherwise) {
        return Optional.ofNullable(words.get(party)).map(Word::day).orElse(otherwise.day());
    }

    /** A next meeting that is planned leaves an open channel open. */
    private static boolean wasOpen(List<Event> events) {
        for (int i = events.size() - 2; i >= 0; i--) {
            Step step = events.get(i).step();
            if (step.isTouch()) {
                return true;
            }
            if (!step.isPromise()) {
                return false;
            }
        }
        return false;
    }

    /** Different parties tell of the same day what cannot both be. */
    private boolean differ(List<Event> sameDay) {
        Set<State> states = new java.util.TreeSet<>();
        Set<String> parties = new java.util.TreeSet<>();
        for (Event event : sameDay) {
            List<String> own = event.by().stream().filter(agreement::isParty).toList();
            if (!own.isEmpty() && !event.step().isPromise()) {
                states.add(State.of(event.step(), once));
                parties.addAll(own);
            }
        }
        return states.size() > 1 && parties.size() > 1;
    }

    /** The parties whose own latest word is that it is suspended, before the step given. */
    private static List<String> suspending(Map<String, Word> words, Event last) {
        List<String> found = new ArrayList<>();
        words.forEach((party, word) -> {
            if (word.step() == Step.SUSPENDED
                    && last.step() != Step.RESUMED
                    && word.day().isBefore(last.day())) {
                found.add(party);
            }
        });
        return found;
    }

    /** Nothing for so long, and nothing planned for later than now. */
    private boolean isSilent(LocalDate evidence, List<Event> events) {
        boolean awaited =
                events.stream()
                        .flatMap(event -> event.statements().stream())
                        .flatMap(statement -> ((Body.Contact) statement.body()).expected().stream())
                        .flatMap(edtf -> edtf.lastDay(zone).stream())
                        .anyMatch(day -> day.isAfter(view.asOf()));
        LocalDate until =
                agreement
                        .profile()
                        .contact()
                        .silentAfter()
                        .after(new Moment.Day(evidence), org.parley.time.DateContext.in(zone))
                        .day(zone);
        return !awaited && view.asOf().isAfter(until);
    }
}
