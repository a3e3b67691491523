// SPDX-License-Identifier: Apache-2.0
package org.parley.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.Operator;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;

import org.parley.Code;
import org.parley.Nearest;
import org.parley.ParleyException;
import org.parley.Place;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Turns CEL's tree into ours and says in plain words what is not allowed. What it accepts is a
 * subset of CEL (a test holds it to that): no macros, no methods, no maps, lists only after {@code
 * in}, text only compared.
 */
final class Translator {
    static final int DEPTH_MAX = 48;
    static final int CHOICES_MAX = 200;
    private static final Set<String> MACROS =
            Set.of("all", "exists", "exists_one", "filter", "map", "has", "existsOne");

    private final Layout layout;
    private final Typing typing;
    private final Place place;
    private final Map<Long, Integer> offsets;

    Translator(Layout layout, CelAbstractSyntaxTree tree, Place place) {
        this.layout = layout;
        this.place = place;
        this.typing = new Typing(layout.symbols());
        this.offsets = tree.getSource().getPositionsMap();
    }

    Node translate(CelExpr expression) {
        return translate(expression, 0);
    }

    private Node translate(CelExpr e, int depth) {
        if (depth > DEPTH_MAX) {
            throw bad(
                    at(e),
                    "nested more than " + DEPTH_MAX + " levels deep",
                    "split the rule into several counts");
        }
        return switch (e.getKind()) {
            case CONSTANT -> constant(e);
            case IDENT, SELECT -> field(e);
            case CALL -> call(e, depth);
            case LIST -> throw bad(at(e), "a list can stand only after in", "write x in [a, b]");
            case MAP, STRUCT ->
                    throw bad(at(e), "maps are not part of the rules' language", "use a table");
            case COMPREHENSION, NOT_SET ->
                    throw bad(at(e), "not part of the rules' language", "write it without macros");
        };
    }

    private Node constant(CelExpr e) {
        CelConstant c = e.constant();
        return switch (c.getKind()) {
            case BOOLEAN_VALUE -> new Node.Constant(at(e), Types.FLAG, c.booleanValue() ? 1 : 0);
            case INT64_VALUE -> new Node.Constant(at(e), Types.WHOLE, c.int64Value());
            case DOUBLE_VALUE -> Literals.decimal(at(e), c.doubleValue());
            case STRING_VALUE ->
                    new Node.Constant(at(e), Types.TEXT, layout.symbols().number(c.stringValue()));
            case UINT64_VALUE -> throw bad(at(e), "unsigned numbers are not used", "drop the u");
            case NULL_VALUE ->
                    throw bad(
                            at(e),
                            "there is no null: a field that was not stated cannot be told",
                            "compare with a value");
            case BYTES_VALUE, TIMESTAMP_VALUE, DURATION_VALUE, NOT_SET ->
                    throw bad(at(e), "such a constant is not used in rules", "use text or numbers");
        };
    }

    private Node field(CelExpr e) {
        Place first = at(root(e));
        String name = qualified(e);
        Optional<Integer> slot = layout.slot(name);
        if (slot.isPresent()) {
            return new Node.Field(first, layout.type(slot.get()), name, slot.get());
        }
        if (layout.tables().contains(name)) {
            throw bad(
                    first,
                    name + " is a table and has no value of its own",
                    "write " + name + "[…] with a key");
        }
        throw undeclared(first, name);
    }

    private ParleyException undeclared(Place first, String name) {
        List<String> known = new ArrayList<>(layout.fields());
        known.addAll(layout.tables());
        String noun = name.startsWith("tables.") ? "table" : "field";
        return new ParleyException(
                Code.UNDECLARED, first, "no " + noun + " is called " + name, advice(name, known));
    }

