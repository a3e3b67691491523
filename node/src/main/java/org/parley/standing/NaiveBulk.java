// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import org.parley.Text;
import org.parley.agreement.Agreement;
import org.parley.agreement.Count;
import org.parley.agreement.Duty;
import org.parley.agreement.Formulas;
import org.parley.agreement.Requirement;
import org.parley.agreement.Versions;
import org.parley.expression.Expression;
import org.parley.expression.Layout;
import org.parley.statement.Body;
import org.parley.statement.Item;
import org.parley.statement.Kind;
import org.parley.statement.Statement;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Walks through all lists and changes for every question: slow, short, and the timeline's oracle.
 */
final class NaiveBulk implements Bulk {
    private final Agreement agreement;
    private final Formulas formulas;
    private final ZoneId zone;
    private final Notified notified;
    private final Map<String, List<Statement>> byParty = new HashMap<>();
    private final List<Statement> changes = new ArrayList<>();
    private final List<Statement> claims = new ArrayList<>();
    private final Map<String, ItemHistory> replayed = new HashMap<>();
    private Optional<View> replayedFor = Optional.empty();

    NaiveBulk(Agreement agreement, Formulas formulas, List<Statement> statements) {
        this.agreement = agreement;
        this.formulas = formulas;
        this.zone = agreement.zone();
        this.notified = new Notified(agreement, formulas);
        for (Statement statement : statements) {
            switch (statement.body()) {
                case Body.Declare declare when declare.listsItems() -> add(statement);
                case Body.Change change -> {
                    add(statement);
                    changes.add(statement);
                }
                case Body.Dispute dispute when Bulk.items(dispute).isPresent() ->
                        claims.add(statement);
                default -> {}
            }
        }
        byParty.values().forEach(list -> list.sort(ItemHistory.order()));
    }

    private void add(Statement statement) {
        byParty.computeIfAbsent(statement.by(), party -> new ArrayList<>()).add(statement);
    }

    ItemHistory history(String party, View view) {
        if (replayedFor.filter(view::equals).isEmpty()) {
            replayed.clear();
            replayedFor = Optional.of(view);
        }
        return replayed.computeIfAbsent(
                party,
                p -> ItemHistory.replay(byParty.getOrDefault(p, List.of()), view, zone, notified));
    }

    @Override
    public Optional<ItemTotal> total(
            String count, String party, Optional<String> inZone, View view, Life life) {
        ItemHistory history = history(party, view);
        if (!history.known()) {
            return Optional.empty();
        }
        return Optional.of(
                new ItemTotal(
                        sum(count, history.items(), inZone, view, life),
                        history.asOf().orElseThrow(),
                        history.lists()));
    }

    @Override
    public Optional<ItemTotal> claimedTotal(
            String count,
            String party,
            Optional<String> inZone,
            View view,
            Life life,
            String claimant) {
        List<Statement> about = Bulk.claims(claims, party, claimant, view, zone);
        ItemHistory history = history(party, view);
        if (about.isEmpty() || !history.known()) {
            return Optional.empty();
        }
        Map<String, Item> seen = new TreeMap<>(history.items());
        List<String> refs = new ArrayList<>(history.lists());
        for (Statement claim : about) {
            Body.Dispute body = (Body.Dispute) claim.body();
            for (String id : Bulk.items(body).orElseThrow().ids()) {
                seen.computeIfPresent(
                        id, (same, item) -> ItemHistory.with(item, body.claims().set()));
            }
            refs.add(claim.ref());
        }
        return Optional.of(
                new ItemTotal(
                        sum(count, seen, inZone, view, life), history.asOf().orElseThrow(), refs));
    }

    private long sum(
            String count, Map<String, Item> items, Optional<String> inZone, View view, Life life) {
        Count rule = agreement.count(count);
        Expression each = formulas.contribution(rule).with(formulas.tables(view.asOf(), life::day));
        ZoneMap zones = new ZoneMap(agreement, life);
        Layout layout = each.layout();
        Map<String, org.parley.time.Moment> dates = life.dates();
        long sum = 0;
        for (Item item : items.values()) {
            if (inZone.isPresent() && !zones.lies(item, inZone.get(), view.asOf())) {
                continue;
            }
            long[] slots = Slots.ofItem(layout, item);
            Slots.dates(layout, slots, dates, zone);
            long value = each.eval(slots);
            // an item of which something needed was not stated adds nothing; a finding tells of it
            sum = Math.addExact(sum, isMissing(value) ? 0 : value);
        }
        return sum;
    }

