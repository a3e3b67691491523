// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import org.parley.Text;
import org.parley.agreement.Agreement;
import org.parley.agreement.Count;
import org.parley.agreement.Formulas;
import org.parley.agreement.Limit;
import org.parley.agreement.Requirement;
import org.parley.agreement.Versions;
import org.parley.expression.Expression;
import org.parley.expression.Layout;
import org.parley.statement.Body;
import org.parley.statement.Statement;
import org.parley.time.Moment;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * Keeps items and changes so that any view is answered without walking through them: for each
 * viewer, an {@link ItemIndex} per party, a {@link DutyIndex} per duty and a {@link
 * RequirementIndex} per requirement, made when first asked for and followed up as statements come.
 *
 * <p>What a count reads beside items (dates, tables, dated zones) is a {@link Setting}, and what a
 * duty reads beside its form is the acts and holidays known; there is one index for each of these
 * that was asked for lately, and making one means going through all changes once. Where nothing
 * dated is read, as in New START, there is one only. Not thread safe; {@link Timeline} is.
 */
final class IndexedBulk implements Bulk {
    /** How many indices are kept where they depend on what a view knows. */
    private static final int KEPT_MAX = 256;

    private final Agreement agreement;
    private final Formulas formulas;
    private final ZoneId zone;
    private final Notified notified;
    private final Map<String, PartyItems> parties = new HashMap<>();
    private final List<Statement> changes = new ArrayList<>();
    private final List<Statement> claims = new ArrayList<>();
    private final Map<ItemKey, ItemIndex> items = new Lately<>();
    private final Map<DutyKey, DutyIndex> duties = new Lately<>();
    private final Map<RequirementKey, RequirementIndex> requirements = new Lately<>();
    private final Map<Whole, Integer> measured = new LinkedHashMap<>();
    private int arrivals;

    private record ItemKey(Optional<String> viewer, String party, Setting setting) {}

    /** With the dates that the requirement reads, as far as they are known. */
    private record RequirementKey(
            Optional<String> viewer, String requirement, Map<String, Moment> dates) {}

    private record DutyKey(Optional<String> viewer, String duty, List<String> stamp) {}

    /**
     * A count, everywhere or in a zone.
     *
     * @param incomplete whether instead of what they add, the items are counted that add nothing
     *     because something needed was not stated
     */
    private record Whole(String count, Optional<String> zone, boolean incomplete) {
        static Whole of(String count, Optional<String> zone) {
            return new Whole(count, zone, false);
        }

        static Whole lacking(String count) {
            return new Whole(count, Optional.empty(), true);
        }
    }

    /** Forgets what was not asked for longest. */
    private static final class Lately<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1;

