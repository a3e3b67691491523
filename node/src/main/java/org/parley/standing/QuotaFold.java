// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import org.parley.agreement.Agreement;
import org.parley.agreement.Formulas;
import org.parley.agreement.Quota;
import org.parley.agreement.Versions;
import org.parley.expression.Expression;
import org.parley.expression.Layout;
import org.parley.statement.Body;
import org.parley.statement.Coverage;
import org.parley.statement.Statement;
import org.parley.statement.Value;
import org.parley.time.Period;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Counts what uses up each quota, period by period and group by group. */
final class QuotaFold {
    /** What separates one counter from another. */
    private record Key(String party, Period period, List<String> group) {}

    private final Agreement agreement;
    private final Formulas formulas;
    private final Known known;
    private final Life life;
    private final Periods periods;
    private final EventDuty events;
    private final Decisions decisions;
    private final List<Figure> figures;
    private final List<Coverage> coverage;
    private final View view;
    private final ZoneId zone;

    QuotaFold(
            Agreement agreement,
            Formulas formulas,
            Known known,
            Life life,
            EventDuty events,
            List<Figure> figures,
            List<Coverage> coverage,
            View view) {
        this.agreement = agreement;
        this.coverage = coverage;
        this.formulas = formulas;
        this.known = known;
        this.life = life;
        this.periods = new Periods(agreement, life);
        this.events = events;
        this.figures = figures;
        this.view = view;
        this.zone = agreement.zone();
        this.decisions = new Decisions(known, zone);
    }

    List<QuotaStanding> quotas() {
        List<QuotaStanding> all = new ArrayList<>();
        for (Versions<Quota> versions : agreement.quotas().values()) {
            Quota quota = versions.on(view.asOf(), life::day);
            quota(quota, all);
        }
        return all;
    }

    private void quota(Quota quota, List<QuotaStanding> all) {
        Map<Key, List<Statement>> uses = uses(quota);
        Map<Key, Body.Totals> totals = new LinkedHashMap<>();
        Map<Key, String> totalRefs = new LinkedHashMap<>();
        declaredTotals(quota, totals, totalRefs);
        Set<Key> keys = new LinkedHashSet<>(uses.keySet());
        keys.addAll(totals.keySet());
        if (quota.group().isEmpty()) {
            periods.containing(quota.per(), view.asOf())
                    .filter(period -> runs(quota, period))
                    .ifPresent(period ->
                            agreement
                                    .parties()
                                    .forEach(party -> keys.add(new Key(party, period, List.of()))));
        }
        List<Key> sorted = new ArrayList<>(keys);
        sorted.sort(
                Comparator.comparing((Key key) -> key.period().start())
                        .thenComparing(Key::party)
                        .thenComparing(key -> String.join(",", key.group())));
        for (Key key : sorted) {
            all.add(
                    standing(
                            quota,
                            key,
                            uses.getOrDefault(key, List.of()),
                            Optional.ofNullable(totals.get(key)),
                            totalRefs.getOrDefault(key, "")));
        }
    }

    /** A period that begins after the end of everything is none. */
    private boolean runs(Quota quota, Period period) {
        Optional<LocalDate> until = quota.until().flatMap(life::day).or(life::end);
        return until.map(end -> period.start().isBefore(end)).orElse(true);
    }

    private Map<Key, List<Statement>> uses(Quota quota) {
        Map<Key, List<Statement>> uses = new LinkedHashMap<>();
        for (Statement statement : known.ofForm(quota.uses())) {
            Optional<LocalDate> day = events.eventDay(statement);
            boolean counts =
                    day.isPresent()
                            && !day.get().isAfter(view.asOf())
                            && quota.when().map(when -> events.test(when, statement)).orElse(true)
                            && !quota.notCounted()
                                    .map(not -> events.test(not, statement))
                                    .orElse(false);
            if (counts) {
                key(quota, statement, day.get())
                        .ifPresent(key ->
                                uses.computeIfAbsent(key, k -> new ArrayList<>()).add(statement));
            }
        }
        return uses;
    }

