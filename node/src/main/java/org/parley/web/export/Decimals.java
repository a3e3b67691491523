// SPDX-License-Identifier: Apache-2.0
package org.parley.web.export;

import org.parley.agreement.Agreement;
import org.parley.agreement.Count;

import java.math.BigDecimal;
import java.util.Optional;

/** A count's numbers as they were declared: the fold holds them scaled to whole ones. */
public final class Decimals {
    private Decimals() {}

    /** {@code 985} of a count with one decimal is {@code 98.5}. */
    public static String shown(Agreement agreement, String count, long value) {
        int decimals =
                Optional.ofNullable(agreement.counts().get(count)).map(Count::decimals).orElse(0);
        return BigDecimal.valueOf(value, decimals).toPlainString();
    }
}
