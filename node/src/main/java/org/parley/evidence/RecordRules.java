// SPDX-License-Identifier: Apache-2.0
package org.parley.evidence;

import org.parley.Text;
import org.parley.time.Edtf;

import java.util.List;
import java.util.Optional;

/** Rules that put a claim beside the record, and one that puts a "first" beside another event. */
final class RecordRules {
    private RecordRules() {}

    static Optional<Finding> recordOtherwise(Claim a, Claim b, List<Fact> record) {
        return a.subject().isLike(b.subject())
                ? Rule.either(a, b, (one, _) -> otherwise(record, one))
                : Optional.empty();
    }

    private static Optional<Finding> otherwise(List<Fact> record, Claim claim) {
        List<Fact> against = record.stream().filter(fact -> isAgainst(fact, claim)).toList();
        if (against.isEmpty()) {
            return Optional.empty();
        }
        Fact fact = against.getFirst();
        return Optional.of(
                new Finding(
                        Text.of(
                                "Of "
                                        + Said.date(claim.timing().when(), "that time")
                                        + " the record has: "
                                        + fact.says().en()
                                        + " (public "
                                        + fact.known()
                                        + ").",
                                "关于"
                                        + Said.date(claim.timing().when(), "该时间")
                                        + "，记录载明："
                                        + fact.says().zh()
                                        + "（公开于"
                                        + fact.known()
                                        + "）。"),
                        against));
    }

    private static boolean isAgainst(Fact fact, Claim claim) {
        Optional<Edtf> when = claim.timing().when();
        return !fact.unverified()
                && fact.nature() != Fact.Nature.ESTIMATE
                && fact.subject().aspect() == claim.subject().aspect()
                && fact.subject().isLike(claim.subject())
                && when.isPresent()
                && fact.when().isPresent()
                && !Contrast.isApart(when, fact.when())
                && Contrast.of(claim, fact).stream()
                        .anyMatch(found ->
                                found == Contrast.Dimension.YES_OR_NO
                                        || found == Contrast.Dimension.NUMBER);
    }

    static Optional<Finding> recordOtherDate(Claim a, Claim b, List<Fact> record) {
        return a.subject().isLike(b.subject())
                ? Rule.either(a, b, (one, _) -> otherDate(record, one))
                : Optional.empty();
    }

    private static Optional<Finding> otherDate(List<Fact> record, Claim claim) {
        return record.stream()
                .filter(fact ->
                        !fact.unverified()
                                && fact.subject().isLike(claim.subject())
                                && Contrast.of(claim, fact).contains(Contrast.Dimension.DATE))
                .findFirst()
                .map(fact ->
                        new Finding(
                                Text.of(
                                        "The text says "
                                                + Said.date(claim.timing().when(), "")
                                                + "; the record has "
                                                + Said.date(fact.when(), "")
                                                + ": "
                                                + fact.says().en()
                                                + " The text is left as it stands.",
                                        "文中为"
                                                + Said.date(claim.timing().when(), "")
                                                + "，记录为"
                                                + Said.date(fact.when(), "")
                                                + "："
                                                + fact.says().zh()
                                                + "原文不作改动。"),
                                List.of(fact)));
    }

    static Optional<Finding> spent(Claim a, Claim b, List<Fact> record) {
        return Rule.either(a, b, (one, other) -> spent(record, one, other));
    }

    private static Optional<Finding> spent(List<Fact> record, Claim pending, Claim done) {
        boolean matter =
                pending.subject().isLike(done.subject())
                        && isPending(pending)
                        && done.content().status() == Status.HELD
                        && done.content().isAffirmed();
        if (!matter) {
            return Optional.empty();
        }
        List<Fact> before =
                record.stream()
                        .filter(fact ->
                                fact.subject().aspect() == pending.subject().aspect()
                                        && fact.subject().isLike(pending.subject())
                                        && fact.content().status() == Status.HELD
                                        && Contrast.isApart(
                                                fact.when(), Optional.of(pending.timing().said())))
                        .toList();
        Optional<Fact> bound =
                before.stream()
                        .filter(fact ->
                                fact.atMost().filter(most -> before.size() >= most).isPresent())
                        .findFirst();
        return bound.map(fact ->
                new Finding(
                        Text.of(
                                "The rules allow it at most this often: "
                                        + fact.atMost().orElseThrow()
                                        + "; the record has: "
                                        + fact.says().en()
                                        + " The words may mean something else, such as what comes"
                                        + " after; the text does not say.",
                                "依规则最多"
                                        + fact.atMost().orElseThrow()
                                        + "次，而记录载明："
                                        + fact.says().zh()
                                        + "原文可能另有所指，例如后续安排；文中未说明。"),
                        before));
    }

    /** Spoken of as something that is still to come. */
    private static boolean isPending(Claim claim) {
        return switch (claim.content().status()) {
            case PROPOSED, ANNOUNCED, SCHEDULED, POSTPONED, SUSPENDED, RESUMED -> true;
            case HELD, CANCELLED, REFUSED, EXPIRED -> false;
        };
    }

    static Optional<Finding> firstByAWord(Claim a, Claim b, List<Fact> record) {
        return Rule.either(a, b, RecordRules::firstByAWord);
    }

    private static Optional<Finding> firstByAWord(Claim first, Claim other) {
        Optional<Text> word = first.content().first().flatMap(Claim.First::word);
        if (word.isEmpty() || !Contrast.isBefore(first, other)) {
            return Optional.empty();
        }
        return Optional.of(
                Finding.of(
                        "Whether there was one before depends on the word \""
                                + word.get().en()
                                + "\": "
                                + other.says().en()
                                + " Both are kept.",
                        "此前是否已有一次，取决于“" + word.get().zh() + "”一词：" + other.says().zh() + "两者并存。"));
    }
}
