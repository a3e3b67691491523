// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import org.parley.Text;
import org.parley.agreement.Duty;
import org.parley.time.Deadline;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One instance of a duty.
 *
 * @param key the date that names it: the end of its period, or the day it was first due
 * @param statement the ref of what met it, or of what it is about
 * @param received when that was received, as far as the record shows
 * @param receiptShown false where only publication bounds the receipt
 * @param positions what the parties say about it: ref and author, excuses and complaints alike
 */
public record DutyStanding(
        Duty duty,
        String party,
        LocalDate key,
        Deadline due,
        State state,
        Optional<String> statement,
        Optional<LocalDate> received,
        boolean receiptShown,
        List<Position> positions) {

    public DutyStanding {
        positions = List.copyOf(positions);
    }

    /** The states of DESIGN's closed list. */
    public enum State {
        UPCOMING("upcoming", "未到期"),
        OPEN("open", "待履行"),
        MET("met", "已履行"),
        LATE("late", "迟交"),
        MISSED("missed", "未履行"),
        WAIVED("waived", "免除"),
        CONTESTED("contested", "有争议"),
        NOT_VISIBLE("not visible", "不可见");

        private final String english;
        private final String chinese;

        State(String english, String chinese) {
            this.english = english;
            this.chinese = chinese;
        }

        /** The state in words for people. */
        public Text title() {
            return Text.of(english, chinese);
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * What a party says about the duty.
     *
     * @param says suspended, countermeasure, exempted, extended, tendered, missed, met …
     */
    public record Position(String party, String says, String ref) {
        /** More time was granted; that is no plea and no complaint. */
        public static final String EXTENDED = "extended";

        /** Others signed in time that it was there; no receipt came, or a late one. */
        public static final String TENDERED = "tendered";
    }

    /** Whether others signed in time that it was there, and no receipt came in time. */
    public boolean tendered() {
        return positions.stream().anyMatch(one -> one.says().equals(Position.TENDERED));
    }

    /** The same in another state. */
    DutyStanding as(State other) {
        return new DutyStanding(
                duty, party, key, due, other, statement, received, receiptShown, positions);
    }

    /** The same with other positions, which leave its state as it is. */
    DutyStanding with(List<Position> others) {
        return new DutyStanding(
                duty, party, key, due, state, statement, received, receiptShown, others);
    }

    /** The duty's id, or procedure and step: {@code half_yearly_data}, {@code flight.receipt}. */
    public String id() {
        String path = duty.provision().path();
        return path.substring(path.indexOf('.') + 1);
    }

    /** Whether this is worth a line of its own where thousands of the kind are only counted. */
    public boolean exceptional() {
        return state != State.MET && state != State.NOT_VISIBLE;
    }
}
