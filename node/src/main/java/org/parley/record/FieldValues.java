// SPDX-License-Identifier: Apache-2.0
package org.parley.record;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.agreement.FieldKind;
import org.parley.statement.Value;
import org.parley.time.Moment;
import org.parley.yaml.YamlScalar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Reads a field's text by its declared type. */
final class FieldValues {
    private FieldValues() {}

    /**
     * @throws ParleyException if the text does not fit the type
     */
    static Value parse(FieldKind type, String text, Place at) {
        YamlScalar scalar = new YamlScalar(at, text);
        return switch (type.basic()) {
            case TEXT, PLACE, ZONE, PARTY, ITEM, FIELD -> new Value.Words(text);
            case WHOLE -> new Value.Whole(bounded(type, scalar));
            case DECIMAL -> new Value.Whole(scalar.scaled(type.decimals()));
            case TRUTH -> new Value.Truth(scalar.flag());
            case TIME ->
                    switch (Moment.parse(text, at)) {
                        case Moment.At(var instant) -> new Value.At(instant);
                        case Moment.Day(LocalDate date) -> new Value.Day(date);
                    };
            case DATE -> new Value.Day(day(text, at));
            case DATES -> {
                List<LocalDate> days = new ArrayList<>();
                for (String one : text.strip().split("[\\s,;]+", -1)) {
                    days.add(day(one, at));
                }
                yield new Value.Days(days);
            }
        };
    }

    private static long bounded(FieldKind type, YamlScalar scalar) {
        long number = scalar.whole();
        if (number < type.least() || number > type.most()) {
            throw new ParleyException(
                    Code.BAD_VALUE,
                    scalar.place(),
                    number + " lies outside " + type.least() + " to " + type.most(),
                    "check the number, or widen the type in the agreement");
        }
        return number;
    }

    /** An exact day. */
    static LocalDate day(String text, Place at) {
        return switch (Moment.parse(text, at)) {
            case Moment.Day(LocalDate date) -> date;
            case Moment.At at1 ->
                    throw new ParleyException(
                            Code.BAD_DATE, at, "\"" + text + "\" has a time of day", "write a day");
        };
    }
}
