// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import org.parley.time.DateContext;
import org.parley.time.Moment;
import org.parley.time.Period;

import java.util.Map;
import java.util.Optional;

/**
 * An agreement's dates with what one instance adds: its period, its form, its procedure's steps.
 */
record Overlay(
        DateContext base,
        Optional<Period> period,
        Map<String, Moment> fields,
        Map<String, Moment> steps)
        implements DateContext.Laid {
    /** The same dates with a period laid over them. */
    static DateContext in(DateContext base, Period period) {
        return new Overlay(base, Optional.of(period), Map.of(), Map.of());
    }

    /** The same dates with a form's fields and a procedure's steps laid over them. */
    static DateContext over(DateContext base, Map<String, Moment> form, Map<String, Moment> steps) {
        return new Overlay(base, Optional.empty(), form, steps);
    }

    @Override
    public Optional<Moment> form(String field) {
        return Optional.ofNullable(fields.get(field));
    }

    @Override
    public Optional<Moment> step(String step) {
        return Optional.ofNullable(steps.get(step));
    }
}
