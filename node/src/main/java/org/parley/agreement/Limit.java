// SPDX-License-Identifier: Apache-2.0
package org.parley.agreement;

import org.parley.time.DateExpression;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A bound on a count. Binds from {@code from} (else the agreement's entry into force) until before
 * {@code until} (else its end), or on one day only.
 *
 * @param upper whether the bound is the most, not the least, that is allowed
 * @param within the limit of which this is a part
 */
public record Limit(
        Provision provision,
        String count,
        boolean upper,
        Bound bound,
        Holder holder,
        Optional<String> zone,
        Optional<String> within,
        Optional<DateExpression> from,
        Optional<DateExpression> until,
        Optional<DateExpression> on) {

    /** A number in the file, or one that a body decides. */
    public sealed interface Bound {
        /** A number, as a whole one with so many decimals: 202.8 is 2028 with one. */
        record Fixed(long value, int decimals) implements Bound {
            public Fixed(long value) {
                this(value, 0);
            }

            /**
             * The number scaled for a count of so many decimals, which are no fewer than its own.
             */
            public long in(int countDecimals) {
                long scaled = value;
                for (int i = decimals; i < countDecimals; i++) {
                    scaled = Math.multiplyExact(scaled, 10);
                }
                return scaled;
            }

            /** The number as written. */
            public BigDecimal exact() {
                return BigDecimal.valueOf(value, decimals);
            }
        }

        record Decided(String name) implements Bound {}
    }

    public String id() {
        return provision.id();
    }
}
