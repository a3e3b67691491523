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
import java.util.function.Supplier;

/**
 * A checked and compiled rule over one subject: where it stands, what it reads, its value. Values
 * are longs as {@link FieldType} says. Immutable and thread safe; made by {@link
 * ExpressionCompiler}. Where that compiles only when needed, the first call of anything but {@link
 * #source} and {@link #place} compiles, and throws what compiling throws.
 */
public final class Expression {
    private final String source;
    private final Place place;
    private final Layout layout;
    private final ZoneId zone;
    private final Map<String, Table> tables;
    private final Supplier<Compiled> compiling;

    /** Written once, under the lock; a thread that does not see it yet takes the lock. */
    private @Nullable Compiled compiled;

    /** The checked tree and what runs it; over items that is the dispatch by kind and state. */
    private record Compiled(Node node, Optional<Dispatch> dispatch, Evaluator evaluator) {}

    Expression(String source, Place place, Layout layout, ZoneId zone, Supplier<Node> checking) {
        this.source = source;
        this.place = place;
        this.layout = layout;
        this.zone = zone;
        this.tables = Map.of();
        this.compiling = () -> compile(checking.get());
    }

    private Expression(Expression from, Map<String, Table> tables) {
        this.source = from.source;
        this.place = from.place;
        this.layout = from.layout;
        this.zone = from.zone;
        this.tables = Map.copyOf(tables);
        this.compiling = () -> rebind(from.compiled());
    }

    private Compiled compile(Node node) {
        if (layout.kinds().isEmpty()) {
            Node folded = new Specialiser(closures(), Map.of()).specialise(node);
            return new Compiled(node, Optional.empty(), closures().compile(folded));
        }
        Dispatch dispatch = Dispatch.of(layout, node, closures());
        return new Compiled(node, Optional.of(dispatch), dispatch);
    }

    private Compiled rebind(Compiled from) {
        if (from.dispatch.isEmpty()) {
            return compile(from.node);
        }
        Dispatch dispatch = from.dispatch.get().with(closures());
        return new Compiled(from.node, Optional.of(dispatch), dispatch);
    }

    private Closures closures() {
        return new Closures(layout.symbols(), zone, tables);
    }

    private Compiled compiled() {
        Compiled made = compiled;
        return made != null ? made : compileOnce();
    }

    private synchronized Compiled compileOnce() {
        Compiled made = compiled;
        if (made == null) {
            made = compiling.get();
            compiled = made;
        }
        return made;
    }

    /** Compiles now, if that has not happened; throws what is wrong with the rule. */
    public Expression checked() {
        compiled();
        return this;
    }

    /**
     * The value, as the slots of {@link #type} are written, or {@link Layout#ABSENT} where it has
     * none for this subject: then {@link #why} says why.
     */
    public long eval(long[] slots) {
        try {
            return compiled().evaluator.eval(slots);
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
            return compiled().evaluator.eval(slots) != 0;
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
            long value = compiled().evaluator.eval(slots);
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
        return node().type();
    }

    public Layout layout() {
        return layout;
    }

    /** The fields it can read, by qualified name, in reading order. */
    public Set<String> reads() {
        Set<String> reads = new LinkedHashSet<>();
        node().walk(part -> {
            if (part instanceof Node.Field f) {
                reads.add(f.name());
            }
        });
        return reads;
    }

    /** The tables it looks into, by qualified name. */
    public Set<String> tables() {
        Set<String> used = new LinkedHashSet<>();
        node().walk(part -> {
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
        node().walk(part -> {
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
        return compiled()
                .dispatch
                .orElseThrow(() -> new IllegalStateException("not over items: " + source))
                .residual(kind, state);
    }

    /** A value of this expression's type for people: {@code true}, {@code 12}, {@code 36 h}. */
    public String print(long value) {
        return Printer.value(type(), value, layout.symbols());
    }

    /** How the value for one subject comes about, part by part. */
    public Explanation explain(long[] slots) {
        return Explanation.of(node(), slots, closures(), layout);
    }

    /** The rule as a fragment of a sentence in both languages. */
    public org.parley.Text readBack(Titles titles) {
        return new ReadBack(layout.symbols(), titles).read(node());
    }

    Node node() {
        return compiled().node;
    }

    @Override
    public String toString() {
        return place + ": " + source;
    }
}
