// SPDX-License-Identifier: Apache-2.0
package org.parley.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.expression.Fixtures.AT;
import static org.parley.expression.Fixtures.slots;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The per-item and per-form parts of real treaties' rules can be written and give what the text
 * says. Dates and sums over items are not the language's business and stand in the agreement file.
 */
final class TreatyRulesTest {
    private final Symbols symbols = new Symbols();
    private final Layout layout =
            Layout.with(symbols)
                    .field("form.category", Types.TEXT, AT)
                    .field("form.purpose", Types.TEXT, AT)
                    .field("form.base", Types.PLACE, AT)
                    .field("form.type", new FieldType.Whole(1, 2), AT)
                    .field("form.prohibited", Types.FLAG, AT)
                    .field("form.declined", Types.FLAG, AT)
                    .field("form.supplementary", Types.FLAG, AT)
                    .field("form.received", Types.TIME, AT)
                    .field("form.eta", Types.TIME, AT)
                    .field("form.acknowledged", Types.TIME, AT)
                    .field("form.designated", Types.TIME, AT)
                    .field("form.restricted", Types.TIME, AT)
                    .field("form.left", Types.TIME, AT)
                    .field("form.returned", Types.TIME, AT)
                    .field("form.new_total", Types.WHOLE, AT)
                    .field("form.last_total", Types.WHOLE, AT)
                    .field("form.removed", Types.WHOLE, AT)
                    .field("form.notified", Types.WHOLE, AT)
                    .field("declared.objects", Types.WHOLE, AT)
                    .field("declared.own_total", Types.WHOLE, AT)
                    .field("declared.passive_quota", Types.WHOLE, AT)
                    .field("declared.units", Types.WHOLE, AT)
                    .field("decided.threshold_percent", Types.WHOLE, AT)
                    .field("used.inspections", Types.WHOLE, AT)
                    .build();
    private final ExpressionCompiler forms = new ExpressionCompiler(layout, Fixtures.GMT);

    private void holds(String condition, Object... stated) {
        assertThat(forms.condition(condition, AT).test(slots(layout, stated)))
                .as(condition)
                .isTrue();
    }

    private void fails(String condition, Object... stated) {
        assertThat(forms.condition(condition, AT).test(slots(layout, stated)))
                .as(condition)
                .isFalse();
    }

    private void gives(long value, String number, Object... stated) {
        assertThat(forms.number(number, AT).eval(slots(layout, stated)))
                .as(number)
                .isEqualTo(value);
    }

    @Test
    void newStart() {
        holds("form.category != 'warheads'", "form.category", "bombers");
        String away = "form.returned - form.left > duration('24h')";
        fails(away, "form.left", 0, "form.returned", 24 * 3600);
        holds(away, "form.left", 0, "form.returned", 24 * 3600 + 1);
        String notice = "form.eta - form.received >= duration('32h')";
        holds(notice, "form.received", 0, "form.eta", 32 * 3600);
        fails(notice, "form.received", 0, "form.eta", 32 * 3600 - 1);
        holds("form.type == 1", "form.type", 1);
        holds(
                "form.restricted - form.designated <= duration('1h')",
                "form.designated",
                0,
                "form.restricted",
                3600);
    }

