// SPDX-License-Identifier: Apache-2.0
package org.parley.expression;

import org.parley.Place;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * Compiles a tree to closures over primitive slots. The frequent shape, a field against a constant,
 * is one closure; {@code &&} and {@code ||} look past a part without value as CEL does.
 */
final class Closures {
    private final Symbols symbols;
    private final ZoneId zone;
    private final Map<String, Table> tables;

    Closures(Symbols symbols, ZoneId zone, Map<String, Table> tables) {
        this.symbols = symbols;
        this.zone = zone;
        this.tables = tables;
    }

    Evaluator compile(Node node) {
        return switch (node) {
            case Node.Constant c -> {
                long value = c.value();
                yield _ -> value;
            }
            case Node.Field f -> field(f);
            case Node.All all -> chain(all.parts(), 0);
            case Node.Any any -> chain(any.parts(), 1);
            case Node.Not not -> {
                Evaluator part = compile(not.part());
                yield s -> part.eval(s) ^ 1;
            }
            case Node.Choice choice -> {
                Evaluator when = compile(choice.when());
                Evaluator then = compile(choice.then());
                Evaluator otherwise = compile(choice.otherwise());
                yield s -> when.eval(s) != 0 ? then.eval(s) : otherwise.eval(s);
            }
            case Node.Compare compare -> compare(compare);
            case Node.Among among -> among(among);
            case Node.Listed listed -> {
                Evaluator key = compile(listed.key());
                Evaluator table = entry(listed.at(), listed.table(), key);
                Table known = tables.get(listed.table());
                yield known == null ? table : s -> known.has(key.eval(s)) ? 1 : 0;
            }
            case Node.Entry entry -> entry(entry.at(), entry.table(), compile(entry.key()));
            case Node.Arithmetic a -> binary(node, Calculation.of(a), a.left(), a.right());
            case Node.Negated negated -> unary(node, Math::negateExact, negated.part());
            case Node.Scaled scaled -> {
                long factor = scaled.factor();
                yield unary(node, x -> Math.multiplyExact(x, factor), scaled.part());
            }
            case Node.Call call -> call(call);
        };
    }

    private static Evaluator field(Node.Field f) {
        int slot = f.slot();
        EvaluationException absent =
                new EvaluationException(NoValue.Reason.NOT_STATED, f.at(), f.name());
        return s -> {
            long value = s[slot];
            if (value == Layout.ABSENT) {
                throw absent;
            }
            return value;
        };
    }

    /** {@code decisive} is the value that settles the chain: 0 for &&, 1 for ||. */
    private Evaluator chain(List<Node> parts, long decisive) {
        Evaluator rest = compile(parts.getLast());
        for (int i = parts.size() - 2; i >= 0; i--) {
            Evaluator first = compile(parts.get(i));
            Evaluator second = rest;
            rest =
                    s -> {
                        long value;
                        try {
                            value = first.eval(s);
                        } catch (EvaluationException e) {
                            if (second.eval(s) == decisive) {
                                return decisive;
                            }
                            throw e;
                        }
                        return value == decisive ? decisive : second.eval(s);
                    };
        }
        return rest;
    }

    private Evaluator compare(Node.Compare c) {
        if (c.left() instanceof Node.Field f && c.right() instanceof Node.Constant constant) {
            return fieldToConstant(f, c.how(), constant.value());
        }
        Evaluator l = compile(c.left());
        Evaluator r = compile(c.right());
        return switch (c.how()) {
            case EQUAL -> s -> l.eval(s) == r.eval(s) ? 1 : 0;
            case DIFFERENT -> s -> l.eval(s) != r.eval(s) ? 1 : 0;
            case LESS -> s -> l.eval(s) < r.eval(s) ? 1 : 0;
            case AT_MOST -> s -> l.eval(s) <= r.eval(s) ? 1 : 0;
            case MORE -> s -> l.eval(s) > r.eval(s) ? 1 : 0;
            case AT_LEAST -> s -> l.eval(s) >= r.eval(s) ? 1 : 0;
        };
    }

