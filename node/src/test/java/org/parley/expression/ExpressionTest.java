// SPDX-License-Identifier: Apache-2.0
package org.parley.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.expression.Fixtures.AT;
import static org.parley.expression.Fixtures.slots;

import org.junit.jupiter.api.Test;
import org.parley.ParleyException;
import org.parley.Text;

import java.util.Map;

final class ExpressionTest {
    private static final String WHERE =
            "item.kind in ['ICBM', 'SLBM', 'HB'] && item.state == 'deployed'"
                    + " && (item.kind != 'HB' || item.nuclear)";

    private final ExpressionCompiler items = Fixtures.overItems();
    private final ExpressionCompiler forms = Fixtures.overForms();

    @Test
    void aWarheadRuleCountsLoadsAndDeemsABomberOne() {
        Expression rule = items.contribution(WHERE, AT, "item.kind == 'HB' ? 1 : item.loaded", AT);
        Layout layout = items.layout();
        assertThat(
                        rule.eval(
                                slots(
                                        layout,
                                        "item.kind",
                                        "SLBM",
                                        "item.state",
                                        "deployed",
                                        "item.loaded",
                                        4)))
                .isEqualTo(4);
        assertThat(
                        rule.eval(
                                slots(
                                        layout,
                                        "item.kind",
                                        "HB",
                                        "item.state",
                                        "deployed",
                                        "item.nuclear",
                                        true)))
                .isEqualTo(1);
        assertThat(rule.eval(slots(layout, "item.kind", "ICBM_LAUNCHER", "item.state", "deployed")))
                .isZero();
    }

    @Test
    void mostOfARuleIsSettledByKindAndState() {
        Expression rule = items.contribution(WHERE, AT, "item.kind == 'HB' ? 1 : item.loaded", AT);
        assertThat(rule.settled("ICBM", "eliminated")).hasValue(0);
        assertThat(rule.settled("SLBM_LAUNCHER", "deployed")).hasValue(0);
        assertThat(rule.left("ICBM", "deployed")).isEqualTo("item.loaded");
        assertThat(rule.left("HB", "deployed")).isEqualTo("item.nuclear ? 1 : 0");
        assertThat(rule.settled("HB", "deployed")).isEmpty();
    }

    @Test
    void anUnstatedFieldMattersOnlyWhereNothingElseDecides() {
        Expression rule = items.condition(WHERE, AT);
        Layout layout = items.layout();
        long[] noState = slots(layout, "item.kind", "ICBM");
        assertThat(rule.eval(noState)).isEqualTo(Layout.ABSENT);
        assertThatThrownBy(() -> rule.test(noState))
                .hasMessage(
                        "rules.yaml:7:51: value not allowed: item.state was not stated; state it,"
                                + " or guard the condition");
        assertThat(rule.test(slots(layout, "item.kind", "ICBM_LAUNCHER"))).isFalse();
        Expression either = forms.condition("form.waived || form.type == 1", AT);
        assertThat(either.test(slots(forms.layout(), "form.type", 1))).isTrue();
        assertThat(either.why(slots(forms.layout(), "form.type", 2)).orElseThrow().text().en())
                .isEqualTo("form.waived was not stated");
    }

    @Test
    void aTableIsBoundBeforeEvaluationAndAMissingEntryIsNamed() {
        String where = "item.kind in ['ICBM', 'SLBM'] && item.state == 'deployed'";
        Expression rule = items.contribution(where, AT, "tables.attributed[item.type]", AT);
        assertThat(rule.tables()).containsExactly("tables.attributed");
        Layout layout = items.layout();
        long[] known =
                slots(layout, "item.kind", "ICBM", "item.state", "deployed", "item.type", "A-1");
        long[] unknown =
                slots(layout, "item.kind", "ICBM", "item.state", "deployed", "item.type", "B-2");
        assertThat(rule.why(known).orElseThrow().reason()).isEqualTo(NoValue.Reason.NO_TABLE);
        Table table = Table.of(Map.of("A-1", 10L), layout.symbols());
        Expression bound = rule.with(Map.of("tables.attributed", table));
        assertThat(bound.eval(known)).isEqualTo(10);
        assertThat(bound.why(known)).isEmpty();
        assertThat(bound.why(unknown).orElseThrow().text())
                .isEqualTo(
                        Text.of(
                                "tables.attributed['B-2'] has no such entry",
                                "tables.attributed['B-2'] 中没有该条目"));
    }

    @Test
    void timesAndDurationsAreSeconds() {
        Expression away = forms.condition("form.returned - form.left > duration('24h')", AT);
        Layout layout = forms.layout();
        assertThat(away.test(slots(layout, "form.left", 0, "form.returned", 86_400))).isFalse();
        assertThat(away.test(slots(layout, "form.left", 0, "form.returned", 86_401))).isTrue();
        Expression pause = forms.value("form.returned - form.left", AT);
        assertThat(pause.print(pause.eval(slots(layout, "form.left", 0, "form.returned", 5400))))
                .isEqualTo("1 h 30 min");
    }

    @Test
    void decimalsAreComparedExactlyAcrossScales() {
        Layout layout = forms.layout();
        Expression rule = forms.condition("form.range + 0.25 >= form.fine", AT);
        assertThat(rule.test(slots(layout, "form.range", 55, "form.fine", 5750))).isTrue();
        assertThat(rule.test(slots(layout, "form.range", 55, "form.fine", 5751))).isFalse();
    }

    @Test
    void whatARuleReadsAndCallsCanBeAskedFor() {
        Expression rule =
                forms.condition(
                        "form.removed <= min(10, even_up(percent_up(form.notified, 10)))", AT);
        assertThat(rule.reads()).containsExactly("form.removed", "form.notified");
        assertThat(rule.functionsUsed()).containsExactly("min", "even_up", "percent_up");
    }

    @Test
    void aRuleCanWaitUntilItIsNeeded() {
        ExpressionCompiler later = Fixtures.overForms().whenNeeded();
        Expression good = later.condition("form.type == 1", AT);
        assertThat(good.test(slots(later.layout(), "form.type", 1))).isTrue();
        Expression bad = later.condition("form.type == 'x'", AT);
        assertThat(bad.source()).isEqualTo("form.type == 'x'");
        assertThatThrownBy(bad::checked).isInstanceOf(ParleyException.class);
        assertThatThrownBy(() -> bad.eval(later.layout().blank()))
                .isInstanceOf(ParleyException.class);
    }
}
