// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import org.parley.agreement.Quota;
import org.parley.statement.Body;
import org.parley.statement.Statement;
import org.parley.statement.Value;
import org.parley.time.Period;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What uses up a quota: single statements by counter, and totals that were declared instead. */
final class QuotaUses {
    /** What separates one counter from another. */
    record Key(String party, Period period, List<String> group) {}

    private final Known known;
    private final Periods periods;
    private final EventDuty events;
    private final LocalDate asOf;

    QuotaUses(Known known, Periods periods, EventDuty events, LocalDate asOf) {
        this.known = known;
        this.periods = periods;
        this.events = events;
        this.asOf = asOf;
    }

    Map<Key, List<Statement>> of(Quota quota) {
        Map<Key, List<Statement>> uses = new LinkedHashMap<>();
        for (Statement statement : known.ofForm(quota.uses())) {
            Optional<LocalDate> day = events.eventDay(statement);
            boolean counts =
                    day.isPresent()
                            && !day.get().isAfter(asOf)
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
    void totals(Quota quota, Map<Key, Body.Totals> totals, Map<Key, String> refs) {
        if (!quota.group().isEmpty()) {
            return;
        }
        for (Statement statement : known.totals) {
            Body.Totals body = (Body.Totals) statement.body();
            Map<String, Long> byParty = body.totals().get(quota.id());
            if (byParty == null || body.asOf().isAfter(asOf)) {
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
}
