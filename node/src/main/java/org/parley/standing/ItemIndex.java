// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import org.parley.statement.Item;
import org.parley.statement.Statement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToIntFunction;

/**
 * What one viewer knows of one party's items, for every pair of days: totals as {@link DaySums},
 * items as {@link Chain}s, and where the party contradicts itself. It follows its party's events
 * when asked next. Not thread safe.
 */
final class ItemIndex implements Chain.Sink {
    private final PartyItems items;
    private final ToIntFunction<Statement> knownFrom;
    private final int measures;
    private final RunningTotals totals;
    private final Notified notified;
    private final List<DaySums> sums = new ArrayList<>();
    private final List<Chain> chains = new ArrayList<>();
    private final List<Arrival> listings = new ArrayList<>();
    private final TreeMap<Integer, Integer> knownByDay = new TreeMap<>();
    private final Told<Spot> contradictions;
    private int followed;

    /** An event with the day from whose end on it is known. */
    private record Arrival(ItemEvent event, int known) {
        static final Comparator<Arrival> ORDER =
                Comparator.comparingInt(Arrival::known)
                        .thenComparing(Arrival::event, ItemEvent.ORDER);
    }

    /** An event as far as it is about one item. */
    private record Spot(ItemEvent event, String id, int item) {
        static final Comparator<Spot> ORDER =
                Comparator.comparing(Spot::event, ItemEvent.ORDER).thenComparing(Spot::id);
    }

    /** A pair of days to ask for. */
    record Days(int asOf, int knownOn) {
        static Days of(View view) {
            return new Days(ItemEvent.epochDay(view.asOf()), ItemEvent.epochDay(view.knownOn()));
        }
    }

    /**
     * @param knownFrom from when the viewer knows a statement, as an epoch day
     */
    ItemIndex(
            PartyItems items,
            ToIntFunction<Statement> knownFrom,
            ItemState.Start start,
            List<Measure> measures,
            Notified notified) {
        this.items = items;
        this.knownFrom = knownFrom;
        this.measures = measures.size();
        this.totals = new RunningTotals(start, measures, 1);
        this.notified = notified;
        this.contradictions = new Told<>(Spot.ORDER, spot -> spot.event().day());
        measures.forEach(measure -> sums.add(new DaySums()));
    }

    /** Takes in what the party has said since it was last asked. */
    void follow() {
        List<ItemEvent> events = items.events();
        if (followed == events.size()) {
            return;
        }
        for (int item = chains.size(); item < items.items(); item++) {
            Chain chain = new Chain(item, totals, measures, notified);
            listings.forEach(list -> arrive(chain, list));
            chains.add(chain);
        }
        List<Arrival> arrivals = new ArrayList<>(events.size() - followed);
        for (ItemEvent event : events.subList(followed, events.size())) {
            arrivals.add(new Arrival(event, knownFrom.applyAsInt(event.statement())));
        }
        arrivals.sort(Arrival.ORDER);
        arrivals.forEach(this::arrive);
        followed = events.size();
    }

    private void arrive(Arrival arrival) {
        knownByDay.merge(arrival.event().day(), arrival.known(), Math::min);
        switch (arrival.event()) {
            case ItemEvent.Change change -> arrive(chains.get(change.item()), arrival);
            case ItemEvent.Listing listing -> {
                listings.add(arrival);
                chains.forEach(chain -> arrive(chain, arrival));
            }
        }
    }

    private void arrive(Chain chain, Arrival arrival) {
        if (arrival.known() >= chain.knownMax()) {
            chain.arrive(arrival.event(), arrival.known(), 1, this);
        } else {
            chain.revise(arrival.event(), arrival.known(), this);
        }
    }

    @Override
    public void adds(int measure, int day, int known, long delta) {
        sums.get(measure).add(day, known, delta);
    }

    @Override
    public void contradicts(ItemEvent event, int item, int known, int sign) {
        contradictions.add(new Spot(event, items.id(item), item), known, sign);
    }

    long total(int measure, Days days) {
        return sums.get(measure).sum(days.asOf(), days.knownOn());
    }

