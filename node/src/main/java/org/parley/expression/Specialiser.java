// SPDX-License-Identifier: Apache-2.0
package org.parley.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Partial evaluation: with the kind (and the state) of an item known, works out everything that no
 * longer depends on the item. What would fail is kept, so that it fails when it is evaluated.
 */
final class Specialiser {
    private static final long[] NOTHING = {};

    private final Closures closures;
    private final Map<Integer, Long> known;

    /**
     * @param known values by slot
     */
    Specialiser(Closures closures, Map<Integer, Long> known) {
        this.closures = closures;
        this.known = known;
    }

    Node specialise(Node node) {
        return switch (node) {
            case Node.Constant c -> c;
            case Node.Field f -> {
                Long value = known.get(f.slot());
                yield value == null ? f : new Node.Constant(f.at(), f.type(), value);
            }
            case Node.All all -> chain(all, 0);
            case Node.Any any -> chain(any, 1);
            case Node.Not not -> fold(new Node.Not(not.at(), specialise(not.part())));
            case Node.Choice c -> choice(c);
            case Node.Compare c ->
                    fold(
                            new Node.Compare(
                                    c.at(), c.how(), specialise(c.left()), specialise(c.right())));
            case Node.Among a -> fold(new Node.Among(a.at(), specialise(a.left()), a.choices()));
            case Node.Listed l -> new Node.Listed(l.at(), specialise(l.key()), l.table());
            case Node.Entry e -> new Node.Entry(e.at(), e.table(), specialise(e.key()));
            case Node.Arithmetic a ->
                    fold(
                            new Node.Arithmetic(
                                    a.at(),
                                    a.type(),
                                    a.how(),
                                    specialise(a.left()),
                                    specialise(a.right())));
            case Node.Negated n -> fold(new Node.Negated(n.at(), specialise(n.part())));
            case Node.Scaled s -> fold(new Node.Scaled(s.type(), specialise(s.part()), s.factor()));
            case Node.Call c ->
                    fold(
                            new Node.Call(
                                    c.at(),
                                    c.function(),
                                    c.parts().stream().map(this::specialise).toList()));
        };
    }

    /** A decisive part settles the chain even beside parts that would fail: so says CEL. */
    private Node chain(Node node, long decisive) {
        List<Node> left = new ArrayList<>();
        for (Node part : node.parts()) {
            Node special = specialise(part);
            if (special.isConstant(decisive)) {
                return new Node.Constant(node.at(), Types.FLAG, decisive);
            }
            if (!(special instanceof Node.Constant)) {
                left.add(special);
            }
        }
        if (left.isEmpty()) {
            return new Node.Constant(node.at(), Types.FLAG, 1 - decisive);
        }
        if (left.size() == 1) {
            return left.getFirst();
        }
        return decisive == 0
                ? new Node.All(node.at(), List.copyOf(left))
                : new Node.Any(node.at(), List.copyOf(left));
    }

    private Node choice(Node.Choice c) {
        Node when = specialise(c.when());
        if (when instanceof Node.Constant decided) {
            return specialise(decided.value() != 0 ? c.then() : c.otherwise());
        }
        return new Node.Choice(
                c.at(), c.type(), when, specialise(c.then()), specialise(c.otherwise()));
    }

    private Node fold(Node node) {
        for (Node part : node.parts()) {
            if (!(part instanceof Node.Constant)) {
                return node;
            }
        }
        try {
            return new Node.Constant(node.at(), node.type(), closures.compile(node).eval(NOTHING));
        } catch (EvaluationException e) {
            return node;
        }
    }
}
