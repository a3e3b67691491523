// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.ParleyException;
import org.parley.exchange.Courier;
import org.parley.party.Couriers.Outcome;
import org.parley.party.Progress.State;
import org.parley.proof.checkpoint.Fork;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

class CourierTest {
    private static final String DATA =
            "{kind: declare, under: duties.half_yearly_data, as-of: 2030-01-01,"
                    + " counts: {launchers: 780, deployed_warheads: 1500, deployed_vehicles: 690},"
                    + " audience: parties}";

    @TempDir Path folder;

    private static byte[] written(SimulatedNodes nodes, String from, Optional<String> reader) {
        return Couriers.write(nodes.node(from), Map.of(), reader);
    }

    private Couriers.Read read(SimulatedNodes nodes, String at, byte[] bytes) {
        Path file = folder.resolve("a.courier");
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        try (Courier courier = Courier.open(file, "a.courier")) {
            return Couriers.read(nodes.node(at), courier, "a.courier");
        }
    }

    private static Outcome outcome(Couriers.Read read, String party) {
        return read.logs().stream()
                .filter(log -> log.party().equals(party))
                .findFirst()
                .orElseThrow()
                .outcome();
    }

    @Test
    void withoutAnyLineAStatementIsAcknowledgedByTwoFiles() {
        SimulatedNodes nodes = new SimulatedNodes(1, "XA", "XB");
        nodes.cut(true);
        Entry said = nodes.say("XA", DATA);
        nodes.pass(Duration.ofDays(1));

        Couriers.Read there = read(nodes, "XB", written(nodes, "XA", Optional.of("XB")));
        Couriers.Read back = read(nodes, "XA", written(nodes, "XB", Optional.empty()));

        assertThat(outcome(there, "XA")).isEqualTo(Outcome.TAKEN);
        assertThat(there.bodies()).isEqualTo(1);
        assertThat(outcome(back, "XA")).isEqualTo(Outcome.OWN);
        assertThat(outcome(back, "XB")).isEqualTo(Outcome.TAKEN);
        Progress progress = nodes.node("XA").find(said.ref()).orElseThrow();
        assertThat(progress.state()).isEqualTo(State.ACKNOWLEDGED);
        assertThat(progress.delivered()).containsEntry("XB", nodes.now());
    }

    @Test
    void theSameFileTwiceIsNothingNew() {
        SimulatedNodes nodes = new SimulatedNodes(2, "XA", "XB");
        nodes.say("XA", DATA);
        byte[] file = written(nodes, "XA", Optional.empty());
        read(nodes, "XB", file);
        long size = nodes.node("XB").head().size();

        Couriers.Read again = read(nodes, "XB", file);

        assertThat(outcome(again, "XA")).isEqualTo(Outcome.HELD);
        assertThat(again.bodies()).isZero();
        assertThat(nodes.node("XB").head().size()).isEqualTo(size);
    }

    @Test
    void aThirdPartysLogIsCarriedAndOnlyWithTheBodiesTheReaderMayHave() {
        SimulatedNodes nodes = new SimulatedNodes(3, "XA", "XB", "neutral");
        Entry said = nodes.say("XA", DATA);
        nodes.rounds(2);

        Couriers.Read read = read(nodes, "neutral", written(nodes, "XB", Optional.of("neutral")));

        assertThat(outcome(read, "XA")).isEqualTo(Outcome.TAKEN);
        assertThat(read.bodies()).isZero();
        assertThat(nodes.node("neutral").body(said)).isEmpty();
    }

    @Test
    void afterACourierANetworkGoesOnWhereItStopped() {
        SimulatedNodes nodes = new SimulatedNodes(4, "XA", "XB");
        nodes.say("XA", DATA);
        read(nodes, "XB", written(nodes, "XA", Optional.empty()));
        Entry second = nodes.say("XA", DATA.replace("780", "781"));

        nodes.rounds(3);

        assertThat(nodes.node("XA").find(second.ref()).orElseThrow().state())
                .isEqualTo(State.ACKNOWLEDGED);
    }

    @Test
    void everyFlippedByteIsRefusedOrChangesNothing() {
        SimulatedNodes source = new SimulatedNodes(5, "XA", "XB");
        source.say("XA", DATA);
        byte[] file = written(source, "XA", Optional.empty());
        int refused = 0;
        int step = 211;
        for (int at = 0; at < file.length; at += step) {
            SimulatedNodes nodes = new SimulatedNodes(5, "XA", "XB");
            byte[] broken = file.clone();
            broken[at] ^= 1;
            String origin = nodes.node("XA").origin();
            try {
                // A bit that means nothing: a time in the zip, a signature by nobody known here.
                Couriers.Read read = read(nodes, "XB", broken);
                assertThat(outcome(read, "XA")).isEqualTo(Outcome.TAKEN);
                assertThat(nodes.store("XB").entries(origin, 0, 1).getFirst())
                        .isEqualTo(source.store("XA").entries(origin, 0, 1).getFirst());
            } catch (ParleyException e) {
                refused++;
                assertThat(e.getMessage()).contains("nothing of it was taken");
                assertThat(nodes.store("XB").held(origin)).isZero();
                assertThat(nodes.node("XB").head().size()).isZero();
            }
        }
        assertThat(refused).isGreaterThan(file.length / step / 2);
    }

