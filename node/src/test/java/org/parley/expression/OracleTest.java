// SPDX-License-Identifier: Apache-2.0
package org.parley.expression;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.Code;
import org.parley.ParleyException;
import org.parley.testing.Randomly;
import org.parley.testing.Source;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Compiled and interpreted evaluation agree on made-up expressions and subjects. */
final class OracleTest {
    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");
    private static final Map<String, Long> ATTRIBUTED = Map.of("A-1", 10L, "B-2", 3L);

    /** Items whose kinds all have all fields, so that nothing is refused for a kind. */
    private static Layout uniform(Symbols symbols) {
        Map<String, FieldType> fields =
                Map.of(
                        "type", Types.TEXT,
                        "base", Types.PLACE,
                        "loaded", new FieldType.Whole(-100, 100),
                        "spare", Types.WHOLE,
                        "nuclear", Types.FLAG,
                        "range", new FieldType.Decimal(1, "km"),
                        "since", Types.TIME);
        List<String> states = List.of("deployed", "non_deployed", "test");
        return Layout.with(symbols)
                .kinds(
                        List.of(
                                new Kind("ICBM", states, fields),
                                new Kind("SLBM", states.subList(0, 2), fields),
                                new Kind("HB", states, fields)),
                        Fixtures.AT)
                .table("tables.attributed", Fixtures.AT)
                .build();
    }

    private static Layout form(Symbols symbols) {
        return Layout.with(symbols)
                .field("form.type", new FieldType.Whole(-100, 100), Fixtures.AT)
                .field("form.units", Types.WHOLE, Fixtures.AT)
                .field("form.base", Types.PLACE, Fixtures.AT)
                .field("form.left", Types.TIME, Fixtures.AT)
                .field("form.returned", Types.TIME, Fixtures.AT)
                .field("form.pause", Types.DURATION, Fixtures.AT)
                .field("form.waived", Types.FLAG, Fixtures.AT)
                .field("form.owed", Types.FLAG, Fixtures.AT)
                .field("form.range", new FieldType.Decimal(1, "km"), Fixtures.AT)
                .field("form.fine", new FieldType.Decimal(3, "km"), Fixtures.AT)
                .build();
    }

    @Test
    void rulesOverItemsGiveWhatCelGives() {
        agree(uniform(new Symbols()), 2200);
    }

    @Test
    void rulesOverFormsGiveWhatCelGives() {
        agree(form(new Symbols()), 2000);
    }

    @Test
    void rulesOverItemsOfDifferentKindsGiveWhatCelGives() {
        agree(Fixtures.items(new Symbols()), 1300);
    }

    /** Ends of ranges, which made-up expressions seldom meet. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "days(3652500)",
                "days(3652501)",
                "days(3650000) + days(3650000)",
                "days(-3652500) - duration('1s')",
                "timestamp('9999-12-31T23:59:59Z') + duration('1s')",
                "timestamp('9999-12-31T23:59:58Z') + duration('1s')",
                "timestamp('0001-01-01T00:00:00Z') - duration('1s')",
                "timestamp('9999-12-31T23:59:59Z') - timestamp('0001-01-01T00:00:00Z')",
                "timestamp('2262-04-11T23:47:16Z') - timestamp('1970-01-01T00:00:00Z')",
                "timestamp('2262-04-11T23:47:17Z') - timestamp('1970-01-01T00:00:00Z')",
                "timestamp('1970-01-01T00:00:00Z') - timestamp('2262-04-11T23:47:17Z')",
                "even_up(9223372036854775807) < 0",
                "abs(-9223372036854775807 - 1) < 0",
                "-(-9223372036854775807 - 1) < 0",
                "(-9223372036854775807 - 1) / -1 < 0",
                "(-9223372036854775807 - 1) % -1 == 0",
                "floor_div(-9223372036854775807 - 1, -1) < 0",
                "percent_up(9223372036854775807, 2) < 0",
                "7 / 0 > 1 || true",
                "true || 7 / 0 > 1",
                "7 % 0 > 1 && false",
                "(7 / 0 > 1 ? 1 : 2) == 1",
                "-7 / 2 == -3 && -7 % 2 == -1 && floor_div(-7, 2) == -4 && ceil_div(-7, 2) == -3",
                "day(timestamp('1969-12-31T22:59:59Z'))",
                "day(timestamp('1969-12-31T23:00:00Z'))",
            })
    void endsOfRangesGiveWhatCelGives(String source) {
        Layout layout = form(new Symbols());
        ExpressionCompiler compiler = new ExpressionCompiler(layout, VIENNA);
        Oracle oracle = new Oracle(layout, VIENNA, Map.of());
        Expression expression = compiler.value(source, Fixtures.AT);
        Object expected = oracle.plan(compiler.checked(source).orElseThrow()).eval(Map.of());
        assertThat(actual(oracle, expression, layout.blank())).isEqualTo(expected);
    }

    private static void agree(Layout layout, int runs) {
        ExpressionCompiler compiler = new ExpressionCompiler(layout, VIENNA);
        Oracle oracle = new Oracle(layout, VIENNA, Map.of("tables.attributed", ATTRIBUTED));
        Map<String, Table> tables =
                Map.of("tables.attributed", Table.of(ATTRIBUTED, layout.symbols()));
        AtomicInteger tried = new AtomicInteger();
        AtomicInteger compared = new AtomicInteger();
        AtomicInteger valued = new AtomicInteger();
        Randomly.check(
                runs,
                random -> {
                    tried.incrementAndGet();
                    RandomExpression made = new RandomExpression(layout, random);
                    String source = source(made, random);
                    Expression expression;
                    try {
                        expression = compiler.value(source, Fixtures.AT).with(tables);
                    } catch (ParleyException e) {
                        // a slip that is refused on purpose: a field that a kind has not, a value
                        // out of bounds, a text that is too long
                        assertThat(e.code())
                                .as(source + " " + e.getMessage())
                                .isIn(Code.UNDECLARED, Code.BAD_EXPRESSION, Code.TOO_LARGE);
                        // what CEL's checker would refuse, ours refuses before it, in plain words
                        assertThat(e.getMessage()).doesNotContain("overload");
                        return;
                    }
                    Oracle.Planned planned = oracle.plan(compiler.checked(source).orElseThrow());
                    for (int i = 0; i < 6; i++) {
                        long[] subject = made.subject();
                        Object expected = planned.eval(oracle.values(subject));
                        Object actual = actual(oracle, expression, subject);
                        assertThat(actual).as(source).isEqualTo(number(expected));
                        valued.addAndGet("error".equals(actual) ? 0 : 1);
                        compared.incrementAndGet();
                    }
                });
        if (System.getProperty("seed") == null) {
            assertThat(compared.get()).isGreaterThan(tried.get() * 2);
            assertThat(valued.get()).as("of " + compared).isGreaterThan(compared.get() / 4);
        }
    }

    /** The one number that a slot cannot hold, because it stands for "not stated". */
    private static Object number(Object expected) {
        return expected.equals(Layout.ABSENT) ? "error" : expected;
    }

    private static String source(RandomExpression made, Source random) {
        int depth = 1 + random.size() / 25;
        return switch (random.ints(0, 6)) {
            case 0 -> made.whole(depth);
            case 1 -> made.decimal(depth);
            case 2 -> made.time(depth);
            case 3 -> made.length(depth);
            default -> made.flag(depth);
        };
    }

    private static Object actual(Oracle oracle, Expression expression, long[] subject) {
        long value = expression.eval(subject);
        return value == Layout.ABSENT ? "error" : oracle.value(expression.type(), value);
    }
}
