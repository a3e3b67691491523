// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A year under a slider, at the place of its first day.
 *
 * @param at how far along the slider, such as {@code 12.5%}
 */
public record Tick(int year, String at) {
    private static final int MOST = 9;

    /** At most nine or ten, so that they do not touch; the first stands at the first day. */
    static List<Tick> of(LocalDate first, LocalDate last) {
        int each = Math.max(1, Math.ceilDiv(last.getYear() - first.getYear(), MOST));
        double whole = Math.max(1, ChronoUnit.DAYS.between(first, last));
        List<Tick> ticks = new ArrayList<>();
        for (int year = first.getYear(); year <= last.getYear(); year += each) {
            long days = Math.max(0, ChronoUnit.DAYS.between(first, LocalDate.of(year, 1, 1)));
            double percent = 100 * days / whole;
            ticks.add(new Tick(year, String.format(Locale.ROOT, "%.2f%%", percent)));
        }
        return ticks;
    }
}
