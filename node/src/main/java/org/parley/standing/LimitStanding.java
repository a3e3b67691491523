// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import org.parley.Text;
import org.parley.agreement.Limit;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a limit stands for whom it binds.
 *
 * @param figure absent where nothing was ever declared
 * @param bound absent where a body has yet to decide it
 * @param headroom bound minus value for an upper bound; absent unless the figure is current
 * @param binds the first day on which it binds, if that is known
 * @param ends the first day on which it no longer binds, if that is known
 */
public record LimitStanding(
        Limit limit,
        String party,
        Optional<Figure> figure,
        Optional<Long> bound,
        State state,
        Optional<Long> headroom,
        Optional<LocalDate> binds,
        Optional<LocalDate> ends) {

    /** The states of DESIGN's closed list. */
    public enum State {
        NOT_YET_BINDING("not yet binding", "尚不具约束力"),
        WITHIN("within", "未超限"),
        OVER("over", "超出"),
        UNKNOWN("unknown", "不详"),
        CONTESTED("contested", "有争议"),
        OBSERVED_POLITICALLY("observed politically", "政治上遵守"),
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

    /** Whether the current figure lies on the wrong side of the bound, binding or not. */
    public boolean exceeds() {
        return figure.filter(Figure::current).isPresent()
                && headroom.isPresent()
                && headroom.get() < 0;
    }

    /** The value if it is current. */
    public Optional<Long> value() {
        return figure.filter(Figure::current).map(Figure::value);
    }
}
