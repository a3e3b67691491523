// SPDX-License-Identifier: Apache-2.0
package org.parley.expression;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A rule over items, worked out for every kind and state beforehand. What is left of most rules is
 * a number in a table; the rest is a small residual. Column 0 stands for a state that was not
 * stated.
 */
final class Dispatch implements Evaluator {
    private final Layout layout;
    private final List<Node> residuals;
    private final int width;
    private final NumberMap kinds;
    private final NumberMap states;
    private final EvaluationException unknownKind;
    private final EvaluationException unknownState;
    private final Evaluator[] evaluators;
    private final boolean[] settled;
    private final long[] values;

    private Dispatch(Layout layout, Place at, List<Node> residuals, Closures closures) {
        this.layout = layout;
        this.residuals = residuals;
        this.width = states(layout).size() + 1;
        this.kinds = numbered(layout.kinds().stream().map(Kind::name).toList(), layout, 0);
        this.states = numbered(states(layout), layout, 1);
        this.unknownKind = new EvaluationException(NoValue.Reason.UNKNOWN_KIND, at, Layout.KIND);
        this.unknownState = new EvaluationException(NoValue.Reason.UNKNOWN_KIND, at, Layout.STATE);
        this.evaluators = new Evaluator[residuals.size()];
        this.settled = new boolean[residuals.size()];
        this.values = new long[residuals.size()];
        for (int i = 0; i < evaluators.length; i++) {
            Node residual = residuals.get(i);
            evaluators[i] = closures.compile(residual);
            if (residual instanceof Node.Constant constant) {
                settled[i] = true;
                values[i] = constant.value();
            }
        }
    }

    /** Specialises, and refuses a rule that can reach a field which a kind does not declare. */
    static Dispatch of(Layout layout, Node node, Closures closures) {
        List<Node> residuals = new ArrayList<>();
        Reach reach = new Reach(layout);
        for (Kind kind : layout.kinds()) {
            Map<Integer, Long> known = new HashMap<>();
            known.put(Layout.KIND_SLOT, (long) layout.symbols().number(kind.name()));
            residuals.add(new Specialiser(closures, known).specialise(node));
            for (String state : states(layout)) {
                known.put(Layout.STATE_SLOT, (long) layout.symbols().number(state));
                Node residual = new Specialiser(closures, Map.copyOf(known)).specialise(node);
                residuals.add(residual);
                if (kind.states().contains(state)) {
                    reach.check(kind, residual);
                }
            }
            if (kind.states().isEmpty()) {
                reach.check(kind, residuals.get(residuals.size() - states(layout).size() - 1));
            }
        }
        reach.refuse();
        return new Dispatch(layout, node.at(), List.copyOf(residuals), closures);
    }

    Dispatch with(Closures closures) {
        return new Dispatch(layout, unknownKind.why().place(), residuals, closures);
    }

    private static List<String> states(Layout layout) {
        return layout.type(Layout.STATE_SLOT) instanceof FieldType.Symbol symbol
                ? symbol.values()
                : List.of();
    }

    private static NumberMap numbered(List<String> words, Layout layout, int first) {
        Map<Integer, Long> numbers = new HashMap<>();
        for (int i = 0; i < words.size(); i++) {
            numbers.put(layout.symbols().number(words.get(i)), (long) i + first);
        }
        return new NumberMap(numbers);
    }

    @Override
    public long eval(long[] slots) {
        long kind = kinds.get(slots[Layout.KIND_SLOT]);
        if (kind < 0) {
            throw unknownKind;
        }
        long word = slots[Layout.STATE_SLOT];
        long state = word == Layout.ABSENT ? 0 : states.get(word);
        if (state < 0) {
            throw unknownState;
        }
        int at = (int) (kind * width + state);
        return settled[at] ? values[at] : evaluators[at].eval(slots);
    }

    /** What is left of the rule for a kind in a state. */
    Node residual(String kind, String state) {
        long row = kinds.get(layout.symbols().find(kind).map(Integer::longValue).orElse(-1L));
        long column = states.get(layout.symbols().find(state).map(Integer::longValue).orElse(-1L));
        if (row < 0 || column < 0) {
            throw new IllegalArgumentException("no kind " + kind + " or no state " + state);
        }
        return residuals.get((int) (row * width + column));
    }

    /** Collects the reads of undeclared fields, so that one message names all kinds. */
    private static final class Reach {
        private final Layout layout;
        private final Map<String, Node> reads = new LinkedHashMap<>();
        private final Map<String, Set<String>> kindsByRead = new LinkedHashMap<>();

        Reach(Layout layout) {
            this.layout = layout;
        }

        void check(Kind kind, Node residual) {
            residual.walk(node -> {
                if (node instanceof Node.Field f && !layout.declares(kind, f.name())) {
                    reads.putIfAbsent(f.name(), f);
                    kindsByRead
                            .computeIfAbsent(f.name(), _ -> new LinkedHashSet<>())
                            .add(kind.name());
                }
            });
        }

        void refuse() {
            reads.forEach((field, node) -> {
                Set<String> kinds = kindsByRead.getOrDefault(field, Set.of());
                throw new ParleyException(
                        Code.UNDECLARED,
                        node.at(),
                        field
                                + " is read for "
                                + String.join(", ", kinds)
                                + ", which "
                                + (kinds.size() == 1 ? "has" : "have")
                                + " no such field",
                        "put " + guard(layout.kindsDeclaring(field)) + " before it");
            });
        }

        private static String guard(Set<String> kinds) {
            List<String> quoted = kinds.stream().map(kind -> "'" + kind + "'").toList();
            return quoted.size() == 1
                    ? "item.kind == " + quoted.getFirst() + " &&"
                    : "item.kind in [" + String.join(", ", quoted) + "] &&";
        }
    }
}