        Lately() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > KEPT_MAX;
        }
    }

    IndexedBulk(Agreement agreement, Formulas formulas) {
        this.agreement = agreement;
        this.formulas = formulas;
        this.zone = agreement.zone();
        this.notified = new Notified(agreement, formulas);
        for (Count count : agreement.counts().values()) {
            if (!count.declared()) {
                measured.put(Whole.of(count.id(), Optional.empty()), measured.size());
                measured.put(Whole.lacking(count.id()), measured.size());
            }
        }
        for (Versions<Limit> limit : agreement.limits().values()) {
            Whole whole = Whole.of(limit.first().count(), limit.first().zone());
            if (!agreement.count(whole.count()).declared() && !measured.containsKey(whole)) {
                measured.put(whole, measured.size());
            }
        }
    }

    /** Takes a statement in, if it is about items. */
    void add(Statement statement) {
        switch (statement.body()) {
            case Body.Declare declare when declare.listsItems() -> aboutItems(statement);
            case Body.Change change -> {
                aboutItems(statement);
                changes.add(statement);
            }
            case Body.Dispute dispute when Bulk.items(dispute).isPresent() -> claims.add(statement);
            default -> {}
        }
    }

    private void aboutItems(Statement statement) {
        parties.computeIfAbsent(statement.by(), party -> new PartyItems(formulas.items()))
                .add(statement, arrivals++);
    }

    private ToIntFunction<Statement> knownFrom(View view) {
        return statement -> ItemEvent.epochDay(statement.knownFrom(view.accordingTo(), zone));
    }

    private Optional<ItemIndex> index(String party, View view, Life life) {
        return Optional.ofNullable(parties.get(party))
                .map(of -> {
                    Setting setting = Setting.of(agreement, formulas, view, life);
                    ItemIndex index =
                            items.computeIfAbsent(
                                    new ItemKey(view.accordingTo(), party, setting),
                                    key ->
                                            new ItemIndex(
                                                    of,
                                                    knownFrom(view),
                                                    start(setting),
                                                    measures(view, life),
                                                    notified));
                    index.follow();
                    return index;
                });
    }

    private ItemState.Start start(Setting setting) {
        Layout layout = formulas.items();
        long[] blank = layout.blank();
        Slots.dates(layout, blank, setting.dates(), zone);
        int[] dates =
                setting.dates().keySet().stream()
                        .flatMap(name -> layout.slot(Formulas.DATES + name).stream())
                        .mapToInt(Integer::intValue)
                        .toArray();
        return new ItemState.Start(layout, blank, dates);
    }

    private List<Measure> measures(View view, Life life) {
        ZoneMap zones = new ZoneMap(agreement, life);
        List<Measure> measures = new ArrayList<>();
        measured.keySet().forEach(whole -> measures.add(measure(whole, zones, view, life)));
        return measures;
    }

    private Measure measure(Whole whole, ZoneMap zones, View view, Life life) {
        LocalDate day = view.asOf();
        Expression each =
                formulas.contribution(agreement.count(whole.count()))
                        .with(formulas.tables(day, life::day));
        Measure everywhere = whole.incomplete() ? Measure.incomplete(each) : Measure.of(each);
        return whole.zone()
                .map(in -> Measure.inZone(everywhere, zones, in, day, each.layout()))
                .orElse(everywhere);
    }

    @Override
    public Optional<ItemTotal> total(
            String count, String party, Optional<String> inZone, View view, Life life) {
        ItemIndex.Days days = ItemIndex.Days.of(view);
        int measure = measure(Whole.of(count, inZone));
        return index(party, view, life)
                .flatMap(index ->
                        index.asOf(days)
                                .map(asOf ->
                                        new ItemTotal(
                                                index.total(measure, days),
                                                LocalDate.ofEpochDay(asOf),
                                                index.lists(days))));
    }

    /** A zone that no limit speaks of is measured from the first question on. */
    private int measure(Whole whole) {
        if (!measured.containsKey(whole)) {
            measured.put(whole, measured.size());
            items.clear();
        }
        return measured.getOrDefault(whole, 0);
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
        Optional<ItemTotal> own =
                about.isEmpty() ? Optional.empty() : total(count, party, inZone, view, life);
        return own.map(total -> {
            List<String> refs = new ArrayList<>(total.statements());
            about.forEach(claim -> refs.add(claim.ref()));
            ItemIndex index = index(party, view, life).orElseThrow();
            long more = claimed(Whole.of(count, inZone), party, view, life, index, about);
            return new ItemTotal(total.value() + more, total.asOf(), refs);
        });
    }

    /** By how much the claims about single items change a total. */
    private long claimed(
            Whole whole,
            String party,
            View view,
            Life life,
            ItemIndex index,
            List<Statement> about) {
        PartyItems of = Optional.ofNullable(parties.get(party)).orElseThrow();
        ItemState.Start start = start(Setting.of(agreement, formulas, view, life));
        Measure measure = measure(whole, new ZoneMap(agreement, life), view, life);
        Map<Integer, ItemState> seen = new HashMap<>();
        long more = 0;
        for (Statement claim : about) {
            Body.Dispute body = (Body.Dispute) claim.body();
            long[] set = Slots.pairs(of.layout(), body.claims().set());
            for (String id : Bulk.items(body).orElseThrow().ids()) {
                Optional<ItemState> item =
                        of.item(id)
                                .map(number ->
                                        seen.computeIfAbsent(
                                                number,
                                                n ->
                                                        index.state(
                                                                n, ItemIndex.Days.of(view), start)))
                                .filter(ItemState::present);
                if (item.isPresent()) {
                    long before = measure.of(item.get().slots());
                    item.get().set(set);
                    more += measure.of(item.get().slots()) - before;
                }
            }
        }
        return more;
    }

    @Override
    public EventDuties duties(View view, Life life, EventDuty events) {
        ItemIndex.Days days = ItemIndex.Days.of(view);
        Map<String, Map<DutyStanding.State, Long>> numbers = new TreeMap<>();
        List<DutyStanding> exceptional = new ArrayList<>();
        agreement
                .duties()
                .forEach((id, versions) -> {
                    if (!changes.isEmpty()
                            && NaiveBulk.followsChanges(agreement, versions.first())) {
                        boolean fixed = DutyIndex.asksOnlyForTheForm(agreement, formulas, versions);
                        List<String> stamp = fixed ? List.of() : life.stamp();
                        DutyIndex index =
                                duties.computeIfAbsent(
                                        new DutyKey(view.accordingTo(), id, stamp),
                                        key -> new DutyIndex(versions, knownFrom(view)));
                        index.follow(changes, life, events);
                        index.tally(days, numbers);
                        index.exceptional(days, exceptional);
                    }
                });
        return new EventDuties(NaiveBulk.tallies(numbers), exceptional);
    }

    @Override
    public Map<String, Told.Found<Statement>> contradicting(
            Requirement rule, Between days, View view, Life life, EventDuty events) {
        if (changes.isEmpty()) {
            return Map.of();
        }
        Map<String, Moment> dates = new HashMap<>(life.dates());
        dates.keySet().retainAll(datesRead(rule));
        RequirementIndex index =
                requirements.computeIfAbsent(
                        new RequirementKey(view.accordingTo(), rule.id(), dates),
                        key -> new RequirementIndex(rule, knownFrom(view)));
        index.follow(changes, events);
        return index.between(days, ItemIndex.Days.of(view).knownOn());
    }

    private Set<String> datesRead(Requirement rule) {
        return formulas.expression(rule.require()).reads().stream()
                .filter(name -> name.startsWith(Formulas.DATES))
                .map(name -> name.substring(Formulas.DATES.length()))
                .collect(Collectors.toSet());
    }

    @Override
    public List<Standing.Finding> findings(View view, Life life) {
        List<Standing.Finding> findings = new ArrayList<>();
        ItemIndex.Days days = ItemIndex.Days.of(view);
        for (String party : agreement.parties()) {
            index(party, view, life)
                    .ifPresent(index -> {
                        index.twice(days)
                                .forEach((id, refs) ->
                                        findings.add(
                                                new Standing.Finding(
                                                        "duplicate-identifier",
                                                        party,
                                                        id,
                                                        refs,
                                                        Text.same(id))));
                        findings.addAll(Contradiction.findings(party, index.contradictions(days)));
                        incomplete(party, index, days, findings);
                    });
        }
        return findings;
    }

    private void incomplete(
            String party, ItemIndex index, ItemIndex.Days days, List<Standing.Finding> findings) {
        for (Count count : agreement.counts().values()) {
            long number =
                    count.declared() ? 0 : index.total(measure(Whole.lacking(count.id())), days);
            if (number > 0) {
                findings.add(Bulk.incomplete(count, party, index.lists(days), number));
            }
        }
    }
}
