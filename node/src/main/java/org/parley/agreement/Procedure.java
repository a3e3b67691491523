// SPDX-License-Identifier: Apache-2.0
package org.parley.agreement;

import org.parley.statement.Kind;
import org.parley.time.DateExpression;
import org.parley.time.Notice;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A chain of deadlines that start from one another, played once per case. */
public record Procedure(Provision provision, List<Step> steps, Map<String, Vote> votes) {

    public Procedure {
        steps = List.copyOf(steps);
        votes = Map.copyOf(votes);
    }

    /**
     * One step.
     *
     * @param starts the field that later deadlines count from; its receipt if absent
     */
    public record Step(
            String name,
            Duty.Who who,
            Kind kind,
            Optional<String> form,
            Optional<DateExpression> by,
            Optional<Notice> notice,
            Optional<String> starts,
            boolean optional,
            Provision provision) {}

    /** A vote of a body: so many of so many. */
    public record Vote(String body, int needed, int of) {}

    public String id() {
        return provision.id();
    }
}
