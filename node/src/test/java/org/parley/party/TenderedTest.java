// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.parley.agreement.Formulas;
import org.parley.flag.Flag;
import org.parley.flag.Flags;
import org.parley.record.History;
import org.parley.standing.DutyStanding;
import org.parley.standing.Standing;
import org.parley.standing.View;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** XA owes data by 2030-08-31; XB, to whom they go, is silent; a witness may have seen them. */
class TenderedTest {
    private static final LocalDate DUE = LocalDate.of(2030, 8, 31);
    private static final String DATA =
            "{kind: declare, under: duties.half_yearly_data, as-of: 2030-08-01,"
                    + " counts: {launchers: 780, deployed_warheads: 1500, deployed_vehicles: 690},"
                    + " audience: parties}";

    private final SimulatedNodes nodes;
    private final Entry said;

    TenderedTest() {
        nodes = new SimulatedNodes(31, "XA", "XB", "neutral");
        for (String party : List.of("XA", "XB")) {
            nodes.say(party, "{kind: act, act: entered-into-force, effective: 2030-01-01}");
        }
        nodes.rounds(3);
        nodes.pass(Duration.ofDays(220));
        nodes.cut("XA", "XB", true);
        nodes.cut("XB", "XA", true);
        said = nodes.say("XA", DATA);
    }

    private Standing standing(String at, LocalDate day, Optional<String> viewer) {
        History record = nodes.node(at).record();
        return Standing.of(
                SimulatedNodes.AGREEMENT,
                new Formulas(SimulatedNodes.AGREEMENT),
                record.statements(),
                record.coverage(),
                new View(day, LocalDate.of(2031, 1, 1), viewer));
    }

    private DutyStanding duty(String at, LocalDate day, Optional<String> viewer) {
        return standing(at, day, viewer).duties().stream()
                .filter(one ->
                        one.id().equals("half_yearly_data")
                                && one.party().equals("XA")
                                && one.due().day(SimulatedNodes.AGREEMENT.zone()).equals(DUE))
                .findFirst()
                .orElseThrow();
    }

    private DutyStanding duty(LocalDate day) {
        return duty("XA", day, Optional.empty());
    }

    private List<String> flagged(LocalDate day) {
        return Flags.of(standing("XA", day, Optional.empty())).stream()
                .filter(flag -> flag.text().en().startsWith("XA: half_yearly_data due " + DUE))
                .map(Flag::code)
                .toList();
    }

    @Test
    void whatAWitnessSawInTimeIsContestedAndNeverLateOrMissedWhileTheAddresseeIsSilent() {
        nodes.rounds(2);
        assertThat(duty(DUE).state()).as("there is time").isEqualTo(DutyStanding.State.OPEN);

        for (Optional<String> viewer : List.of(Optional.<String>empty(), Optional.of("XB"))) {
            DutyStanding duty = duty("XA", DUE.plusDays(1), viewer);
            assertThat(duty.state()).isEqualTo(DutyStanding.State.CONTESTED);
            assertThat(duty.positions())
                    .containsExactly(new DutyStanding.Position("XA", "tendered", said.ref()));
            assertThat(duty.statement()).hasValue(said.ref());
            assertThat(duty.received()).isEmpty();
        }
        assertThat(flagged(DUE.plusDays(1)))
                .doesNotContain("late-notification", "missed-duty", "views-differ");
    }

    @Test
    void aReceiptAfterTheDayDoesNotMakeLateWhatAWitnessSawInTime() {
        nodes.rounds(2);
        nodes.pass(Duration.ofDays(40));
        nodes.cut("XA", "XB", false);
        nodes.cut("XB", "XA", false);
        nodes.rounds(3);

        for (LocalDate day : List.of(DUE.plusDays(1), DUE.plusDays(60))) {
            assertThat(duty(day).state()).isEqualTo(DutyStanding.State.CONTESTED);
        }
        assertThat(nodes.node("XA").find(said.ref()).orElseThrow().received()).containsKey("XB");
        assertThat(flagged(DUE.plusDays(60))).doesNotContain("late-notification");
    }

    @Test
    void whatTheWitnessSawOnlyAfterTheDayIsLate() {
        nodes.pass(Duration.ofDays(40));
        nodes.cut("XA", "XB", false);
        nodes.cut("XB", "XA", false);
        nodes.rounds(3);

        assertThat(duty(DUE.plusDays(60)).state()).isEqualTo(DutyStanding.State.LATE);
        assertThat(flagged(DUE.plusDays(60))).contains("late-notification");
    }

    @Test
    void whatNobodyElseSawIsNeitherMetNorMissed() {
        nodes.stop("neutral");
        nodes.rounds(2);

        assertThat(duty(DUE).state()).isEqualTo(DutyStanding.State.OPEN);
        assertThat(duty(DUE.plusDays(1)).state()).isEqualTo(DutyStanding.State.NOT_VISIBLE);
        assertThat(duty("XB", DUE.plusDays(1), Optional.empty()).state())
                .as("nothing was said as far as XB knows")
                .isEqualTo(DutyStanding.State.MISSED);
    }

    @Test
    void aComplaintByTheSilentAddresseeLeavesItContested() {
        nodes.rounds(2);
        nodes.pass(Duration.ofDays(40));
        nodes.cut("XB", "XA", false);
        nodes.say(
                "XB",
                "{kind: dispute, about: {duty: half_yearly_data, party: XA, for: 2030-08-01},"
                        + " claims: {state: missed}}");
        nodes.rounds(2);

        assertThat(duty(DUE.plusDays(60)).state()).isEqualTo(DutyStanding.State.CONTESTED);
        assertThat(duty("XA", DUE.plusDays(60), Optional.of("XB")).state())
                .isEqualTo(DutyStanding.State.MISSED);
        assertThat(flagged(DUE.plusDays(60))).contains("views-differ");
    }
}
