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
import java.util.Map;

/** Writes values into the slots that compiled expressions read. */
final class Slots {
    private Slots() {}

    static long[] ofItem(Layout layout, Item item) {
        long[] slots = layout.blank();
        set(layout, slots, Layout.KIND, layout.symbols().number(item.kind()));
        set(layout, slots, Layout.STATE, layout.symbols().number(item.state()));
        item.fields().forEach((name, value) -> put(layout, slots, "item." + name, value));
        return slots;
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
