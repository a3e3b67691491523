// SPDX-License-Identifier: Apache-2.0
package org.parley.expression;

import org.parley.Place;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The items of the New START example and some forms, as layouts. */
final class Fixtures {
    static final Place AT = new Place("rules.yaml", 7, 12);
    static final ZoneId GMT = ZoneId.of("GMT");

    private Fixtures() {}

    private static Map<String, FieldType> fields(Object... pairs) {
        Map<String, FieldType> fields = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put((String) pairs[i], (FieldType) pairs[i + 1]);
        }
        return fields;
    }

    /** Three groups of items, a table and two numbers that a body decides. */
    static Layout items(Symbols symbols) {
        List<String> states = List.of("deployed", "non_deployed", "eliminated");
        Map<String, FieldType> missile =
                fields(
                        "type", Types.TEXT,
                        "loaded", new FieldType.Whole(0, 20),
                        "base", Types.PLACE,
                        "range", new FieldType.Decimal(1, "km"),
                        "since", Types.DATE);
        List<String> launcherStates =
                List.of("deployed", "non_deployed", "test", "training", "converted", "eliminated");
        Map<String, FieldType> launcher = fields("base", Types.PLACE);
        Map<String, FieldType> bomber =
                fields("type", Types.TEXT, "nuclear", Types.FLAG, "base", Types.PLACE);
        return Layout.with(symbols)
                .kinds(
                        List.of(
                                new Kind("ICBM", states, missile),
                                new Kind("SLBM", states, missile),
                                new Kind("ICBM_LAUNCHER", launcherStates, launcher),
                                new Kind("SLBM_LAUNCHER", launcherStates, launcher),
                                new Kind(
                                        "HB",
                                        List.of("deployed", "non_deployed", "test", "converted"),
                                        bomber)),
                        AT)
                .field("decided.cap", Types.WHOLE, AT)
                .table("tables.attributed", AT)
                .build();
    }

    static Layout form(Symbols symbols) {
        return Layout.with(symbols)
                .field("form.type", new FieldType.Whole(1, 2), AT)
                .field("form.base", Types.PLACE, AT)
                .field("form.left", Types.TIME, AT)
                .field("form.returned", Types.TIME, AT)
                .field("form.since", Types.DATE, AT)
                .field(
                        "form.field",
                        new FieldType.Symbol("field", List.of("loaded", "base", "state")),
                        AT)
                .field("form.removed", Types.WHOLE, AT)
                .field("form.notified", Types.WHOLE, AT)
                .field("form.waived", Types.FLAG, AT)
                .field("form.range", new FieldType.Decimal(1, "km"), AT)
                .field("form.mass", new FieldType.Decimal(2, "t"), AT)
                .field("form.fine", new FieldType.Decimal(3, "km"), AT)
                .field("form.pause", Types.DURATION, AT)
                .build();
    }

    static ExpressionCompiler overItems() {
        return new ExpressionCompiler(items(new Symbols()), GMT);
    }

    static ExpressionCompiler overForms() {
        return new ExpressionCompiler(form(new Symbols()), GMT);
    }

    /** Slots from alternating names and values; texts get their number. */
    static long[] slots(Layout layout, Object... pairs) {
        long[] slots = layout.blank();
        for (int i = 0; i < pairs.length; i += 2) {
            Object value = pairs[i + 1];
            slots[layout.slot((String) pairs[i]).orElseThrow()] =
                    switch (value) {
                        case String text -> layout.symbols().number(text);
                        case Boolean flag -> flag ? 1 : 0;
                        case Number number -> number.longValue();
                        default -> throw new IllegalArgumentException(value.toString());
                    };
        }
        return slots;
    }
}
