// SPDX-License-Identifier: Apache-2.0
package org.parley.expression;

import org.jspecify.annotations.Nullable;
import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;

import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A checked and compiled rule over one subject: where it stands, what it reads, its value. Values
 * are longs as {@link FieldType} says. Immutable and thread safe; made by {@link
 * ExpressionCompiler}.
 */
public final class Expression {
    private final String source;
    private final Place place;
    private final Layout layout;
    private final ZoneId zone;
    private final Node node;
    private final @Nullable Dispatch dispatch;
    private final Evaluator evaluator;
    private final Map<String, Table> tables;

    Expression(String source, Place place, Layout layout, ZoneId zone, Node checked) {
        this.source = source;
        this.place = place;
        this.layout = layout;
        this.zone = zone;
        this.tables = Map.of();
        Closures closures = new Closures(layout.symbols(), zone, tables);
        this.node = checked;
        if (layout.kinds().isEmpty()) {
            this.dispatch = null;
            this.evaluator = closures.compile(new Specialiser(closures, Map.of()).specialise(node));
        } else {
            this.dispatch = Dispatch.of(layout, node, closures);
            this.evaluator = dispatch;
        }
    }

    private Expression(Expression from, Map<String, Table> tables) {
        this.source = from.source;
        this.place = from.place;
        this.layout = from.layout;
        this.zone = from.zone;
        this.node = from.node;
        this.tables = Map.copyOf(tables);
        Closures closures = new Closures(layout.symbols(), zone, this.tables);
        if (from.dispatch == null) {
            this.dispatch = null;
            this.evaluator = closures.compile(new Specialiser(closures, Map.of()).specialise(node));
        } else {
            this.dispatch = from.dispatch.with(closures);
            this.evaluator = dispatch;
        }
    }

    /**
     * The value, as the slots of {@link #type} are written, or {@link Layout#ABSENT} where it has
     * none for this subject: then {@link #why} says why.
     */
    public long eval(long[] slots) {
        try {
            return evaluator.eval(slots);
        } catch (EvaluationException _) {
            return Layout.ABSENT;
        }
    }

    /**
     * Whether a condition holds.
     *
     * @throws ParleyException where it can be told neither way; {@link #eval} does not throw
     */
    public boolean test(long[] slots) {
        try {
            return evaluator.eval(slots) != 0;
        } catch (EvaluationException e) {
            throw new ParleyException(
                    Code.BAD_VALUE,
                    e.why().place(),
                    e.why().text().en(),
                    "state it, or guard the condition");
        }
    }

    /** Why there is no value for this subject; empty where there is one. */
    public Optional<NoValue> why(long[] slots) {
        try {
            long value = evaluator.eval(slots);
            return value == Layout.ABSENT
                    ? Optional.of(new NoValue(NoValue.Reason.OVERFLOW, place, source))
                    : Optional.empty();
        } catch (EvaluationException e) {
            return Optional.of(e.why());
        }
    }

    /**
     * The same rule with these tables in force; tables are by qualified name. Cheap, but not per
     * item: keep one expression for each dated set of tables.
     */
    public Expression with(Map<String, Table> inForce) {
        return tables().isEmpty() ? this : new Expression(this, inForce);
    }

    public String source() {
        return source;
    }

    public Place place() {
        return place;
    }

    public FieldType type() {
        return node.type();
    }

    public Layout layout() {
        return layout;
    }

    /** The fields it can read, by qualified name, in reading order. */
    public Set<String> reads() {
        Set<String> reads = new LinkedHashSet<>();
        node.walk(part -> {
            if (part instanceof Node.Field f) {
                reads.add(f.name());
            }
        });
        return reads;
    }

    /** The tables it looks into, by qualified name. */
    public Set<String> tables() {
        Set<String> used = new LinkedHashSet<>();
        node.walk(part -> {
            if (part instanceof Node.Entry e) {
                used.add(e.table());
            } else if (part instanceof Node.Listed l) {
                used.add(l.table());
            }
        });
        return used;
    }

    /** The functions it calls; {@code percent} among them is what a linter asks about. */
    public Set<String> functionsUsed() {
        Set<String> used = new LinkedHashSet<>();
        node.walk(part -> {
            if (part instanceof Node.Call call) {
                used.add(call.function().word());
            }
        });
        return used;
    }

    /** The value if it is the same for every item of this kind in this state. */
    public OptionalLong settled(String kind, String state) {
        return residual(kind, state) instanceof Node.Constant constant
                ? OptionalLong.of(constant.value())
                : OptionalLong.empty();
    }

    /** What is left to work out for an item of this kind in this state, as CEL. */
    public String left(String kind, String state) {
        return Printer.print(residual(kind, state), layout.symbols());
    }

    private Node residual(String kind, String state) {
        return Optional.ofNullable(dispatch)
                .orElseThrow(() -> new IllegalStateException("not over items: " + source))
                .residual(kind, state);
    }

    /** A value of this expression's type for people: {@code true}, {@code 12}, {@code 36 h}. */
    public String print(long value) {
        return Printer.value(type(), value, layout.symbols());
    }

    /** How the value for one subject comes about, part by part. */
    public Explanation explain(long[] slots) {
        return Explanation.of(node, slots, new Closures(layout.symbols(), zone, tables), layout);
    }

    /** The rule as a fragment of a sentence in both languages. */
    public org.parley.Text readBack(Titles titles) {
        return new ReadBack(layout.symbols(), titles).read(node);
    }

    Node node() {
        return node;
    }

    @Override
    public String toString() {
        return place + ": " + source;
    }
}
