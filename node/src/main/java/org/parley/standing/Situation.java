// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import org.parley.agreement.Agreement;
import org.parley.statement.Statement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Where a mechanism is in its life, in one word: what an overview of many shows. Worked out without
 * figures and duties.
 *
 * @param by who suspended, contests or told it; of what is in force, who of its many suspended it
 * @param since from when, as far as it follows from one day
 * @param before of no recent evidence: what it was when last heard of
 */
public record Situation(
        State state, Optional<LocalDate> since, List<String> by, Optional<State> before) {

    public Situation {
        by = List.copyOf(by);
    }

    /** Of more parties than this, some that suspend do not make it the agreement's own state. */
    private static final int FEW = 40;

    /** The words of the overview: an agreement's life, a contact's state, or words only. */
    public enum State {
        NOT_IN_FORCE,
        IN_FORCE,
        /** In force, and suspended as a whole by some of its parties. */
        SUSPENDED_BY_SOME,
        CONTESTED,
        LEFT,
        ENDED,
        PROPOSED,
        AGREED,
        SCHEDULED,
        POSTPONED,
        OPEN,
        HELD,
        STALLED,
        UNANSWERED,
        SUSPENDED,
        REFUSED,
        CANCELLED,
        NO_RECENT_EVIDENCE,
        /** A norm, a document, a proposal: somebody has said it. */
        STATED,
        /** Nothing is known yet as of the day. */
        NOTHING_YET;

        /** As written in addresses and JSON: {@code suspended-by-some}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * From which day on each party is out by its own step, as far as its words go; parties that
     * stay are not in it.
     */
    public static Map<String, LocalDate> leaves(
            Agreement agreement, List<Statement> few, View view) {
        Life life = new Life(agreement, new Known(agreement, few, view), view);
        Map<String, LocalDate> leaves = new TreeMap<>();
        agreement
                .parties()
                .forEach(party -> life.leaves(party).ifPresent(day -> leaves.put(party, day)));
        return leaves;
    }

    /** The situation under a view. */
    public static Situation of(Agreement agreement, List<Statement> few, View view) {
        return of(agreement, new Known(agreement, few, view), view);
    }

    /**
     * The situation of one provision: where the whole is in force, some may have paused this part.
     *
     * @param path such as {@code quotas.inspections}
     */
    public static Situation of(Agreement agreement, List<Statement> few, View view, String path) {
        Known known = new Known(agreement, few, view);
        Situation whole = of(agreement, known, view);
        if (whole.state() != State.IN_FORCE) {
            return whole;
        }
        Life life = new Life(agreement, known, view);
        List<Statement> pausing = life.pausing(path, view.asOf());
        return pausing.isEmpty()
                ? whole
                : new Situation(
                        State.SUSPENDED_BY_SOME,
                        pausing.stream()
                                .flatMap(act -> life.begins(act).stream())
                                .min(LocalDate::compareTo),
                        List.copyOf(new TreeSet<>(pausing.stream().map(Statement::by).toList())),
                        Optional.empty());
    }

    /** The same from what is known already: that is one on all days of a view. */
    static Situation of(Agreement agreement, Known known, View view) {
        Life life = new Life(agreement, known, view);
        boolean legal = life.begin().isPresent() || agreement.kind().equals("treaty");
        if (legal) {
            return legal(life, view, agreement.parties().size() <= FEW);
        }
        return new ContactFold(agreement, known, view)
                .contact()
                .map(Situation::contact)
                .orElseGet(() -> words(agreement, known, view));
    }

    /** A state's place in an agreement, where one joins it or some have left it. */
    public static Optional<MemberStanding.State> member(
            Agreement agreement, List<Statement> few, View view, String party) {
        return Optional.ofNullable(members(agreement, few, view, List.of(party)).get(party));
    }

    /**
     * The places of all parties where one joins; of an agreement between named parties only those
     * that left it, for of the others nothing but the agreement's own life needs to be said.
     */
    public static Map<String, MemberStanding.State> members(
            Agreement agreement, List<Statement> few, View view) {
        return members(agreement, few, view, agreement.parties());
    }

    private static Map<String, MemberStanding.State> members(
            Agreement agreement, List<Statement> few, View view, List<String> parties) {
        Life life = new Life(agreement, new Known(agreement, few, view), view);
        boolean joined = agreement.profile().joining().isPresent();
        boolean over = !joined && life.phase() == Standing.Phase.ENDED;
        Map<String, MemberStanding.State> places = new TreeMap<>();
        for (String party : parties) {
            if (joined) {
                places.put(party, life.member(party).state());
            } else if (!over && life.hasLeft(party)) {
                places.put(party, MemberStanding.State.LEFT);
            }
        }
        return places;
    }

    private static Situation legal(Life life, View view, boolean few) {
        Optional<LocalDate> begin = life.begin();
        return switch (life.phase()) {
            case NOT_IN_FORCE -> plain(State.NOT_IN_FORCE, Optional.empty());
            case LEFT -> plain(State.LEFT, view.accordingTo().flatMap(life::endFor));
            case ENDED -> plain(State.ENDED, life.end());
            case CONTESTED -> plain(State.CONTESTED, Optional.empty());
            case IN_FORCE -> {
                List<String> by = new ArrayList<>(new TreeSet<>(life.suspending(view.asOf())));
                // Whoever left after its suspension suspends nothing any more.
                by.removeIf(life::hasLeft);
                yield by.isEmpty() || !few
                        ? new Situation(State.IN_FORCE, begin, by, Optional.empty())
                        : new Situation(
                                State.SUSPENDED_BY_SOME, Optional.empty(), by, Optional.empty());
            }
        };
    }

    private static Situation plain(State state, Optional<LocalDate> since) {
        return new Situation(state, since, List.of(), Optional.empty());
    }

    private static Situation contact(ContactStanding contact) {
        return new Situation(
                State.valueOf(contact.state().name()),
                contact.since(),
                contact.by(),
                contact.before().map(state -> State.valueOf(state.name())));
    }

    private static Situation words(Agreement agreement, Known known, View view) {
        Optional<LocalDate> first =
                known.all.stream()
                        .map(statement ->
                                statement
                                        .times()
                                        .made()
                                        .flatMap(made -> made.lastDay(agreement.zone()))
                                        .or(() -> statement.about(agreement.zone()))
                                        .orElseGet(() ->
                                                statement.knownFrom(
                                                        Optional.empty(), agreement.zone())))
                        .filter(day -> !day.isAfter(view.asOf()))
                        .min(LocalDate::compareTo);
        return first.isPresent() ? plain(State.STATED, first) : plain(State.NOTHING_YET, first);
    }
}
