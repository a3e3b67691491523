// SPDX-License-Identifier: Apache-2.0
package org.parley.agreement;

import java.util.List;
import java.util.function.Consumer;

/** Compiles every expression of an agreement, so that a faulty one is found before it is needed. */
public final class FormulaCheck {
    private final Agreement agreement;
    private final Formulas formulas;
    private final Problems problems = new Problems();

    private FormulaCheck(Agreement agreement, Formulas formulas) {
        this.agreement = agreement;
        this.formulas = formulas;
    }

    /** Everything wrong with the expressions, in the order of the file. */
    public static List<org.parley.Problem> problems(Agreement agreement, Formulas formulas) {
        FormulaCheck check = new FormulaCheck(agreement, formulas);
        check.run();
        return check.problems.sorted();
    }

    private void run() {
        for (Count count : agreement.counts().values()) {
            if (!count.declared()) {
                problems.guard(() -> formulas.contribution(count));
            }
        }
        agreement
                .duties()
                .values()
                .forEach(duty -> each(duty, rule -> rule.when().ifPresent(this::compile)));
        agreement
                .quotas()
                .values()
                .forEach(quota ->
                        each(
                                quota,
                                rule -> {
                                    rule.when().ifPresent(this::compile);
                                    rule.notCounted().ifPresent(this::compile);
                                    if (rule.cap() instanceof Quota.Cap.ByFormula(Formula cap)) {
                                        compile(cap);
                                    }
                                }));
        agreement.requirements().values().forEach(rule -> compile(rule.require()));
        if (problems.sorted().isEmpty()) {
            new CapChain(agreement, formulas, problems).check();
        }
    }

    private static <T> void each(Versions<T> versions, Consumer<T> consumer) {
        consumer.accept(versions.first());
        versions.later().forEach(version -> consumer.accept(version.rule()));
    }

    private void compile(Formula formula) {
        problems.guard(() -> formulas.expression(formula));
    }
}
