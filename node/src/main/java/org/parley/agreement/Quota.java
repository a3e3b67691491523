// SPDX-License-Identifier: Apache-2.0
package org.parley.agreement;

import org.parley.time.DateExpression;

import java.util.List;
import java.util.Optional;

/**
 * A counter with a period, a group and a cap.
 *
 * @param uses the form whose statements use it up
 * @param by whose quota: empty for the author's own, else a party field of the form
 * @param per the period or phase
 * @param group fields that split it further
 * @param notCounted statements that do not use it up (a declined inspection)
 */
public record Quota(
        Provision provision,
        String uses,
        Optional<Formula> when,
        Optional<Formula> notCounted,
        Optional<String> by,
        String per,
        List<String> group,
        Cap cap,
        Optional<DateExpression> from,
        Optional<DateExpression> until) {

    public Quota {
        group = List.copyOf(group);
    }

    /** How often at most. */
    public sealed interface Cap {
        record Fixed(long value) implements Cap {}

        record Decided(String name) implements Cap {}

        record ByFormula(Formula formula) implements Cap {}
    }

    public String id() {
        return provision.id();
    }
}