    private String advice(String name, List<String> known) {
        for (String field : layout.fields()) {
            boolean word =
                    layout.type(layout.slot(field).orElseThrow()) instanceof FieldType.Symbol symbol
                            && symbol.values().contains(name);
            if (word) {
                return "write '" + name + "' in quotation marks";
            }
        }
        return known.stream()
                .filter(field -> field.endsWith("." + name))
                .findFirst()
                .map(field -> "did you mean \"" + field + "\"?")
                .orElseGet(() -> Nearest.hint(name, known));
    }

    private static CelExpr root(CelExpr e) {
        CelExpr root = e;
        while (root.getKind() == CelExpr.ExprKind.Kind.SELECT) {
            root = root.select().operand();
        }
        return root;
    }

    private String qualified(CelExpr e) {
        if (e.getKind() == CelExpr.ExprKind.Kind.IDENT) {
            String name = e.ident().name();
            if (name.startsWith(".")) {
                throw bad(at(e), "a name cannot begin with a point", "drop the point");
            }
            return name;
        }
        if (e.getKind() == CelExpr.ExprKind.Kind.SELECT) {
            return qualified(e.select().operand()) + "." + e.select().field();
        }
        throw bad(at(e), "only a field's name can stand before a point", "name a declared field");
    }

    private Node call(CelExpr e, int depth) {
        CelExpr.CelCall call = e.call();
        if (MACROS.contains(call.function())) {
            throw bad(
                    at(e),
                    call.function()
                            + "() is not part of the rules' language: a rule looks at one"
                            + " item or one form",
                    "say it for one item; the count adds up over all");
        }
        if (call.target().isPresent()) {
            throw bad(
                    at(e),
                    "." + call.function() + "() is not part of the rules' language",
                    "the functions are " + String.join(", ", Function.words()));
        }
        Optional<Operator> operator = Operator.findReverse(call.function());
        return operator.isPresent()
                ? operation(e, operator.get(), call.args(), depth + 1)
                : function(e, call, depth + 1);
    }

    private Node operation(CelExpr e, Operator operator, List<CelExpr> args, int depth) {
        return switch (operator) {
            case LOGICAL_AND -> new Node.All(at(e), flags(operator, args, depth, "&&"));
            case LOGICAL_OR -> new Node.Any(at(e), flags(operator, args, depth, "||"));
            case LOGICAL_NOT -> new Node.Not(at(e), flag(args.get(0), depth, "!"));
            case NEGATE -> typing.negated(at(e), translate(args.get(0), depth));
            case CONDITIONAL ->
                    typing.choice(
                            at(e),
                            flag(args.get(0), depth, "?"),
                            translate(args.get(1), depth),
                            translate(args.get(2), depth));
            case EQUALS -> compare(e, Node.Comparison.EQUAL, args, depth);
            case NOT_EQUALS -> compare(e, Node.Comparison.DIFFERENT, args, depth);
            case LESS -> compare(e, Node.Comparison.LESS, args, depth);
            case LESS_EQUALS -> compare(e, Node.Comparison.AT_MOST, args, depth);
            case GREATER -> compare(e, Node.Comparison.MORE, args, depth);
            case GREATER_EQUALS -> compare(e, Node.Comparison.AT_LEAST, args, depth);
            case ADD -> arithmetic(e, Node.Operation.PLUS, args, depth);
            case SUBTRACT -> arithmetic(e, Node.Operation.MINUS, args, depth);
            case MULTIPLY -> arithmetic(e, Node.Operation.TIMES, args, depth);
            case DIVIDE -> arithmetic(e, Node.Operation.DIVIDED, args, depth);
            case MODULO -> arithmetic(e, Node.Operation.REMAINDER, args, depth);
            case IN -> in(e, args, depth);
            case INDEX -> entry(e, args, depth);
            default -> throw bad(at(e), "not part of the rules' language", "write it plainly");
        };
    }

    private Node compare(CelExpr e, Node.Comparison how, List<CelExpr> args, int depth) {
        return typing.compare(
                at(e), how, translate(args.get(0), depth), translate(args.get(1), depth));
    }