    /** The day of the latest event that is known; empty if none is. */
    Optional<Integer> asOf(Days days) {
        for (Map.Entry<Integer, Integer> entry = knownByDay.floorEntry(days.asOf());
                entry != null;
                entry = knownByDay.lowerEntry(entry.getKey())) {
            if (entry.getValue() <= days.knownOn()) {
                return Optional.of(entry.getKey());
            }
        }
        return Optional.empty();
    }

    private static boolean holds(ItemEvent event, int known, Days days) {
        return event.day() <= days.asOf() && known <= days.knownOn();
    }

    private List<ItemEvent.Listing> listings(Days days) {
        return listings.stream()
                .filter(list -> holds(list.event(), list.known(), days))
                .map(Arrival::event)
                .sorted(ItemEvent.ORDER)
                .map(ItemEvent.Listing.class::cast)
                .toList();
    }

    List<String> lists(Days days) {
        return listings(days).stream().map(list -> list.statement().ref()).toList();
    }

    /** An item's values at a pair of days; not present if it is not there then. */
    ItemState state(int item, Days days, ItemState.Start start) {
        ItemState state = new ItemState(start);
        for (ItemEvent event : events(item, days)) {
            state.apply(event, item);
        }
        return state;
    }

    private List<ItemEvent> events(int item, Days days) {
        List<ItemEvent> events = new ArrayList<>();
        Chain chain = chains.get(item);
        for (int i = 0; i < chain.size(); i++) {
            if (holds(chain.event(i), chain.known(i), days)) {
                events.add(chain.event(i));
            }
        }
        return events;
    }

    /** Identifiers that stood twice in a known list, with what each one's state comes from. */
    Map<String, List<String>> twice(Days days) {
        Map<String, List<String>> twice = new TreeMap<>();
        for (ItemEvent.Listing list : listings(days)) {
            for (String id : new TreeSet<>(list.twice())) {
                twice.computeIfAbsent(id, same -> refs(items.item(id).orElseThrow(), days));
            }
        }
        return twice;
    }

    private List<String> refs(int item, Days days) {
        List<String> refs = new ArrayList<>();
        for (ItemEvent event : events(item, days)) {
            if (event instanceof ItemEvent.Listing list) {
                refs.clear();
                if (!list.lines().containsKey(item)) {
                    continue;
                }
            }
            refs.add(event.statement().ref());
        }
        return refs;
    }

    /** Where the party contradicts itself. */
    Told.Found<Contradiction> contradictions(Days days) {
        Told.Found<Spot> found =
                contradictions.between(Integer.MIN_VALUE, days.asOf(), days.knownOn());
        List<Contradiction> first =
                found.first().stream().map(spot -> contradiction(spot, days)).toList();
        return new Told.Found<>(first, found.number());
    }

    /** Goes through the item's events once more, with its values as they were written. */
    private Contradiction contradiction(Spot spot, Days days) {
        Map<String, Item> before = new HashMap<>();
        String id = spot.id();
        for (ItemEvent event : events(spot.item(), days)) {
            Optional<Item> then = Optional.ofNullable(before.get(id));
            String ref = event.statement().ref();
            switch (event) {
                case ItemEvent.Listing list -> {
                    Optional<Item> listed =
                            Optional.ofNullable(list.lines().get(spot.item()))
                                    .map(ItemEvent.Line::item);
                    if (event.arrival() == spot.event().arrival()) {
                        return Contradiction.listed(id, then, listed, ref, notified).orElseThrow();
                    }
                    before.clear();
                    listed.ifPresent(item -> before.put(id, item));
                }
                case ItemEvent.Change change -> {
                    var body = (org.parley.statement.Body.Change) change.statement().body();
                    if (event.arrival() == spot.event().arrival()) {
                        return Contradiction.changed(then, body, ref, notified).orElseThrow();
                    }
                    before.put(id, ItemHistory.changed(then, body));
                }
            }
        }
        throw new IllegalStateException("no such event of " + id);
    }
}
