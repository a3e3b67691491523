// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import org.parley.agreement.Agreement;
import org.parley.agreement.Duty;
import org.parley.agreement.Form;
import org.parley.agreement.Formula;
import org.parley.agreement.Formulas;
import org.parley.agreement.Versions;
import org.parley.expression.Expression;
import org.parley.expression.Layout;
import org.parley.statement.Kind;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which fields of items are told by notices of change, so that a later list must agree with them.
 * New START's loads are reported with the half-yearly data only (Protocol Part Four, II): a list
 * that gives another load contradicts nothing. An agreement without such a form promises nothing.
 * Not thread safe.
 */
final class Notified {
    private static final String ITEM = "item.";

    private final Agreement agreement;
    private final Formulas formulas;
    private final Map<String, Boolean> byField = new HashMap<>();
    private List<String> names = List.of();

    Notified(Agreement agreement, Formulas formulas) {
        this.agreement = agreement;
        this.formulas = formulas;
    }

    /** Whether coming and going is told. */
    boolean state() {
        return field("state");
    }

    /** Whether a change of the field is told; also for {@code kind} and {@code state}. */
    boolean field(String name) {
        return byField.computeIfAbsent(name, this::judge);
    }

    /** Whether the field of a slot is told, and the value is one: an empty kind says nothing. */
    boolean counts(int slot, long value) {
        Layout layout = formulas.items();
        if (names.isEmpty()) {
            names = List.copyOf(layout.fields());
        }
        String name = names.get(slot);
        boolean own = name.equals(Layout.KIND) || name.equals(Layout.STATE);
        return !(own && value == layout.symbols().number(""))
                && name.startsWith(ITEM)
                && field(name.substring(ITEM.length()));
    }

    private boolean judge(String field) {
        List<Duty> duties = new ArrayList<>();
        boolean form = false;
        for (Form one : agreement.forms().values()) {
            form |= one.say() == Kind.CHANGE && one.fields().containsKey("field");
        }
        for (Versions<Duty> versions : agreement.duties().values()) {
            if (NaiveBulk.followsChanges(agreement, versions.first())) {
                duties.add(versions.first());
                versions.later().forEach(later -> duties.add(later.rule()));
            }
        }
        return form
                && (duties.isEmpty() || duties.stream().anyMatch(duty -> mayBeOwed(duty, field)));
    }

    /** Whether the duty can apply to a change of this field; what else it asks for is left open. */
    private boolean mayBeOwed(Duty duty, String field) {
        if (duty.when().isEmpty()) {
            return true;
        }
        Formula when = duty.when().get();
        Expression condition = formulas.expression(when);
        long[] slots = condition.layout().blank();
        Slots.set(
                condition.layout(),
                slots,
                "form.field",
                condition.layout().symbols().number(field));
        return condition.eval(slots) != 0;
    }
}
