// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import org.parley.agreement.Agreement;
import org.parley.time.Period;
import org.parley.time.Recurrence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The periods that duties and quotas run by: named ones, phases, calendar years. */
final class Periods {
    private static final String CALENDAR_YEAR = "calendar_year";

    private final Agreement agreement;
    private final Life life;

    Periods(Agreement agreement, Life life) {
        this.agreement = agreement;
        this.life = life;
    }

    /** All periods of a name that begin before a day and not before the agreement's life. */
    List<Period> before(String name, LocalDate end) {
        Agreement.Phase phase = agreement.phases().get(name);
        if (phase != null) {
            Optional<LocalDate> from = life.day(phase.from());
            Optional<LocalDate> until = life.day(phase.until());
            return from.isPresent()
                            && until.isPresent()
                            && from.get().isBefore(end)
                            && from.get().isBefore(until.get())
                    ? List.of(new Period(from.get(), until.get()))
                    : List.of();
        }
        Recurrence recurrence = agreement.periods().get(name);
        if (recurrence != null) {
            return recurrence.periods(life.joint(), end);
        }
        if (!name.equals(CALENDAR_YEAR) || life.begin().isEmpty()) {
            return List.of();
        }
        List<Period> years = new ArrayList<>();
        for (int year = life.begin().get().getYear();
                LocalDate.of(year, 1, 1).isBefore(end);
                year++) {
            years.add(Period.calendarYear(year));
        }
        return years;
    }

    Optional<Period> containing(String name, LocalDate day) {
        return before(name, day.plusDays(1)).stream()
                .filter(period -> period.contains(day))
                .findFirst();
    }
}
