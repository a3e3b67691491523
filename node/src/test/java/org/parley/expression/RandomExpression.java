// SPDX-License-Identifier: Apache-2.0
package org.parley.expression;

import org.parley.testing.Source;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Makes up well-typed expressions over a layout. Decimals are halves, so that CEL's binary doubles
 * are exact too.
 */
final class RandomExpression {
    private final Layout layout;
    private final Source random;

    RandomExpression(Layout layout, Source random) {
        this.layout = layout;
        this.random = random;
    }

    String flag(int depth) {
        if (depth <= 0) {
            return random.oneIn(6)
                    ? random.pick("true", "false")
                    : field(FieldType.Flag.class).orElseGet(() -> "true");
        }
        int d = depth - 1;
        return switch (random.ints(0, 11)) {
            case 0 -> flag(0);
            case 1 -> "!(" + flag(d) + ")";
            case 2, 3 -> chain(" && ", d);
            case 4, 5 -> chain(" || ", d);
            case 6 -> compared(whole(d), whole(d), true);
            case 7 -> compared(decimal(d), decimal(d), true);
            case 8 ->
                    random.bool()
                            ? compared(time(d), time(d), true)
                            : length(d) + order() + length(d);
            case 9 -> words();
            case 10 -> "(" + flag(d) + " ? " + flag(d) + " : " + flag(d) + ")";
            default -> whole(0) + " in [" + list(() -> Integer.toString(random.ints(0, 5))) + "]";
        };
    }

