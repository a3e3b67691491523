// SPDX-License-Identifier: Apache-2.0
package org.parley.expression;

import dev.cel.common.CelAbstractSyntaxTree;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;

import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Makes {@link Expression}s over one {@link Layout}. CEL parses and checks; we refuse more than CEL
 * does and say why in plain words. Thread safe; a text that was seen before is not parsed again.
 */
public final class ExpressionCompiler {
    private static final int KNOWN_MAX = 8192;

    private final Layout layout;
    private final ZoneId zone;
    private final CelFrontend cel;
    private final ConcurrentHashMap<String, Known> known;
    private final boolean atOnce;

    /**
     * Compiles at once, so that a rule that cannot stand is refused where it is read.
     *
     * @param zone the agreement's zone, in which {@code day(…)} counts
     */
    public ExpressionCompiler(Layout layout, ZoneId zone) {
        this(layout, zone, new CelFrontend(layout), new ConcurrentHashMap<>(), true);
    }

    private ExpressionCompiler(
            Layout layout,
            ZoneId zone,
            CelFrontend cel,
            ConcurrentHashMap<String, Known> known,
            boolean atOnce) {
        this.layout = layout;
        this.zone = zone;
        this.cel = cel;
        this.known = known;
        this.atOnce = atOnce;
    }

    /**
     * Compiles at an expression's first use: for commands on agreements that were checked before.
     * CEL's first start costs half a second, and most commands need few expressions.
     */
    public ExpressionCompiler whenNeeded() {
        return new ExpressionCompiler(layout, zone, cel, known, false);
    }

    public Layout layout() {
        return layout;
    }

    /** A condition, as in {@code where} and {@code when}. */
    public Expression condition(String source, Place place) {
        return expression(source, place, () -> flag(source, place));
    }

    /** A whole number, as in the caps of quotas. */
    public Expression number(String source, Place place) {
        return expression(source, place, () -> whole(source, place));
    }

    /** Any value, such as the key by which a quota is grouped. */
    public Expression value(String source, Place place) {
        return expression(source, place, () -> translate(source, place));
    }

    /**
     * What one item adds to a count: {@code where ? each : 0}. A field that {@code where} guards
     * may be read in {@code each}. The result is a whole number or a decimal.
     */
    public Expression contribution(String where, Place wherePlace, String each, Place eachPlace) {
        return expression(
                each,
                eachPlace,
                () -> {
                    Node guard = flag(where, wherePlace);
                    Node amount = amount(each, eachPlace);
                    Node zero = new Node.Constant(eachPlace, amount.type(), 0);
                    return new Node.Choice(eachPlace, amount.type(), guard, amount, zero);
                });
    }

    private Expression expression(String source, Place place, Supplier<Node> checking) {
        Expression made = new Expression(source, place, layout, zone, checking);
        return atOnce ? made.checked() : made;
    }

    private Node flag(String source, Place place) {
        Node node = translate(source, place);
        if (!(node.type() instanceof FieldType.Flag)) {
            throw wrong(place, node, "a condition gives yes or no", "compare it with a value");
        }
        return node;
    }

    private Node whole(String source, Place place) {
        Node node = translate(source, place);
        if (!(node.type() instanceof FieldType.Whole)) {
            throw wrong(place, node, "an integer is needed", "give an integer");
        }
        return node;
    }

    private Node amount(String source, Place place) {
        Node node = translate(source, place);
        boolean number =
                node.type() instanceof FieldType.Whole || node.type() instanceof FieldType.Decimal;
        if (!number) {
            throw wrong(place, node, "a count adds up numbers", "give a number, such as 1");
        }
        return node;
    }

    private Node translate(String source, Place place) {
        Known seen = known.get(source);
        if (seen != null) {
            return new Translator(layout, seen.parsed, place).translate(seen.parsed.getExpr());
        }
        CelAbstractSyntaxTree parsed = cel.parse(source, place);
        Node node = new Translator(layout, parsed, place).translate(parsed.getExpr());
        CelAbstractSyntaxTree checked = cel.check(parsed, source, place);
        if (known.size() < KNOWN_MAX) {
            known.put(source, new Known(parsed, checked));
        }
        return node;
    }

    /** CEL's trees of one text; names in the checked one have lost their first column. */
    private record Known(CelAbstractSyntaxTree parsed, CelAbstractSyntaxTree checked) {}

    /** CEL's checked tree of a text that was compiled before; the tests interpret it. */
    Optional<CelAbstractSyntaxTree> checked(String source) {
        return Optional.ofNullable(known.get(source)).map(Known::checked);
    }

    private ParleyException wrong(Place place, Node node, String needed, String todo) {
        return new ParleyException(
                Code.BAD_EXPRESSION,
                place,
                Printer.print(node, layout.symbols())
                        + " is "
                        + node.type().described()
                        + "; "
                        + needed,
                todo);
    }
}
