// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.agreement.Agreement;
import org.parley.record.Library;
import org.parley.yaml.YamlReader;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** A node that takes the place of a lost one must never sign before its log was got back. */
class BeginningTest {
    private static final Path AGREEMENT =
            Path.of(System.getProperty("parley.root")).resolve("exercises/arden-borel");
    private static final SecureRandom CHANCE = new SecureRandom();

    @TempDir Path folder = Path.of(".");

    private final Agreement rules = Library.load(AGREEMENT).agreement();
    private final String origin = "exercise/" + rules.id() + "/XA";
    private final KeyRing before = KeyRing.create(origin, List.of(KeyRing.DUTY), CHANCE);
    private final Card lost = before.card("XA", false, origin, Optional.empty(), 1);
    private final Beginning beginning =
            new Beginning(
                    AGREEMENT,
                    "XA",
                    false,
                    Optional.empty(),
                    Optional.empty(),
                    List.of(KeyRing.DUTY),
                    1,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(lost.signed(before.log())));

    private List<Beginning.Step> steps(NodeHome home) {
        KeyRing keys = KeyRing.create(origin, List.of(KeyRing.DUTY), CHANCE);
        Card card = keys.card("XA", false, origin, Optional.empty(), 1).after(lost);
        return beginning.steps(home, rules, keys, card, origin, CHANCE);
    }

    @Test
    void whereverItStopsThereIsNoNodeOrOneThatSignsNothing() {
        int count = steps(new NodeHome(folder)).size();
        int nodes = 0;
        for (int done = 0; done <= count; done++) {
            NodeHome home = new NodeHome(folder.resolve("after-" + done));
            steps(home).subList(0, done).forEach(Beginning.Step::run);
            if (home.isNode()) {
                nodes++;
                signsNothing(home);
            } else {
                assertThatThrownBy(() -> RunningNode.open(home, Clock.systemUTC(), CHANCE))
                        .isInstanceOf(ParleyException.class)
                        .hasMessageContaining("no node lives here");
            }
        }
        assertThat(nodes).as("only the last step makes a node").isEqualTo(1);
    }

    private static void signsNothing(NodeHome home) {
        // The others are known: with nobody to ask, a node would ask nobody and go on.
        KeyRing other = KeyRing.create("exercise/other", List.of(KeyRing.DUTY), CHANCE);
        Card card = other.card("XB", false, "exercise/other", Optional.empty(), 1);
        home.enrol(card.signed(other.log()), Place.of("XB.card"));
        try (RunningNode node = RunningNode.open(home, Clock.systemUTC(), CHANCE)) {
            assertThat(node.node().problem()).isPresent();
            assertThatThrownBy(() ->
                            node.node()
                                    .say(
                                            YamlReader.document(
                                                            "said",
                                                            "{kind: act, act:" + " withdrawn}")
                                                    .asMap(),
                                            List.of(KeyRing.DUTY)))
                    .isInstanceOf(ParleyException.class);
            assertThatThrownBy(() -> node.announceLoss(0))
                    .isInstanceOf(ParleyException.class)
                    .hasMessageContaining("restored from a copy");
        }
    }

    @Test
    void theOrdinaryWayMarksItToo() {
        NodeHome home = new NodeHome(folder.resolve("whole"));
        assertThat(beginning.in(home, CHANCE).version()).isEqualTo(2);
        signsNothing(home);
    }
}
