// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import org.parley.Text;
import org.parley.agreement.Agreement;
import org.parley.agreement.Count;
import org.parley.agreement.Formulas;
import org.parley.expression.Expression;
import org.parley.expression.Layout;
import org.parley.statement.Body;
import org.parley.statement.Item;
import org.parley.statement.Statement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What each single item adds to a count, with the expression worked out for it. */
final class Workings {
    private final Agreement agreement;
    private final Formulas formulas;
    private final List<Statement> statements;
    private final List<Statement> few;

    Workings(Agreement agreement, Formulas formulas, List<Statement> statements) {
        this.agreement = agreement;
        this.formulas = formulas;
        this.statements = statements;
        this.few =
                statements.stream()
                        .filter(statement -> !(statement.body() instanceof Body.Change))
                        .toList();
    }

    /** A party's items as a view knows them. */
    ItemHistory history(Standing standing, String party) {
        return new NaiveBulk(agreement, formulas, statements).history(party, standing.view());
    }

    List<Explanation.Contribution> contributions(Standing standing, Count rule, String party) {
        List<Explanation.Contribution> found = new ArrayList<>();
        ItemHistory history = history(standing, party);
        if (!history.known()) {
            return found;
        }
        Expression each = each(standing, rule);
        for (Item item : history.items().values()) {
            found.add(contribution(standing, each, item, history.refs(item.id())));
        }
        return found;
    }

    Expression each(Standing standing, Count rule) {
        Life life =
                new Life(agreement, new Known(agreement, few, standing.view()), standing.view());
        return formulas.contribution(rule).with(formulas.tables(standing.view().asOf(), life::day));
    }

    Explanation.Contribution contribution(
            Standing standing, Expression each, Item item, List<String> refs) {
        Layout layout = each.layout();
        long[] slots = Slots.ofItem(layout, item);
        Slots.dates(layout, slots, standing.dates(), agreement.zone());
        long adds = each.eval(slots);
        Text working = lacks(each, slots).orElseGet(() -> working(each, slots));
        return new Explanation.Contribution(
                item.id(), item.kind(), item.state(), Measure.adds(adds) ? adds : 0, working, refs);
    }

    /** Which of a party's items add nothing because something is missing, by what is missing. */
    List<Text> incomplete(Standing standing, Count rule, String party) {
        Expression each = each(standing, rule);
        Map<Text, List<String>> byLack = new LinkedHashMap<>();
        for (Item item : history(standing, party).items().values()) {
            long[] slots = Slots.ofItem(each.layout(), item);
            Slots.dates(each.layout(), slots, standing.dates(), agreement.zone());
            lacks(each, slots)
                    .ifPresent(lack ->
                            byLack.computeIfAbsent(lack, same -> new ArrayList<>()).add(item.id()));
        }
        List<Text> reasons = new ArrayList<>();
        byLack.forEach((lack, ids) -> reasons.add(addNothing(lack, Told.Found.of(ids))));
        return reasons;
    }

    private static Text addNothing(Text lack, Told.Found<String> ids) {
        String more = ids.more() > 0 ? " and " + ids.more() + " more" : "";
        String further = ids.more() > 0 ? " 等 " + ids.number() + " 项" : "";
        return Text.of(
                lack.en() + ", so nothing is added for " + String.join(", ", ids.first()) + more,
                lack.zh() + "，因此未计入：" + String.join("、", ids.first()) + further);
    }

    /** Why an item has no value that could be added; empty if it has one. */
    private static Optional<Text> lacks(Expression each, long[] slots) {
        long value = each.eval(slots);
        if (Measure.adds(value)) {
            return Optional.empty();
        }
        return each.why(slots)
                .map(why -> why.text())
                .or(() ->
                        Optional.of(
                                Text.of(
                                        value
                                                + " is more than the "
                                                + Measure.ADDS_MAX
                                                + " that one item can add",
                                        value + " 超过单项可计入的上限 " + Measure.ADDS_MAX)));
    }

    private static Text working(Expression each, long[] slots) {
        var tree = each.explain(slots);
        return Text.of(tree.in("en"), tree.in("zh"));
    }
}
