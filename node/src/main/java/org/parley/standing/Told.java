// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Things that are told one by one, of which there may be very many: each with the day it is of and
 * the day from which it is known. Answers how many hold between two days, as far as they are known
 * on a third, and which are the first of them, without going through all.
 *
 * <p>They stand in order. Of every block the earliest day of knowledge is kept, so that a block
 * that nobody knows yet is passed over. What is added waits until the next question; then only what
 * it comes before is moved. Not thread safe.
 */
final class Told<T> {
    /** How many are told in full; then only how many more there are. */
    static final int MAX = 100;

    private static final int BLOCK = 64;

    private final Comparator<T> order;
    private final ToIntFunction<T> day;
    private final DaySums numbers = new DaySums();
    private final List<Entry<T>> entries = new ArrayList<>();
    private final List<Entry<T>> waiting = new ArrayList<>();
    private final List<Integer> earliest = new ArrayList<>();

    /**
     * @param sign 1 from when it is known to hold, -1 from when it is known not to
     */
    private record Entry<T>(T what, int known, int sign) {}

    /**
     * What holds.
     *
     * @param first the first {@link #MAX} of them
     * @param number how many there are
     */
    record Found<T>(List<T> first, long number) {
        /** Of all of them. */
        static <T> Found<T> of(List<T> all) {
            return new Found<>(List.copyOf(all.subList(0, Math.min(MAX, all.size()))), all.size());
        }

        long more() {
            return number - first.size();
        }
    }

    /**
     * @param order by the day first; what it cannot tell apart is the same thing
     */
    Told(Comparator<T> order, ToIntFunction<T> day) {
        this.order = order;
        this.day = day;
    }

    /**
     * Says that something holds (1), or no longer (-1), for those who know of it from a day on. For
     * every day of knowledge the signs of one thing add up to 1 or 0.
     */
    void add(T what, int known, int sign) {
        numbers.add(day.applyAsInt(what), known, sign);
        waiting.add(new Entry<>(what, known, sign));
    }

    /** All that hold between two days, both included, and are known on a third. */
    Found<T> between(int first, int last, int knownOn) {
        settle();
        long before = first == Integer.MIN_VALUE ? 0 : numbers.sum(first - 1, knownOn);
        long number = first > last ? 0 : numbers.sum(last, knownOn) - before;
        List<T> found = new ArrayList<>();
        int at = firstFrom(first);
        while (found.size() < Math.min(MAX, number)) {
            if (at % BLOCK == 0 && earliest.get(at / BLOCK) > knownOn) {
                at += BLOCK;
                continue;
            }
            T what = entries.get(at).what();
            int times = 0;
            for (; at < entries.size() && order.compare(entries.get(at).what(), what) == 0; at++) {
                times += entries.get(at).known() <= knownOn ? entries.get(at).sign() : 0;
            }
            if (times > 0) {
                found.add(what);
            }
        }
        return new Found<>(found, number);
    }

    /** Where those of a day and of later ones begin. */
    private int firstFrom(int first) {
        int low = 0;
        int high = entries.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (day.applyAsInt(entries.get(middle).what()) < first) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void settle() {
        if (waiting.isEmpty()) {
            return;
        }
        waiting.sort((a, b) -> order.compare(a.what(), b.what()));
        int from = firstFrom(day.applyAsInt(waiting.getFirst().what()));
        List<Entry<T>> tail = entries.subList(from, entries.size());
        List<Entry<T>> later = new ArrayList<>(tail);
        tail.clear();
        int next = 0;
        for (Entry<T> entry : waiting) {
            while (next < later.size()
                    && order.compare(later.get(next).what(), entry.what()) <= 0) {
                entries.add(later.get(next++));
            }
            entries.add(entry);
        }
        entries.addAll(later.subList(next, later.size()));
        waiting.clear();
        block(from / BLOCK);
    }

    private void block(int from) {
        earliest.subList(from, earliest.size()).clear();
        for (int at = from * BLOCK; at < entries.size(); at += BLOCK) {
            int known = Integer.MAX_VALUE;
            for (Entry<T> one : entries.subList(at, Math.min(at + BLOCK, entries.size()))) {
                known = Math.min(known, one.known());
            }
            earliest.add(known);
        }
    }
}
