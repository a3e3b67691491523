// SPDX-License-Identifier: Apache-2.0
package org.parley.contradiction;

import org.parley.contradiction.Discrepancy.Placed;
import org.parley.evidence.AgainstRecord;
import org.parley.evidence.Aspect;
import org.parley.evidence.Claim;
import org.parley.evidence.Status;
import org.parley.evidence.Subject;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which claims are worth comparing: those of one matter that have what a comparison takes. */
final class Candidates {
    /** More of one matter are compared with the nearest in the list only. */
    private static final int NEAREST_MAX = 400;

    /** Plans that were spoken of within so many days are taken for one plan. */
    private static final int ONE_PLAN_DAYS = 31;

    private static final String TALKS = Aspect.MEETING_HELD.family();

    private Candidates() {}

    /** Two claims, as they are compared. */
    record Two(Placed a, Placed b, Claim one, Claim other) {}

    static List<Two> in(List<Placed> placed) {
        Map<String, List<Placed>> matters = new LinkedHashMap<>();
        for (Placed one : placed) {
            Subject subject = one.claim().subject();
            matters.computeIfAbsent(
                            subject.thing() + "/" + matter(subject.aspect()),
                            _ -> new ArrayList<>())
                    .add(one);
        }
        List<Two> found = new ArrayList<>();
        for (List<Placed> matter : matters.values()) {
            IdentityHashMap<Placed, Set<String>> sides = sides(matter);
            for (int i = 0; i < matter.size(); i++) {
                int end = Math.min(matter.size(), i + 1 + NEAREST_MAX);
                for (int j = i + 1; j < end; j++) {
                    Placed a = matter.get(i);
                    Placed b = matter.get(j);
                    if (isBetweenSame(sides, a, b)) {
                        two(a, b).ifPresent(found::add);
                    }
                }
            }
        }
        return found;
    }

    /** That one breaks an agreement and that another is to blame for its end is one quarrel. */
    private static String matter(Aspect aspect) {
        return (aspect == Aspect.RESPONSIBILITY ? Aspect.PERFORMS : aspect).family();
    }

    /** Talks between two are no talks with a third. */
    private static boolean isBetweenSame(
            IdentityHashMap<Placed, Set<String>> sides, Placed a, Placed b) {
        if (!a.claim().subject().aspect().family().equals(TALKS)) {
            return true;
        }
        Set<String> one = sides.getOrDefault(a, Set.of());
        Set<String> other = sides.getOrDefault(b, Set.of());
        return one.containsAll(other) || other.containsAll(one);
    }

    /**
     * Who talks. Where a sentence names one only, the others are those with whom its text has it
     * talk most often; that serves to find what to compare, and is not claimed.
     */
    private static IdentityHashMap<Placed, Set<String>> sides(List<Placed> matter) {
        IdentityHashMap<Placed, Set<String>> sides = new IdentityHashMap<>();
        for (Placed one : matter) {
            Set<String> own = Set.copyOf(one.claim().subject().whose());
            Map<Set<String>, Integer> counts = new LinkedHashMap<>();
            if (own.size() == 1) {
                one.text().extraction().claims().stream()
                        .filter(claim ->
                                claim.actors().size() > 1 && claim.actors().containsAll(own))
                        .forEach(
                                claim -> counts.merge(Set.copyOf(claim.actors()), 1, Integer::sum));
            }
            sides.put(
                    one,
                    counts.entrySet().stream()
                            .max(Map.Entry.comparingByValue())
                            .map(Map.Entry::getKey)
                            .orElse(own));
        }
        return sides;
    }

    private static Optional<Two> two(Placed a, Placed b) {
        Subject one = a.claim().subject();
        Subject other = b.claim().subject();
        if (one.whose().isEmpty()
                || isOneSentence(a, b)
                || !isTellable(a, b)
                || !(Blame.isMutual(a.claim(), b.claim()) || isOfOne(one, other))) {
            return Optional.empty();
        }
        if (isPlanned(a.claim()) && isPlanned(b.claim())) {
            return isOnePlan(a.claim(), b.claim())
                    ? Optional.of(new Two(a, b, as(a.claim(), "plan"), as(b.claim(), "plan")))
                    : Optional.empty();
        }
        return Optional.of(new Two(a, b, a.claim(), b.claim()));
    }

