// SPDX-License-Identifier: Apache-2.0
package org.parley.agreement;

import org.parley.Problem;
import org.parley.expression.Expression;
import org.parley.expression.Layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The figures of the text do not satisfy a rule of the same text: a requirement that speaks of no
 * form, only of tables and limits.
 */
final class LintFiguresAgainstOwnRule implements LintRule {
    @Override
    public String code() {
        return "lint-figures-against-own-rule";
    }

    @Override
    public List<Problem> warnings(Agreement agreement, Formulas formulas) {
        List<Problem> warnings = new ArrayList<>();
        Map<String, org.parley.expression.Table> tables = new HashMap<>();
        agreement
                .tables()
                .forEach((name, table) ->
                        tables.put(
                                "tables." + name,
                                org.parley.expression.Table.of(
                                        table.values().first(), formulas.symbols())));
        for (Requirement rule : agreement.requirements().values()) {
            if (rule.form().isEmpty()) {
                Expression expression = formulas.expression(rule.require()).with(tables);
                rule(agreement, rule, expression, warnings);
            }
        }
        return warnings;
    }

    /** Once for each party or group it is asked of if it speaks of a party, else once. */
    private void rule(
            Agreement agreement, Requirement rule, Expression expression, List<Problem> warnings) {
        boolean each = expression.reads().contains("party");
        for (String party : each ? rule.asked(agreement) : List.of("")) {
            Layout layout = expression.layout();
            long[] slots = layout.blank();
            layout.slot("party").ifPresent(slot -> slots[slot] = layout.symbols().number(party));
            agreement.limits().forEach((id, limit) -> bound(layout, slots, id, limit.first()));
            if (expression.eval(slots) == 0) {
                warnings.add(
                        warning(
                                rule.provision().place(),
                                "the text's own figures"
                                        + (each ? " for " + party : "")
                                        + " do not satisfy "
                                        + rule.provision().article().orElse(rule.id())
                                        + " ("
                                        + rule.require().text()
                                        + ")",
                                "check the original: the text may depart from its own rule, or the"
                                        + " copy may be faulty"));
            }
        }
    }

    private static void bound(Layout layout, long[] slots, String id, Limit limit) {
        if (limit.bound() instanceof Limit.Bound.Fixed(long value, int decimals) && decimals == 0) {
            layout.slot("limits." + id).ifPresent(slot -> slots[slot] = value);
        }
    }
}
