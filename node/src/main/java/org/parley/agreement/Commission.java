// SPDX-License-Identifier: Apache-2.0
package org.parley.agreement;

import java.util.Map;
import java.util.Optional;

/**
 * A body through which the parties talk and decide.
 *
 * @param decidesBy consensus, majority, two-thirds, three-quarters or chair; empty if the file does
 *     not say
 * @param sets the numbers its decisions set, with their own bounds
 */
public record Commission(
        Provision provision,
        Optional<String> decidesBy,
        Optional<Meets> meets,
        Map<String, Sets> sets) {

    /** How often it meets at least. */
    public record Meets(int atLeast, String per) {}

    /** A number it decides: at most so much, for which period. */
    public record Sets(Optional<Long> atMost, Optional<String> per) {}
}
