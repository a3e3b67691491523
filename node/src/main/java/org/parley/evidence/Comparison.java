// SPDX-License-Identifier: Apache-2.0
package org.parley.evidence;

import org.parley.Text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Two claims beside each other and beside the record. It says how they compare and which rule says
 * so; it picks no winner, and changes neither text nor record.
 *
 * @param beside entries of the record on the same matter, those that the verdict rests on first
 */
public record Comparison(Claim a, Claim b, List<Outcome> outcomes, List<Fact> beside) {

    public Comparison {
        outcomes = List.copyOf(outcomes);
        beside = List.copyOf(beside);
    }

    /**
     * One rule tried.
     *
     * @param reason why it fired; empty if it did not
     */
    public record Outcome(Rule rule, Optional<Text> reason) {

        public boolean fired() {
            return reason.isPresent();
        }
    }

    /**
     * Compares.
     *
     * @param all what is known; of it only what concerns the matter is looked at
     */
    public static Comparison of(Claim a, Claim b, List<Fact> all) {
        List<Fact> record = Series.standing(a, b, all);
        List<Outcome> outcomes = new ArrayList<>();
        Set<Fact> beside = new LinkedHashSet<>();
        boolean decided = false;
        for (Rule rule : Rule.values()) {
            if (decided && rule == Rule.NOT_EXPLAINED) {
                outcomes.add(new Outcome(rule, Optional.empty()));
                continue;
            }
            Optional<Finding> finding = rule.on(a, b, record);
            outcomes.add(new Outcome(rule, finding.map(Finding::reason)));
            if (!decided && finding.isPresent()) {
                beside.addAll(finding.get().beside());
                decided = true;
            }
        }
        record.stream().filter(fact -> bears(fact, a) || bears(fact, b)).forEach(beside::add);
        return new Comparison(a, b, outcomes, List.copyOf(beside));
    }

    static boolean concerns(Fact fact, Claim claim) {
        return fact.subject().isLike(claim.subject());
    }

    /** Of events that come again, only that of the claim's time is shown beside it. */
    private static boolean bears(Fact fact, Claim claim) {
        Aspect aspect = fact.subject().aspect();
        boolean another =
                aspect.kind() == Aspect.Kind.EVENT
                        && aspect.repeats()
                        && fact.subject().event().isEmpty()
                        && Contrast.isApart(fact.when(), claim.timing().when());
        return concerns(fact, claim) && !another;
    }

    /** The first rule that fired. */
    public Rule rule() {
        return decisive().rule();
    }

    public Verdict verdict() {
        return rule().verdict();
    }

    public Text reason() {
        return decisive().reason().orElseThrow();
    }

    private Outcome decisive() {
        return outcomes.stream().filter(Outcome::fired).findFirst().orElseThrow();
    }
}
