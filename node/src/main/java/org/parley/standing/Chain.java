// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import java.util.Arrays;

/**
 * One item's events in the order of their effect, as far as they have become known. When one
 * arrives, it says for which events the contribution to a count changed by how much; summed over
 * all that hold on a day, these are what the item adds then. Not thread safe.
 */
final class Chain {
    private static final ItemEvent[] NONE = {};

    private final int item;
    private final RunningTotals totals;
    private final int measures;
    private final Notified notified;
    private ItemEvent[] events = NONE;
    private int[] known = {};
    private int size;
    private int knownMax = Integer.MIN_VALUE;

    /** Where the differences go. */
    interface Sink {
        /** From a day of knowledge on, an event adds so much more to a count. */
        void adds(int measure, int day, int known, long delta);

        /** From a day of knowledge on, an event contradicts (1) or no longer does (-1). */
        void contradicts(ItemEvent event, int item, int known, int sign);
    }

    Chain(int item, RunningTotals totals, int measures, Notified notified) {
        this.item = item;
        this.totals = totals;
        this.measures = measures;
        this.notified = notified;
    }

    int size() {
        return size;
    }

    ItemEvent event(int at) {
        return events[at];
    }

    int known(int at) {
        return known[at];
    }

    /** The latest day of knowledge so far; what is known earlier needs {@link #revise}. */
    int knownMax() {
        return knownMax;
    }

    /** Takes an event that is known no earlier than those before it. */
    void arrive(ItemEvent event, int knownFrom, int sign, Sink sink) {
        if (size == 0 || ItemEvent.ORDER.compare(events[size - 1], event) < 0) {
            boolean contradicted = totals.item(item).contradicted(event, item, notified);
            totals.apply(item, event);
            for (int i = 0; i < measures; i++) {
                sink.adds(i, event.day(), knownFrom, sign * totals.delta(i));
            }
            if (contradicted) {
                sink.contradicts(event, item, knownFrom, sign);
            }
            insert(size, event, knownFrom);
        } else {
            late(event, knownFrom, sign, sink);
        }
    }

    /**
     * An event that takes effect before one that is known already: what follows is set right. A
     * list settles an item's state, so only what lies between two lists is gone through again.
     */
    private void late(ItemEvent event, int knownFrom, int sign, Sink sink) {
        int at = size;
        while (at > 0 && ItemEvent.ORDER.compare(events[at - 1], event) > 0) {
            at--;
        }
        int from = Math.max(0, at - 1);
        while (from > 0 && !(events[from] instanceof ItemEvent.Listing)) {
            from--;
        }
        int end = at;
        while (end < size && !(events[end] instanceof ItemEvent.Listing)) {
            end++;
        }
        boolean settled = end < size;
        end = settled ? end + 1 : end;
        ItemState latest = totals.item(item).copy();
        Replay before = new Replay(from, end);
        insert(at, event, knownFrom);
        Replay after = new Replay(from, end + 1);
        if (settled) {
            totals.restore(item, latest);
        }
        for (int i = at; i <= end; i++) {
            // what follows the new event stood one place earlier before
            boolean isNew = i == at;
            for (int m = 0; m < measures; m++) {
                long delta = after.delta(i, m) - (isNew ? 0 : before.delta(i - 1, m));
                sink.adds(m, events[i].day(), knownFrom, sign * delta);
            }
            int contradicts = after.contradicts(i) - (isNew ? 0 : before.contradicts(i - 1));
            if (contradicts != 0) {
                sink.contradicts(events[i], item, knownFrom, sign * contradicts);
            }
        }
    }

    private void insert(int at, ItemEvent event, int knownFrom) {
        if (size == events.length) {
            events = Arrays.copyOf(events, Math.max(4, size + size / 2));
            known = Arrays.copyOf(known, events.length);
        }
        System.arraycopy(events, at, events, at + 1, size - at);
        System.arraycopy(known, at, known, at + 1, size - at);
        events[at] = event;
        known[at] = knownFrom;
        knownMax = Math.max(knownMax, knownFrom);
        size++;
    }

    /**
     * Takes an event that is known earlier than some before it, as when a record is completed: all
     * that was said of the item is taken back and said anew.
     */
    void revise(ItemEvent event, int knownFrom, Sink sink) {
        say(-1, sink);
        insert(size, event, knownFrom);
        say(1, sink);
    }

    /** Lets all events arrive anew, in the order in which they became known. */
    private void say(int sign, Sink sink) {
        long[] order = new long[size];
        for (int i = 0; i < size; i++) {
            order[i] = (long) known[i] << 32 | i;
        }
        Arrays.sort(order);
        ItemEvent[] oldEvents = events;
        int[] oldKnown = known;
        events = new ItemEvent[order.length];
        known = new int[order.length];
        size = 0;
        totals.reset(item);
        for (long next : order) {
            arrive(oldEvents[(int) next], oldKnown[(int) next], sign, sink);
        }
    }

    /** What each event of a stretch changes, and which of them contradict what came before. */
    private final class Replay {
        private final int from;
        private final long[] deltas;
        private final boolean[] contradicts;

        /** Begins at the beginning or with a list, which needs nothing before it. */
        Replay(int from, int end) {
            this.from = from;
            this.deltas = new long[(end - from) * measures];
            this.contradicts = new boolean[end - from];
            totals.reset(item);
            for (int i = from; i < end; i++) {
                contradicts[i - from] = totals.item(item).contradicted(events[i], item, notified);
                totals.apply(item, events[i]);
                for (int m = 0; m < measures; m++) {
                    deltas[(i - from) * measures + m] = totals.delta(m);
                }
            }
        }

        long delta(int at, int measure) {
            return deltas[(at - from) * measures + measure];
        }

        int contradicts(int at) {
            return contradicts[at - from] ? 1 : 0;
        }
    }
}
