// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import org.parley.Text;
import org.parley.agreement.Quota;
import org.parley.time.Period;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How far a quota is used in one period.
 *
 * @param group the values of the fields it is split by; empty if it is not split
 * @param declaredTotal whether the use was reported as a total rather than counted here
 * @param capReached the day on which the cap was reached
 * @param statements the refs of what used it up, or of the report of the total
 */
public record QuotaStanding(
        Quota quota,
        String party,
        Period period,
        List<String> group,
        long used,
        Optional<Long> cap,
        State state,
        boolean declaredTotal,
        Optional<LocalDate> capReached,
        List<String> statements) {

    public QuotaStanding {
        group = List.copyOf(group);
        statements = List.copyOf(statements);
    }

    /** How a quota can stand. */
    public enum State {
        WITHIN("within", "未用尽"),
        SPENT("spent", "已用尽"),
        EXCEEDED("exceeded", "超出"),
        UNKNOWN("unknown", "不详"),
        NOT_YET_BINDING("not yet binding", "尚不具约束力"),
        NO_LONGER_BINDING("no longer binding", "不再具约束力");

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
}
