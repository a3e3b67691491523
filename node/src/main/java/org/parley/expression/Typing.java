// SPDX-License-Identifier: Apache-2.0
package org.parley.expression;

import org.parley.Code;
import org.parley.Nearest;
import org.parley.ParleyException;
import org.parley.Place;

import java.util.ArrayList;
import java.util.List;

/** Builds typed nodes and refuses what does not fit together, naming both sides. */
final class Typing {
    private final Symbols symbols;

    Typing(Symbols symbols) {
        this.symbols = symbols;
    }

    Node negated(Place at, Node part) {
        boolean number =
                part.type() instanceof FieldType.Whole || part.type() instanceof FieldType.Decimal;
        if (!number) {
            throw bad(
                    at,
                    show(part) + " is " + part.type().described() + ": no minus",
                    "use a number");
        }
        if (part instanceof Node.Constant c && c.value() != Long.MIN_VALUE) {
            return new Node.Constant(at, c.type(), -c.value());
        }
        return new Node.Negated(at, part);
    }

    Node choice(Place at, Node when, Node then, Node otherwise) {
        Pair pair = unify(at, then, otherwise, "the other branch gives");
        FieldType type = pair.left.type().join(pair.right.type()).orElseGet(() -> wider(pair));
        return new Node.Choice(at, type, when, pair.left, pair.right);
    }

    private static FieldType wider(Pair pair) {
        if (pair.left.type().isWord()) {
            return Types.TEXT;
        }
        return pair.left instanceof Node.Constant ? pair.right.type() : pair.left.type();
    }

    Node compare(Place at, Node.Comparison how, Node left, Node right) {
        Pair pair = unify(at, left, right, "is compared with");
        FieldType type = pair.left.type();
        if (how.ordered() && (type.isWord() || type instanceof FieldType.Flag)) {
            throw bad(
                    at,
                    show(left) + " is " + left.type().described() + " and has no order",
                    "use == or !=");
        }
        if (!how.ordered()) {
            known(pair.left, pair.right);
            known(pair.right, pair.left);
        }
        return new Node.Compare(at, how, pair.left, pair.right);
    }

    Node among(Place at, Node left, List<Node> choices) {
        List<Node.Constant> constants = new ArrayList<>();
        Node unified = left;
        for (Node choice : choices) {
            Pair pair = unify(choice.at(), left, choice, "is compared with");
            if (!(pair.right instanceof Node.Constant constant)) {
                throw bad(
                        choice.at(),
                        "the list holds " + show(choice) + ", which is not a constant",
                        "compare it with == and join with ||");
            }
            known(pair.left, constant);
            if (!pair.left.equals(left)) {
                throw bad(
                        choice.at(),
                        show(choice) + " is finer than " + show(left),
                        "use as many digits as the field has");
            }
            unified = pair.left;
            constants.add(constant);
        }
        return new Node.Among(at, unified, List.copyOf(constants));
    }

    Node arithmetic(Place at, Node.Operation how, Node left, Node right) {
        FieldType a = left.type();
        FieldType b = right.type();
        boolean sum = how == Node.Operation.PLUS || how == Node.Operation.MINUS;
        if (a instanceof FieldType.Whole && b instanceof FieldType.Whole) {
            return new Node.Arithmetic(at, Types.WHOLE, how, left, right);
        }
        if (sum && a instanceof FieldType.Decimal && b instanceof FieldType.Decimal) {
            Pair pair = unify(at, left, right, "stands beside");
            FieldType type = left instanceof Node.Constant ? pair.right.type() : pair.left.type();
            return new Node.Arithmetic(at, type, how, pair.left, pair.right);
        }
        if (sum && b instanceof FieldType.Duration) {
            if (a instanceof FieldType.Moment || a instanceof FieldType.Duration) {
                FieldType type = a instanceof FieldType.Moment ? Types.TIME : a;
                return new Node.Arithmetic(at, type, how, left, right);
            }
        }
        if (how == Node.Operation.PLUS
                && a instanceof FieldType.Duration
                && b instanceof FieldType.Moment) {
            return new Node.Arithmetic(at, Types.TIME, how, left, right);
        }
        if (how == Node.Operation.MINUS
                && a instanceof FieldType.Moment
                && b instanceof FieldType.Moment) {
            Pair pair = unify(at, left, right, "stands beside");
            return new Node.Arithmetic(at, Types.DURATION, how, pair.left, pair.right);
        }
        throw bad(
                at,
                show(left)
                        + " is "
                        + a.described()
                        + " and "
                        + show(right)
                        + " is "
                        + b.described()
                        + ": no "
                        + how.sign
                        + " between them",
                a.isWord() || b.isWord()
                        ? "texts are only compared"
                        : "calculate with integers, or decimals of one unit, or times and"
                                + " durations");
    }

