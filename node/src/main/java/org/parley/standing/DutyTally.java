// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import java.util.Map;
import java.util.TreeMap;

/**
 * How many instances of a duty a party has in each state, where the single ones are too many to
 * list.
 */
public record DutyTally(String duty, String party, Map<DutyStanding.State, Long> numbers) {
    public DutyTally {
        numbers = java.util.Collections.unmodifiableMap(new TreeMap<>(numbers));
    }
}
