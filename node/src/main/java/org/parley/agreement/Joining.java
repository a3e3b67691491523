// SPDX-License-Identifier: Apache-2.0
package org.parley.agreement;

import org.parley.time.DateExpression;

import java.util.List;
import java.util.Optional;

/**
 * How a state becomes a party.
 *
 * @param by the acts that bind it: ratified, acceded …
 * @param from when it is bound, counted from its own {@code act deposited}; absent means at once
 */
public record Joining(Provision provision, List<String> by, Optional<DateExpression> from) {
    /** In a date: the deposit of the state's own joining act. */
    public static final String DEPOSITED = "deposited";

    public Joining {
        by = List.copyOf(by);
    }
}