    /** Of one party at least, or the one says that it alone is meant. */
    private static boolean isOfOne(Subject one, Subject other) {
        return one.only()
                || other.only()
                || !Collections.disjoint(Set.copyOf(one.whose()), other.whose());
    }

    private static boolean isOneSentence(Placed a, Placed b) {
        return a.text().equals(b.text())
                && a.found().anchor().from() < b.found().anchor().to()
                && b.found().anchor().from() < a.found().anchor().to();
    }

    /**
     * Two events that can come again need their dates; and a text that tells one thing after the
     * other is not at odds with itself, so of states only those of different texts are compared.
     */
    private static boolean isTellable(Placed a, Placed b) {
        Aspect.Kind one = a.claim().subject().aspect().kind();
        Aspect.Kind other = b.claim().subject().aspect().kind();
        if (one == Aspect.Kind.FIGURE && other == Aspect.Kind.FIGURE) {
            return true;
        }
        if (one == Aspect.Kind.JUDGEMENT && other == Aspect.Kind.JUDGEMENT) {
            // Two judges in one text differ with each other, not the text with itself.
            return !a.text().equals(b.text()) || !a.claim().chain().equals(b.claim().chain());
        }
        boolean dated =
                a.claim().timing().when().isPresent() && b.claim().timing().when().isPresent();
        if (one == Aspect.Kind.EVENT && other == Aspect.Kind.EVENT) {
            return dated && (isFirst(a) != isFirst(b) || !isTwoMeetings(a.claim(), b.claim()));
        }
        return !a.text().equals(b.text());
    }

    private static boolean isFirst(Placed one) {
        return one.claim().content().first().isPresent();
    }

    /**
     * Held on days that cannot be one: two meetings, not two dates of one. An office is taken and
     * left by one person once, as far as two texts of one time are concerned.
     */
    private static boolean isTwoMeetings(Claim a, Claim b) {
        return a.subject().aspect().repeats()
                && !a.subject().thing().equals(OfficeTerms.OFFICE)
                && !(isPlanned(a) && isPlanned(b))
                && AgainstRecord.isApart(a.timing().when(), b.timing().when());
    }

    private static boolean isPlanned(Claim claim) {
        Status status = claim.content().status();
        return claim.subject().aspect() == Aspect.MEETING_PLANNED && status != Status.POSTPONED;
    }

    private static boolean isOnePlan(Claim a, Claim b) {
        boolean sides = Set.copyOf(a.subject().whose()).equals(Set.copyOf(b.subject().whose()));
        boolean named =
                a.subject().event().isEmpty()
                        || b.subject().event().isEmpty()
                        || a.subject().event().equals(b.subject().event());
        return sides
                && named
                && Math.abs(ChronoUnit.DAYS.between(AgainstRecord.day(a), AgainstRecord.day(b)))
                        <= ONE_PLAN_DAYS;
    }

    private static Claim as(Claim claim, String event) {
        Subject subject = claim.subject();
        return with(
                claim,
                new Subject(
                        subject.thing(),
                        subject.aspect(),
                        subject.whose(),
                        Optional.of(event),
                        subject.only()));
    }

    static Claim with(Claim claim, Subject subject) {
        return with(claim, subject, claim.content());
    }

    static Claim with(Claim claim, Claim.Content content) {
        return with(claim, claim.subject(), content);
    }

    private static Claim with(Claim claim, Subject subject, Claim.Content content) {
        return new Claim(
                claim.ref(),
                subject,
                content,
                claim.timing(),
                claim.chain(),
                claim.says(),
                claim.sort(),
                claim.confirmedBy(),
                claim.quote(),
                claim.source(),
                claim.note(),
                claim.unverified(),
                claim.exercise(),
                claim.place());
    }
}
