// SPDX-License-Identifier: Apache-2.0
package org.parley.statement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A field's value. Whole numbers carry decimals scaled; a day is a date of the agreement's zone.
 */
public sealed interface Value {

    record Words(String text) implements Value {}

    record Whole(long number) implements Value {}

    record Truth(boolean flag) implements Value {}

    record Day(LocalDate date) implements Value {}

    record Days(List<LocalDate> dates) implements Value {
        public Days {
            dates = List.copyOf(dates);
        }
    }

    record At(Instant instant) implements Value {}

    /** As written in a table cell or on a page. */
    default String shown() {
        return switch (this) {
            case Words words -> words.text();
            case Whole whole -> Long.toString(whole.number());
            case Truth truth -> Boolean.toString(truth.flag());
            case Day day -> day.date().toString();
            case Days days ->
                    String.join(" ", days.dates().stream().map(LocalDate::toString).toList());
            case At at -> at.instant().toString();
        };
    }
}
