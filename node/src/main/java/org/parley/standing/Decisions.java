// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import org.parley.statement.Body;
import org.parley.statement.Statement;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** The numbers that bodies decided, each for its time. */
final class Decisions {
    private final Known known;
    private final ZoneId zone;

    Decisions(Known known, ZoneId zone) {
        this.known = known;
        this.zone = zone;
    }

    /** The latest decision of a number that is in force on a day. */
    Optional<Long> value(String name, LocalDate day) {
        Optional<Long> value = Optional.empty();
        LocalDate since = LocalDate.MIN;
        for (Statement statement : known.decisions) {
            Body.Decide decide = (Body.Decide) statement.body();
            Long set = decide.sets().get(name);
            LocalDate from =
                    decide.from().flatMap(edtf -> edtf.lastDay(zone)).orElse(LocalDate.MIN);
            boolean over =
                    decide.until()
                            .flatMap(edtf -> edtf.lastDay(zone))
                            .filter(until -> !day.isBefore(until))
                            .isPresent();
            if (set != null && !from.isAfter(day) && !over && !from.isBefore(since)) {
                value = Optional.of(set);
                since = from;
            }
        }
        return value;
    }
}
