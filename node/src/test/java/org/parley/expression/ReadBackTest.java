// SPDX-License-Identifier: Apache-2.0
package org.parley.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.expression.Fixtures.AT;

import org.junit.jupiter.api.Test;
import org.parley.Text;

import java.util.Map;

final class ReadBackTest {
    private static final Map<String, Text> FIELDS =
            Map.of(
                    "item.kind", Text.of("kind", "类别"),
                    "item.state", Text.of("state", "状态"),
                    "item.loaded", Text.of("warheads loaded", "所载弹头数"),
                    "item.nuclear", Text.of("nuclear", "核"),
                    "form.notified", Text.of("notified", "通报数"),
                    "form.left", Text.of("departure", "离开时间"),
                    "form.returned", Text.of("return", "返回时间"),
                    "tables.attributed", Text.of("the attribution table", "计算表"));

    private static final Titles TITLES =
            new Titles() {
                @Override
                public Text field(String name) {
                    return FIELDS.getOrDefault(name, Titles.PLAIN.field(name));
                }

                @Override
                public Text value(String field, String value) {
                    return value.equals("deployed") ? Text.of("deployed", "已部署") : Text.same(value);
                }
            };

    private final ExpressionCompiler items = Fixtures.overItems();
    private final ExpressionCompiler forms = Fixtures.overForms();

    @Test
    void aConditionBecomesAClause() {
        Expression rule =
                items.condition(
                        "item.kind in ['ICBM', 'SLBM', 'HB'] && item.state == 'deployed'"
                                + " && (item.kind != 'HB' || item.nuclear)",
                        AT);
        assertReads(
                rule,
                "kind is ICBM, SLBM or HB, and state is deployed, and (kind is not HB, or marked"
                        + " “nuclear”)",
                "类别为“ICBM”、“SLBM”或“HB”，且状态为“已部署”，且（类别不为“HB”，或标为“核”）");
    }

    @Test
    void aChoiceSaysBothCases() {
        Expression rule =
                items.contribution(
                        "item.kind in ['HB', 'ICBM']",
                        AT,
                        "item.kind == 'HB' ? 1 : item.loaded",
                        AT);
        assertReads(
                rule,
                "if kind is HB or ICBM, then (if kind is HB, then 1, otherwise warheads loaded),"
                        + " otherwise 0",
                "若类别为“HB”或“ICBM”，则为（若类别为“HB”，则为1，否则为所载弹头数），否则为0");
    }

    @Test
    void functionsArithmeticAndTablesAreSpelledOut() {
        assertReads(
                forms.number("min(10, even_up(percent_up(form.notified, 10)))", AT),
                "the smaller of 10 and ((10 percent of notified, rounded up) rounded up to an even"
                        + " number)",
                "10与（（通报数的百分之10（向上取整））（向上取至偶数））中的较小者");
        assertReads(
                forms.condition("form.returned - form.left > duration('24h')", AT),
                "(return minus departure) is more than 24 h",
                "（返回时间减离开时间）大于24小时");
        assertReads(
                items.condition("!(item.state in ['converted', 'eliminated'])", AT),
                "state is not converted or eliminated",
                "状态不为“converted”或“eliminated”");
        assertReads(
                items.contribution(
                        "item.kind == 'ICBM' && item.type in tables.attributed",
                        AT,
                        "tables.attributed[item.type]",
                        AT),
                "if kind is ICBM, and type has an entry in the attribution table, then the entry"
                        + " for type in the attribution table, otherwise 0",
                "若类别为“ICBM”，且type载于计算表，则为计算表中type对应的数值，否则为0");
        assertReads(
                forms.condition("!form.waived && form.removed % 2 == 0", AT),
                "not marked “waived”, and (removed modulo 2) is 0",
                "未标为“waived”，且（removed模2）为0");
    }

    private static void assertReads(Expression rule, String english, String chinese) {
        Text read = rule.readBack(TITLES);
        assertThat(read.en()).isEqualTo(english);
        assertThat(read.zh()).isEqualTo(chinese);
    }
}
