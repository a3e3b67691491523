// SPDX-License-Identifier: Apache-2.0
package org.parley.record;

import org.parley.agreement.Agreement;
import org.parley.statement.Body;
import org.parley.statement.Statement;

import java.util.List;
import java.util.TreeSet;

/** Where any state can join, the parties are those whose acts the record holds. */
final class Members {
    private Members() {}

    static Agreement of(Agreement agreement, History record) {
        if (!agreement.profile().open()) {
            return agreement;
        }
        TreeSet<String> states = new TreeSet<>();
        for (Statement statement : record.statements()) {
            if (statement.body() instanceof Body.Act && !agreement.isHeard(statement.by())) {
                states.add(statement.by());
            }
            if (!statement.subject().equals(statement.by())) {
                states.add(statement.subject());
            }
        }
        return agreement.withParties(List.copyOf(states));
    }
}
