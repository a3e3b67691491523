// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import org.parley.Text;
import org.parley.agreement.Agreement;
import org.parley.agreement.Count;
import org.parley.agreement.Formulas;
import org.parley.expression.Expression;
import org.parley.expression.Layout;
import org.parley.statement.Item;
import org.parley.statement.Statement;

import java.util.ArrayList;
import java.util.List;

/** What each single item adds to a count, with the expression worked out for it. */
final class Workings {
    private final Agreement agreement;
    private final Formulas formulas;
    private final List<Statement> statements;

    Workings(Agreement agreement, Formulas formulas, List<Statement> statements) {
        this.agreement = agreement;
        this.formulas = formulas;
        this.statements = statements;
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
                new Life(
                        agreement,
                        new Known(agreement, List.of(), standing.view()),
                        standing.view());
        return formulas.contribution(rule).with(formulas.tables(standing.view().asOf(), life::day));
    }

    Explanation.Contribution contribution(
            Standing standing, Expression each, Item item, List<String> refs) {
        Layout layout = each.layout();
        long[] slots = Slots.ofItem(layout, item);
        Slots.dates(layout, slots, standing.dates(), agreement.zone());
        long adds = each.eval(slots);
        Text working = each.why(slots).map(why -> why.text()).orElseGet(() -> working(each, slots));
        return new Explanation.Contribution(
                item.id(),
                item.kind(),
                item.state(),
                adds == Layout.ABSENT ? 0 : adds,
                working,
                refs);
    }

    private static Text working(Expression each, long[] slots) {
        var tree = each.explain(slots);
        return Text.of(tree.in("en"), tree.in("zh"));
    }
}