    Node call(Place at, Function function, List<Node> arguments) {
        List<FieldType> parameters = function.parameters();
        if (arguments.size() != parameters.size()) {
            throw bad(
                    at,
                    function.word()
                            + "() takes "
                            + parameters.size()
                            + " argument"
                            + (parameters.size() == 1 ? "" : "s")
                            + ", not "
                            + arguments.size(),
                    "give it " + parameters.size());
        }
        for (int i = 0; i < parameters.size(); i++) {
            Node argument = arguments.get(i);
            boolean fits =
                    function == Function.DAY
                            ? argument.type() instanceof FieldType.Moment
                            : argument.type().getClass() == parameters.get(i).getClass();
            if (!fits) {
                throw bad(
                        argument.at(),
                        show(argument)
                                + " is "
                                + argument.type().described()
                                + ", but "
                                + function.word()
                                + "() takes "
                                + parameters.get(i).described(),
                        "use " + parameters.get(i).described());
            }
        }
        return function.literal()
                ? Literals.of(at, function, arguments.getFirst(), symbols)
                : new Node.Call(at, function, List.copyOf(arguments));
    }

    private record Pair(Node left, Node right) {}

    /** Brings two sides to one type, or says that they have none in common. */
    private Pair unify(Place at, Node left, Node right, String relation) {
        FieldType a = left.type();
        FieldType b = right.type();
        if ((a.isWord() && b.isWord()) || a.equals(b)) {
            return new Pair(left, right);
        }
        if (a instanceof FieldType.Whole && b instanceof FieldType.Whole) {
            return new Pair(left, right);
        }
        if (a instanceof FieldType.Decimal x && b instanceof FieldType.Decimal y) {
            boolean units =
                    x.unit().equals(y.unit())
                            || (x.unit().isEmpty() && left instanceof Node.Constant)
                            || (y.unit().isEmpty() && right instanceof Node.Constant);
            if (units) {
                int scale = Math.max(x.scale(), y.scale());
                return new Pair(scaled(left, x, scale), scaled(right, y, scale));
            }
        }
        if (a instanceof FieldType.Moment && b instanceof FieldType.Moment) {
            Pair dates = new Pair(asDate(left), asDate(right));
            if (dates.left.type().equals(dates.right.type())) {
                return dates;
            }
        }
        throw bad(
                at,
                show(left) + " is " + a.described() + ", but " + relation + " " + described(right),
                advice(a, b));
    }

    private String described(Node node) {
        String type = node.type().described();
        return node instanceof Node.Constant
                ? "the " + type.substring(type.indexOf(' ') + 1) + " " + show(node)
                : type + ", " + show(node);
    }

    private static String advice(FieldType a, FieldType b) {
        if ((a instanceof FieldType.Decimal && b instanceof FieldType.Whole)
                || (b instanceof FieldType.Decimal && a instanceof FieldType.Whole)) {
            return "write decimals with a point: 5.0, not 5";
        }
        if (a instanceof FieldType.Moment && b instanceof FieldType.Moment) {
            return "compare day(…) of both";
        }
        return "give both the same type";
    }

    /** A time constant at midnight GMT can stand beside dates. */
    private static Node asDate(Node node) {
        boolean midnight =
                node instanceof Node.Constant c
                        && Math.floorMod(c.value(), Calculation.DAY_SECONDS) == 0;
        return midnight && node instanceof Node.Constant c
                ? new Node.Constant(c.at(), Types.DATE, c.value())
                : node;
    }

    private static Node scaled(Node node, FieldType.Decimal type, int scale) {
        if (type.scale() == scale) {
            return node;
        }
        long factor = 1;
        for (int i = type.scale(); i < scale; i++) {
            factor *= 10;
        }
        FieldType finer = new FieldType.Decimal(scale, type.unit());
        return node instanceof Node.Constant c
                ? new Node.Constant(c.at(), finer, Math.multiplyExact(c.value(), factor))
                : new Node.Scaled(finer, node, factor);
    }

    /** A constant that the field can never hold is a slip of the pen. */
    private void known(Node field, Node constant) {
        if (!(constant instanceof Node.Constant c) || field instanceof Node.Constant) {
            return;
        }
        if (field.type() instanceof FieldType.Symbol symbol) {
            String word = symbols.text(c.value());
            if (!symbol.values().contains(word)) {
                throw new ParleyException(
                        Code.UNDECLARED,
                        c.at(),
                        "'" + word + "' is not a declared " + symbol.noun(),
                        Nearest.hint(word, symbol.values()));
            }
        }
        if (field.type() instanceof FieldType.Whole whole
                && (c.value() < whole.min() || c.value() > whole.max())) {
            throw bad(
                    c.at(),
                    show(field)
                            + " is "
                            + whole.min()
                            + ".."
                            + whole.max()
                            + " and never "
                            + c.value(),
                    "use a value within its bounds, or widen them");
        }
    }

    private String show(Node node) {
        return Printer.print(node, symbols);
    }

    private static ParleyException bad(Place at, String what, String todo) {
        return new ParleyException(Code.BAD_EXPRESSION, at, what, todo);
    }
}
