// SPDX-License-Identifier: Apache-2.0
package org.parley.estimate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Adds up what a vintage gives in parts, and compares with what it gives as a whole. */
final class Sums {
    private Sums() {}

    /** The figures of one vintage about one state and year. */
    private record Group(Dataset dataset, String state, String of) {}

    private static Map<Group, Map<Quantity, Estimate>> groups(List<Estimate> given) {
        Map<Group, Map<Quantity, Estimate>> groups = new LinkedHashMap<>();
        for (Estimate one : given) {
            Group group = new Group(one.dataset(), one.state(), one.of().toString());
            groups.computeIfAbsent(group, key -> new TreeMap<>()).put(one.quantity(), one);
        }
        return groups;
    }

    /** Wholes that a vintage does not give but whose parts it gives, all of them. */
    static List<Estimate> addedUp(List<Estimate> given) {
        List<Estimate> sums = new ArrayList<>();
        groups(given)
                .forEach((group, figures) -> {
                    for (Quantity whole : Quantity.values()) {
                        List<Quantity> parts = whole.parts();
                        boolean all = !parts.isEmpty() && figures.keySet().containsAll(parts);
                        if (all && !figures.containsKey(whole)) {
                            sums.add(sum(whole, parts, figures));
                        }
                    }
                });
        return sums;
    }

    private static Estimate sum(
            Quantity whole, List<Quantity> parts, Map<Quantity, Estimate> figures) {
        List<Estimate> used = parts.stream().flatMap(part -> found(figures, part)).toList();
        Estimate first = used.getFirst();
        return new Estimate(
                first.state(),
                whole,
                first.of(),
                used.stream().mapToLong(Estimate::value).sum(),
                "",
                Optional.empty(),
                true,
                first.dataset(),
                Optional.empty(),
                used.stream().anyMatch(Estimate::unverified),
                first.place());
    }

    private static Stream<Estimate> found(Map<Quantity, Estimate> figures, Quantity part) {
        return Optional.ofNullable(figures.get(part)).stream();
    }

    /** Wholes that are not what their parts come to, then worlds that are not their states. */
    static List<Mismatch> mismatches(
            List<Estimate> given, List<Estimate> totals, List<Estimate> sums) {
        List<Mismatch> mismatches = new ArrayList<>();
        Map<Group, Map<Quantity, Estimate>> groups = groups(given);
        for (Map.Entry<Group, Map<Quantity, Estimate>> entry : groups.entrySet()) {
            if (!entry.getKey().state().equals(Estimate.WORLD)) {
                for (Estimate whole : entry.getValue().values()) {
                    parts(whole, false, entry.getValue()).ifPresent(mismatches::add);
                }
            }
        }
        for (Estimate sum : sums) {
            Group group = new Group(sum.dataset(), sum.state(), sum.of().toString());
            parts(sum, true, groups.getOrDefault(group, Map.of())).ifPresent(mismatches::add);
        }
        totals.forEach(world -> states(world, given).ifPresent(mismatches::add));
        return mismatches;
    }

    private static Optional<Mismatch> parts(
            Estimate whole, boolean ownSum, Map<Quantity, Estimate> figures) {
        List<Quantity> parts = whole.quantity().parts();
        List<Estimate> used = parts.stream().flatMap(part -> found(figures, part)).toList();
        long sum = used.stream().mapToLong(Estimate::value).sum();
        if (used.isEmpty() || sum == whole.value()) {
            return Optional.empty();
        }
        long difference = whole.value() - sum;
        List<Quantity> blank = parts.stream().filter(part -> !figures.containsKey(part)).toList();
        Slip slip = ownSum ? slip(used, difference) : Slip.NONE;
        return Optional.of(
                new Mismatch.OfParts(whole, ownSum, sum, blank, slip.twice(), slip.leftOut()));
    }

    /** A part that was counted twice, and perhaps one that was left out for it. */
    private record Slip(Optional<Quantity> twice, Optional<Quantity> leftOut) {
        static final Slip NONE = new Slip(Optional.empty(), Optional.empty());
    }

    private static Slip slip(List<Estimate> parts, long difference) {
        for (Estimate twice : parts) {
            if (twice.value() == difference) {
                return new Slip(Optional.of(twice.quantity()), Optional.empty());
            }
        }
        for (Estimate twice : parts) {
            for (Estimate out : parts) {
                if (!twice.equals(out) && twice.value() - out.value() == difference) {
                    return new Slip(Optional.of(twice.quantity()), Optional.of(out.quantity()));
                }
            }
        }
        return Slip.NONE;
    }

    /** The world's figure against the states' figures of the quantity that the source names. */
    private static Optional<Mismatch> states(Estimate world, List<Estimate> given) {
        Quantity named = world.labelled().orElse(world.quantity());
        Map<Quantity, Long> sums = new TreeMap<>();
        for (Quantity quantity : Quantity.values()) {
            List<Estimate> states = states(world, quantity, given);
            if (!states.isEmpty()) {
                sums.put(quantity, states.stream().mapToLong(Estimate::value).sum());
            }
        }
        Optional<Long> sum = Optional.ofNullable(sums.get(named));
        if (sum.isEmpty() || sum.get() == world.value()) {
            return Optional.empty();
        }
        Optional<Quantity> equal =
                sums.entrySet().stream()
                        .filter(entry -> entry.getValue() == world.value())
                        .map(Map.Entry::getKey)
                        .findFirst();
        return Optional.of(
                new Mismatch.OfStates(
                        world, named, states(world, named, given).size(), sum.get(), equal));
    }

    private static List<Estimate> states(Estimate world, Quantity quantity, List<Estimate> given) {
        return given.stream()
                .filter(one ->
                        one.dataset().equals(world.dataset())
                                && one.quantity() == quantity
                                && one.of().equals(world.of())
                                && !one.state().equals(Estimate.WORLD))
                .toList();
    }
}
