// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.party.NodeHome;
import org.parley.party.RunningNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;

/** Files for a stick, with nodes that run and nodes that do not. */
final class CourierCommandTest {
    @TempDir Path folder;

    private Homes homes = new Homes(Path.of("."));

    @BeforeEach
    void oneDeclaration() throws IOException {
        homes = new Homes(folder);
        homes.begin();
        homes.done("act act=entered-into-force effective=2026-01-01 --home @XA");
        homes.done(Homes.DECLARE + " to=[XB] --home @XA");
    }

    private RunningNode running(String home) {
        SecureRandom chance = new SecureRandom();
        NodeHome at = new NodeHome(homes.path(home));
        RunningNode running = RunningNode.open(at, Clock.systemUTC(), chance);
        running.takeCommands(chance);
        return running;
    }

    @Test
    void nodesThatRunWriteAndReadThemselves() {
        try (RunningNode xa = running("XA");
                RunningNode xb = running("XB")) {
            assertThat(homes.done("courier write @file --for XB --home @XA"))
                    .containsPattern("Written: .*file  [0-9]+ bytes");
            assertThat(homes.done("courier read @file --home @XB"))
                    .contains("Written by XA", "XA  taken: entries 0–2", "Bodies taken: 2");
            assertThat(xb.node().find("XA/1")).isPresent();

            homes.done("courier write @back --for XA --home @XB");
            assertThat(homes.done("courier read @back --home @XA"))
                    .contains("Written by XB", "XB  taken: entries 0–");
            assertThat(homes.done("node status --home @XA")).contains("acknowledged");
            assertThat(xa.node().find("XA/1")).isPresent();
        }
    }

    @Test
    void whatARunningNodeRefusesIsToldAsIfItDidNotRun() throws IOException {
        homes.done("courier write @file --for XB --home @XA");
        byte[] bytes = Files.readAllBytes(homes.path("file"));
        bytes[bytes.length / 2] ^= 1;
        Files.write(homes.path("bad"), bytes);
        String alone = homes.run("courier read @bad --home @XB").err();
        try (RunningNode xb = running("XB")) {
            Session told = homes.run("courier read @bad --home @XB");
            assertThat(told.err()).isEqualTo(alone).contains("bad");
            assertThat(told.code()).isEqualTo(Parley.WRONG);
            assertThat(xb.node().find("XA/1")).isEmpty();

            Session missing = homes.run("courier read @nowhere --home @XB");
            assertThat(missing.err()).contains("nowhere").hasLineCount(1);
        }
        try (RunningNode xa = running("XA")) {
            Session there = homes.run("courier write @file --home @XA");
            assertThat(there.err()).contains("--force");
            Session nobody = homes.run("courier write @new --for XC --home @XA");
            assertThat(nobody.err()).contains("XC", "--for", "parley node roster");
            assertThat(xa.node().find("XA/1")).isPresent();
        }
        assertThat(homes.path("new")).doesNotExist();
    }

    @Test
    void aStatementIsNamedAsTheStatusNamesIt() {
        homes.carry();
        assertThat(homes.done("accept XA/0 --home @XB")).contains("XB/");
        assertThat(homes.done("dispute XA/1 claims.counts.launchers=790 --home @XB"))
                .contains("XB/");
        assertThat(homes.run("accept XA-1 --home @XB").err()).contains("XA-1", "re=XA/1");
        assertThat(homes.run("declare XA/1 --home @XB").err()).contains("under=duties");
        homes.carry();
        assertThat(homes.done("node status --home @XA")).contains("accepted", "disputed");
    }
}
