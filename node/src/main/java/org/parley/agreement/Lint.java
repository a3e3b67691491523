// SPDX-License-Identifier: Apache-2.0
package org.parley.agreement;

import org.parley.Code;
import org.parley.Place;
import org.parley.Problem;
import org.parley.expression.Expression;
import org.parley.expression.Layout;
import org.parley.expression.Table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks for what is well-formed and still odd: a part above its whole, a rounding the text does not
 * state, figures of the text that contradict a rule of the same text. A warning asks to look at the
 * original; it says nothing about anybody.
 */
public final class Lint {
    private final Agreement agreement;
    private final Formulas formulas;
    private final List<Problem> warnings = new ArrayList<>();

    private Lint(Agreement agreement, Formulas formulas) {
        this.agreement = agreement;
        this.formulas = formulas;
    }

    /** Warnings in the order of the file; only for an agreement whose expressions compile. */
    public static List<Problem> warnings(Agreement agreement, Formulas formulas) {
        Lint lint = new Lint(agreement, formulas);
        lint.nestedLimits();
        lint.rounding();
        lint.tables();
        lint.articles();
        return lint.warnings.stream()
                .sorted(java.util.Comparator.comparing(Problem::place))
                .toList();
    }

    private void warn(Place at, String what, String todo) {
        warnings.add(new Problem(Code.LINT, at, what, todo));
    }

    private void nestedLimits() {
        for (Versions<Limit> versions : agreement.limits().values()) {
            Limit part = versions.first();
            Optional<Limit> whole = part.within().map(agreement.limits()::get).map(Versions::first);
            if (whole.isPresent()
                    && part.upper()
                    && whole.get().upper()
                    && part.bound() instanceof Limit.Bound.Fixed(long inner)
                    && whole.get().bound() instanceof Limit.Bound.Fixed(long outer)
                    && inner > outer) {
                warn(
                        part.provision().place(),
                        part.id()
                                + " allows "
                                + inner
                                + ", more than "
                                + whole.get().id()
                                + " of which it is a part: "
                                + outer,
                        "check the original");
            }
        }
    }

    private void rounding() {
        for (Versions<Quota> versions : agreement.quotas().values()) {
            Quota quota = versions.first();
            if (quota.cap() instanceof Quota.Cap.ByFormula(Formula formula)
                    && formulas.expression(formula).functionsUsed().contains("percent")) {
                warn(
                        formula.place(),
                        quota.id() + " takes a percentage, and the text states no rounding",
                        "it is rounded down here; say percent_up or percent_down if the text does");
            }
        }
    }

    /** Requirements over the text's own tables, for every party. */
    private void tables() {
        Map<String, Table> tables = new HashMap<>();
        agreement
                .tables()
                .forEach((name, table) ->
                        tables.put(
                                "tables." + name,
                                Table.of(table.values().first(), formulas.symbols())));
        for (Requirement rule : agreement.requirements().values()) {
            if (rule.form().isPresent()) {
                continue;
            }
            Expression expression = formulas.expression(rule.require()).with(tables);
            Layout layout = expression.layout();
            for (String party : agreement.parties()) {
                long[] slots = layout.blank();
                layout.slot("party")
                        .ifPresent(slot -> slots[slot] = layout.symbols().number(party));
                if (expression.eval(slots) == 0) {
                    warn(
                            rule.provision().place(),
                            "the text's own figures for "
                                    + party
                                    + " do not satisfy "
                                    + rule.provision().article().orElse(rule.id())
                                    + " ("
                                    + rule.require().text()
                                    + ")",
                            "check the original: the text may depart from its own rule, or the copy"
                                    + " may be faulty");
                }
            }
        }
    }

    private void articles() {
        for (Provision provision : agreement.provisions().values()) {
            if (provision.article().isEmpty()) {
                warn(provision.place(), provision.path() + " names no article", "add article: …");
            }
        }
    }
}
