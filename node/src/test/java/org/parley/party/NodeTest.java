// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.parley.ParleyException;
import org.parley.agreement.Formulas;
import org.parley.party.Progress.State;
import org.parley.proof.canonical.Json;
import org.parley.record.History;
import org.parley.standing.Standing;
import org.parley.standing.View;
import org.parley.statement.Statement;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class NodeTest {
    private static final String DATA =
            "{kind: declare, under: duties.half_yearly_data, as-of: 2030-01-01,"
                    + " counts: {launchers: 780, deployed_warheads: 1500, deployed_vehicles: 690},"
                    + " audience: parties}";

    private static State state(SimulatedNodes nodes, String at, String ref) {
        return nodes.node(at).find(ref).orElseThrow().state();
    }

    @Test
    void aStatementGoesFromLocalToAcknowledgedAndBothSidesKnowIt() {
        SimulatedNodes nodes = new SimulatedNodes(1, "XA", "XB");
        Entry said = nodes.say("XA", DATA);
        assertThat(state(nodes, "XA", said.ref())).isEqualTo(State.LOCAL);

        nodes.pass(Duration.ofMinutes(5));
        nodes.rounds(2);

        assertThat(state(nodes, "XA", said.ref())).isEqualTo(State.ACKNOWLEDGED);
        assertThat(state(nodes, "XB", said.ref())).isEqualTo(State.ACKNOWLEDGED);
        Progress progress = nodes.node("XA").find(said.ref()).orElseThrow();
        assertThat(progress.delivered()).containsEntry("XB", nodes.now());
        assertThat(progress.received()).containsEntry("XB", nodes.now());
        assertThat(progress.settled()).hasValue(nodes.now());
    }

    @Test
    void whatIsSaidCountsInTheStandingOfBothWithTheReceiversTime() {
        SimulatedNodes nodes = new SimulatedNodes(2, "XA", "XB");
        for (String party : List.of("XA", "XB")) {
            nodes.say(party, "{kind: act, act: entered-into-force, effective: 2030-01-01}");
        }
        Entry said = nodes.say("XA", DATA);
        nodes.pass(Duration.ofDays(1));
        nodes.rounds(3);

        for (String at : List.of("XA", "XB")) {
            History record = nodes.node(at).record();
            Statement heard =
                    record.statements().stream()
                            .filter(one -> one.ref().equals(said.ref()))
                            .findFirst()
                            .orElseThrow();
            assertThat(heard.receivedAt("XB")).hasValue(nodes.now());
            assertThat(record.exercise()).isTrue();
            Standing standing =
                    Standing.of(
                            SimulatedNodes.AGREEMENT,
                            new Formulas(SimulatedNodes.AGREEMENT),
                            record.statements(),
                            record.coverage(),
                            new View(
                                    LocalDate.of(2030, 1, 3),
                                    LocalDate.of(2030, 1, 3),
                                    Optional.empty()));
            assertThat(standing.figures())
                    .anySatisfy(figure -> {
                        assertThat(figure.party()).isEqualTo("XA");
                        assertThat(figure.count()).isEqualTo("launchers");
                        assertThat(figure.value()).isEqualTo(780);
                    });
        }
    }

    @Test
    void anAcceptanceAndADisputeAreSeenOnBothSides() {
        SimulatedNodes nodes = new SimulatedNodes(3, "XA", "XB");
        Entry one = nodes.say("XA", DATA);
        Entry other = nodes.say("XA", DATA.replace("780", "781"));
        nodes.rounds(2);
        nodes.node("XB").sayAbout("accept", one.ref(), Map.of(), List.of(KeyRing.DUTY));
        nodes.say(
                "XB",
                "{kind: dispute, about: " + other.ref() + ", claims: {counts: {launchers: 790}}}");
        nodes.rounds(2);

        for (String at : List.of("XA", "XB")) {
            assertThat(state(nodes, at, one.ref())).isEqualTo(State.ACCEPTED);
            assertThat(state(nodes, at, other.ref())).isEqualTo(State.DISPUTED);
        }
    }

    @Test
    void aBodyForTheAddresseeIsSealedAndAWitnessNeverSeesIt() {
        SimulatedNodes nodes = new SimulatedNodes(4, "XA", "XB", "neutral");
        Entry said = nodes.say("XA", DATA);
        nodes.rounds(2);

        assertThat(said.header().sealed()).isPresent();
        assertThat(nodes.node("XB").body(said).map(Json.Obj::members)).isPresent();
        assertThat(nodes.store("neutral").body(Readers.file(said.header()).orElseThrow()))
                .isEmpty();
        assertThat(nodes.node("XA").find(said.ref()).orElseThrow().delivered())
                .containsKeys("XB", "neutral");
    }

    @Test
    void receiptsAreNotAcknowledgedAndANodeWithoutNewsIsSilent() {
        SimulatedNodes nodes = new SimulatedNodes(5, "XA", "XB");
        nodes.say("XA", DATA);
        nodes.rounds(4);
        long before = nodes.node("XA").head().size() + nodes.node("XB").head().size();

        nodes.rounds(4);

        assertThat(nodes.node("XA").head().size() + nodes.node("XB").head().size())
                .isEqualTo(before);
    }

    @Test
    void aCutLineLosesNothingAndDeliversAfterwards() {
        SimulatedNodes nodes = new SimulatedNodes(6, "XA", "XB");
        nodes.cut(true);
        Entry said = nodes.say("XA", DATA);
        assertThat(nodes.round("XA")).allSatisfy(round -> assertThat(round.problem()).isPresent());
        nodes.pass(Duration.ofDays(3));
        nodes.cut(false);

        nodes.rounds(2);

        assertThat(nodes.node("XA").find(said.ref()).orElseThrow().received())
                .containsEntry("XB", nodes.now());
    }

    @Test
    void wordsTheAgreementDoesNotKnowAreNotSaid() {
        SimulatedNodes nodes = new SimulatedNodes(7, "XA", "XB");

        assertThatThrownBy(
                        () -> nodes.say("XA", "{kind: declare, as-of: 2030-01-01, counts: {x: 1}}"))
                .isInstanceOf(ParleyException.class)
                .hasMessageContaining("no count \"x\"");
        assertThatThrownBy(() -> nodes.say("XA", DATA.replace("}", ", by: XB}")))
                .isInstanceOf(ParleyException.class);
        assertThat(nodes.node("XA").head().size()).isZero();
    }
}
