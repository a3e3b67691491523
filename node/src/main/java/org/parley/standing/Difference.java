// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import org.parley.statement.Body;

import java.util.List;
import java.util.Optional;

/**
 * A dispute over a number: two parties' views of the same thing differ. Both are named, neither is
 * picked.
 *
 * @param party whose figure it is
 * @param difference claimed minus declared
 * @param statement the ref of the dispute
 */
public record Difference(
        String count,
        String party,
        Optional<String> zone,
        String claimedBy,
        long claimed,
        long declared,
        long difference,
        List<Body.Because> because,
        String statement) {
    public Difference {
        because = List.copyOf(because);
    }
}
