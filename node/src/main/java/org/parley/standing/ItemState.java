// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import org.parley.expression.Layout;

/** One item while its events are stepped through. Not thread safe. */
final class ItemState {
    private final Start start;
    private final long[] slots;
    private boolean present;
    private boolean listed;

    /**
     * What every item begins with.
     *
     * @param blank the slots of an item of which only the agreement's dates are stated
     * @param dates the slots of those dates
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
    record Start(Layout layout, long[] blank, int[] dates) {
        static Start plain(Layout layout) {
            return new Start(layout, layout.blank(), new int[0]);
        }
    }

    ItemState(Start start) {
        this.start = start;
        this.slots = start.blank().clone();
    }

    /** Back to before the first event. */
    void reset() {
        vanish();
        listed = false;
    }

    /** The same state, which goes its own way from here. */
    ItemState copy() {
        ItemState copy = new ItemState(start);
        copy.become(this);
        return copy;
    }

    void become(ItemState other) {
        System.arraycopy(other.slots, 0, slots, 0, slots.length);
        present = other.present;
        listed = other.listed;
    }

    private void vanish() {
        System.arraycopy(start.blank(), 0, slots, 0, slots.length);
        present = false;
    }

    boolean present() {
        return present;
    }

    /** The values now; what an absent item has means nothing. */
    long[] slots() {
        return slots;
    }

    void apply(ItemEvent event, int item) {
        switch (event) {
            case ItemEvent.Change change -> set(change.set());
            case ItemEvent.Listing listing -> {
                ItemEvent.Line line = listing.lines().get(item);
                if (line == null) {
                    vanish();
                } else {
                    list(line.slots());
                }
                listed = true;
            }
        }
    }

    /** Lays values over it, slot and value in turn; an item never listed begins here. */
    void set(long[] pairs) {
        if (!present) {
            present = true;
            long nothing = start.layout().symbols().number("");
            start.layout().slot(Layout.KIND).ifPresent(slot -> slots[slot] = nothing);
            start.layout().slot(Layout.STATE).ifPresent(slot -> slots[slot] = nothing);
        }
        for (int i = 0; i < pairs.length; i += 2) {
            slots[(int) pairs[i]] = pairs[i + 1];
        }
    }

    private void list(long[] values) {
        present = true;
        System.arraycopy(values, 0, slots, 0, slots.length);
        for (int date : start.dates()) {
            slots[date] = start.blank()[date];
        }
    }

    /** Whether an event says otherwise than what came before it; ask before applying it. */
    boolean contradicted(ItemEvent event, int item, Notified notified) {
        return switch (event) {
            case ItemEvent.Change change -> present && differs(change.was(), notified);
            case ItemEvent.Listing listing -> {
                ItemEvent.Line line = listing.lines().get(item);
                if (!listed || !present && line == null) {
                    yield false;
                }
                yield present && line != null
                        ? differsFrom(line.slots(), notified)
                        : notified.state();
            }
        };
    }

    private boolean differs(long[] was, Notified notified) {
        for (int i = 0; i < was.length; i += 2) {
            int slot = (int) was[i];
            if (differ(slots[slot], was[i + 1], slot, notified)) {
                return true;
            }
        }
        return false;
    }

    private boolean differsFrom(long[] values, Notified notified) {
        for (int slot = 0; slot < values.length; slot++) {
            if (differ(slots[slot], values[slot], slot, notified)) {
                return true;
            }
        }
        return false;
    }

    private static boolean differ(long before, long said, int slot, Notified notified) {
        return before != said
                && before != Layout.ABSENT
                && said != Layout.ABSENT
                && notified.counts(slot, before)
                && notified.counts(slot, said);
    }
}