    private static Evaluator fieldToConstant(Node.Field f, Node.Comparison how, long c) {
        int slot = f.slot();
        EvaluationException absent =
                new EvaluationException(NoValue.Reason.NOT_STATED, f.at(), f.name());
        return switch (how) {
            case EQUAL -> s -> stated(s[slot], absent) == c ? 1 : 0;
            case DIFFERENT -> s -> stated(s[slot], absent) != c ? 1 : 0;
            case LESS -> s -> stated(s[slot], absent) < c ? 1 : 0;
            case AT_MOST -> s -> stated(s[slot], absent) <= c ? 1 : 0;
            case MORE -> s -> stated(s[slot], absent) > c ? 1 : 0;
            case AT_LEAST -> s -> stated(s[slot], absent) >= c ? 1 : 0;
        };
    }

    private static long stated(long value, EvaluationException absent) {
        if (value == Layout.ABSENT) {
            throw absent;
        }
        return value;
    }

    private Evaluator among(Node.Among among) {
        Evaluator left = compile(among.left());
        long[] choices =
                among.choices().stream()
                        .mapToLong(Node.Constant::value)
                        .sorted()
                        .distinct()
                        .toArray();
        return s -> {
            long value = left.eval(s);
            for (long choice : choices) {
                if (choice >= value) {
                    return choice == value ? 1 : 0;
                }
            }
            return 0;
        };
    }

    private Evaluator entry(Place at, String name, Evaluator key) {
        Table table = tables.get(name);
        if (table == null) {
            EvaluationException missing =
                    new EvaluationException(NoValue.Reason.NO_TABLE, at, name);
            return _ -> {
                throw missing;
            };
        }
        return s -> {
            long word = key.eval(s);
            long value = table.get(word);
            if (value == Layout.ABSENT) {
                String subject = name + "['" + symbols.text(word) + "']";
                throw new EvaluationException(NoValue.Reason.NO_ENTRY, at, subject);
            }
            return value;
        };
    }

    private Evaluator binary(Node node, Calculation.Binary how, Node left, Node right) {
        Evaluator l = compile(left);
        Evaluator r = compile(right);
        Evaluator exact = s -> how.apply(l.eval(s), r.eval(s));
        return guarded(node, exact);
    }

    /** One long in, one out. */
    @FunctionalInterface
    private interface Unary {
        long apply(long x);
    }

    private Evaluator unary(Node node, Unary how, Node part) {
        Evaluator x = compile(part);
        return guarded(node, s -> how.apply(x.eval(s)));
    }

    /** Only the node's own arithmetic can throw here: parts have turned theirs already. */
    private Evaluator guarded(Node node, Evaluator exact) {
        String written = Printer.print(node, symbols);
        EvaluationException overflow =
                new EvaluationException(NoValue.Reason.OVERFLOW, node.at(), written);
        EvaluationException zero =
                new EvaluationException(NoValue.Reason.DIVIDED_BY_ZERO, node.at(), written);
        return s -> {
            try {
                return exact.eval(s);
            } catch (ArithmeticException e) {
                throw "/ by zero".equals(e.getMessage()) ? zero : overflow;
            }
        };
    }

    private Evaluator call(Node.Call call) {
        Node first = call.parts().getFirst();
        Node last = call.parts().getLast();
        return switch (call.function()) {
            case ABS -> unary(call, Math::absExact, first);
            case MIN -> binary(call, Math::min, first, last);
            case MAX -> binary(call, Math::max, first, last);
            case CEIL_DIV -> binary(call, Math::ceilDivExact, first, last);
            case FLOOR_DIV -> binary(call, Math::floorDivExact, first, last);
            case EVEN_UP -> unary(call, Calculation::evenUp, first);
            case PERCENT, PERCENT_DOWN -> binary(call, Calculation::percentDown, first, last);
            case PERCENT_UP -> binary(call, Calculation::percentUp, first, last);
            case DAYS -> unary(call, Calculation::days, first);
            case DAY -> day(call, first);
            case DATE, TIMESTAMP, DURATION ->
                    throw new IllegalStateException(call.function() + " is gone after typing");
        };
    }

    private Evaluator day(Node.Call call, Node moment) {
        boolean date = moment.type() instanceof FieldType.Moment m && m.wholeDay();
        if (date || zone.normalized().equals(ZoneOffset.UTC)) {
            return unary(call, x -> Math.floorDiv(x, Calculation.DAY_SECONDS), moment);
        }
        return unary(call, x -> Calculation.day(x, zone), moment);
    }
}
