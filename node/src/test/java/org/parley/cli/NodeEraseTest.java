// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.login.Draft;
import org.parley.login.Drafts;
import org.parley.party.NodeHome;
import org.parley.party.RunningNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

final class NodeEraseTest {
    private static final Path LIBRARY =
            Path.of(System.getProperty("parley.root", "..")).resolve("library");

    /** Stands in the body of the declaration, and only there. */
    private static final String PLAIN = "\"deployed_warheads\":\"1499\"";

    @TempDir Path folder;

    private Homes homes = new Homes(Path.of("."));

    @BeforeEach
    void oneDeclarationThatTheOtherHas() throws IOException {
        homes = new Homes(folder);
        homes.begin();
        homes.done("act act=entered-into-force effective=2026-01-01 --home @XA");
        homes.done(Homes.DECLARE + " to=[XB] --home @XA");
        homes.carry();
    }

    private List<Path> holding(String home) throws IOException {
        byte[] plain = PLAIN.getBytes(StandardCharsets.UTF_8);
        List<Path> found = new ArrayList<>();
        for (Path file : homes.files(home)) {
            String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            if (text.contains(new String(plain, StandardCharsets.ISO_8859_1))) {
                found.add(file);
            }
        }
        return found;
    }

    private String standing(String home) {
        return homes.done(
                "status exercise-arden-borel --as-of 2030-06-01 --home @"
                        + home
                        + " --library "
                        + LIBRARY);
    }

    @Test
    void theBytesAreGoneFromTheWholeFolderAndTheStatementStillStands() throws IOException {
        assertThat(holding("XA")).hasSize(1);
        assertThat(standing("XA")).contains("1499 / 1550");

        String said = homes.done("node erase XA/1 --why typing_error --home @XA");

        assertThat(said).contains("EXERCISE 演练", "XA/", "Backups and copies");
        assertThat(holding("XA")).isEmpty();
        assertThat(homes.done("node status --home @XA"))
                .contains("erased here (XA/", "typing_error");
        homes.done("fsck --home @XA");
        homes.done("node export @log --home @XA");
        homes.done("verify @log --card @XA.card --card @XB.card");
    }

    @Test
    void aDraftThatSaysTheSameGoesTooAndOthersAreNamed() throws IOException {
        String said =
                "{under: duties.half_yearly_data, as-of: 2030-01-01, counts: {launchers: '780',"
                        + " deployed_warheads: '1499', deployed_vehicles: '690'}, to: [XB]}";
        Drafts drafts = new Drafts(homes.path("XA"), Clock.systemUTC(), new SecureRandom());
        Draft same = drafts.save("Ana", "declare", said);
        Draft other = drafts.save("Ana", "declare", said.replace("1499", "1498"));
        assertThat(homes.files("XA"))
                .filteredOn(file -> file.toString().contains(same.id()))
                .singleElement()
                .satisfies(file -> assertThat(Files.readString(file)).contains("1499"));

        String told = homes.done("node erase XA/1 --why typing_error --home @XA");

        assertThat(told).contains("gone too: " + same.id(), "Drafts that wait: 1.");
        assertThat(drafts.all()).containsExactly(other);
        for (Path file : homes.files("XA")) {
            assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain("1499");
        }
    }

    @Test
    void theStandingSaysWhatIsMissingAndCallsNothingMissed() {
        assertThat(standing("XA")).containsPattern("half_yearly_data +XA .* missed");
        homes.done("node erase XA/1 --why typing_error --home @XA");

        assertThat(standing("XA"))
                .contains("Said, and not counted", "XA/1  declare", "erased here", "typing_error")
                .doesNotContain("1499")
                .doesNotContainPattern("half_yearly_data +XA .* missed");
        assertThat(homes.done("node status --home @XA --lang zh")).contains("本方已删除正文");
    }

    @Test
    void theOtherIsAskedAndNotForcedAndMayEraseToo() throws IOException {
        homes.done("node erase XA/1 --why typing_error --home @XA");
        homes.carry();
        assertThat(homes.done("verify @b.courier --card @XA.card --card @XB.card"))
                .as("XB holds it, and hands it over")
                .doesNotContain("erased");

        assertThat(holding("XB")).hasSize(1);
        assertThat(standing("XB")).contains("1499 / 1550");
        assertThat(homes.done("node status --home @XB"))
                .contains("its author erased it and asks the others to (XA/", "typing_error");

        homes.done("node erase XA/1 --why as_asked --home @XB");
        homes.carry();

        assertThat(holding("XB")).isEmpty();
        assertThat(homes.done("node status --home @XB")).contains("erased here (XA/", "as_asked");
        assertThat(homes.done("node status --home @XA")).contains("as_asked");
        homes.done("fsck --home @XB");
        assertThat(homes.done("verify @b.courier --card @XA.card --card @XB.card"))
                .contains(
                        "erased  bodies: XA/1  its author erased it", "typing_error", "It holds.");
        assertThat(homes.done("verify @b.courier --card @XA.card --card @XB.card --json"))
                .contains("\"state\" : \"erased\"", "\"holds\" : true");
        assertThat(homes.done("verify @b.courier --card @XA.card --card @XB.card --lang zh"))
                .contains("已删除  正文: XA/1  作者已删除正文");
    }

    @Test
    void whatOthersRelyOnIsNotErasedAndNothingTwice() {
        homes.done("accept re=XA/1 --home @XB");
        homes.carry();
        assertThat(homes.run("node erase XB/0 --why x --home @XB").err())
                .contains("refused", "is relied on");
        homes.done("node erase XA/1 --why x --home @XA");
        assertThat(homes.run("node erase XA/1 --why x --home @XA").err()).contains("before");
        assertThat(homes.run("node erase XA/99 --why x --home @XA").err()).contains("no statement");
        assertThat(homes.run("node erase XA/1 --home @XA").code()).isEqualTo(2);
        assertThat(homes.done("node status --home @XA")).contains("accepted");
    }

    @Test
    void aRunningNodeErasesItself() throws IOException {
        NodeHome home = new NodeHome(homes.path("XA"));
        SecureRandom chance = new SecureRandom();
        try (RunningNode running = RunningNode.open(home, Clock.systemUTC(), chance)) {
            running.takeCommands(chance);
            homes.done("node erase XA/1 --why x --home @XA");
            assertThat(holding("XA")).isEmpty();
            assertThat(running.node().find("XA/1").orElseThrow().erasure()).isPresent();
        }
    }
}
