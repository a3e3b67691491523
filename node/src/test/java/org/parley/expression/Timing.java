// SPDX-License-Identifier: Apache-2.0
package org.parley.expression;

import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Prints nanoseconds for one evaluation, compiled and interpreted, over the same made-up items. Run
 * by hand ({@code java -cp … org.parley.expression.Timing}); it asserts nothing.
 */
final class Timing {
    private static final int ITEMS = 1024;
    private static final int ROUNDS = 7;
    private static long sink;

    private Timing() {}

    public static void main(String[] arguments) {
        ExpressionCompiler compiler = Fixtures.overItems();
        Layout layout = compiler.layout();
        Map<String, Long> entries = Map.of("A-1", 10L, "B-2", 3L);
        Oracle oracle = new Oracle(layout, Fixtures.GMT, Map.of("tables.attributed", entries));
        Map<String, Table> tables =
                Map.of("tables.attributed", Table.of(entries, layout.symbols()));
        String vehicles =
                "item.kind in ['ICBM', 'SLBM', 'HB'] && item.state == 'deployed'"
                        + " && (item.kind != 'HB' || item.nuclear)";
        String launchers =
                "(item.kind in ['ICBM_LAUNCHER', 'SLBM_LAUNCHER'] || item.kind == 'HB' &&"
                        + " item.nuclear) && !(item.state in ['converted', 'eliminated'])";
        time(compiler, oracle, tables, vehicles, "1");
        time(compiler, oracle, tables, vehicles, "item.kind == 'HB' ? 1 : item.loaded");
        time(compiler, oracle, tables, launchers, "1");
        time(
                compiler,
                oracle,
                tables,
                "item.kind in ['ICBM', 'SLBM'] && item.state == 'deployed'",
                "tables.attributed[item.type]");
        time(
                compiler,
                oracle,
                tables,
                "item.kind in ['ICBM', 'SLBM'] && item.range > 5500.0"
                        + " && item.since < date('2018-02-05')",
                "min(item.loaded, ceil_div(item.loaded * 3, 2) + 1)");
        System.out.println(sink);
    }

    private static void time(
            ExpressionCompiler compiler,
            Oracle oracle,
            Map<String, Table> tables,
            String where,
            String each) {
        Expression rule = compiler.contribution(where, Fixtures.AT, each, Fixtures.AT).with(tables);
        String whole = "(" + where + ") ? (" + each + ") : 0";
        compiler.value(whole, Fixtures.AT);
        Oracle.Planned planned = oracle.plan(compiler.checked(whole).orElseThrow());
        long[][] items = items(compiler.layout());
        List<Map<String, Object>> values =
                java.util.Arrays.stream(items).map(oracle::values).toList();
        double compiled = Double.MAX_VALUE;
        double interpreted = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            compiled = Math.min(compiled, compiled(rule, items));
            interpreted = Math.min(interpreted, interpreted(planned, values));
        }
        System.out.printf(
                "%6.1f ns compiled, %7.1f ns interpreted, %5.0f times: %s%n",
                compiled, interpreted, interpreted / compiled, whole);
    }

    private static double compiled(Expression rule, long[][] items) {
        int passes = 4000;
        long start = System.nanoTime();
        long total = 0;
        for (int pass = 0; pass < passes; pass++) {
            for (long[] item : items) {
                total += rule.eval(item);
            }
        }
        sink += total;
        return (System.nanoTime() - start) / (double) (passes * ITEMS);
    }

    private static double interpreted(Oracle.Planned planned, List<Map<String, Object>> values) {
        int passes = 200;
        long start = System.nanoTime();
        long total = 0;
        for (int pass = 0; pass < passes; pass++) {
            for (Map<String, Object> item : values) {
                total += planned.eval(item).hashCode();
            }
        }
        sink += total;
        return (System.nanoTime() - start) / (double) (passes * ITEMS);
    }

    private static long[][] items(Layout layout) {
        Random random = new Random(42);
        long[][] items = new long[ITEMS][];
        for (int i = 0; i < ITEMS; i++) {
            Kind kind = layout.kinds().get(random.nextInt(layout.kinds().size()));
            long[] slots =
                    Fixtures.slots(
                            layout,
                            "item.kind",
                            kind.name(),
                            "item.state",
                            kind.states().get(random.nextInt(kind.states().size())));
            kind.fields()
                    .forEach((name, type) ->
                            slots[layout.slot("item." + name).orElseThrow()] =
                                    value(type, random, layout.symbols()));
            items[i] = slots;
        }
        return items;
    }

    private static long value(FieldType type, Random random, Symbols symbols) {
        return switch (type) {
            case FieldType.Text _, FieldType.Place _, FieldType.Symbol _ ->
                    symbols.number(random.nextBoolean() ? "A-1" : "B-2");
            case FieldType.Flag _ -> random.nextInt(2);
            case FieldType.Whole _ -> random.nextInt(20);
            case FieldType.Decimal _ -> random.nextInt(120_000);
            case FieldType.Moment _ -> 86_400L * random.nextInt(14_000, 20_000);
            case FieldType.Duration _ -> random.nextInt(200_000);
        };
    }
}
