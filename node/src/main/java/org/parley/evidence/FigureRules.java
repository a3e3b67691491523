// SPDX-License-Identifier: Apache-2.0
package org.parley.evidence;

import org.parley.Text;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rules over numbers: like with like only. */
final class FigureRules {
    private FigureRules() {}

    static Optional<Finding> same(Claim a, Claim b, List<Fact> record) {
        boolean same =
                a.ref().equals(b.ref())
                        || a.subject().equals(b.subject())
                                && a.content().equals(b.content())
                                && a.timing().when().equals(b.timing().when());
        return same ? Optional.of(Finding.of("They say the same.", "两者所说相同。")) : Optional.empty();
    }

    static Optional<Finding> otherQuantity(Claim a, Claim b, List<Fact> record) {
        if (!a.subject().isLike(b.subject())) {
            return Optional.empty();
        }
        return amounts(a, b)
                .filter(two -> two.a().isOtherQuantity(two.b()))
                .map(two ->
                        new Finding(
                                Text.of(
                                        Said.amount(two.a()).en()
                                                + " and "
                                                + Said.amount(two.b()).en()
                                                + " count different things; a stock has both at"
                                                + " once.",
                                        Said.amount(two.a()).zh()
                                                + "与"
                                                + Said.amount(two.b()).zh()
                                                + "统计的不是同一事项，可以同时成立。"),
                                record.stream().filter(f -> isBoth(f, a, b)).toList()));
    }

    /** An estimate that shows one of the two quantities of the same party. */
    private static boolean isBoth(Fact fact, Claim a, Claim b) {
        return fact.nature() == Fact.Nature.ESTIMATE
                && fact.subject().isLike(a.subject())
                && fact.content().amount().isPresent()
                && List.of(a, b).stream()
                        .flatMap(claim -> claim.content().amount().stream())
                        .anyMatch(amount ->
                                amount.kind().equals(fact.content().amount().get().kind()));
    }

    static Optional<Finding> severalReadings(Claim a, Claim b, List<Fact> record) {
        return Rule.either(a, b, (one, other) -> severalReadings(record, one, other));
    }

    private static Optional<Finding> severalReadings(List<Fact> record, Claim one, Claim other) {
        Optional<Amount> about =
                one.content().amount().filter(amount -> amount.rounding() == Amount.Rounding.ABOUT);
        if (about.isEmpty()
                || other.content().amount().isPresent()
                || !one.subject().thing().equals(other.subject().thing())
                || !one.subject().sharesParty(other.subject())) {
            return Optional.empty();
        }
        List<Fact> fitting = record.stream().filter(fact -> fits(fact, one, about.get())).toList();
        Set<Fact.Nature> natures = EnumSet.noneOf(Fact.Nature.class);
        fitting.forEach(fact -> natures.add(fact.nature()));
        if (natures.size() < 2) {
            return Optional.empty();
        }
        return Optional.of(
                new Finding(
                        Text.of(
                                "\""
                                        + about.get().shown().en()
                                        + "\" fits each of: "
                                        + readings(fitting, "en", "; ")
                                        + ". What "
                                        + Said.who(other, "en")
                                        + " says gives no number that would decide it.",
                                "“"
                                        + about.get().shown().zh()
                                        + "”与以下各项都相符："
                                        + readings(fitting, "zh", "；")
                                        + "。"
                                        + Said.who(other, "zh")
                                        + "的说法未给出可供判断的数字。"),
                        fitting));
    }

    private static String readings(List<Fact> facts, String language, String between) {
        return String.join(between, facts.stream().map(fact -> reading(fact, language)).toList());
    }

    private static String reading(Fact fact, String language) {
        Amount amount = fact.content().amount().orElseThrow();
        return fact.nature().text().in(language)
                + " "
                + amount.shown().in(language)
                + fact.when().map(when -> ", " + when).orElse("");
    }

    private static boolean fits(Fact fact, Claim claim, Amount about) {
        return fact.subject().isLike(claim.subject())
                && fact.nature() != Fact.Nature.ESTIMATE
                && fact.content()
                        .amount()
                        .filter(amount ->
                                amount.isLike(about)
                                        && amount.rounding() == Amount.Rounding.EXACT
                                        && about.mayBe(amount.number()))
                        .isPresent();
    }

    static Optional<Finding> otherEstimator(Claim a, Claim b, List<Fact> record) {
        if (!a.subject().isLike(b.subject())
                || !Contrast.of(a, b).contains(Contrast.Dimension.NUMBER)) {
            return Optional.empty();
        }
        return amounts(a, b)
                .filter(two ->
                        two.a().estimator().isPresent()
                                && two.b().estimator().isPresent()
                                && !two.a().estimator().equals(two.b().estimator()))
                .map(two ->
                        Finding.of(
                                two.a().estimator().orElseThrow().en()
                                        + " gives "
                                        + Said.amount(two.a()).en()
                                        + ", "
                                        + two.b().estimator().orElseThrow().en()
                                        + " "
                                        + Said.amount(two.b()).en()
                                        + "; each has its own method, and both are kept.",
                                two.a().estimator().orElseThrow().zh()
                                        + "估计为"
                                        + Said.amount(two.a()).zh()
                                        + "，"
                                        + two.b().estimator().orElseThrow().zh()
                                        + "估计为"
                                        + Said.amount(two.b()).zh()
                                        + "；方法各异，两者并存。"));
    }

    private record Two(Amount a, Amount b) {}

    private static Optional<Two> amounts(Claim a, Claim b) {
        return a.content()
                .amount()
                .flatMap(one -> b.content().amount().map(other -> new Two(one, other)));
    }
}
