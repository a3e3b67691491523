// SPDX-License-Identifier: Apache-2.0
package org.parley.contradiction;

import org.parley.Text;
import org.parley.contradiction.Candidates.Two;
import org.parley.contradiction.Discrepancy.Placed;
import org.parley.evidence.AgainstRecord;
import org.parley.evidence.Amount;
import org.parley.evidence.Aspect;
import org.parley.evidence.Assertion;
import org.parley.evidence.Claim;
import org.parley.evidence.Comparison;
import org.parley.evidence.Fact;
import org.parley.evidence.Verdict;
import org.parley.extraction.FoundClaim;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Two claims, innocent explanations first; nothing where both can hold as they are. */
final class Comparing {
    /** How far from the day of its text a vague word such as "soon" may mean. */
    private static final int VAGUE_DAYS = 31;

    private Comparing() {}

    static Optional<Discrepancy> of(Two two, Function<LocalDate, List<Fact>> record) {
        if (Blame.isMutual(two.one(), two.other())) {
            return Optional.of(
                    named(
                            two,
                            Verdict.DISPUTE,
                            Blame.RULE,
                            Blame.rule(),
                            Blame.reason(two.one(), two.other()),
                            List.of()));
        }
        LocalDate a = AgainstRecord.day(two.one());
        LocalDate b = AgainstRecord.day(two.other());
        LocalDate later = a.isAfter(b) ? a : b;
        List<Fact> known = record.apply(later);
        return two.one().content().amount().isPresent()
                ? figures(two, known)
                : talks(two).or(() -> rules(two, two.one(), two.other(), known, List.of()));
    }

    private static Optional<Discrepancy> figures(Two two, List<Fact> known) {
        Quantities.Read one = Quantities.read(two.one(), known);
        Quantities.Read other = Quantities.read(two.other(), known);
        Optional<Amount> a = one.claim().content().amount();
        Optional<Amount> b = other.claim().content().amount();
        if (a.isEmpty()
                || b.isEmpty()
                || !a.get().unit().equals(b.get().unit())
                || one.claim().subject().aspect() != other.claim().subject().aspect()) {
            return Optional.empty();
        }
        boolean meets = a.get().meets(b.get());
        if (isProjected(one.claim()) != isProjected(other.claim())) {
            return meets
                    ? Optional.empty()
                    : Optional.of(
                            named(
                                    two,
                                    Verdict.NO_CONTRADICTION,
                                    "projection",
                                    Text.of("A projection beside a number of now.", "预测与现状数字并列。"),
                                    Text.of(
                                            "One tells what is expected, the other what is: both"
                                                    + " can hold.",
                                            "一方所说为预测，另一方所说为现状，可以同时成立。"),
                                    List.of()));
        }
        if (Quantities.isUnstated(one.claim()) != Quantities.isUnstated(other.claim())) {
            return meets
                    ? Optional.empty()
                    : Optional.of(
                            named(
                                    two,
                                    Verdict.CHECK,
                                    "quantity-not-stated",
                                    Text.of(
                                            "One number does not say what it counts.",
                                            "其中一个数字未说明统计口径。"),
                                    Text.of(
                                            "One of them may be another quantity, such as a total"
                                                + " with retired warheads; the text does not say.",
                                            "其中之一可能属于其他统计口径，例如含退役弹头的总数；文中未说明。"),
                                    List.of()));
        }
        List<Fact> by = new ArrayList<>(one.by());
        by.addAll(other.by());
        return rules(two, one.claim(), other.claim(), known, by);
    }

    private static boolean isTimeOpen(Two two) {
        return !two.a().text().equals(two.b().text())
                && (isTimeOpen(two.a()) || isTimeOpen(two.b()));
    }

    private static boolean isTimeOpen(Placed one) {
        return !one.text().dated() && one.claim().timing().when().isEmpty();
    }

    /** One is a plan, the other is not, and they are of different times. */
    private static boolean isPlanApart(Claim one, Claim other) {
        boolean plan =
                (one.content().assertion() == Assertion.PLANNED)
                        != (other.content().assertion() == Assertion.PLANNED);
        return plan && AgainstRecord.isApart(one.time(), other.time());
    }

    /** "Soon" and a day of the next weeks are no two dates. */
    private static boolean isOneVague(Claim one, Claim other) {
        return (isVague(one) || isVague(other))
                && Math.abs(
                                ChronoUnit.DAYS.between(
                                        AgainstRecord.day(one), AgainstRecord.day(other)))
                        <= VAGUE_DAYS;
    }

    private static boolean isVague(Claim claim) {
        return claim.timing().when().filter(when -> when.toString().contains("~")).isPresent();
    }

    private static String time(Claim claim) {
        return claim.time().map(Object::toString).orElse("?");
    }

    private static boolean isProjected(Claim claim) {
        return claim.content().assertion() == Assertion.PROJECTED;
    }

