// SPDX-License-Identifier: Apache-2.0
package org.parley.evidence;

import org.parley.Text;
import org.parley.statement.Source;
import org.parley.time.Edtf;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What the record has, to be put beside claims; it corrects none.
 *
 * @param at where it stands: {@code new-start/ru-suspends}, or a rule, {@code
 *     new-start/limits.warheads}
 * @param known when the public could know it
 * @param atMost how often such an event is possible, where the rules say
 */
public record Fact(
        String ref,
        Subject subject,
        Nature nature,
        Claim.Content content,
        Optional<Edtf> when,
        Edtf known,
        Optional<Long> atMost,
        Text says,
        Optional<String> at,
        Source source,
        boolean unverified,
        boolean exercise) {

    /** What sort of entry it is. */
    public enum Nature implements Word {
        EVENT("event", "事件"),
        LIMIT("limit of the rules", "规则限额"),
        DECLARED("declared by the party", "当事方申报"),
        ESTIMATE("estimate", "估计");

        private final String english;
        private final String chinese;

        Nature(String english, String chinese) {
            this.english = english;
            this.chinese = chinese;
        }

        @Override
        public Text text() {
            return Text.of(english, chinese);
        }
    }

    /** Whether it was public by this day. */
    public boolean knownOn(LocalDate day) {
        return known.latest().map(last -> !last.isAfter(day)).orElse(false);
    }
}
