// SPDX-License-Identifier: Apache-2.0
package org.parley.contradiction;

import org.parley.estimate.Quantity;
import org.parley.evidence.Amount;
import org.parley.evidence.Aspect;
import org.parley.evidence.Claim;
import org.parley.evidence.Fact;
import org.parley.evidence.Subject;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Brings what the record has under the terms of a found claim, and the other way round. */
final class Quantities {
    private Quantities() {}

    /** A claim with a kind of quantity, and the entries of the record by which it is read so. */
    record Read(Claim claim, List<Fact> by) {}

    /**
     * A number of no stated kind, read as the one kind of which the record has exactly that number
     * of that party. Where none or several have it, it stays as it is.
     */
    static Read read(Claim claim, List<Fact> record) {
        Optional<Amount> amount =
                claim.content()
                        .amount()
                        .filter(one ->
                                one.kind().equals(Optional.of(Quantity.NOT_STATED))
                                        && one.rounding() == Amount.Rounding.EXACT);
        if (amount.isEmpty()) {
            return new Read(claim, List.of());
        }
        List<Fact> same =
                record.stream()
                        .filter(fact ->
                                fact.subject().thing().equals(claim.subject().thing())
                                        && !Collections.disjoint(
                                                fact.subject().whose(), claim.subject().whose())
                                        && fact.content()
                                                .amount()
                                                .filter(one ->
                                                        one.number() == amount.get().number()
                                                                && one.kind().isPresent())
                                                .isPresent())
                        .toList();
        Set<Quantity> kinds = EnumSet.noneOf(Quantity.class);
        same.forEach(fact -> fact.content().amount().flatMap(Amount::kind).ifPresent(kinds::add));
        return kinds.size() == 1
                ? new Read(as(claim, amount.get(), kinds.iterator().next()), same)
                : new Read(claim, List.of());
    }

    static boolean isUnstated(Claim claim) {
        return claim.content()
                .amount()
                .flatMap(Amount::kind)
                .filter(Quantity.NOT_STATED::equals)
                .isPresent();
    }

    private static Claim as(Claim claim, Amount amount, Quantity kind) {
        Claim.Content content = claim.content();
        return Candidates.with(
                claim,
                new Claim.Content(
                        content.status(),
                        content.assertion(),
                        Optional.of(as(amount, kind)),
                        content.word(),
                        content.first()));
    }

    private static Amount as(Amount amount, Quantity kind) {
        return new Amount(
                amount.number(),
                amount.rounding(),
                amount.unit(),
                Optional.of(kind),
                amount.estimator(),
                amount.vintage());
    }

    /**
     * The record beside one claim: deployed warheads also as an agreement counts them, and talks
     * under the name of the mechanism, or of the same sides where the text names none.
     */
    static List<Fact> beside(Claim claim, List<Fact> record) {
        List<Fact> beside = new ArrayList<>();
        for (Fact fact : record) {
            if (isCounted(claim, fact)) {
                Amount amount = fact.content().amount().orElseThrow();
                Quantity kind = claim.content().amount().flatMap(Amount::kind).orElseThrow();
                Claim.Content content = fact.content();
                beside.add(
                        as(
                                fact,
                                as(fact.subject(), claim.subject(), fact.subject().aspect()),
                                new Claim.Content(
                                        content.status(),
                                        content.assertion(),
                                        Optional.of(as(amount, kind)),
                                        content.word(),
                                        content.first())));
            } else if (isTalk(claim, fact)) {
                Aspect aspect =
                        claim.subject().aspect() == Aspect.MEETING_PLANNED
                                ? Aspect.MEETING_PLANNED
                                : fact.subject().aspect();
                beside.add(as(fact, as(fact.subject(), claim.subject(), aspect), fact.content()));
            } else {
                beside.add(fact);
            }
        }
        return beside;
    }

    private static boolean isCounted(Claim claim, Fact fact) {
        boolean deployed =
                claim.content()
                        .amount()
                        .flatMap(Amount::kind)
                        .filter(kind ->
                                kind == Quantity.DEPLOYED || kind == Quantity.DEPLOYED_STRATEGIC)
                        .isPresent();
        boolean rule = fact.nature() == Fact.Nature.LIMIT || fact.nature() == Fact.Nature.DECLARED;
        return deployed
                && rule
                && claim.subject().aspect() == Aspect.STOCK_OF_WARHEADS
                && fact.content().amount().filter(one -> one.unit().equals("warheads")).isPresent();
    }

    private static boolean isTalk(Claim claim, Fact fact) {
        Subject subject = claim.subject();
        return fact.subject().aspect() == Aspect.MEETING_HELD
                && subject.aspect().family().equals(Aspect.MEETING_HELD.family())
                && (subject.event().isPresent()
                        ? subject.event().get().equals(fact.subject().thing())
                        : claim.timing().when().isPresent()
                                && fact.subject().whose().containsAll(subject.whose()));
    }

    private static Subject as(Subject fact, Subject claim, Aspect aspect) {
        return new Subject(claim.thing(), aspect, fact.whose(), Optional.empty(), fact.only());
    }

    private static Fact as(Fact fact, Subject subject, Claim.Content content) {
        return new Fact(
                fact.ref(),
                subject,
                fact.nature(),
                content,
                fact.when(),
                fact.known(),
                fact.atMost(),
                fact.says(),
                fact.at(),
                fact.source(),
                fact.unverified(),
                fact.exercise());
    }
}
