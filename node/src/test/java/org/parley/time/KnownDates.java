// SPDX-License-Identifier: Apache-2.0
package org.parley.time;

import org.parley.Place;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A context for tests in which things are set one by one. */
final class KnownDates implements DateContext {
    static final Place HERE = new Place("test.yaml", 3, 7);

    private final ZoneId zone;
    private final Map<String, Moment> known = new HashMap<>();
    private final Map<String, SetActs> acted = new HashMap<>();
    private final Set<LocalDate> holidays = new HashSet<>();
    private Optional<Period> period = Optional.empty();

    KnownDates(String zone) {
        this.zone = ZoneId.of(zone);
    }

    static KnownDates gmt() {
        return new KnownDates("GMT");
    }

    /** Sets a name, {@code act x}, {@code form.x} or {@code step.x}. */
    KnownDates with(String key, String moment) {
        known.put(key, Moment.parse(moment, HERE));
        return this;
    }

    KnownDates period(String start, String end) {
        period = Optional.of(new Period(LocalDate.parse(start), LocalDate.parse(end)));
        return this;
    }

    KnownDates holiday(String day) {
        holidays.add(LocalDate.parse(day));
        return this;
    }

    KnownDates acted(String set, String act, int members, String... days) {
        List<Moment> dates = List.of(days).stream().map(day -> Moment.parse(day, HERE)).toList();
        acted.put(set + " " + act, new SetActs(members, dates));
        return this;
    }

    /** What a date expression comes to, as text; "never" if it is empty. */
    String resolve(String expression) {
        return DateExpression.parse(expression, HERE)
                .resolve(this)
                .map(Moment::toString)
                .orElse("never");
    }

    @Override
    public ZoneId zone() {
        return zone;
    }

    @Override
    public Optional<Moment> name(String name) {
        return Optional.ofNullable(known.get(name));
    }

    @Override
    public Optional<Moment> act(String act) {
        return Optional.ofNullable(known.get("act " + act));
    }

    @Override
    public Optional<Moment> form(String field) {
        return Optional.ofNullable(known.get("form." + field));
    }

    @Override
    public Optional<Moment> step(String step) {
        return Optional.ofNullable(known.get("step." + step));
    }

    @Override
    public Optional<Period> period() {
        return period;
    }

    @Override
    public SetActs setActs(String set, String act) {
        return acted.getOrDefault(set + " " + act, new SetActs(0, List.of()));
    }

    @Override
    public Set<LocalDate> holidays() {
        return holidays;
    }
}
