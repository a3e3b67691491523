// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import org.parley.expression.Expression;
import org.parley.expression.Layout;
import org.parley.statement.Item;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** What one item adds to a count, from its slots. */
@FunctionalInterface
interface Measure {
    /**
     * The most that one item can add, up or down. Nine million items of this size, more than a
     * record can hold ({@link Item#RECORD_MAX}), still add up exactly in 64 bits.
     */
    long ADDS_MAX = 1_000_000_000_000L;

    long of(long[] slots);

    /**
     * A count's contribution; an item of which something needed was not stated adds nothing, as in
     * the naive fold.
     */
    static Measure of(Expression each) {
        return slots -> {
            long value = each.eval(slots);
            return adds(value) ? value : 0;
        };
    }

    /** 1 for an item that adds nothing because there is no value that could be added. */
    static Measure incomplete(Expression each) {
        return slots -> adds(each.eval(slots)) ? 0 : 1;
    }

    /** Whether there is a value that can be added; {@link Layout#ABSENT} lies below the bound. */
    static boolean adds(long value) {
        return value >= -ADDS_MAX && value <= ADDS_MAX;
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
