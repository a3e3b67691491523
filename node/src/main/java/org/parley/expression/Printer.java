// SPDX-License-Identifier: Apache-2.0
package org.parley.expression;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Collectors;

/** Writes a tree as CEL again, with the brackets it needs and no others. */
final class Printer {
    private static final int CHOICE = 1;
    private static final int OR = 2;
    private static final int AND = 3;
    private static final int RELATION = 4;
    private static final int SUM = 5;
    private static final int PRODUCT = 6;
    private static final int UNARY = 7;
    private static final int ATOM = 8;

    private final Symbols symbols;

    private Printer(Symbols symbols) {
        this.symbols = symbols;
    }

    static String print(Node node, Symbols symbols) {
        return new Printer(symbols).print(node);
    }

    private String print(Node node) {
        return switch (node) {
            case Node.Constant c -> source(c);
            case Node.Field f -> f.name();
            case Node.All all -> joined(all, " && ", AND);
            case Node.Any any -> joined(any, " || ", OR);
            case Node.Not not -> "!" + part(not.part(), UNARY);
            case Node.Choice c ->
                    part(c.when(), OR)
                            + " ? "
                            + part(c.then(), OR)
                            + " : "
                            + part(c.otherwise(), CHOICE);
            case Node.Compare c ->
                    part(c.left(), SUM) + " " + c.how().sign + " " + part(c.right(), SUM);
            case Node.Among a ->
                    part(a.left(), SUM)
                            + " in ["
                            + a.choices().stream()
                                    .map(this::source)
                                    .collect(Collectors.joining(", "))
                            + "]";
            case Node.Listed l -> part(l.key(), SUM) + " in " + l.table();
            case Node.Entry e -> e.table() + "[" + print(e.key()) + "]";
            case Node.Arithmetic a -> {
                int level = level(a);
                yield part(a.left(), level) + " " + a.how().sign + " " + part(a.right(), level + 1);
            }
            case Node.Negated n -> "-" + part(n.part(), ATOM);
            case Node.Scaled s -> print(s.part());
            case Node.Call call ->
                    call.function().word()
                            + call.parts().stream()
                                    .map(this::print)
                                    .collect(Collectors.joining(", ", "(", ")"));
        };
    }

    private String joined(Node node, String sign, int level) {
        return node.parts().stream()
                .map(part -> part(part, level + 1))
                .collect(Collectors.joining(sign));
    }

    private String part(Node node, int level) {
        String written = print(node);
        return level(node) < level ? "(" + written + ")" : written;
    }

    private static int level(Node node) {
        return switch (node) {
            case Node.Choice _ -> CHOICE;
            case Node.Any _ -> OR;
            case Node.All _ -> AND;
            case Node.Compare _, Node.Among _, Node.Listed _ -> RELATION;
            case Node.Arithmetic a ->
                    a.how() == Node.Operation.PLUS || a.how() == Node.Operation.MINUS
                            ? SUM
                            : PRODUCT;
            case Node.Not _, Node.Negated _ -> UNARY;
            case Node.Scaled s -> level(s.part());
            case Node.Constant c -> c.value() < 0 && !c.type().isWord() ? UNARY : ATOM;
            case Node.Field _, Node.Entry _, Node.Call _ -> ATOM;
        };
    }

    private String source(Node.Constant c) {
        return switch (c.type()) {
            case FieldType.Text _, FieldType.Place _, FieldType.Symbol _ ->
                    "'" + escaped(symbols.text(c.value())) + "'";
            case FieldType.Flag _ -> c.value() == 0 ? "false" : "true";
            case FieldType.Whole _ -> Long.toString(c.value());
            case FieldType.Decimal d -> {
                String digits = BigDecimal.valueOf(c.value(), d.scale()).toPlainString();
                yield digits.contains(".") ? digits : digits + ".0";
            }
            case FieldType.Moment m ->
                    m.wholeDay()
                            ? "date('" + value(c.type(), c.value(), symbols) + "')"
                            : "timestamp('" + value(c.type(), c.value(), symbols) + "')";
            case FieldType.Duration _ -> "duration('" + Durations.source(c.value()) + "')";
        };
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("'", "\\'")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    /** A slot's value for people: {@code deployed}, {@code true}, {@code 5.25 km}, {@code 24 h}. */
    static String value(FieldType type, long value, Symbols symbols) {
        if (value == Layout.ABSENT) {
            return "—";
        }
        return switch (type) {
            case FieldType.Text _, FieldType.Place _, FieldType.Symbol _ -> symbols.text(value);
            case FieldType.Flag _ -> value == 0 ? "false" : "true";
            case FieldType.Whole _ -> Long.toString(value);
            case FieldType.Decimal d ->
                    BigDecimal.valueOf(value, d.scale()).toPlainString()
                            + (d.unit().isEmpty() ? "" : " " + d.unit());
            case FieldType.Moment m ->
                    m.wholeDay()
                            ? LocalDate.ofEpochDay(Math.floorDiv(value, Calculation.DAY_SECONDS))
                                    .toString()
                            : Instant.ofEpochSecond(value).toString();
            case FieldType.Duration _ -> Durations.print(value);
        };
    }
}