    private Optional<Key> key(Quota quota, Statement statement, LocalDate day) {
        Optional<Period> period = periods.containing(quota.per(), day);
        if (period.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Value> fields = statement.body().formFields();
        Optional<String> party =
                quota.by().isEmpty()
                        ? Optional.of(statement.by())
                        : Optional.ofNullable(fields.get(quota.by().get())).map(Value::shown);
        List<String> group = new ArrayList<>();
        for (String field : quota.group()) {
            Value value = fields.get(field);
            group.add(value == null ? "" : value.shown());
        }
        return party.map(whose -> new Key(whose, period.get(), group));
    }

    /**
     * Totals are for the period that their day closes, or in which it lies; the latest word holds.
     */
    private void declaredTotals(Quota quota, Map<Key, Body.Totals> totals, Map<Key, String> refs) {
        if (!quota.group().isEmpty()) {
            return;
        }
        for (Statement statement : known.totals) {
            Body.Totals body = (Body.Totals) statement.body();
            Map<String, Long> byParty = body.totals().get(quota.id());
            if (byParty == null || body.asOf().isAfter(view.asOf())) {
                continue;
            }
            periods.containing(quota.per(), body.asOf().minusDays(1))
                    .ifPresent(period ->
                            byParty.keySet()
                                    .forEach(party ->
                                            latest(
                                                    new Key(party, period, List.of()),
                                                    statement,
                                                    body,
                                                    totals,
                                                    refs)));
        }
    }

    private static void latest(
            Key key,
            Statement statement,
            Body.Totals body,
            Map<Key, Body.Totals> totals,
            Map<Key, String> refs) {
        Body.Totals before = totals.get(key);
        if (before == null || !body.asOf().isBefore(before.asOf())) {
            totals.put(key, body);
            refs.put(key, statement.ref());
        }
    }

    private QuotaStanding standing(
            Quota quota,
            Key key,
            List<Statement> uses,
            Optional<Body.Totals> total,
            String totalRef) {
        long declared =
                total.map(body -> body.totals().get(quota.id()))
                        .map(byParty -> byParty.getOrDefault(key.party(), 0L))
                        .orElse(0L);
        boolean asTotal = total.isPresent() && declared >= uses.size();
        long used = asTotal ? declared : uses.size();
        Optional<Long> cap = cap(quota, key);
        List<String> refs =
                asTotal ? List.of(totalRef) : uses.stream().map(Statement::ref).toList();
        return new QuotaStanding(
                quota,
                key.party(),
                key.period(),
                key.group(),
                used,
                cap,
                state(quota, key.period(), used, cap, !refs.isEmpty()),
                asTotal,
                reached(uses, cap),
                refs);
    }

    private QuotaStanding.State state(
            Quota quota, Period period, long used, Optional<Long> cap, boolean seen) {
        Optional<LocalDate> from = quota.from().flatMap(life::day);
        Optional<LocalDate> until = quota.until().flatMap(life::day).or(life::end);
        if (quota.from().isPresent() && (from.isEmpty() || view.asOf().isBefore(from.get()))) {
            return QuotaStanding.State.NOT_YET_BINDING;
        }
        boolean over = until.isPresent() && !view.asOf().isBefore(until.get());
        boolean current = period.contains(view.asOf());
        if (over && current) {
            return QuotaStanding.State.NO_LONGER_BINDING;
        }
        if (cap.isEmpty() || !seen && !complete(quota)) {
            return QuotaStanding.State.UNKNOWN;
        }
        if (used > cap.get()) {
            return QuotaStanding.State.EXCEEDED;
        }
        return used == cap.get() ? QuotaStanding.State.SPENT : QuotaStanding.State.WITHIN;
    }

    /** Whether silence of the record means that nothing was used. */
    private boolean complete(Quota quota) {
        return coverage.stream()
                .filter(part -> part.covers(quota.provision().path(), view.asOf()))
                .anyMatch(Coverage::complete);
    }

    private Optional<LocalDate> reached(List<Statement> uses, Optional<Long> cap) {
        if (cap.isEmpty() || cap.get() <= 0 || uses.size() < cap.get()) {
            return Optional.empty();
        }
        return uses.stream()
                .flatMap(statement -> events.eventDay(statement).stream())
                .sorted()
                .skip(cap.get() - 1)
                .findFirst();
    }

    private Optional<Long> cap(Quota quota, Key key) {
        return switch (quota.cap()) {
            case Quota.Cap.Fixed(long value) -> Optional.of(value);
            case Quota.Cap.Decided(String name) -> decisions.value(name, view.asOf());
            case Quota.Cap.ByFormula(var formula) -> {
                Expression expression =
                        formulas.expression(formula)
                                .with(formulas.tables(key.period().start(), life::day));
                yield evaluate(expression, capSlots(expression, quota, key));
            }
        };
    }

    private static Optional<Long> evaluate(Expression expression, long[] slots) {
        long value = expression.eval(slots);
        return value == Layout.ABSENT ? Optional.empty() : Optional.of(value);
    }

    private long[] capSlots(Expression expression, Quota quota, Key key) {
        var layout = expression.layout();
        long[] slots = layout.blank();
        Slots.set(layout, slots, "by", layout.symbols().number(key.party()));
        for (int i = 0; i < quota.group().size(); i++) {
            Slots.set(
                    layout,
                    slots,
                    "form." + quota.group().get(i),
                    layout.symbols().number(key.group().get(i)));
        }
        quota.by()
                .ifPresent(field ->
                        Slots.set(
                                layout,
                                slots,
                                "form." + field,
                                layout.symbols().number(key.party())));
        for (Figure figure : figures) {
            if (figure.party().equals(key.party()) && figure.zone().isEmpty()) {
                Slots.set(layout, slots, "declared." + figure.count(), figure.value());
            }
        }
        agreement
                .bodies()
                .values()
                .forEach(body ->
                        body.sets()
                                .keySet()
                                .forEach(name ->
                                        decisions
                                                .value(name, view.asOf())
                                                .ifPresent(value ->
                                                        Slots.set(
                                                                layout,
                                                                slots,
                                                                "decided." + name,
                                                                value))));
        for (String other : expression.reads()) {
            if (other.startsWith("used.")) {
                Slots.set(layout, slots, other, usedOf(other.substring(5), key));
            }
        }
        Slots.dates(layout, slots, life.dates(), zone);
        return slots;
    }

    /** How much the same party has used of another quota in the same period. */
    private long usedOf(String id, Key key) {
        Quota other = agreement.quota(id).on(view.asOf(), life::day);
        long used = 0;
        for (Map.Entry<Key, List<Statement>> entry : uses(other).entrySet()) {
            boolean same =
                    entry.getKey().party().equals(key.party())
                            && entry.getKey().period().overlaps(key.period());
            used += same ? entry.getValue().size() : 0;
        }
        return used;
    }

    /** Totals that no quota bounds: notifications, sessions. */
    List<Use> otherUses() {
        List<Use> found = new ArrayList<>();
        for (Statement statement : known.totals) {
            Body.Totals body = (Body.Totals) statement.body();
            if (body.asOf().isAfter(view.asOf())) {
                continue;
            }
            body.totals()
                    .forEach((what, byParty) ->
                            byParty.forEach((party, number) ->
                                    found.add(
                                            new Use(
                                                    what,
                                                    party,
                                                    body.asOf(),
                                                    number,
                                                    statement.ref()))));
        }
        found.sort(
                Comparator.comparing(Use::asOf)
                        .thenComparing(Use::what)
                        .thenComparing(Use::party)
                        .thenComparing(Use::statement));
        return found;
    }
}
