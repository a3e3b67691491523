// SPDX-License-Identifier: Apache-2.0
package org.parley.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelFunctionOverload;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeBuilder;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.Program;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/**
 * The second evaluator: CEL's own planner over a map of named values. Our functions are written
 * here once more, over big integers.
 */
final class Oracle {
    private static final BigInteger HUNDRED = BigInteger.valueOf(100);

    private final Layout layout;
    private final CelRuntime runtime;
    private final Map<String, Map<String, Long>> tables;

    Oracle(Layout layout, ZoneId zone, Map<String, Map<String, Long>> tables) {
        this.layout = layout;
        this.tables = tables;
        CelRuntimeBuilder builder =
                CelRuntimeFactory.plannerRuntimeBuilder()
                        .setOptions(
                                CelFrontend.options().toBuilder()
                                        .enableHeterogeneousNumericComparisons(true)
                                        .build());
        unary(builder, "abs", BigInteger::abs);
        unary(builder, "even_up", x -> x.add(x.mod(BigInteger.TWO)));
        binary(builder, "min", BigInteger::min);
        binary(builder, "max", BigInteger::max);
        binary(builder, "floor_div", Oracle::floor);
        binary(builder, "ceil_div", (a, b) -> floor(a.negate(), b).negate());
        binary(builder, "percent", (x, p) -> floor(fits(x.multiply(p)), HUNDRED));
        binary(builder, "percent_down", (x, p) -> floor(fits(x.multiply(p)), HUNDRED));
        binary(
                builder,
                "percent_up",
                (x, p) -> floor(fits(x.multiply(p)).negate(), HUNDRED).negate());
        bind(builder, "days", Long.class, Oracle::days);
        bind(builder, "day", Instant.class, at -> at.atZone(zone).toLocalDate().toEpochDay());
        bind(
                builder,
                "date",
                String.class,
                text -> LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
        runtime = builder.build();
    }

    private static Duration days(Long n) {
        if (Math.abs(n.doubleValue()) > 3_652_500) {
            throw new ArithmeticException("more than ten thousand years");
        }
        return Duration.ofDays(n);
    }

    private static BigInteger floor(BigInteger a, BigInteger b) {
        BigInteger[] parts = a.divideAndRemainder(b);
        boolean below = parts[1].signum() != 0 && parts[1].signum() != b.signum();
        return below ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }

    private static BigInteger fits(BigInteger x) {
        return BigInteger.valueOf(x.longValueExact());
    }

    private interface Unary {
        BigInteger apply(BigInteger x);
    }

    private interface Binary {
        BigInteger apply(BigInteger a, BigInteger b);
    }

    private static void unary(CelRuntimeBuilder builder, String name, Unary how) {
        bind(builder, name, Long.class, x -> how.apply(BigInteger.valueOf(x)).longValueExact());
    }

    private static <T> void bind(
            CelRuntimeBuilder builder,
            String name,
            Class<T> type,
            CelFunctionOverload.Unary<T> how) {
        builder.addFunctionBindings(
                CelFunctionBinding.fromOverloads(
                        name, CelFunctionBinding.from("parley_" + name, type, how)));
    }

    private static void binary(CelRuntimeBuilder builder, String name, Binary how) {
        builder.addFunctionBindings(
                CelFunctionBinding.fromOverloads(
                        name,
                        CelFunctionBinding.from(
                                "parley_" + name,
                                Long.class,
                                Long.class,
                                (a, b) ->
                                        how.apply(BigInteger.valueOf(a), BigInteger.valueOf(b))
                                                .longValueExact())));
    }

    /** A checked and planned expression. */
    final class Planned {
        private final Program program;

        private Planned(Program program) {
            this.program = program;
        }

        /** The value as CEL has it; an error is the text "error". */
        Object eval(Map<String, Object> values) {
            try {
                return program.eval(values);
            } catch (CelEvaluationException | ArithmeticException e) {
                return "error";
            }
        }
    }

    Planned plan(CelAbstractSyntaxTree checked) {
        try {
            return new Planned(runtime.createProgram(checked));
        } catch (CelEvaluationException e) {
            throw new AssertionError("CEL cannot plan what it checked", e);
        }
    }

    /** The named values CEL reads, from slots; what was not stated is not there. */
    Map<String, Object> values(long[] slots) {
        Map<String, Object> values = new HashMap<>(tables);
        layout.fields()
                .forEach(name -> {
                    int slot = layout.slot(name).orElseThrow();
                    if (slots[slot] != Layout.ABSENT) {
                        values.put(name, value(layout.type(slot), slots[slot]));
                    }
                });
        return values;
    }

    /** A slot's value as CEL has it. */
    Object value(FieldType type, long value) {
        return switch (type) {
            case FieldType.Text _, FieldType.Place _, FieldType.Symbol _ ->
                    layout.symbols().text(value);
            case FieldType.Whole _ -> value;
            case FieldType.Flag _ -> value != 0;
            case FieldType.Decimal d -> value / Math.pow(10, d.scale());
            case FieldType.Moment _ -> Instant.ofEpochSecond(value);
            case FieldType.Duration _ -> Duration.ofSeconds(value);
        };
    }
}