    @Test
    void aFileThatIsCutShortIsRefused() {
        SimulatedNodes nodes = new SimulatedNodes(6, "XA", "XB");
        nodes.say("XA", DATA);
        byte[] file = written(nodes, "XA", Optional.empty());

        for (int length : List.of(0, 1, 21, 22, file.length / 2, file.length - 1)) {
            assertThatThrownBy(() -> read(nodes, "XB", Arrays.copyOf(file, length)))
                    .isInstanceOf(ParleyException.class)
                    .hasMessageContaining("nothing of it was taken");
        }
        assertThat(nodes.store("XB").held(nodes.node("XA").origin())).isZero();
    }

    private static byte[] zip(int method, List<String> names, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (String name : names) {
                ZipEntry entry = new ZipEntry(name);
                byte[] in =
                        name.equals("manifest.json")
                                ? "{\"format\":\"parley/courier/v1\",\"from\":\"XA\",\"logs\":[]}"
                                        .getBytes(StandardCharsets.UTF_8)
                                : content;
                CRC32 crc = new CRC32();
                crc.update(in);
                entry.setMethod(method);
                entry.setSize(in.length);
                entry.setCrc(crc.getValue());
                out.putNextEntry(entry);
                out.write(in);
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void compressedFilesAndNamesThatLeadElsewhereAreRefused() throws IOException {
        SimulatedNodes nodes = new SimulatedNodes(7, "XA", "XB");
        byte[] bomb =
                zip(ZipEntry.DEFLATED, List.of("manifest.json", "bodies/x"), new byte[9_000_000]);
        assertThatThrownBy(() -> read(nodes, "XB", bomb)).hasMessageContaining("not simply stored");
        for (String name :
                List.of(
                        "../roster/XA.card",
                        "cards/../../x.card",
                        "/etc/passwd",
                        "logs/../checkpoint",
                        "C:\\x",
                        "bodies/" + "0".repeat(64))) {
            byte[] file = zip(ZipEntry.STORED, List.of("manifest.json", name), new byte[10]);
            assertThatThrownBy(() -> read(nodes, "XB", file))
                    .as(name)
                    .isInstanceOf(ParleyException.class)
                    .hasMessageContaining("nothing of it was taken");
        }
        byte[] empty = zip(ZipEntry.STORED, List.of("manifest.json"), new byte[0]);
        assertThat(read(nodes, "XB", empty).logs()).isEmpty();
    }

    @Test
    void moreFilesThanAreAllowedAreRefusedBeforeTheyAreRead() throws IOException {
        SimulatedNodes nodes = new SimulatedNodes(8, "XA", "XB");
        List<String> names = new ArrayList<>(List.of("manifest.json"));
        for (int i = 0; i < 65_001; i++) {
            names.add("cards/" + i + ".card");
        }
        byte[] file = zip(ZipEntry.STORED, names, new byte[0]);

        assertThatThrownBy(() -> read(nodes, "XB", file)).hasMessageContaining("65000 files");
    }

    @Test
    void twoHistoriesAreKeptAsEvidenceAndNothingElseOfThemIsTaken() {
        SimulatedNodes one = new SimulatedNodes(9, "XA", "XB");
        SimulatedNodes other = new SimulatedNodes(9, "XA", "XB");
        one.say("XA", DATA);
        read(one, "XB", written(one, "XA", Optional.empty()));
        other.say("XA", DATA.replace("780", "781"));
        other.say("XA", DATA.replace("780", "782"));

        Couriers.Read read = read(one, "XB", written(other, "XA", Optional.empty()));

        assertThat(outcome(read, "XA")).isEqualTo(Outcome.FORK);
        assertThat(read.bodies()).isZero();
        assertThat(one.store("XB").held(one.node("XA").origin())).isEqualTo(1);
        byte[] evidence = one.node("XB").evidence().values().iterator().next();
        Fork.Shown shown = Fork.parse(evidence).verify(one.node("XA").roster().ownCard().log());
        assertThat(shown.signedBoth()).containsExactly(one.node("XA").origin());
        assertThat(shown.first().size()).isEqualTo(1);
        assertThat(shown.second().size()).isEqualTo(2);
    }
}
