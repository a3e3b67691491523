// SPDX-License-Identifier: Apache-2.0
package org.parley.evidence;

import org.parley.Text;
import org.parley.estimate.Quantity;
import org.parley.time.Edtf;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One claim beside the record: innocent explanations first. It corrects neither.
 *
 * @param beside entries that it rests on
 */
public record AgainstRecord(Claim claim, RecordRule rule, Text reason, List<Fact> beside) {

    public AgainstRecord {
        beside = List.copyOf(beside);
    }

    /**
     * Sets a claim beside the record.
     *
     * @param all what was known when the claim was made, or by the day asked for
     */
    public static AgainstRecord of(Claim claim, List<Fact> all) {
        List<Fact> like =
                Series.within(claim, all).stream()
                        .filter(fact -> Comparison.concerns(fact, claim))
                        .toList();
        if (claim.content().amount().isPresent()) {
            return figure(claim, claim.content().amount().get(), like);
        }
        return event(claim, like);
    }

    public Verdict verdict() {
        return rule.verdict();
    }

    private static AgainstRecord figure(Claim claim, Amount amount, List<Fact> like) {
        if (claim.content().assertion() == Assertion.PROJECTED) {
            return with(claim, RecordRule.PROJECTION, List.of());
        }
        List<Fact> counted =
                like.stream()
                        .filter(fact ->
                                fact.content()
                                        .amount()
                                        .filter(one -> one.unit().equals(amount.unit()))
                                        .isPresent())
                        .toList();
        if (counted.isEmpty()) {
            return with(claim, RecordRule.NOT_IN_RECORD, List.of());
        }
        boolean bound = isBound(claim);
        List<Fact> fitting =
                counted.stream()
                        .filter(fact -> !bound || isBound(fact))
                        .filter(fact -> fits(amount, fact))
                        .toList();
        Set<Fact.Nature> natures = EnumSet.noneOf(Fact.Nature.class);
        fitting.stream()
                .map(Fact::nature)
                .filter(nature -> nature != Fact.Nature.ESTIMATE)
                .forEach(natures::add);
        if (amount.rounding() == Amount.Rounding.ABOUT && natures.size() > 1) {
            return readings(claim, amount, fitting);
        }
        if (!fitting.isEmpty()) {
            return with(claim, RecordRule.AS_RECORDED, fitting);
        }
        if (bound) {
            List<Fact> bounds = counted.stream().filter(AgainstRecord::isBound).toList();
            return with(
                    claim,
                    bounds.isEmpty() ? RecordRule.NOT_IN_RECORD : RecordRule.AGAINST_RULES,
                    bounds);
        }
        return otherNumber(claim, amount, counted);
    }

    private static AgainstRecord otherNumber(Claim claim, Amount amount, List<Fact> counted) {
        List<Fact> values =
                counted.stream().filter(fact -> !isBound(fact) && !fact.unverified()).toList();
        List<Fact> same = values.stream().filter(fact -> isSameKind(amount, fact)).toList();
        boolean unstated =
                amount.kind().filter(Quantity.NOT_STATED::equals).isPresent() && !values.isEmpty();
        if (unstated) {
            return with(claim, RecordRule.QUANTITY_NOT_STATED, values);
        }
        if (same.isEmpty()) {
            return with(
                    claim,
                    values.isEmpty() ? RecordRule.NOT_IN_RECORD : RecordRule.OTHER_QUANTITY,
                    values);
        }
        List<Fact> now =
                same.stream().filter(fact -> !Contrast.isApart(claim.time(), fact.when())).toList();
        if (now.isEmpty()) {
            return with(claim, RecordRule.LATER_FIGURE, same);
        }
        boolean others =
                amount.estimator().isPresent()
                        && now.stream()
                                .noneMatch(fact ->
                                        fact.content()
                                                .amount()
                                                .flatMap(Amount::estimator)
                                                .equals(amount.estimator()));
        return with(claim, others ? RecordRule.OTHER_ESTIMATOR : RecordRule.NUMBER_OTHERWISE, now);
    }

    private static boolean isBound(Claim claim) {
        return claim.subject().aspect() == Aspect.LIMIT
                || claim.subject().aspect() == Aspect.LIMIT_ON_WARHEADS;
    }

    private static boolean isBound(Fact fact) {
        return fact.nature() == Fact.Nature.LIMIT;
    }

    private static boolean isSameKind(Amount amount, Fact fact) {
        return fact.content().amount().filter(one -> one.kind().equals(amount.kind())).isPresent();
    }

    /** A number of no stated kind fits only what it is exactly: any number fits something. */
    private static boolean fits(Amount amount, Fact fact) {
        Amount other = fact.content().amount().orElseThrow();
        return isSameKind(amount, fact)
                ? amount.meets(other)
                : amount.isLike(other)
                        && amount.rounding() == Amount.Rounding.EXACT
                        && amount.number() == other.number();
    }