    @Test
    void conventionalForces() {
        String unchanged = "abs(form.new_total - form.last_total) * 10 < form.last_total";
        fails(unchanged, "form.new_total", 90, "form.last_total", 100);
        holds(unchanged, "form.new_total", 91, "form.last_total", 100);
        String since1996 =
                "abs(form.new_total - form.last_total) * 100"
                        + " < form.last_total * decided.threshold_percent";
        holds(
                since1996,
                "form.new_total",
                96,
                "form.last_total",
                100,
                "decided.threshold_percent",
                5);
        // 10 percent, rounded up to the nearest even number, at most 10
        String removal = "form.removed <= min(10, even_up(percent_up(form.notified, 10)))";
        holds(removal, "form.removed", 2, "form.notified", 15);
        fails(removal, "form.removed", 3, "form.notified", 15);
        holds(removal, "form.removed", 4, "form.notified", 21);
        fails(removal, "form.removed", 12, "form.notified", 500);
        gives(1, "max(1, percent(declared.objects, 15))", "declared.objects", 3);
        gives(30, "max(1, percent(declared.objects, 15))", "declared.objects", 200);
        gives(7, "floor_div(declared.passive_quota, 2)", "declared.passive_quota", 15);
        gives(84, "min(240, 48 + 36 * (used.inspections - 1))", "used.inspections", 2);
        gives(240, "min(240, 48 + 36 * (used.inspections - 1))", "used.inspections", 9);
        holds(
                "form.eta - form.received >= duration('36h')"
                        + " && form.acknowledged - form.received <= duration('3h')",
                "form.received",
                0,
                "form.eta",
                36 * 3600,
                "form.acknowledged",
                3 * 3600);
        holds("form.returned - form.left <= days(42)", "form.left", 0, "form.returned", 42 * 86400);
        holds("!form.supplementary", "form.supplementary", false);
    }

    @Test
    void openSkies() {
        gives(
                21,
                "min(ceil_div(declared.own_total, 2), ceil_div(declared.passive_quota, 2))",
                "declared.own_total",
                41,
                "declared.passive_quota",
                42);
        gives(
                3,
                "min(ceil_div(declared.own_total, 2), ceil_div(declared.passive_quota, 2))",
                "declared.own_total",
                41,
                "declared.passive_quota",
                5);
        gives(3, "percent_down(declared.passive_quota, 75)", "declared.passive_quota", 5);
        holds(
                "!(form.prohibited || form.declined)",
                "form.prohibited",
                false,
                "form.declined",
                false);
        fails("!(form.prohibited || form.declined)", "form.declined", true);
        holds(
                "form.eta - form.received >= duration('72h')",
                "form.received",
                0,
                "form.eta",
                72 * 3600);
    }

    @Test
    void viennaDocument() {
        gives(1, "min(15, ceil_div(declared.units, 60))", "declared.units", 1);
        gives(2, "min(15, ceil_div(declared.units, 60))", "declared.units", 61);
        gives(15, "min(15, ceil_div(declared.units, 60))", "declared.units", 5000);
    }

    @Test
    void attributionByTypeFollowsTheDatedTable() {
        ExpressionCompiler items = Fixtures.overItems();
        Expression rule =
                items.contribution(
                        "item.kind in ['ICBM', 'SLBM'] && item.state == 'deployed'",
                        AT,
                        "tables.attributed[item.type]",
                        AT);
        long[] item =
                slots(
                        items.layout(),
                        "item.kind",
                        "ICBM",
                        "item.state",
                        "deployed",
                        "item.type",
                        "X-1");
        Symbols texts = items.layout().symbols();
        Expression first =
                rule.with(Map.of("tables.attributed", Table.of(Map.of("X-1", 10L), texts)));
        Expression later =
                rule.with(Map.of("tables.attributed", Table.of(Map.of("X-1", 5L), texts)));
        assertThat(first.eval(item)).isEqualTo(10);
        assertThat(later.eval(item)).isEqualTo(5);
    }

    @Test
    void everyFunctionIsInTheManualAndNoOther() throws IOException {
        Path manual =
                Path.of(System.getProperty("parley.root"), "docs", "formats", "expressions.md");
        String text = Files.readString(manual);
        String table = text.substring(text.indexOf("## Functions"), text.indexOf("## Bounds"));
        List<String> written =
                Pattern.compile("`([a-z_]+)\\(")
                        .matcher(table)
                        .results()
                        .map(m -> m.group(1))
                        .toList();
        assertThat(written).containsExactlyInAnyOrderElementsOf(Function.words());
    }
}
