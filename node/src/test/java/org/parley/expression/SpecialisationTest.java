// SPDX-License-Identifier: Apache-2.0
package org.parley.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.expression.Fixtures.AT;
import static org.parley.expression.Fixtures.slots;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.ParleyException;
import org.parley.Place;

import java.util.List;
import java.util.Map;

/** A rule is worked out for every kind and state, and refused where it reaches too far. */
final class SpecialisationTest {
    private final ExpressionCompiler items = Fixtures.overItems();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "item.kind == 'HB' && item.nuclear",
                "item.nuclear && item.kind == 'HB'",
                "item.kind != 'HB' || item.nuclear",
                "!(item.kind == 'HB') || item.nuclear",
                "item.kind in ['ICBM', 'SLBM'] ? item.loaded > 1 : item.kind == 'HB' &&"
                        + " item.nuclear",
                "item.state == 'training' || item.base == 'north'",
                "(item.kind == 'ICBM' || item.kind == 'SLBM') && item.range > 5000.0",
                "item.kind == 'HB' && 1 > 2 || item.kind == 'ICBM' && item.loaded > 0",
            })
    void aGuardedFieldIsAccepted(String condition) {
        assertThat(items.condition(condition, AT).source()).isEqualTo(condition);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "item.nuclear",
                "item.kind == 'HB' || item.nuclear",
                "item.kind == 'HB' && item.loaded > 0",
                "item.kind == 'HB' ? item.loaded > 0 : item.kind == 'ICBM'",
                "item.state == 'deployed' && item.nuclear",
                "item.kind != 'ICBM' && item.range > 1.0",
            })
    void anUnguardedFieldIsRefused(String condition) {
        assertThatThrownBy(() -> items.condition(condition, AT))
                .isInstanceOf(ParleyException.class)
                .hasMessageContaining("no such field");
    }

    @Test
    void aStateGuardsAFieldWhereOnlyOtherKindsHaveIt() {
        // only launchers can be in training, and they have no load
        assertThatThrownBy(() -> items.condition("item.state != 'training' && item.loaded > 0", AT))
                .hasMessageContaining("item.loaded is read for ICBM_LAUNCHER, SLBM_LAUNCHER, HB");
    }

    @Test
    void whatWhereExcludesEachNeedNotGuard() {
        String where = "item.kind in ['ICBM', 'SLBM'] && item.state == 'deployed'";
        Expression rule = items.contribution(where, AT, "item.loaded", AT);
        assertThat(rule.settled("HB", "deployed")).hasValue(0);
        assertThatThrownBy(() ->
                        items.contribution(
                                "item.state == 'deployed'",
                                new Place("f", 1, 1),
                                "item.loaded",
                                new Place("f", 2, 1)))
                .hasMessageStartingWith("f:2:1: not declared: item.loaded is read for");
    }

    @Test
    void aKindWithoutStatesHasNoState() {
        Layout layout =
                Layout.with(new Symbols())
                        .kinds(
                                List.of(
                                        new Kind("SITE", List.of(), Map.of("area", Types.WHOLE)),
                                        new Kind("TANK", List.of("active"), Map.of())),
                                AT)
                        .build();
        ExpressionCompiler compiler = new ExpressionCompiler(layout, Fixtures.GMT);
        assertThatThrownBy(() -> compiler.condition("item.state == 'active'", AT))
                .hasMessageContaining("item.state is read for SITE");
        Expression rule =
                compiler.condition(
                        "item.kind == 'TANK' ? item.state == 'active' : item.area > 5", AT);
        assertThat(rule.test(slots(layout, "item.kind", "SITE", "item.area", 6))).isTrue();
        assertThat(rule.test(slots(layout, "item.kind", "TANK", "item.state", "active"))).isTrue();
    }

    @Test
    void aKindNobodyDeclaredHasNoValue() {
        Expression rule = items.condition("item.kind == 'HB'", AT);
        Layout layout = items.layout();
        assertThat(rule.eval(slots(layout, "item.kind", "SUBMARINE"))).isEqualTo(Layout.ABSENT);
        assertThat(rule.why(slots(layout, "item.state", "deployed")).orElseThrow().text().en())
                .isEqualTo("item.kind is not a declared one");
        assertThat(
                        rule.why(slots(layout, "item.kind", "HB", "item.state", "lost"))
                                .orElseThrow()
                                .subject())
                .isEqualTo("item.state");
    }

    @Test
    void whatWouldFailIsNotWorkedOutBeforehand() {
        Expression rule = items.value("item.kind == 'HB' ? 1 / 0 : 9223372036854775807 + 1", AT);
        assertThat(rule.left("HB", "deployed")).isEqualTo("1 / 0");
        long[] bomber = slots(items.layout(), "item.kind", "HB");
        assertThat(rule.why(bomber).orElseThrow().reason())
                .isEqualTo(NoValue.Reason.DIVIDED_BY_ZERO);
        long[] missile = slots(items.layout(), "item.kind", "ICBM");
        assertThat(rule.why(missile).orElseThrow().reason()).isEqualTo(NoValue.Reason.OVERFLOW);
    }

    @Test
    void sameNameInTwoGroupsHasOneType() {
        assertThatThrownBy(() ->
                        Layout.with(new Symbols())
                                .kinds(
                                        List.of(
                                                new Kind("A", List.of(), Map.of("x", Types.WHOLE)),
                                                new Kind("B", List.of(), Map.of("x", Types.FLAG))),
                                        AT))
                .hasMessageContaining("item.x is an integer for one kind and a yes/no value");
    }

    @Test
    void aFieldsNameMustBeOneCelCanRead() {
        Layout.Builder layout = Layout.with(new Symbols()).field("by", Types.TEXT, AT);
        for (String name :
                List.of("form.in", "form.Base", "while", "1a", "a b", "", "a..b", "_x")) {
            assertThatThrownBy(() -> layout.field(name, Types.WHOLE, AT))
                    .hasMessageContaining("\"" + name + "\" cannot be a field's name");
        }
        assertThatThrownBy(() -> layout.table("by", AT)).hasMessageContaining("declared twice");
        for (String word :
                List.of("as", "break", "const", "continue", "else", "for", "function", "if")) {
            assertThatThrownBy(() -> layout.field(word, Types.WHOLE, AT))
                    .hasMessageContaining(word);
        }
    }

    @Test
    void aFormulaMaySeeWhoseQuotaItIs() {
        Symbols texts = new Symbols();
        Layout layout =
                Layout.with(texts)
                        .field("by", new FieldType.Symbol("party", List.of("XA", "XB")), AT)
                        .field("used.ordinary", Types.WHOLE, AT)
                        .table("tables.supplementary", AT)
                        .build();
        Expression cap =
                new ExpressionCompiler(layout, Fixtures.GMT)
                        .number(
                                "by in tables.supplementary"
                                        + " ? min(tables.supplementary[by], used.ordinary) : 0",
                                AT)
                        .with(Map.of("tables.supplementary", Table.of(Map.of("XA", 3L), texts)));
        assertThat(cap.eval(slots(layout, "by", "XA", "used.ordinary", 2))).isEqualTo(2);
        assertThat(cap.eval(slots(layout, "by", "XB"))).isZero();
    }
}
