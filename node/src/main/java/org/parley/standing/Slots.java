// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import org.parley.agreement.Formulas;
import org.parley.expression.Layout;
import org.parley.expression.Symbols;
import org.parley.statement.Item;
import org.parley.statement.Value;
import org.parley.time.Moment;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Writes values into the slots that compiled expressions read. */
final class Slots {
    private static final long[] NOTHING = {};

    private Slots() {}

    static long[] ofItem(Layout layout, Item item) {
        long[] slots = layout.blank();
        set(layout, slots, Layout.KIND, layout.symbols().number(item.kind()));
        set(layout, slots, Layout.STATE, layout.symbols().number(item.state()));
        item.fields().forEach((name, value) -> put(layout, slots, "item." + name, value));
        return slots;
    }

    /** Values to be laid over an item, as slot and value in turn; what has no slot is left out. */
    static long[] pairs(Layout layout, Map<String, Value> set) {
        if (set.isEmpty()) {
            return NOTHING;
        }
        long[] pairs = new long[2 * set.size()];
        int length = 0;
        for (Map.Entry<String, Value> entry : set.entrySet()) {
            Value value = entry.getValue();
            boolean own = entry.getKey().equals("kind") || entry.getKey().equals("state");
            Optional<Integer> slot = layout.slot("item." + entry.getKey());
            if (slot.isPresent()) {
                pairs[length++] = slot.get();
                pairs[length++] =
                        own
                                ? layout.symbols().number(value.shown())
                                : encode(value, layout.symbols());
            }
        }
        return length == pairs.length ? pairs : Arrays.copyOf(pairs, length);
    }

    static void put(Layout layout, long[] slots, String name, Value value) {
        set(layout, slots, name, encode(value, layout.symbols()));
    }

    static void set(Layout layout, long[] slots, String name, long value) {
        layout.slot(name).ifPresent(slot -> slots[slot] = value);
    }

    static void dates(Layout layout, long[] slots, Map<String, Moment> dates, ZoneId zone) {
        dates.forEach((name, moment) ->
                set(layout, slots, Formulas.DATES + name, moment.begins(zone).getEpochSecond()));
    }

    private static long encode(Value value, Symbols symbols) {
        return switch (value) {
            case Value.Words(String text) -> symbols.number(text);
            case Value.Whole(long number) -> number;
            case Value.Truth(boolean flag) -> flag ? 1 : 0;
            // a whole day's slot is its midnight in GMT, as FieldType.Moment has it
            case Value.Day(LocalDate date) -> date.toEpochDay() * 86_400;
            case Value.Days days -> symbols.number(days.shown());
            case Value.At(var instant) -> instant.getEpochSecond();
        };
    }
}
