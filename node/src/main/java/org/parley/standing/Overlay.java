// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import org.parley.time.DateContext;
import org.parley.time.Moment;
import org.parley.time.Period;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An agreement's dates with what one instance adds: its period, its form, its procedure's steps.
 */
record Overlay(
        DateContext base,
        Optional<Period> period,
        Map<String, Moment> fields,
        Map<String, Moment> steps)
        implements DateContext {
    /** The same dates with a period laid over them. */
    static DateContext in(DateContext base, Period period) {
        return new Overlay(base, Optional.of(period), Map.of(), Map.of());
    }

    /** The same dates with a form's fields and a procedure's steps laid over them. */
    static DateContext over(DateContext base, Map<String, Moment> form, Map<String, Moment> steps) {
        return new Overlay(base, Optional.empty(), form, steps);
    }

    @Override
    public ZoneId zone() {
        return base.zone();
    }

    @Override
    public Optional<Moment> name(String name) {
        return base.name(name);
    }

    @Override
    public Optional<Moment> act(String act) {
        return base.act(act);
    }

    @Override
    public Optional<Moment> form(String field) {
        return Optional.ofNullable(fields.get(field));
    }

    @Override
    public Optional<Moment> step(String step) {
        return Optional.ofNullable(steps.get(step));
    }

    @Override
    public SetActs setActs(String set, String act) {
        return base.setActs(set, act);
    }

    @Override
    public Set<LocalDate> holidays() {
        return base.holidays();
    }
}