    private static boolean isMissing(long value) {
        return value == Layout.ABSENT || Math.abs(value) > Measure.ADDS_MAX;
    }

    private long incomplete(Count count, Map<String, Item> items, View view, Life life) {
        Expression each =
                formulas.contribution(count).with(formulas.tables(view.asOf(), life::day));
        long number = 0;
        for (Item item : items.values()) {
            long[] slots = Slots.ofItem(each.layout(), item);
            Slots.dates(each.layout(), slots, life.dates(), zone);
            number += isMissing(each.eval(slots)) ? 1 : 0;
        }
        return number;
    }

    @Override
    public EventDuties duties(View view, Life life, EventDuty events) {
        Map<String, Map<DutyStanding.State, Long>> numbers = new TreeMap<>();
        List<DutyStanding> exceptional = new ArrayList<>();
        for (Versions<Duty> versions : agreement.duties().values()) {
            if (!followsChanges(agreement, versions.first())) {
                continue;
            }
            String form = ((Duty.Trigger.Of) versions.first().trigger()).form();
            for (Statement change : changes) {
                LocalDate day = ((Body.Change) change.body()).day();
                if (day.isAfter(view.asOf())
                        || change.form().filter(form::equals).isEmpty()
                        || change.knownFrom(view.accordingTo(), zone).isAfter(view.knownOn())) {
                    continue;
                }
                Optional<DutyStanding> one = events.about(versions.on(day, life::day), change);
                one.ifPresent(duty -> {
                    numbers.computeIfAbsent(duty.id() + "/" + duty.party(), key -> new TreeMap<>())
                            .merge(duty.state(), 1L, Long::sum);
                    if (duty.exceptional()) {
                        exceptional.add(duty);
                    }
                });
            }
        }
        return new EventDuties(tallies(numbers), exceptional);
    }

    /** From numbers by duty and party, {@code change/US}. */
    static List<DutyTally> tallies(Map<String, Map<DutyStanding.State, Long>> numbers) {
        List<DutyTally> tallies = new ArrayList<>();
        numbers.forEach((key, states) -> {
            int slash = key.lastIndexOf('/');
            tallies.add(new DutyTally(key.substring(0, slash), key.substring(slash + 1), states));
        });
        return tallies;
    }

    /** Whether a duty is about changes of items, which come in great numbers. */
    static boolean followsChanges(Agreement agreement, Duty duty) {
        return duty.trigger() instanceof Duty.Trigger.Of(String form)
                && agreement.forms().containsKey(form)
                && agreement.forms().get(form).say() == Kind.CHANGE
                && agreement.forms().get(form).fields().containsKey("field");
    }

    @Override
    public Map<String, Told.Found<Statement>> contradicting(
            Requirement rule, Between days, View view, Life life, EventDuty events) {
        Map<String, List<Statement>> byAuthor = new TreeMap<>();
        for (Statement change : changes) {
            if (change.form().equals(rule.form())
                    && events.eventDay(change).filter(days::holds).isPresent()
                    && !change.knownFrom(view.accordingTo(), zone).isAfter(view.knownOn())
                    && events.contradicts(rule, change)) {
                byAuthor.computeIfAbsent(change.by(), author -> new ArrayList<>()).add(change);
            }
        }
        Map<String, Told.Found<Statement>> found = new TreeMap<>();
        byAuthor.forEach((author, theirs) -> {
            theirs.sort(
                    Comparator.comparing((Statement one) -> events.eventDay(one).orElseThrow())
                            .thenComparing(Statement::ref));
            found.put(author, Told.Found.of(theirs));
        });
        return found;
    }

    @Override
    public List<Standing.Finding> findings(View view, Life life) {
        List<Standing.Finding> findings = new ArrayList<>();
        for (String party : agreement.parties()) {
            ItemHistory history = history(party, view);
            for (String id : new java.util.TreeSet<>(history.twice())) {
                findings.add(
                        new Standing.Finding(
                                "duplicate-identifier",
                                party,
                                id,
                                history.refs(id),
                                Text.same(id)));
            }
            findings.addAll(Contradiction.findings(party, Told.Found.of(history.contradictions())));
            for (Count count : agreement.counts().values()) {
                long number = count.declared() ? 0 : incomplete(count, history.items(), view, life);
                if (number > 0) {
                    findings.add(Bulk.incomplete(count, party, history.lists(), number));
                }
            }
        }
        return findings;
    }
}
