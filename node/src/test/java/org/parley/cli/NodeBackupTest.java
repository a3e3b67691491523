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
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

final class NodeBackupTest {
    @TempDir Path folder;

    private Homes homes = new Homes(Path.of("."));

    @BeforeEach
    void twoNodesThatSpoke() throws IOException {
        homes = new Homes(folder);
        homes.begin();
        homes.done(Homes.DECLARE + " audience=parties --home @XA");
        homes.carry();
    }

    private List<String> names(String folderName) throws IOException {
        try (Stream<Path> all = Files.list(homes.path(folderName))) {
            return all.map(file -> String.valueOf(file.getFileName())).sorted().toList();
        }
    }

    @Test
    void aBackupWithKeysIsTheWholeNodeAndNobodyElseCanReadIt() throws IOException {
        String told = homes.done("node backup @xa.backup --with-keys --home @XA");
        assertThat(told).contains("EXERCISE 演练", "sha256:", "secret keys are in it");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path("xa.backup"))))
                .isEqualTo("rw-------");
        assertThat(names(".")).noneMatch(name -> name.startsWith(".parley"));

        String back = homes.done("node restore @xa.backup --home @new/XA");

        assertThat(back).contains("all of it is whole", "parley node recover");
        homes.done("fsck --home @new/XA");
        assertThat(homes.done("node status --home @new/XA"))
                .isEqualTo(homes.done("node status --home @XA"));
        Path key = path("new/XA/node/keys/office-duty.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThat(names("new")).containsExactly("XA");
    }

    @Test
    void whoMayLogInAndWhatWaitsForReleaseComeBackAndTheCertificateOnlyWithKeys()
            throws IOException {
        Files.writeString(path("XA/people.json"), "Ana");
        Drafts drafts = new Drafts(path("XA"), Clock.systemUTC(), new SecureRandom());
        Draft draft = drafts.save("Ana", "declare", "{as-of: 2030-01-01}");
        Files.writeString(path("XA/pages.pem"), "certificate");
        Files.writeString(path("XA/pages-key.pem"), "its key");
        homes.done("node backup @xa.backup --home @XA");
        homes.done("node restore @xa.backup --home @new");

        assertThat(path("new/people.json")).hasSameBinaryContentAs(path("XA/people.json"));
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(path("new/people.json"))))
                .isEqualTo("rw-------");
        assertThat(path("new/pages.pem")).doesNotExist();
        assertThat(path("new/pages-key.pem")).doesNotExist();
        Draft back =
                new Drafts(path("new"), Clock.systemUTC(), new SecureRandom()).find(draft.id());
        assertThat(back.yaml()).isEqualTo(draft.yaml());
        assertThat(back.state()).as("it may have been said since").isEqualTo(Draft.State.RETURNED);

        homes.done("node backup @whole.backup --with-keys --home @XA");
        homes.done("node restore @whole.backup --home @whole");
        assertThat(path("whole/pages-key.pem")).hasContent("its key");
        assertThat(path("whole/pages.pem")).exists();
    }

    @Test
    void whatIsThereIsNewerThanTheBackupAndStays() throws IOException {
        Files.writeString(path("XA/people.json"), "Ana");
        homes.done("node backup @xa.backup --home @XA");
        Files.writeString(path("XA/people.json"), "Ana was let out");
        byte[] now = Files.readAllBytes(path("XA/people.json"));
        homes.done("node restore @xa.backup --force --home @XA");
        assertThat(path("XA/people.json")).hasBinaryContent(now);
    }

    @Test
    void keysThatCameLaterAreInItToo() {
        homes.done("node rotate --all --home @XA");
        homes.carry();
        homes.done("node backup @xa.backup --with-keys --home @XA");
        homes.done("node restore @xa.backup --home @new");
        homes.done("fsck --home @new");
        homes.done("node recover --alone --home @new");
        homes.done(Homes.DECLARE + " --home @new");
    }

    @Test
    void aRestoredNodeSignsNothingBeforeTheOthersWereAsked() {
        homes.done("node backup @xa.backup --with-keys --home @XA");
        homes.done(Homes.DECLARE + " --home @XA");
        homes.carry();
        homes.done("node restore @xa.backup --force --home @XA");

        Session refused = homes.run(Homes.DECLARE + " --home @XA");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("restored from a copy", "parley node recover");
        assertThat(homes.run("node recover --home @XA").code()).isEqualTo(1);
        homes.done("node recover --alone --home @XA");
        homes.done(Homes.DECLARE + " --home @XA");
    }

    @Test
    void withoutKeysTheyAreKeptElsewhereAndPutBackByHand() throws IOException {
        homes.done("node backup @xa.backup --home @XA");
        assertThat(homes.done("node restore @xa.backup --home @new")).contains("keys are missing");
        assertThat(path("new/node/keys")).doesNotExist();
        assertThat(homes.run("fsck --home @new").code()).isEqualTo(1);
        Files.createDirectories(path("new/node/keys"));
        for (Path key : homes.files("XA/node/keys")) {
            Files.copy(key, path("new/node/keys").resolve(key.getFileName()));
        }
        homes.done("fsck --home @new");
    }

    @Test
    void aFolderThatIsNotEmptyIsLeftAloneAndWithForceItsStoreIsPutAside() throws IOException {
        homes.done("node backup @xa.backup --home @XA");
        assertThat(homes.run("node backup @xa.backup --home @XA").err()).contains("--force");
        homes.done("node backup @xa.backup --force --home @XA");
        Path journal = path("XA/node/store/journal-00000001");
        byte[] bytes = Files.readAllBytes(journal);
        bytes[100] ^= 1;
        Files.write(journal, bytes);

        Session refused = homes.run("node restore @xa.backup --home @XA");
        assertThat(refused.err()).contains("not empty", "--force");
        assertThat(Files.readAllBytes(journal)).isEqualTo(bytes);
        assertThat(homes.run("node restore @xa.backup --force --home @XB").err())
                .contains("another node lives here");

        assertThat(homes.done("node restore @xa.backup --force --home @XA"))
                .contains("store-before-");
        homes.done("fsck --home @XA");
        String aside =
                names("XA/node").stream()
                        .filter(name -> name.startsWith("store-before-"))
                        .findFirst()
                        .orElseThrow();
        assertThat(path("XA/node/" + aside + "/journal-00000001")).hasBinaryContent(bytes);
    }

    @Test
    void aDamagedBackupIsRefusedBeforeAnythingIsChanged() throws IOException {
        homes.done("node backup @xa.backup --home @XA");
        homes.done("node restore @xa.backup --check --home @new");
        assertThat(path("new")).doesNotExist();
        byte[] whole = Files.readAllBytes(path("xa.backup"));
        Random random = new Random(11);
        int refused = 0;
        for (int i = 0; i < 30; i++) {
            byte[] bytes = whole.clone();
            int at = random.nextInt(bytes.length);
            bytes[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(path("bad.backup"), bytes);
            Session session = homes.run("node restore @bad.backup --check --home @new");
            assertThat(session.err()).as("byte " + at).doesNotContain("\tat ");
            refused += session.code();
        }
        // Times and attributes in a zip file's directory mean nothing here.
        assertThat(refused).isGreaterThan(22);
        Files.write(path("short.backup"), Arrays.copyOf(whole, whole.length / 2));
        assertThat(homes.run("node restore @short.backup --home @new").code()).isEqualTo(1);
        assertThat(homes.run("node restore @XA.card --home @new").code()).isEqualTo(1);
        assertThat(path("new")).doesNotExist();
        assertThat(names(".")).noneMatch(name -> name.startsWith(".parley"));
    }

    @Test
    void aRunningNodeWritesItsBackupItselfAndIsNotRestoredUnderItsFeet() throws IOException {
        NodeHome home = new NodeHome(path("XA"));
        SecureRandom chance = new SecureRandom();
        try (RunningNode running = RunningNode.open(home, Clock.systemUTC(), chance)) {
            running.takeCommands(chance);
            homes.done("node backup @xa.backup --home @XA");
            assertThat(homes.run("node backup @xa.backup --home @XA").err()).contains("--force");
            assertThat(homes.run("node restore @xa.backup --force --home @XA").err())
                    .contains("a node runs on this store");
            homes.done(Homes.DECLARE + " --home @XA");
        }
        Files.copy(path("xa.backup"), path("copy.backup"), StandardCopyOption.REPLACE_EXISTING);
        homes.done("node restore @copy.backup --home @new --lang zh");
    }

    private Path path(String name) {
        return homes.path(name);
    }
}
