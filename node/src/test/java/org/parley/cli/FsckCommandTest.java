// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

final class FsckCommandTest {
    private static final int FLIPS = 54;

    @TempDir Path folder;

    private Homes homes = new Homes(Path.of("."));

    @BeforeEach
    void twoNodesThatSpoke() throws IOException {
        homes = new Homes(folder);
        homes.begin();
        homes.done(Homes.DECLARE + " --home @XA");
        homes.done(Homes.DECLARE + " audience=parties --home @XA");
        homes.carry();
    }

    @Test
    void aWholeFolderIsSaidToBeWholeInBothLanguagesAndAsJson() {
        assertThat(homes.done("fsck --home @XA"))
                .contains("EXERCISE 演练")
                .contains("All of it is whole.");
        assertThat(homes.done("fsck --home @XB --lang zh")).contains("全部完好");
        assertThat(homes.done("fsck --home @XB --json"))
                .startsWith("{")
                .contains("\"exercise\" : true", "\"whole\" : true", "\"findings\" : [ ]");
        assertThat(homes.run("fsck --home @nowhere").code()).isEqualTo(1);
        assertThat(homes.run("fsck --hoem @XA").code()).isEqualTo(2);
    }

    @Test
    void aNodeWhoseKeysChangedIsWholeBesideWhatTheOldOnesSigned() {
        homes.done("node rotate --all --home @XA");
        homes.carry();
        homes.done(Homes.DECLARE + " audience=parties --home @XA");
        homes.carry();
        assertThat(homes.done("fsck --home @XA")).contains("All of it is whole.");
        assertThat(homes.done("fsck --home @XB")).contains("All of it is whole.");
    }

    @Test
    void oneFlippedBitAnywhereIsFoundAndNamesItsFile() throws IOException {
        List<Path> files =
                homes.files("XA/node").stream()
                        .filter(file -> Files.isRegularFile(file) && !file.endsWith("lock"))
                        .toList();
        assertThat(files).hasSizeGreaterThan(10);
        long seed = 20261128;
        Random random = new Random(seed);
        for (int i = 0; i < FLIPS; i++) {
            Path file = files.get(i % files.size());
            byte[] bytes = Files.readAllBytes(file);
            int at = random.nextInt(bytes.length);
            byte[] flipped = bytes.clone();
            flipped[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, flipped);
            Session session = homes.run("fsck --home @XA");
            String which = file + " at byte " + at + ", seed " + seed + "\n" + session.out();
            assertThat(session.code()).as(which).isEqualTo(1);
            assertThat(session.err()).as(which).doesNotContain("\tat ");
            Files.write(file, bytes);
        }
        homes.done("fsck --home @XA");
    }

    @Test
    void aFindingSaysWhereItIsAndWhatToDo() throws IOException {
        Path journal = folder.resolve("XA/node/store/journal-00000001");
        byte[] bytes = Files.readAllBytes(journal);
        bytes[200] ^= 1;
        Files.write(journal, bytes);

        Session session = homes.run("fsck --home @XA");

        assertThat(session.out())
                .contains("journal-00000001 at byte 64: a record is damaged that others follow")
                .contains("to do: stop the node, parley node restore")
                .contains("1 to look at.");
        assertThat(homes.run("fsck --home @XA --json").out())
                .contains("\"file\" : \"journal-00000001\"", "\"offset\" : 64")
                .contains("\"flaw\" : \"record-damaged\"");
    }

    @Test
    void aCheckpointOfALogWhoseKeysAreNotBelievedIsTold() throws IOException {
        Files.delete(folder.resolve("XA/node/roster/XB.card"));
        Session session = homes.run("fsck --home @XA");
        assertThat(session.code()).isEqualTo(1);
        assertThat(session.out()).contains("no card is believed for this log", "parley node enrol");
        homes.done("node init --party XB --agreement " + Homes.AGREEMENT + " --home @forger");
        Files.writeString(
                folder.resolve("XA/node/roster/XB.card"), homes.done("node card --home @forger"));
        assertThat(homes.run("fsck --home @XA").out())
                .contains("not signed by a key that is believed here");
    }
}
