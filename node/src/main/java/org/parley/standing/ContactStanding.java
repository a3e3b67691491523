// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import org.parley.statement.Body;
import org.parley.statement.Statement;
import org.parley.statement.Step;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where a dialogue, a channel or a meeting stands, as of the view.
 *
 * @param state its state; "suspended" and "no recent evidence" are different things
 * @param since the day of the step that the state comes from
 * @param by who took or told that step
 * @param before what the state was when it was last told, if that is too long ago
 * @param lastTouch when the sides were last in touch
 * @param lastEvidence when anything was last said of it
 * @param words each party's own latest step
 * @param events all steps by day; what several say of one is one
 * @param promises what was promised, and when it came about
 */
public record ContactStanding(
        State state,
        Optional<LocalDate> since,
        List<String> by,
        Optional<State> before,
        Optional<LocalDate> lastTouch,
        Optional<LocalDate> lastEvidence,
        Map<String, Word> words,
        List<Event> events,
        List<Promise> promises) {

    public ContactStanding {
        by = List.copyOf(by);
        words = java.util.Collections.unmodifiableMap(new TreeMap<>(words));
        events = List.copyOf(events);
        promises = List.copyOf(promises);
    }

    /** The states of a contact. */
    public enum State {
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
        /** The sides' words do not agree with each other, or with what was seen. */
        CONTESTED,
        ENDED,
        /** It was open or promised, and for long nothing was seen of it. */
        NO_RECENT_EVIDENCE;

        /** As written in files: {@code no-recent-evidence}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static State of(Step step, boolean once) {
            return switch (step) {
                case PROPOSED -> PROPOSED;
                case AGREED, INSTALLED -> AGREED;
                case SCHEDULED -> SCHEDULED;
                case POSTPONED -> POSTPONED;
                case HELD, TESTED, USED, RESUMED -> once ? HELD : OPEN;
                case STALLED, BLOCKED -> STALLED;
                case SUSPENDED -> SUSPENDED;
                case REFUSED -> REFUSED;
                case CANCELLED -> CANCELLED;
                case NO_ANSWER -> UNANSWERED;
                case ENDED -> ENDED;
            };
        }
    }

    /** A party's own latest word. */
    public record Word(Step step, LocalDate day, String statement) {}

    /**
     * A step, with everybody who tells of it.
     *
     * @param by the authors, parties first
     */
    public record Event(Step step, LocalDate day, List<String> by, List<Statement> statements) {
        public Event {
            by = List.copyOf(by);
            statements = List.copyOf(statements);
        }

        /** Its first telling. */
        public Body.Contact told() {
            return (Body.Contact) statements.getFirst().body();
        }
    }

    /**
     * Another step of the same matter.
     *
     * @param by the authors, parties first
     */
    public record Turn(Step step, LocalDate day, List<String> by, String statement) {
        public Turn {
            by = List.copyOf(by);
        }
    }

    /**
     * A step that was promised, and the one that fulfilled it.
     *
     * @param plans days set for it since
     * @param fulfilledOn the first day on which the sides were in touch
     * @param against who put it off, refused or cancelled it, each in its own words
     * @param days how many days lie between the two, for each party in its own zone
     */
    public record Promise(
            String promised,
            LocalDate promisedOn,
            List<Turn> plans,
            Optional<String> fulfilled,
            Optional<LocalDate> fulfilledOn,
            List<Turn> against,
            Map<String, Long> days) {
        public Promise {
            plans = List.copyOf(plans);
            against = List.copyOf(against);
            days = java.util.Collections.unmodifiableMap(new TreeMap<>(days));
        }
    }
}
