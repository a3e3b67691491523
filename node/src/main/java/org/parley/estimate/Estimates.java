// SPDX-License-Identifier: Apache-2.0
package org.parley.estimate;

import org.parley.estimate.Estimate.Cell;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Everything that estimators published, and what was known of it on a day. A later vintage takes
 * the place of an earlier one of the same estimator, cell by cell; nothing is averaged. Immutable.
 */
public final class Estimates {
    /** Earlier vintages first; in one vintage, what is given comes after what is added up. */
    private static final Comparator<Estimate> ORDER =
            Comparator.comparing((Estimate one) -> one.dataset().knownFrom())
                    .thenComparing(one -> one.dataset().id())
                    .thenComparing(one -> !one.computed());

    private final List<Dataset> datasets;
    private final List<Estimate> all;
    private final List<Mismatch> mismatches;

    private Estimates(List<Dataset> datasets, List<Estimate> all, List<Mismatch> mismatches) {
        this.datasets = List.copyOf(datasets);
        this.all = List.copyOf(all);
        this.mismatches = List.copyOf(mismatches);
    }

    /**
     * Takes in what was read.
     *
     * @param given what sources give
     * @param totals those of them that a source gives as the total of all states it lists
     * @param sums what sources themselves call the sum of others; compared, never shown as a figure
     */
    public static Estimates of(
            List<Dataset> datasets,
            List<Estimate> given,
            List<Estimate> totals,
            List<Estimate> sums) {
        List<Estimate> all = new ArrayList<>(given);
        all.addAll(Sums.addedUp(given));
        all.sort(ORDER);
        return new Estimates(datasets, all, Sums.mismatches(given, totals, sums));
    }

    /** What was published, by date. */
    public List<Dataset> datasets() {
        return datasets.stream().sorted(Comparator.comparing(Dataset::knownFrom)).toList();
    }

    /** What had been published by a day. */
    public List<Dataset> datasets(LocalDate knownOn) {
        return datasets().stream().filter(one -> !one.knownFrom().isAfter(knownOn)).toList();
    }

    /** For each state, quantity, estimator and year the figure of the latest vintage known. */
    public SortedMap<Cell, Estimate> at(LocalDate knownOn) {
        TreeMap<Cell, Estimate> latest = new TreeMap<>();
        for (Estimate one : all) {
            if (!one.dataset().knownFrom().isAfter(knownOn)) {
                latest.put(one.cell(), one);
            }
        }
        return Collections.unmodifiableSortedMap(latest);
    }

    /** The same for one moment: per state, quantity and estimator the last figure up to a day. */
    public List<Estimate> at(LocalDate knownOn, LocalDate asOf) {
        TreeMap<Cell, Estimate> last = new TreeMap<>();
        for (Estimate one : at(knownOn).values()) {
            boolean begun = !one.of().earliest().orElse(LocalDate.MIN).isAfter(asOf);
            Cell key = new Cell(one.state(), one.quantity(), one.dataset().estimator(), "");
            Optional<Estimate> before = Optional.ofNullable(last.get(key));
            boolean later = before.map(old -> start(old).isBefore(start(one))).orElse(true);
            if (begun && later) {
                last.put(key, one);
            }
        }
        return List.copyOf(last.values());
    }

    private static LocalDate start(Estimate one) {
        return one.of().earliest().orElse(LocalDate.MIN);
    }

    /** The cells that had a figure on both days of knowledge, and not the same one. */
    public List<Revision> revisions(LocalDate first, LocalDate second) {
        SortedMap<Cell, Estimate> before = at(first);
        SortedMap<Cell, Estimate> after = at(second);
        List<Revision> revisions = new ArrayList<>();
        for (Map.Entry<Cell, Estimate> entry : after.entrySet()) {
            Optional<Estimate> old = Optional.ofNullable(before.get(entry.getKey()));
            Estimate now = entry.getValue();
            old.filter(one -> one.value() != now.value() || !one.how().equals(now.how()))
                    .ifPresent(one -> revisions.add(new Revision(entry.getKey(), one, now)));
        }
        return revisions;
    }

    /** Where what was published by a day does not add up. */
    public List<Mismatch> mismatches(LocalDate knownOn) {
        return mismatches.stream()
                .filter(one -> !one.dataset().knownFrom().isAfter(knownOn))
                .toList();
    }

    /** Codes of all states that anything was published on, the world left out. */
    public List<String> states() {
        TreeSet<String> states = new TreeSet<>();
        all.forEach(one -> states.add(one.state()));
        states.remove(Estimate.WORLD);
        return List.copyOf(states);
    }

    /**
     * A cell whose figure was revised.
     *
     * @param before what was known on the first day
     * @param after what was known on the second
     */
    public record Revision(Cell cell, Estimate before, Estimate after) {
        public long change() {
            return after.value() - before.value();
        }
    }
}
