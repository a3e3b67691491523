// SPDX-License-Identifier: Apache-2.0
package org.parley.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.expression.Fixtures.AT;
import static org.parley.expression.Fixtures.slots;

import org.junit.jupiter.api.Test;

final class ExplanationTest {
    private static final String WHERE =
            "item.kind in ['ICBM', 'SLBM', 'HB'] && item.state == 'deployed'"
                    + " && (item.kind != 'HB' || item.nuclear)";

    private final ExpressionCompiler items = Fixtures.overItems();
    private final ExpressionCompiler forms = Fixtures.overForms();

    @Test
    void aContributionIsExplainedPartByPart() {
        Expression rule = items.contribution(WHERE, AT, "item.kind == 'HB' ? 1 : item.loaded", AT);
        long[] missile =
                slots(
                        items.layout(),
                        "item.kind",
                        "SLBM",
                        "item.state",
                        "deployed",
                        "item.loaded",
                        4);
        assertThat(rule.explain(missile).in("en"))
                .isEqualTo(
                        """
                        item.kind in ['ICBM', 'SLBM', 'HB'] && item.state == 'deployed' && (item.kind != 'HB' || item.nuclear) ? (item.kind == 'HB' ? 1 : item.loaded) : 0 → 4
                          item.kind in ['ICBM', 'SLBM', 'HB'] && item.state == 'deployed' && (item.kind != 'HB' || item.nuclear) → true
                            item.kind in ['ICBM', 'SLBM', 'HB'] → true
                              item.kind → SLBM
                            item.state == 'deployed' → true
                              item.state → deployed
                            item.kind != 'HB' || item.nuclear → true
                              item.kind != 'HB' → true
                                item.kind → SLBM
                              item.nuclear → item.nuclear was not stated
                          item.kind == 'HB' ? 1 : item.loaded → 4
                            item.kind == 'HB' → false
                              item.kind → SLBM
                            item.loaded → 4
                        """);
    }

    @Test
    void whatWasNotStatedIsSaidInBothLanguages() {
        Expression rule = forms.condition("form.returned - form.left > duration('24h')", AT);
        Explanation explanation = rule.explain(slots(forms.layout(), "form.left", 86_400));
        assertThat(explanation.known()).isFalse();
        assertThat(explanation.in("zh"))
                .isEqualTo(
                        """
                        form.returned - form.left > duration('24h') → 未陈述 form.returned
                          form.returned - form.left → 未陈述 form.returned
                            form.returned → 未陈述 form.returned
                            form.left → 1970-01-02T00:00:00Z
                        """);
    }

    @Test
    void unitsStandBesideDecimals() {
        Expression rule = forms.condition("form.range + 0.25 >= form.fine", AT);
        assertThat(
                        rule.explain(slots(forms.layout(), "form.range", 55, "form.fine", 5750))
                                .in("en"))
                .isEqualTo(
                        """
                        form.range + 0.25 >= form.fine → true
                          form.range + 0.25 → 5.75 km
                            form.range → 5.5 km
                          form.fine → 5.750 km
                        """);
    }
}
