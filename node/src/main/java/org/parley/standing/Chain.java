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

    /** An event that takes effect before one that is known already: what follows is set right. */
    private void late(ItemEvent event, int knownFrom, int sign, Sink sink) {
        int at = size;
        while (at > 0 && ItemEvent.ORDER.compare(events[at - 1], event) > 0) {
            at--;
        }
        Replay before = replay();
        insert(at, event, knownFrom);
        Replay after = replay();
        for (int i = at; i < size; i++) {
            int old = i - 1;
            boolean isNew = i == at;
            for (int m = 0; m < measures; m++) {
                long then = isNew ? 0 : before.deltas[old * measures + m];
                long delta = after.deltas[i * measures + m] - then;
                sink.adds(m, events[i].day(), knownFrom, sign * delta);
            }
            int contradicted =
                    (after.contradicted[i] ? 1 : 0) - (!isNew && before.contradicted[old] ? 1 : 0);
            if (contradicted != 0) {
                sink.contradicts(events[i], item, knownFrom, sign * contradicted);
            }
        }
    }

    /** What each event changes, and which of them contradict what came before. */
    private static final class Replay {
        final long[] deltas;
        final boolean[] contradicted;

        Replay(int events, int measures) {
            deltas = new long[events * measures];
            contradicted = new boolean[events];
        }
    }

    private Replay replay() {
        Replay replay = new Replay(size, measures);
        totals.reset(item);
        for (int i = 0; i < size; i++) {
            replay.contradicted[i] = totals.item(item).contradicted(events[i], item, notified);
            totals.apply(item, events[i]);
            for (int m = 0; m < measures; m++) {
                replay.deltas[i * measures + m] = totals.delta(m);
            }
        }
        return replay;
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
}
