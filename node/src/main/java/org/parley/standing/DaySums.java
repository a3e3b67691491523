// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import java.util.Arrays;

/**
 * Numbers, each with the day from which it holds and the day from which it is known; answers the
 * sum of all that hold on one day and are known on another.
 *
 * <p>Numbers are sorted by the day of knowledge. After every {@code block} of them stands the sum
 * up to there for every day of effect; an answer is one such sum and a walk through less than a
 * block. A block is at least as long as there are days, so the sums take no more room than the
 * numbers. New numbers wait unsorted, and are walked through, until there are too many.
 *
 * <p>Sums on the way may wrap round, and may: what is asked for is a total of parts that {@link
 * Measure#ADDS_MAX} bounds, which fits, and addition modulo 2^64 then gives exactly that. Checked
 * addition would refuse a sum on the way that nobody asks for. Not thread safe.
 */
final class DaySums {
    private static final int BLOCK_MIN = 2048;

    private int[] days = new int[16];
    private int[] known = new int[16];
    private long[] numbers = new long[16];
    private int size;

    private int sorted;
    private int block = BLOCK_MIN;
    private int[] distinctDays = new int[0];
    private long[][] sums = new long[0][];

    void add(int day, int knownFrom, long number) {
        if (number == 0) {
            return;
        }
        if (size == days.length) {
            days = Arrays.copyOf(days, 2 * size);
            known = Arrays.copyOf(known, 2 * size);
            numbers = Arrays.copyOf(numbers, 2 * size);
        }
        days[size] = day;
        known[size] = knownFrom;
        numbers[size] = number;
        size++;
    }

    /** The sum of what holds on a day, as far as it is known on another; both ends included. */
    long sum(int asOf, int knownOn) {
        if (size - sorted > Math.max(BLOCK_MIN, sorted / 16)) {
            sort();
        }
        int blocks = firstAfter(known, sorted, knownOn) / block;
        int column = firstAfter(distinctDays, distinctDays.length, asOf) - 1;
        long sum = blocks == 0 || column < 0 ? 0 : sums[blocks - 1][column];
        for (int i = blocks * block; i < sorted && known[i] <= knownOn; i++) {
            sum += days[i] <= asOf ? numbers[i] : 0;
        }
        for (int i = sorted; i < size; i++) {
            sum += days[i] <= asOf && known[i] <= knownOn ? numbers[i] : 0;
        }
        return sum;
    }

    /** How many of the first values, which are sorted, are at most the given one. */
    private static int firstAfter(int[] values, int length, int most) {
        int low = 0;
        int high = length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (values[middle] <= most) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void sort() {
        // One long carries the day of knowledge and the position: sorted without objects.
        long[] order = new long[size];
        for (int i = 0; i < size; i++) {
            order[i] = (long) known[i] << 32 | i;
        }
        Arrays.sort(order);
        int[] sortedDays = new int[size];
        int[] sortedKnown = new int[size];
        long[] sortedNumbers = new long[size];
        for (int i = 0; i < size; i++) {
            int from = (int) order[i];
            sortedDays[i] = days[from];
            sortedKnown[i] = known[from];
            sortedNumbers[i] = numbers[from];
        }
        days = sortedDays;
        known = sortedKnown;
        numbers = sortedNumbers;
        sorted = size;
        addUp();
    }

    private void addUp() {
        distinctDays = Arrays.stream(days, 0, sorted).sorted().distinct().toArray();
        block = Math.max(BLOCK_MIN, distinctDays.length);
        sums = new long[sorted / block][];
        long[] byDay = new long[distinctDays.length];
        for (int b = 0; b < sums.length; b++) {
            for (int i = b * block; i < (b + 1) * block; i++) {
                byDay[Arrays.binarySearch(distinctDays, days[i])] += numbers[i];
            }
            long[] sum = new long[byDay.length];
            long running = 0;
            for (int day = 0; day < byDay.length; day++) {
                running += byDay[day];
                sum[day] = running;
            }
            sums[b] = sum;
        }
    }
}
