// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import org.parley.expression.Expression;
import org.parley.expression.Layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Totals of several counts, kept up to date change by change: each item's values and what it adds
 * are remembered, so that a change costs one evaluation per count. Events must come in the order of
 * their effect; {@link ItemIndex} builds on this and sets late ones right. Not thread safe.
 */
public final class RunningTotals {
    private final ItemState.Start start;
    private final Measure[] measures;
    private final List<ItemState> items = new ArrayList<>();
    private final long[] deltas;
    private long[] parts = new long[0];
    private final long[] totals;

    RunningTotals(ItemState.Start start, List<Measure> measures, int parties) {
        this.start = start;
        this.measures = measures.toArray(Measure[]::new);
        this.deltas = new long[this.measures.length];
        this.totals = new long[parties * this.measures.length];
    }

    /** Running totals of counts that read neither the agreement's dates nor its tables. */
    public static RunningTotals of(Layout layout, List<Expression> counts, int parties) {
        return new RunningTotals(
                ItemState.Start.plain(layout), counts.stream().map(Measure::of).toList(), parties);
    }

    /**
     * Applies one change.
     *
     * @param party whose item it is, from 0
     * @param item its number, from 0; small and dense
     * @param set slot and value in turn
     */
    public void change(int party, int item, long[] set) {
        ItemState state = item(item);
        state.set(set);
        weigh(party, item, state);
    }

    /** The total of a count now. */
    public long total(int party, int count) {
        return totals[party * measures.length + count];
    }

    void apply(int item, ItemEvent event) {
        ItemState state = item(item);
        state.apply(event, item);
        weigh(0, item, state);
    }

    /** Forgets an item's events. */
    void reset(int item) {
        ItemState state = item(item);
        state.reset();
        weigh(0, item, state);
    }

    /** Gives an item a state that it had. */
    void restore(int item, ItemState state) {
        item(item).become(state);
        weigh(0, item, item(item));
    }

    /** By how much the latest event changed what its item adds to a count. */
    long delta(int measure) {
        return deltas[measure];
    }

    ItemState item(int item) {
        while (items.size() <= item) {
            items.add(new ItemState(start));
        }
        if (parts.length < items.size() * measures.length) {
            parts = Arrays.copyOf(parts, 2 * items.size() * measures.length);
        }
        return items.get(item);
    }

    private void weigh(int party, int item, ItemState state) {
        int at = item * measures.length;
        int total = party * measures.length;
        for (int i = 0; i < measures.length; i++) {
            long part = state.present() ? measures[i].of(state.slots()) : 0;
            long delta = part - parts[at + i];
            deltas[i] = delta;
            parts[at + i] = part;
            totals[total + i] += delta;
        }
    }
}
