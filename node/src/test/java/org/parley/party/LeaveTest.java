// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.log.MemoryStore;
import org.parley.statement.Statement;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** XC leaves XA and XB: from the day on which its act takes effect it is outside. */
class LeaveTest {
    private static final String DATA =
            "{kind: declare, under: duties.half_yearly_data, as-of: 2030-01-01,"
                    + " counts: {launchers: 780}, audience: parties}";

    @TempDir private Path folder = Path.of(".");

    private SimulatedNodes three() throws IOException {
        SimulatedNodes nodes =
                new SimulatedNodes(
                        51,
                        SimulatedNodes.ofFour(folder),
                        name -> new MemoryStore(),
                        "XA",
                        "XB",
                        "XC");
        List.of("XA", "XB", "XC").forEach(nodes::start);
        nodes.say("XC", "{kind: act, act: withdrawn, notified: 2030-01-01, effective: 2030-04-01}");
        nodes.rounds(2);
        return nodes;
    }

    private static Progress at(SimulatedNodes nodes, String at, Entry entry) {
        return nodes.node(at).find(entry.ref()).orElseThrow();
    }

    @Test
    void beforeTheDayItIsAskedAndCountedLikeEverybody() throws IOException {
        SimulatedNodes nodes = three();
        nodes.pass(Duration.ofDays(89));
        nodes.cut("XA", "XC", true);
        nodes.cut("XC", "XA", true);
        Entry said = nodes.say("XA", DATA);
        nodes.rounds(2);

        assertThat(said.header().to()).contains("XB", "XC");
        assertThat(at(nodes, "XA", said).settled()).isEmpty();
    }

    @Test
    void fromTheDayOnOthersAreSettledAndAcknowledgedWithoutIt() throws IOException {
        SimulatedNodes nodes = three();
        Entry early = nodes.say("XA", DATA);
        nodes.rounds(2);
        nodes.pass(Duration.ofDays(91));
        nodes.stop("XC");
        Entry said = nodes.say("XA", DATA.replace("780", "781"));
        nodes.rounds(2);

        assertThat(said.header().to()).doesNotContain("XC").contains("XB");
        assertThat(at(nodes, "XA", said).settled()).isPresent();
        assertThat(at(nodes, "XA", early).delivered()).containsKeys("XB", "XC");
    }

    @Test
    void whatItSaysFromThenOnIsHeldShownAsOutsideAndNotCounted() throws IOException {
        SimulatedNodes nodes = three();
        Entry early = nodes.say("XC", DATA);
        nodes.rounds(2);
        nodes.pass(Duration.ofDays(91));
        Entry late = nodes.say("XC", DATA.replace("780", "781"));
        nodes.rounds(2);

        for (String at : List.of("XA", "XB", "XC")) {
            assertThat(at(nodes, at, late).outside()).isTrue();
            assertThat(at(nodes, at, early).outside()).isFalse();
            assertThat(nodes.node(at).record().statements())
                    .extracting(Statement::ref)
                    .contains(early.ref())
                    .doesNotContain(late.ref());
        }
        assertThat(nodes.node("XA").prove(late.ref())).isPresent();
        assertThat(at(nodes, "XA", early).received()).containsKeys("XA", "XB");
    }

    @Test
    void bodiesForThePartiesAreNotSealedToItAnyMore() throws IOException {
        SimulatedNodes nodes = three();
        nodes.pass(Duration.ofDays(91));
        Entry said = nodes.say("XA", DATA);
        nodes.rounds(2);

        assertThat(nodes.node("XB").body(said)).isPresent();
        assertThat(nodes.store("XC").body(Readers.file(said.header()).orElseThrow())).isEmpty();
        assertThat(nodes.node("XC").find(said.ref())).as("the entry is held").isPresent();
    }
}
