// SPDX-License-Identifier: Apache-2.0
package org.parley.evidence;

import org.parley.estimate.Quantity;
import org.parley.time.Edtf;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Figures of one thing, one after the other. Each holds until the next: beside a claim stands the
 * one that stood at the time of which it speaks, not one of ten years before that happens to fit.
 */
record Series(
        Fact.Nature nature,
        Subject subject,
        Optional<Quantity> quantity,
        Optional<String> estimator) {

    private static Series of(Fact fact) {
        return new Series(
                fact.nature(),
                fact.subject(),
                fact.content().amount().flatMap(Amount::kind),
                fact.content().amount().flatMap(Amount::estimator).map(name -> name.en()));
    }

    /** All entries that are no figures, and of figures those that stood when a claim speaks. */
    static List<Fact> standing(Claim a, Claim b, List<Fact> all) {
        Set<Fact> standing = new LinkedHashSet<>(latest(a, all).values());
        standing.addAll(latest(b, all).values());
        return all.stream().filter(fact -> !isDated(fact) || standing.contains(fact)).toList();
    }

    /**
     * All entries that are no figures, and of figures those that stood at some time of which a
     * claim may speak: an undated text may mean any of several.
     */
    static List<Fact> within(Claim claim, List<Fact> all) {
        LocalDate until = claim.time().flatMap(Edtf::latest).orElse(LocalDate.MAX);
        LocalDate since = claim.time().flatMap(Edtf::earliest).orElse(LocalDate.MIN);
        Map<Series, LocalDate> begun = new HashMap<>();
        for (Fact fact : all) {
            if (isDated(fact) && !from(fact).isAfter(since)) {
                begun.merge(of(fact), from(fact), (one, other) -> one.isAfter(other) ? one : other);
            }
        }
        return all.stream()
                .filter(fact ->
                        !isDated(fact)
                                || !from(fact).isAfter(until)
                                        && !from(fact)
                                                .isBefore(
                                                        begun.getOrDefault(
                                                                of(fact), LocalDate.MIN)))
                .toList();
    }

    private static boolean isDated(Fact fact) {
        boolean figure =
                fact.nature() == Fact.Nature.DECLARED || fact.nature() == Fact.Nature.ESTIMATE;
        return figure && fact.when().flatMap(Edtf::earliest).isPresent();
    }

    private static Map<Series, Fact> latest(Claim claim, List<Fact> all) {
        LocalDate until =
                claim.timing().when().orElse(claim.timing().said()).latest().orElse(LocalDate.MAX);
        Map<Series, Fact> latest = new HashMap<>();
        for (Fact fact : all) {
            if (isDated(fact) && Comparison.concerns(fact, claim) && !from(fact).isAfter(until)) {
                latest.merge(
                        of(fact),
                        fact,
                        (one, other) -> from(other).isBefore(from(one)) ? one : other);
            }
        }
        return latest;
    }

    private static LocalDate from(Fact fact) {
        return fact.when().flatMap(Edtf::earliest).orElse(LocalDate.MIN);
    }
}
