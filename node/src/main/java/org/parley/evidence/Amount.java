// SPDX-License-Identifier: Apache-2.0
package org.parley.evidence;

import org.parley.Text;
import org.parley.estimate.Quantity;

import java.util.Optional;

/**
 * A number that somebody gave, with what it takes to compare it.
 *
 * @param unit what is counted: {@code warheads}, {@code month}
 * @param kind what the number covers; empty where a unit has no kinds
 * @param estimator whose method it is, if it is an estimate
 * @param vintage the edition of the estimate, {@code 2022}
 */
public record Amount(
        long number,
        Rounding rounding,
        String unit,
        Optional<Quantity> kind,
        Optional<Text> estimator,
        Optional<String> vintage) {

    /** The word before the number. */
    public enum Rounding implements Word {
        EXACT("", ""),
        ABOUT("about ", "约"),
        MORE_THAN("more than ", "超过"),
        AT_LEAST("at least ", "至少"),
        LESS_THAN("less than ", "少于"),
        AT_MOST("at most ", "至多");

        private final String english;
        private final String chinese;

        Rounding(String english, String chinese) {
            this.english = english;
            this.chinese = chinese;
        }

        @Override
        public Text text() {
            return Text.of(english, chinese);
        }
    }

    /** The least number that it may mean. */
    public long least() {
        return switch (rounding) {
            case EXACT, AT_LEAST -> number;
            case ABOUT -> number - half();
            case MORE_THAN -> number + 1;
            case LESS_THAN, AT_MOST -> Long.MIN_VALUE;
        };
    }

    /** The greatest number that it may mean. */
    public long most() {
        return switch (rounding) {
            case EXACT, AT_MOST -> number;
            case ABOUT -> number + Math.max(0, half() - 1);
            case LESS_THAN -> number - 1;
            case MORE_THAN, AT_LEAST -> Long.MAX_VALUE;
        };
    }

    /** Half of the last place that is not zero: 1550 may be anything that rounds to 155 tens. */
    private long half() {
        long place = 1;
        while (number != 0 && number % (place * 10) == 0) {
            place *= 10;
        }
        return place / 2;
    }

    public boolean mayBe(long other) {
        return least() <= other && other <= most();
    }

    /** Whether some number fits both. */
    public boolean meets(Amount other) {
        return least() <= other.most() && other.least() <= most();
    }

    /** Whether both count the same, as far as is said. */
    public boolean isLike(Amount other) {
        return unit.equals(other.unit) && (kind.equals(other.kind) || isUnstated(other));
    }

    /** Whether both say what they cover, and it is not the same. */
    public boolean isOtherQuantity(Amount other) {
        return unit.equals(other.unit) && !isLike(other);
    }

    private boolean isUnstated(Amount other) {
        return kind.isEmpty()
                || other.kind.isEmpty()
                || kind.get() == Quantity.NOT_STATED
                || other.kind.get() == Quantity.NOT_STATED;
    }

    /** The number with its word. */
    public Text shown() {
        String digits = String.format(java.util.Locale.ROOT, "%,d", number);
        return Text.of(rounding.text().en() + digits, rounding.text().zh() + digits);
    }
}