    private String chain(String sign, int depth) {
        int n = random.ints(2, 5);
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            parts.add("(" + flag(depth - random.ints(0, 1)) + ")");
        }
        return String.join(sign, parts);
    }

    private String compared(String left, String right, boolean ordered) {
        return left + (ordered ? order() : random.pick(" == ", " != ")) + right;
    }

    private String order() {
        return random.pick(" == ", " != ", " < ", " <= ", " > ", " >= ");
    }

    private String list(java.util.function.Supplier<String> element) {
        int n = random.ints(1, 5);
        List<String> elements = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            elements.add(element.get());
        }
        return String.join(", ", elements);
    }

    private String words() {
        List<String> names = fields(type -> type.isWord());
        if (names.isEmpty()) {
            return "true";
        }
        String name = random.pick(names);
        boolean symbol = type(name) instanceof FieldType.Symbol;
        return switch (random.ints(0, 3)) {
            case 0 -> compared(name, word(name), false);
            case 1 -> name + " in [" + list(() -> word(name)) + "]";
            case 2 ->
                    layout.tables().isEmpty() || symbol
                            ? compared(word(name), name, false)
                            : name + " in " + random.pick(List.copyOf(layout.tables()));
            default -> compared(name, random.pick(names), false);
        };
    }

    private String word(String field) {
        return type(field) instanceof FieldType.Symbol symbol
                ? "'" + random.pick(symbol.values()) + "'"
                : random.pick("'A-1'", "'B-2'", "'C-3'", "\"north\"", "'it\\'s'");
    }

    String whole(int depth) {
        if (depth <= 0) {
            return random.oneIn(3)
                    ? literal()
                    : field(FieldType.Whole.class).orElseGet(this::literal);
        }
        int d = depth - 1;
        String a = whole(d);
        String b = whole(d);
        return switch (random.ints(0, 12)) {
            case 0, 1 -> "(" + a + " + " + b + ")";
            case 2 -> "(" + a + " - " + b + ")";
            case 3 -> a + " * " + b;
            case 4 -> "(" + a + " / " + b + ")";
            case 5 -> "(" + a + " % " + b + ")";
            case 6 -> "-(" + a + ")";
            case 7 -> "(" + flag(d) + " ? " + a + " : " + b + ")";
            case 8 -> random.pick("min", "max", "ceil_div", "floor_div") + "(" + a + ", " + b + ")";
            case 9 -> random.pick("abs", "even_up") + "(" + a + ")";
            case 10 ->
                    random.pick("percent", "percent_up", "percent_down") + "(" + a + ", " + b + ")";
            case 11 -> entry();
            default -> random.bool() ? "day(" + time(d) + ")" : whole(0);
        };
    }

    private String entry() {
        List<String> keys =
                fields(type -> type instanceof FieldType.Text || type instanceof FieldType.Place);
        return keys.isEmpty() || layout.tables().isEmpty()
                ? literal()
                : random.pick(List.copyOf(layout.tables())) + "[" + random.pick(keys) + "]";
    }

    private String literal() {
        return random.oneIn(12)
                ? random.pick(
                        "9223372036854775807",
                        "-9223372036854775808",
                        "(-1)",
                        "4611686018427387904")
                : Integer.toString(random.ints(0, 20));
    }

    String decimal(int depth) {
        String half = random.ints(0, 40) + random.pick(".0", ".5");
        if (depth <= 0) {
            return random.oneIn(3) ? half : field(FieldType.Decimal.class).orElse(half);
        }
        int d = depth - 1;
        return switch (random.ints(0, 4)) {
            case 0 -> "(" + decimal(d) + " + " + decimal(d) + ")";
            case 1 -> "(" + decimal(d) + " - " + decimal(d) + ")";
            case 2 -> "(" + flag(d) + " ? " + decimal(d) + " : " + decimal(d) + ")";
            // not a minus sign: binary doubles have a zero below zero, which CEL tells apart
            case 3 -> "(0.0 - " + decimal(d) + ")";
            default -> decimal(0);
        };
    }

    String time(int depth) {
        String literal =
                "timestamp('20"
                        + random.ints(10, 26)
                        + "-0"
                        + random.ints(1, 9)
                        + "-1"
                        + random.ints(0, 9)
                        + "T0"
                        + random.ints(0, 9)
                        + ":30:00"
                        + random.pick("Z", "+03:00")
                        + "')";
        List<String> times =
                fields(type -> type instanceof FieldType.Moment moment && !moment.wholeDay());
        if (depth <= 0) {
            return times.isEmpty() || random.oneIn(3) ? literal : random.pick(times);
        }
        int d = depth - 1;
        return switch (random.ints(0, 3)) {
            case 0 -> "(" + time(d) + " + " + length(d) + ")";
            case 1 -> "(" + time(d) + " - " + length(d) + ")";
            case 2 -> "(" + flag(d) + " ? " + time(d) + " : " + time(d) + ")";
            default -> time(0);
        };
    }

    String length(int depth) {
        if (depth <= 0) {
            String literal = "duration('" + random.pick("24h", "1h30m", "90s", "-5h", "32h") + "')";
            return random.bool() ? literal : field(FieldType.Duration.class).orElse(literal);
        }
        int d = depth - 1;
        return switch (random.ints(0, 4)) {
            case 0 -> "(" + time(d) + " - " + time(d) + ")";
            case 1 -> "(" + length(d) + random.pick(" + ", " - ") + length(d) + ")";
            case 2 -> "days(" + whole(d) + ")";
            case 3 -> "(" + flag(d) + " ? " + length(d) + " : " + length(d) + ")";
            default -> length(0);
        };
    }

    /** A subject of which about one field in ten was not stated. */
    long[] subject() {
        long[] slots = layout.blank();
        for (int i = 0; i < slots.length; i++) {
            boolean kind = !layout.kinds().isEmpty() && i == Layout.KIND_SLOT;
            if (kind || !random.oneIn(10)) {
                slots[i] = slot(layout.type(i));
            }
        }
        return slots;
    }

    private long slot(FieldType type) {
        return switch (type) {
            case FieldType.Text _, FieldType.Place _ ->
                    layout.symbols().number(random.pick("A-1", "B-2", "C-3", "north", "it's"));
            case FieldType.Symbol symbol -> layout.symbols().number(random.pick(symbol.values()));
            case FieldType.Whole whole ->
                    random.longs(Math.max(-50, whole.min()), Math.min(50, whole.max()));
            case FieldType.Flag _ -> random.ints(0, 1);
            case FieldType.Decimal d ->
                    5 * random.ints(-40, 80) * (long) Math.pow(10, d.scale() - 1);
            case FieldType.Moment moment ->
                    moment.wholeDay()
                            ? 86_400L * random.ints(14_000, 20_000)
                            : random.longs(1_200_000_000L, 1_800_000_000L);
            case FieldType.Duration _ -> random.ints(-100_000, 400_000);
        };
    }

    private java.util.Optional<String> field(Class<? extends FieldType> wanted) {
        List<String> names = fields(wanted::isInstance);
        return names.isEmpty()
                ? java.util.Optional.empty()
                : java.util.Optional.of(random.pick(names));
    }

    private List<String> fields(java.util.function.Predicate<FieldType> wanted) {
        return layout.fields().stream()
                .filter(name -> wanted.test(type(name)))
                .collect(Collectors.toList());
    }

    private FieldType type(String name) {
        return layout.type(layout.slot(name).orElseThrow());
    }
}
