// SPDX-License-Identifier: Apache-2.0
package org.parley.expression;

import org.parley.Text;

import java.util.ArrayList;
import java.util.List;

/**
 * One sub-expression with its value for one subject, and its parts in reading order. Constants are
 * left out; of a choice only the branch that was taken is shown.
 *
 * @param expression as CEL, such as {@code item.kind == 'HB'}
 * @param value the value for people, or why there is none
 * @param known whether it has a value
 */
public record Explanation(String expression, Text value, boolean known, List<Explanation> parts) {

    static Explanation of(Node node, long[] slots, Closures closures, Layout layout) {
        if (node instanceof Node.Scaled scaled) {
            return of(scaled.part(), slots, closures, layout);
        }
        String written = Printer.print(node, layout.symbols());
        List<Explanation> parts = new ArrayList<>();
        for (Node part : shown(node, slots, closures)) {
            if (!(part instanceof Node.Constant)) {
                parts.add(of(part, slots, closures, layout));
            }
        }
        try {
            long value = closures.compile(node).eval(slots);
            Text printed =
                    node.type() instanceof FieldType.Duration
                            ? Durations.text(value)
                            : Text.same(Printer.value(node.type(), value, layout.symbols()));
            return new Explanation(written, printed, true, List.copyOf(parts));
        } catch (EvaluationException e) {
            return new Explanation(written, e.why().text(), false, List.copyOf(parts));
        }
    }

    private static List<Node> shown(Node node, long[] slots, Closures closures) {
        if (!(node instanceof Node.Choice choice)) {
            return node.parts();
        }
        try {
            boolean yes = closures.compile(choice.when()).eval(slots) != 0;
            return List.of(choice.when(), yes ? choice.then() : choice.otherwise());
        } catch (EvaluationException e) {
            return List.of(choice.when());
        }
    }

    /**
     * One line for each sub-expression, indented by its depth: {@code item.kind == 'HB' → false}.
     */
    public String in(String language) {
        StringBuilder out = new StringBuilder();
        write(out, language, 0);
        return out.toString();
    }

    private void write(StringBuilder out, String language, int depth) {
        out.repeat("  ", depth).append(expression).append(" → ").append(value.in(language));
        out.append('\n');
        for (Explanation part : parts) {
            part.write(out, language, depth + 1);
        }
    }
}
