// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import org.parley.Text;
import org.parley.agreement.Provision;
import org.parley.statement.Statement;

import java.util.List;
import java.util.Optional;

/**
 * Why something stands as it does: the rule with its place and article, the reasoning in sentences,
 * and the statements it rests on with their sources.
 *
 * @param thing what is explained: {@code limits.warheads RU}
 * @param formulas the rule's expressions as they stand in the file
 * @param reasons one sentence each, in the order of the reasoning
 * @param items what single items add, where a count runs over items
 */
public record Explanation(
        String thing,
        Text headline,
        Optional<Provision> rule,
        List<String> formulas,
        List<Text> reasons,
        List<Contribution> items,
        List<Statement> statements) {

    public Explanation {
        formulas = List.copyOf(formulas);
        reasons = List.copyOf(reasons);
        items = List.copyOf(items);
        statements = List.copyOf(statements);
    }

    /**
     * What one item adds to a count.
     *
     * @param working the expression with its values for this item
     * @param statements the refs of the list and the changes that made its state
     */
    public record Contribution(
            String item,
            String kind,
            String state,
            long adds,
            Text working,
            List<String> statements) {
        public Contribution {
            statements = List.copyOf(statements);
        }
    }
}
