// SPDX-License-Identifier: Apache-2.0
package org.parley.agreement;

import org.parley.Problem;

import java.util.ArrayList;
import java.util.List;

/** A cap is a percentage, and the text does not say how to round it. */
final class LintRoundingNotStated implements LintRule {
    @Override
    public String code() {
        return "lint-rounding-not-stated";
    }

    @Override
    public List<Problem> warnings(Agreement agreement, Formulas formulas) {
        List<Problem> warnings = new ArrayList<>();
        for (Versions<Quota> versions : agreement.quotas().values()) {
            Quota quota = versions.first();
            if (quota.cap() instanceof Quota.Cap.ByFormula(Formula formula)
                    && formulas.expression(formula).functionsUsed().contains("percent")) {
                warnings.add(
                        warning(
                                formula.place(),
                                quota.id() + " takes a percentage, and the text states no rounding",
                                "it is rounded down here; say percent_up or percent_down if the"
                                        + " text does"));
            }
        }
        return warnings;
    }
}
