// SPDX-License-Identifier: Apache-2.0
package org.parley.statement;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/**
 * How a statement that lies in a party's log came to others. Receipts are statements there, so one
 * that is not shown was not given; a record written by people has no delivery, and silence about a
 * receipt means nothing in it.
 *
 * @param held when each other node first signed that it holds the entry, or saw the log with it
 */
public record Delivery(Map<String, Instant> held) {
    public Delivery {
        held = Map.copyOf(held);
    }

    /** When somebody else than its author can first show that it was there to be had. */
    public Optional<Instant> tendered() {
        return held.values().stream().min(Comparator.naturalOrder());
    }
}
