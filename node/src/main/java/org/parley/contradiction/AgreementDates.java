// SPDX-License-Identifier: Apache-2.0
package org.parley.contradiction;

import org.parley.Text;
import org.parley.evidence.Aspect;
import org.parley.evidence.Claim;
import org.parley.evidence.Fact;
import org.parley.evidence.RecordRule;
import org.parley.evidence.Verdict;
import org.parley.time.Edtf;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Bounds and the end of an agreement, against what its file and standing have, with the article.
 */
final class AgreementDates {
    private AgreementDates() {}

    /** Whether a bound stands in the file, in whatever unit the text seems to give it. */
    static boolean has(Claim claim, List<Fact> record) {
        Aspect aspect = claim.subject().aspect();
        boolean bound = aspect == Aspect.LIMIT || aspect == Aspect.LIMIT_ON_WARHEADS;
        Optional<Long> number = claim.content().amount().map(amount -> amount.number());
        return bound
                        && limits(claim, record).stream()
                                .anyMatch(fact ->
                                        fact.content()
                                                .amount()
                                                .map(amount -> amount.number())
                                                .equals(number))
                || isExpiry(claim)
                        && limits(claim, record).stream()
                                .anyMatch(fact ->
                                        end(fact)
                                                .filter(day -> when(claim).mayBe(day))
                                                .isPresent());
    }

    /** Another end than that to which the limits bind. */
    static Optional<Discrepancy> otherwise(Discrepancy.Placed one, List<Fact> record) {
        if (!isExpiry(one.claim())) {
            return Optional.empty();
        }
        return limits(one.claim(), record).stream()
                .filter(fact -> end(fact).isPresent())
                .findFirst()
                .map(fact ->
                        new Discrepancy(
                                Discrepancy.Kind.RECORD,
                                List.of(one.side()),
                                Verdict.CONTRADICTS_RECORD,
                                RecordRule.AGAINST_RULES.word(),
                                RecordRule.AGAINST_RULES.text(),
                                Text.of(
                                        "The text says "
                                                + when(one.claim())
                                                + "; as known then, the"
                                                + " agreement binds until "
                                                + end(fact).orElseThrow()
                                                + ": "
                                                + fact.says().en(),
                                        "文中为"
                                                + when(one.claim())
                                                + "；依当时所知，协议的约束至"
                                                + end(fact).orElseThrow()
                                                + "："
                                                + fact.says().zh()),
                                List.of(fact)));
    }

    private static boolean isExpiry(Claim claim) {
        return claim.subject().aspect() == Aspect.EXPIRY && claim.timing().when().isPresent();
    }

    private static Edtf when(Claim claim) {
        return claim.timing().when().orElseThrow();
    }

    private static List<Fact> limits(Claim claim, List<Fact> record) {
        return record.stream()
                .filter(fact ->
                        fact.nature() == Fact.Nature.LIMIT
                                && fact.subject().thing().equals(claim.subject().thing()))
                .toList();
    }

    private static Optional<LocalDate> end(Fact fact) {
        return fact.when().flatMap(Edtf::latest);
    }
}