    private static AgainstRecord event(Claim claim, List<Fact> like) {
        List<Fact> same =
                like.stream()
                        .filter(fact -> fact.subject().aspect() == claim.subject().aspect())
                        .toList();
        Optional<Edtf> when = claim.timing().when();
        List<Fact> opposite = new ArrayList<>();
        List<Fact> agreeing = new ArrayList<>();
        List<Fact> elsewhen = new ArrayList<>();
        for (Fact fact : same) {
            Set<Contrast.Dimension> found = Contrast.of(claim, fact);
            if (fact.unverified() && !found.isEmpty()) {
                continue;
            }
            boolean apart = isElsewhen(claim, fact);
            if (found.contains(Contrast.Dimension.DATE)) {
                elsewhen.add(fact);
            } else if (found.contains(Contrast.Dimension.YES_OR_NO)
                    && when.isPresent()
                    && fact.when().isPresent()
                    && !apart) {
                opposite.add(fact);
            } else if (found.isEmpty() && !apart) {
                agreeing.add(fact);
            }
        }
        if (!opposite.isEmpty()) {
            return with(claim, RecordRule.RECORD_OTHERWISE, opposite);
        }
        List<Fact> done = spent(claim, same);
        if (!done.isEmpty()) {
            return with(claim, RecordRule.SPENT, done);
        }
        if (!agreeing.isEmpty()) {
            return with(claim, RecordRule.AS_RECORDED, agreeing);
        }
        // Of an event that can come once, another date; of others, perhaps another event.
        if (!elsewhen.isEmpty()) {
            return with(claim, RecordRule.RECORD_OTHER_DATE, elsewhen);
        }
        return with(claim, RecordRule.NOT_IN_RECORD, List.of());
    }

    /** Done as often as the rules allow, before it is spoken of as pending. */
    private static List<Fact> spent(Claim claim, List<Fact> same) {
        Status status = claim.content().status();
        if (status != Status.SUSPENDED && status != Status.RESUMED && status != Status.POSTPONED) {
            return List.of();
        }
        List<Fact> before =
                same.stream()
                        .filter(fact ->
                                fact.content().status() == Status.HELD
                                        && Contrast.isApart(
                                                fact.when(), Optional.of(claim.timing().said())))
                        .toList();
        return before.stream()
                        .anyMatch(fact ->
                                fact.atMost().filter(most -> before.size() >= most).isPresent())
                ? before
                : List.of();
    }

    /** What is still to come lies about the day on which it is said, where it has no date. */
    private static boolean isElsewhen(Claim claim, Fact fact) {
        Optional<Edtf> when = claim.timing().when();
        boolean ahead = claim.content().status() != Status.HELD;
        return Contrast.isApart(
                when.isEmpty() && ahead ? Optional.of(claim.timing().said()) : when, fact.when());
    }

    private static AgainstRecord readings(Claim claim, Amount amount, List<Fact> fitting) {
        List<String> english = new ArrayList<>();
        List<String> chinese = new ArrayList<>();
        for (Fact fact : fitting) {
            english.add(fact.nature().text().en() + ": " + fact.says().en());
            chinese.add(fact.nature().text().zh() + "：" + fact.says().zh());
        }
        return new AgainstRecord(
                claim,
                RecordRule.SEVERAL_READINGS,
                Text.of(
                        "\""
                                + amount.shown().en()
                                + "\" fits each of these, and the text does not"
                                + " say which: "
                                + String.join(" ", english),
                        "“"
                                + amount.shown().zh()
                                + "”与以下各项都相符，文中未说明所指："
                                + String.join("", chinese)),
                fitting);
    }

    private static AgainstRecord with(Claim claim, RecordRule rule, List<Fact> beside) {
        String en =
                beside.stream()
                        .findFirst()
                        .map(fact -> " " + fact.says().en() + " (public " + fact.known() + ")")
                        .orElse("");
        String zh =
                beside.stream()
                        .findFirst()
                        .map(fact -> fact.says().zh() + "（公开于" + fact.known() + "）")
                        .orElse("");
        return new AgainstRecord(
                claim, rule, Text.of(rule.text().en() + en, rule.text().zh() + zh), beside);
    }

    /** Whether two dates cannot be the same day; a day's difference is a matter of time zones. */
    public static boolean isApart(Optional<Edtf> one, Optional<Edtf> other) {
        return Contrast.isApart(one, other);
    }

    /** The last day on which a claim was made, as far as is known. */
    public static LocalDate day(Claim claim) {
        return claim.timing().said().latest().orElse(LocalDate.MAX);
    }
}