    private static Optional<Discrepancy> rules(
            Two two, Claim one, Claim other, List<Fact> known, List<Fact> readBy) {
        Comparison compared = Comparison.of(one, other, known);
        if (compared.verdict() == Verdict.NO_CONTRADICTION) {
            return Optional.empty();
        }
        boolean within = two.a().text().equals(two.b().text());
        if (compared.verdict() == Verdict.DATES_DIFFER && isOneVague(one, other)) {
            return Optional.empty();
        }
        if (within && compared.verdict() == Verdict.DIFFERENT_QUANTITY) {
            return Optional.empty();
        }
        if (compared.verdict() == Verdict.CHECK && isTimeOpen(two)) {
            return Optional.of(
                    named(
                            two,
                            Verdict.CHECK,
                            Discrepancy.UNDATED,
                            Text.of("They differ, and one text has no date.", "两者不同，而其中一份文件没有日期。"),
                            Text.of(
                                    "At different times both can hold; give the text its date to"
                                            + " know more.",
                                    "若时间不同，两者可各自成立；为该文件注明日期后方可判断。"),
                            compared.beside()));
        }
        if (compared.verdict() == Verdict.CHECK && isPlanApart(one, other)) {
            return Optional.of(
                    named(
                            two,
                            Verdict.CHANGED_OVER_TIME,
                            "plan",
                            Text.of(
                                    "A plan of one time beside a state of another.",
                                    "一时之计划与另一时之状态并列。"),
                            Text.of(
                                    "The one is of "
                                            + time(one)
                                            + ", the other of "
                                            + time(other)
                                            + "; what was planned need not be what came.",
                                    "两者分别指" + time(one) + "和" + time(other) + "；计划与后来的状态可以不同。"),
                            compared.beside()));
        }
        Text reason =
                readBy.isEmpty()
                        ? compared.reason()
                        : Text.of(
                                compared.reason().en()
                                        + " The text does not say which it counts; the"
                                        + " record has exactly that number as: "
                                        + readBy.getFirst().says().en(),
                                compared.reason().zh()
                                        + "文中未说明统计口径；记录中恰有该数字："
                                        + readBy.getFirst().says().zh());
        List<Fact> beside = new ArrayList<>(readBy);
        compared.beside().stream().filter(fact -> !beside.contains(fact)).forEach(beside::add);
        return Optional.of(
                named(
                        two,
                        compared.verdict(),
                        compared.rule().word(),
                        compared.rule().text(),
                        reason,
                        beside));
    }

    /** One meeting of one day, at two places, or with two people in one office. */
    private static Optional<Discrepancy> talks(Two two) {
        if (!isOneMeeting(two)) {
            return Optional.empty();
        }
        Optional<String> here = two.a().found().about().place();
        Optional<String> there = two.b().found().about().place();
        if (here.isPresent() && there.isPresent() && !here.equals(there)) {
            return Optional.of(
                    named(
                            two,
                            Verdict.CHECK,
                            "other-place",
                            Text.of(
                                    "Two places for what seems to be one meeting.",
                                    "看来为同一会晤，地点不同。"),
                            Text.of(
                                    here.get()
                                            + " against "
                                            + there.get()
                                            + "; perhaps two meetings.",
                                    here.get() + "与" + there.get() + "不一；也可能是两次会晤。"),
                            List.of()));
        }
        for (FoundClaim.Participant one : two.a().found().participants()) {
            for (FoundClaim.Participant other : two.b().found().participants()) {
                if (isSameOffice(one, other) && !isSameName(one.name(), other.name())) {
                    return Optional.of(
                            named(
                                    two,
                                    Verdict.CHECK,
                                    "other-participant",
                                    Text.of(
                                            "Two people in one office at what seems to be one"
                                                    + " meeting.",
                                            "看来为同一会晤，同一职务的人员不同。"),
                                    Text.of(
                                            one.name()
                                                    + " against "
                                                    + other.name()
                                                    + "; perhaps one name"
                                                    + " in two spellings.",
                                            one.name() + "与" + other.name() + "不一；也可能是同一人的不同译名。"),
                                    List.of()));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isOneMeeting(Two two) {
        return two.one().subject().aspect() == Aspect.MEETING_HELD
                && two.other().subject().aspect() == Aspect.MEETING_HELD
                && two.one().timing().when().filter(when -> when.isExact()).isPresent()
                && two.other().timing().when().filter(when -> when.isExact()).isPresent()
                && two.one().subject().event().equals(two.other().subject().event());
    }

    private static boolean isSameOffice(FoundClaim.Participant one, FoundClaim.Participant other) {
        return one.side().isPresent()
                && one.side().equals(other.side())
                && one.role().isPresent()
                && one.role().equals(other.role());
    }

    private static boolean isSameName(String one, String other) {
        return one.contains(other) || other.contains(one) || isLatin(one) != isLatin(other);
    }

    private static boolean isLatin(String name) {
        return name.charAt(0) < 0x250;
    }

    private static Discrepancy named(
            Two two, Verdict verdict, String word, Text rule, Text reason, List<Fact> beside) {
        List<Placed> sides = new ArrayList<>(List.of(two.a(), two.b()));
        sides.sort(Comparator.comparing(side -> side.claim().voice().type()));
        return new Discrepancy(
                two.a().text().equals(two.b().text())
                        ? Discrepancy.Kind.WITHIN
                        : Discrepancy.Kind.BETWEEN,
                sides.stream().map(Placed::side).toList(),
                verdict,
                word,
                rule,
                reason,
                beside);
    }
}
