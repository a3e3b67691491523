// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import org.parley.agreement.Agreement;
import org.parley.agreement.Formulas;
import org.parley.agreement.Quota;
import org.parley.agreement.Versions;
import org.parley.statement.Body;
import org.parley.statement.Coverage;
import org.parley.statement.Statement;
import org.parley.time.Period;

import java.time.LocalDate;
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
    private final Agreement agreement;
    private final Known known;
    private final Life life;
    private final Periods periods;
    private final EventDuty events;
    private final QuotaUses uses;
    private final QuotaCaps caps;
    private final List<Coverage> coverage;
    private final View view;

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
        this.known = known;
        this.life = life;
        this.periods = new Periods(agreement, life);
        this.events = events;
        this.coverage = coverage;
        this.view = view;
        this.uses = new QuotaUses(known, periods, events, view.asOf());
        Decisions decisions = new Decisions(known, agreement.zone());
        this.caps = new QuotaCaps(agreement, formulas, life, decisions, uses, figures, view);
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
        Map<QuotaUses.Key, List<Statement>> used = uses.of(quota);
        Map<QuotaUses.Key, Body.Totals> totals = new LinkedHashMap<>();
        Map<QuotaUses.Key, String> totalRefs = new LinkedHashMap<>();
        uses.totals(quota, totals, totalRefs);
        Set<QuotaUses.Key> keys = new LinkedHashSet<>(used.keySet());
        keys.addAll(totals.keySet());
        if (quota.group().isEmpty()) {
            periods.containing(quota.per(), view.asOf())
                    .filter(period -> runs(quota, period))
                    .ifPresent(period ->
                            agreement
                                    .parties()
                                    .forEach(party ->
                                            keys.add(new QuotaUses.Key(party, period, List.of()))));
        }
        List<QuotaUses.Key> sorted = new ArrayList<>(keys);
        sorted.sort(
                Comparator.comparing((QuotaUses.Key key) -> key.period().start())
                        .thenComparing(QuotaUses.Key::party)
                        .thenComparing(key -> String.join(",", key.group())));
        for (QuotaUses.Key key : sorted) {
            all.add(
                    standing(
                            quota,
                            key,
                            used.getOrDefault(key, List.of()),
                            Optional.ofNullable(totals.get(key)),
                            totalRefs.getOrDefault(key, "")));
        }
    }

    /** A period that begins after the end of everything is none. */
    private boolean runs(Quota quota, Period period) {
        Optional<LocalDate> until = quota.until().flatMap(life::day).or(life::end);
        return until.map(end -> period.start().isBefore(end)).orElse(true);
    }

    private QuotaStanding standing(
            Quota quota,
            QuotaUses.Key key,
            List<Statement> uses,
            Optional<Body.Totals> total,
            String totalRef) {
        long declared =
                total.map(body -> body.totals().get(quota.id()))
                        .map(byParty -> byParty.getOrDefault(key.party(), 0L))
                        .orElse(0L);
        boolean asTotal = total.isPresent() && declared >= uses.size();
        long used = asTotal ? declared : uses.size();
        Optional<Long> cap = caps.cap(quota, key);
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
