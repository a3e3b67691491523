// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import org.parley.agreement.Agreement;
import org.parley.agreement.Formulas;
import org.parley.agreement.Quota;
import org.parley.expression.Expression;
import org.parley.expression.Layout;
import org.parley.statement.Statement;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How much of a quota there is: a number, one that a body decided, or a formula. */
final class QuotaCaps {
    private static final String USED = "used.";
    private static final String FORM = "form.";

    private final Agreement agreement;
    private final Formulas formulas;
    private final Life life;
    private final Decisions decisions;
    private final QuotaUses uses;
    private final List<Figure> figures;
    private final View view;

    QuotaCaps(
            Agreement agreement,
            Formulas formulas,
            Life life,
            Decisions decisions,
            QuotaUses uses,
            List<Figure> figures,
            View view) {
        this.agreement = agreement;
        this.formulas = formulas;
        this.life = life;
        this.decisions = decisions;
        this.uses = uses;
        this.figures = figures;
        this.view = view;
    }

    /** The cap for one counter; empty where something it needs is not known. */
    Optional<Long> cap(Quota quota, QuotaUses.Key key) {
        return switch (quota.cap()) {
            case Quota.Cap.Fixed(long value) -> Optional.of(value);
            case Quota.Cap.Decided(String name) -> decisions.value(name, view.asOf());
            case Quota.Cap.ByFormula(var formula) -> {
                Expression expression =
                        formulas.expression(formula)
                                .with(formulas.tables(key.period().start(), life::day));
                long value = expression.eval(slots(expression, quota, key));
                yield value == Layout.ABSENT ? Optional.empty() : Optional.of(value);
            }
        };
    }

    private long[] slots(Expression expression, Quota quota, QuotaUses.Key key) {
        Layout layout = expression.layout();
        long[] slots = layout.blank();
        Slots.set(layout, slots, "by", layout.symbols().number(key.party()));
        for (int i = 0; i < quota.group().size(); i++) {
            long field = layout.symbols().number(key.group().get(i));
            Slots.set(layout, slots, FORM + quota.group().get(i), field);
        }
        quota.by()
                .ifPresent(field -> {
                    long party = layout.symbols().number(key.party());
                    Slots.set(layout, slots, FORM + field, party);
                });
        for (Figure figure : figures) {
            if (figure.party().equals(key.party()) && figure.zone().isEmpty()) {
                Slots.set(layout, slots, "declared." + figure.count(), figure.value());
            }
        }
        agreement.bodies().values().stream()
                .flatMap(body -> body.sets().keySet().stream())
                .forEach(name ->
                        decisions
                                .value(name, view.asOf())
                                .ifPresent(value ->
                                        Slots.set(layout, slots, "decided." + name, value)));
        for (String other : expression.reads()) {
            if (other.startsWith(USED)) {
                Slots.set(layout, slots, other, used(other.substring(USED.length()), key));
            } else if (other.startsWith(Formulas.CAP)) {
                other(other.substring(Formulas.CAP.length()), quota, key)
                        .ifPresent(value -> Slots.set(layout, slots, other, value));
            }
        }
        Slots.dates(layout, slots, life.dates(), agreement.zone());
        return slots;
    }

    /**
     * The cap of another quota for the same party, fields and period; {@code CapChain} has made
     * sure that this ends and that the fields are there.
     */
    private Optional<Long> other(String id, Quota quota, QuotaUses.Key key) {
        Quota other = agreement.quota(id).on(view.asOf(), life::day);
        List<String> group =
                other.group().stream()
                        .map(field -> quota.group().indexOf(field))
                        .map(index -> index < 0 ? key.party() : key.group().get(index))
                        .toList();
        return cap(other, new QuotaUses.Key(key.party(), key.period(), group));
    }

    /** How much the same party has used of another quota in the same period. */
    private long used(String id, QuotaUses.Key key) {
        Quota other = agreement.quota(id).on(view.asOf(), life::day);
        long used = 0;
        for (Map.Entry<QuotaUses.Key, List<Statement>> entry : uses.of(other).entrySet()) {
            boolean same =
                    entry.getKey().party().equals(key.party())
                            && entry.getKey().period().overlaps(key.period());
            used += same ? entry.getValue().size() : 0;
        }
        return used;
    }
}