    private Node arithmetic(CelExpr e, Node.Operation how, List<CelExpr> args, int depth) {
        return typing.arithmetic(
                at(e), how, translate(args.get(0), depth), translate(args.get(1), depth));
    }

    /** CEL balances long chains into a tree; ours are flat, as they were written. */
    private List<Node> flags(Operator chain, List<CelExpr> args, int depth, String sign) {
        List<Node> parts = new ArrayList<>();
        for (CelExpr arg : args) {
            boolean same =
                    arg.getKind() == CelExpr.ExprKind.Kind.CALL
                            && arg.call().function().equals(chain.getFunction());
            if (same && depth <= DEPTH_MAX) {
                parts.addAll(flags(chain, arg.call().args(), depth + 1, sign));
            } else {
                parts.add(flag(arg, depth, sign));
            }
        }
        return List.copyOf(parts);
    }

    private Node flag(CelExpr e, int depth, String sign) {
        Node part = translate(e, depth);
        if (!(part.type() instanceof FieldType.Flag)) {
            throw bad(
                    part.at(),
                    Printer.print(part, layout.symbols())
                            + " is "
                            + part.type().described()
                            + ", but "
                            + sign
                            + " needs yes or no",
                    "compare it with a value");
        }
        return part;
    }

    private Node in(CelExpr e, List<CelExpr> args, int depth) {
        Node left = translate(args.get(0), depth);
        CelExpr right = args.get(1);
        if (right.getKind() == CelExpr.ExprKind.Kind.LIST) {
            List<CelExpr> elements = right.list().elements();
            if (elements.isEmpty() || elements.size() > CHOICES_MAX) {
                throw bad(
                        at(right),
                        "a list of " + elements.size() + " values",
                        "give 1 to " + CHOICES_MAX);
            }
            return typing.among(
                    at(e), left, elements.stream().map(x -> translate(x, depth)).toList());
        }
        boolean name =
                right.getKind() == CelExpr.ExprKind.Kind.SELECT
                        || right.getKind() == CelExpr.ExprKind.Kind.IDENT;
        if (!name) {
            throw bad(at(right), "in needs a list or a table", "write x in [a, b]");
        }
        return new Node.Listed(at(e), key(left), table(right));
    }

    private Node entry(CelExpr e, List<CelExpr> args, int depth) {
        return new Node.Entry(at(e), table(args.get(0)), key(translate(args.get(1), depth)));
    }

    private Node key(Node key) {
        if (!key.type().isWord()) {
            throw bad(
                    key.at(),
                    "the key "
                            + Printer.print(key, layout.symbols())
                            + " is "
                            + key.type().described(),
                    "tables are looked up by a text");
        }
        return key;
    }

    private String table(CelExpr e) {
        String name = qualified(e);
        if (layout.tables().contains(name)) {
            return name;
        }
        if (layout.slot(name).isPresent()) {
            throw bad(at(root(e)), name + " is a field, not a table", "use a declared table");
        }
        throw undeclared(at(root(e)), name);
    }

    private Node function(CelExpr e, CelExpr.CelCall call, int depth) {
        Function function =
                Function.find(call.function())
                        .orElseThrow(() ->
                                new ParleyException(
                                        Code.UNDECLARED,
                                        start(e, call),
                                        "no function is called " + call.function(),
                                        Nearest.hint(call.function(), Function.words())));
        List<Node> arguments = call.args().stream().map(arg -> translate(arg, depth)).toList();
        return typing.call(start(e, call), function, arguments);
    }

    /** CEL places a call at its bracket; readers look for its name. */
    private Place start(CelExpr e, CelExpr.CelCall call) {
        int bracket = offsets.getOrDefault(e.id(), 0);
        return place.right(Math.max(0, bracket - call.function().length()));
    }

    private Place at(CelExpr e) {
        return place.right(offsets.getOrDefault(e.id(), 0));
    }

    private static ParleyException bad(Place at, String what, String todo) {
        return new ParleyException(Code.BAD_EXPRESSION, at, what, todo);
    }
}
