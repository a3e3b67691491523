// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import org.parley.expression.Expression;
import org.parley.expression.Layout;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** What one item adds to a count, from its slots. */
@FunctionalInterface
interface Measure {
    long of(long[] slots);

    /**
     * A count's contribution; an item of which something needed was not stated adds nothing, as in
     * the naive fold.
     */
    static Measure of(Expression each) {
        return slots -> {
            long value = each.eval(slots);
            return value == Layout.ABSENT ? 0 : value;
        };
    }

    /** The same for items in a zone only; memberships are those of the given day. */
    static Measure inZone(Measure each, ZoneMap zones, String zone, LocalDate day, Layout layout) {
        int kindSlot = layout.slot(Layout.KIND).orElse(-1);
        Map<Long, Integer> whereSlots = new HashMap<>();
        layout.kinds()
                .forEach(kind ->
                        zones.field(kind.name())
                                .flatMap(field -> layout.slot("item." + field))
                                .ifPresent(slot ->
                                        whereSlots.put(
                                                (long) layout.symbols().number(kind.name()),
                                                slot)));
        Map<Long, Boolean> inside = new HashMap<>();
        return slots -> {
            Integer slot = kindSlot < 0 ? null : whereSlots.get(slots[kindSlot]);
            if (slot == null || slots[slot] == Layout.ABSENT) {
                return 0;
            }
            boolean lies =
                    inside.computeIfAbsent(
                            slots[slot],
                            where -> zones.within(layout.symbols().text(where), zone, day));
            return lies ? each.of(slots) : 0;
        };
    }
}
