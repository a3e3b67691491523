// SPDX-License-Identifier: Apache-2.0
package org.parley.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Every rule on its made-up examples, and what holds of all of them. */
class RuleTest {
    private static Dossier examples() {
        try (InputStream in = Rule.class.getResourceAsStream("examples.yaml")) {
            return Dossier.read(
                    "examples.yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Pair> examples(Dossier dossier, Rule rule, String ending) {
        String id = rule.word() + ending;
        return dossier.pairs().stream().filter(pair -> pair.id().matches(id + "(-\\d)?")).toList();
    }

    @Test
    void everyRuleFiresOnItsExamplesAndNotOnItsNearMisses() {
        Dossier dossier = examples();
        int pairs = 0;
        for (Rule rule : Rule.values()) {
            List<Pair> fires = examples(dossier, rule, "");
            List<Pair> misses = examples(dossier, rule, "-not");
            assertThat(fires).as(rule.word()).isNotEmpty();
            assertThat(misses).as(rule.word()).isNotEmpty();
            for (Pair pair : fires) {
                assertThat(dossier.compare(pair).rule()).as(pair.id()).isEqualTo(rule);
            }
            for (Pair pair : misses) {
                assertThat(dossier.compare(pair).verdict())
                        .as(pair.id())
                        .isNotEqualTo(rule.verdict());
            }
            pairs += fires.size() + misses.size();
        }
        assertThat(pairs).isEqualTo(dossier.pairs().size());
    }

    @Test
    void everyVerdictHasARule() {
        Set<Verdict> given = EnumSet.noneOf(Verdict.class);
        for (Rule rule : Rule.values()) {
            given.add(rule.verdict());
        }
        for (RecordRule rule : RecordRule.values()) {
            given.add(rule.verdict());
        }
        // What a calendar says against a text; ContradictionsTest has them both.
        given.addAll(Set.of(Verdict.IMPOSSIBLE, Verdict.NOT_VERIFIABLE));
        assertThat(given).containsExactlyInAnyOrder(Verdict.values());
    }

    @Test
    void theOrderOfTheTwoClaimsDoesNotMatter() {
        for (Dossier dossier : List.of(examples(), ClaimsTest.shipped())) {
            List<Claim> claims = new ArrayList<>(dossier.claims());
            for (Claim a : claims) {
                for (Claim b : claims) {
                    Comparison one = Comparison.of(a, b, dossier.facts());
                    Comparison other = Comparison.of(b, a, dossier.facts());
                    assertThat(other.rule()).as(a.ref() + " " + b.ref()).isEqualTo(one.rule());
                }
            }
        }
    }

    @Test
    void aClaimAgainstItselfIsNoContradiction() {
        for (Dossier dossier : List.of(examples(), ClaimsTest.shipped())) {
            for (Claim claim : dossier.claims()) {
                Comparison one = dossier.compare(claim, claim);
                assertThat(one.verdict()).as(claim.ref()).isEqualTo(Verdict.NO_CONTRADICTION);
            }
        }
    }

    @Test
    void claimsAboutDifferentThingsAreNeverSetAgainstEachOther() {
        Dossier shipped = ClaimsTest.shipped();
        List<Claim> claims = new ArrayList<>(shipped.claims());
        int apart = 0;
        for (Claim a : claims) {
            for (Claim b : claims) {
                boolean unlike =
                        !a.subject().thing().equals(b.subject().thing())
                                && (a.sort().isEmpty() || !a.sort().equals(b.sort()));
                if (unlike) {
                    apart++;
                    assertThat(Comparison.of(a, b, shipped.facts()).verdict())
                            .as(a.ref() + " " + b.ref())
                            .isEqualTo(Verdict.NO_CONTRADICTION);
                }
            }
        }
        assertThat(apart).isGreaterThan(500);
    }

    @Test
    void noReasonNamesAWinner() {
        for (Dossier dossier : List.of(examples(), ClaimsTest.shipped())) {
            for (Pair pair : dossier.pairs()) {
                Comparison one = dossier.compare(pair);
                assertThat(one.reason().en())
                        .as(pair.id())
                        .isNotBlank()
                        .doesNotContain("wrong", "correct", "violat", "true", "false");
                assertThat(one.reason().zh()).as(pair.id()).isNotBlank().doesNotContain("违反");
                assertThat(one.outcomes()).hasSize(Rule.values().length);
            }
        }
    }

    @Test
    void aRoundedNumberIsWhatRoundsToIt() {
        Amount about = amount(1550, Amount.Rounding.ABOUT);
        assertThat(List.of(1544L, 1545L, 1549L, 1550L, 1554L, 1555L).stream().map(about::mayBe))
                .containsExactly(false, true, true, true, true, false);
        assertThat(amount(1549, Amount.Rounding.ABOUT).mayBe(1550)).isFalse();
        assertThat(amount(500, Amount.Rounding.MORE_THAN).mayBe(500)).isFalse();
        assertThat(amount(500, Amount.Rounding.AT_LEAST).mayBe(500)).isTrue();
        assertThat(amount(12, Amount.Rounding.MORE_THAN).meets(amount(16, Amount.Rounding.EXACT)))
                .isTrue();
        assertThat(amount(12, Amount.Rounding.AT_MOST).meets(amount(16, Amount.Rounding.EXACT)))
                .isFalse();
    }

    private static Amount amount(long number, Amount.Rounding rounding) {
        return new Amount(
                number,
                rounding,
                "warheads",
                java.util.Optional.empty(),
                java.util.Optional.empty(),
                java.util.Optional.empty());
    }
}
