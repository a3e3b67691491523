// SPDX-License-Identifier: Apache-2.0
package org.parley.agreement;

import org.parley.Problem;

import java.util.Comparator;
import java.util.List;

/**
 * Looks for what is well-formed and still odd: a part above its whole, a rounding the text does not
 * state, figures of the text that contradict a rule of the same text. A warning asks to look at the
 * original; it says nothing about anybody.
 */
public final class Lint {
    static final List<LintRule> RULES =
            List.of(
                    new LintPartAboveWhole(),
                    new LintZoneOutsideWhole(),
                    new LintRoundingNotStated(),
                    new LintFiguresAgainstOwnRule(),
                    new LintUnknownSource(),
                    new LintNoArticle());

    private Lint() {}

    /** Warnings in the order of the file; only for an agreement whose expressions compile. */
    public static List<Problem> warnings(Agreement agreement, Formulas formulas) {
        return RULES.stream()
                .flatMap(rule -> rule.warnings(agreement, formulas).stream())
                .sorted(Comparator.comparing(Problem::place))
                .toList();
    }
}
