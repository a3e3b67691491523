// SPDX-License-Identifier: Apache-2.0
package org.parley.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Code;
import org.parley.ParleyException;
import org.parley.proof.canonical.Hash;
import org.parley.proof.note.SignerKey;
import org.parley.proof.note.Suite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.CRC32C;

/** A store is checked, and copied while it runs. */
final class FsckTest {
    private static final String ORIGIN = "exercise/example/XA";
    private static final SignerKey KEY =
            SignerKey.of(Suite.ED25519, ORIGIN, new byte[32]).with(new BouncyEd25519());
    private static final int LIVES = 3;

    private final JournalStore.Salts salts = new Random(7)::nextLong;
    private final SimDisk disk = new SimDisk(1);

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Event.Body body(String text) {
        return new Event.Body(Hash.of(bytes(text)), bytes(text));
    }

    private static void fill(JournalStore store, String tag) {
        OwnLog log = OwnLog.open(store, ORIGIN, KEY);
        String fact = "fact/" + tag;
        log.append(
                List.of(bytes("one " + tag), bytes("two " + tag)),
                List.of(
                        body("kept " + tag),
                        body("erased " + tag),
                        new Event.Fact(fact, Optional.empty(), bytes("a"))));
        store.commit(
                List.of(
                        new Event.Erased(body("erased " + tag).hash()),
                        new Event.Fact(fact, Optional.of(Hash.of(bytes("a"))), bytes("b"))));
        log.append(List.of(bytes("three " + tag)), List.of(body("last " + tag)));
    }

    private void filled() {
        JournalStore.create(disk, salts);
        for (int life = 0; life < LIVES; life++) {
            JournalStore store = JournalStore.open(disk, salts, 500);
            fill(store, "life " + life);
            if (life == 1) {
                store.close();
            } else {
                disk.kill();
            }
        }
    }

    @Test
    void aStoreThatIsWholeHasNoFindingsAndIsCounted() throws Exception {
        filled();
        Fsck.Report report = Fsck.check(disk);
        assertThat(report.findings()).isEmpty();
        // The last checkpoint of a life gets a record: when it closes, or else when it is missed.
        assertThat(report.records()).isEqualTo(3 * LIVES + 2);
        assertThat(report.entries()).isEqualTo(3 * LIVES);
        assertThat(report.bodies()).isEqualTo(3 * LIVES);
    }

    @Test
    void anyFlippedByteIsFoundAndSaidWhereItIs() throws Exception {
        filled();
        for (String name : disk.bytes().keySet()) {
            int length = disk.bytes().get(name).length;
            for (int at = 0; at < length; at += 3) {
                SimDisk copy = disk.copy();
                copy.flip(name, at);
                List<Fsck.Finding> findings = Fsck.check(copy).findings();
                assertThat(findings).as(name + " at byte " + at).isNotEmpty();
                if (!name.equals(Snapshot.NAME)) {
                    Fsck.Finding first = findings.getFirst();
                    assertThat(first.file()).isEqualTo(name);
                    assertThat(first.offset()).isLessThanOrEqualTo(at);
                }
            }
        }
    }

    @Test
    void aSnapshotThatSaysOtherThanTheJournalIsFoundWhereItDiffers() throws Exception {
        filled();
        byte[] right = Snapshot.stored(disk);
        assertThat(right).isNotEmpty();
        for (int at = 2 + "parley/snapshot/v2".length() + 8; at < right.length - 4; at++) {
            byte[] wrong = right.clone();
            wrong[at] ^= 1;
            rewrite(wrong, wrong.length - 4);
            int where = at;
            assertThat(Fsck.check(disk).findings())
                    .filteredOn(finding -> finding.flaw() == Flaw.SNAPSHOT_DIFFERS)
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.offset()).isEqualTo(where));
        }
        for (int length : new int[] {right.length - 5, right.length - 3}) {
            rewrite(Arrays.copyOf(right, length + 4), length);
            assertThat(Fsck.check(disk).findings())
                    .extracting(Fsck.Finding::flaw)
                    .containsExactly(Flaw.SNAPSHOT_DIFFERS);
        }
        rewrite(right, right.length - 4);
        assertThat(Fsck.check(disk).findings()).isEmpty();
    }

    /** Puts a snapshot in the place of the one there is, with the right checksum. */
    private void rewrite(byte[] snapshot, int length) throws IOException {
        CRC32C sum = new CRC32C();
        sum.update(snapshot, 0, length);
        ByteBuffer.wrap(snapshot).putInt(length, (int) sum.getValue());
        try (Disk.Handle file = disk.open(Snapshot.NAME)) {
            file.truncate(0);
            file.write(0, ByteBuffer.wrap(snapshot));
        }
    }

    @Test
    void goesOnBehindDamage() throws Exception {
        filled();
        disk.flip(Segment.name(1), Segment.HEADER_BYTES + 40);
        disk.flip(Segment.name(2), Segment.HEADER_BYTES + 40);
        Fsck.Report report = Fsck.check(disk);
        assertThat(report.isSound()).isFalse();
        assertThat(report.findings().stream().map(Fsck.Finding::file))
                .contains(Segment.name(1), Segment.name(2));
        assertThat(report.records()).isEqualTo(3 * LIVES + 2 - 2);
    }

    @Test
    void aSnapshotThatSaysSomethingElseThanTheJournalIsFound() throws Exception {
        filled();
        Contents other = new Contents();
        long end = Snapshot.read(disk, other);
        other.facts().put("fact/life 0", bytes("forged"));
        Snapshot.write(disk, other, end);
        assertThat(Fsck.check(disk).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.file()).isEqualTo(Snapshot.NAME));
    }

    @Test
    void aMissingFileIsFoundAndAMissingJournalIsAnError() throws Exception {
        filled();
        disk.delete(Segment.name(2));
        assertThat(Fsck.check(disk).isSound()).isFalse();
        for (String name : disk.names()) {
            disk.delete(name);
        }
        assertThatThrownBy(() -> Fsck.check(disk))
                .isInstanceOfSatisfying(
                        ParleyException.class, e -> assertThat(e.code()).isEqualTo(Code.NOT_FOUND));
    }

    @Test
    void aBackupOfARunningStoreHasTheSameHeadsBodiesAndFacts(@TempDir Path folder)
            throws IOException {
        RealDisk running = new RealDisk(folder.resolve("store"));
        JournalStore.create(running, salts);
        try (JournalStore store = JournalStore.open(running, salts, 500)) {
            fill(store, "before");
            Files.createDirectories(folder.resolve("making-backup"));
            Files.writeString(folder.resolve("making-backup").resolve("left"), "of a crash");
            Fsck.Report report = Backup.write(store, folder.resolve("backup"));
            assertThat(report.isSound()).isTrue();
            Head head = store.head(ORIGIN).orElseThrow();
            fill(store, "after");
            try (JournalStore restored =
                    JournalStore.open(new RealDisk(folder.resolve("backup")), salts)) {
                assertThat(restored.origins()).isEqualTo(List.of(ORIGIN));
                assertThat(restored.head(ORIGIN).orElseThrow())
                        .usingRecursiveComparison()
                        .isEqualTo(head);
                assertThat(restored.body(body("kept before").hash())).isPresent();
                assertThat(restored.isErased(body("erased before").hash())).isTrue();
                assertThat(restored.fact("fact/before")).contains(bytes("b"));
                fill(restored, "on");
            }
            assertThat(store.held(ORIGIN)).isEqualTo(6);
            assertThat(folder.resolve("making-backup")).doesNotExist();
            assertThatThrownBy(() -> Backup.write(store, folder.resolve("backup")))
                    .isInstanceOfSatisfying(
                            ParleyException.class,
                            e -> assertThat(e.code()).isEqualTo(Code.CONFLICT));
        }
    }

    @Test
    void aBackupTakenWhileOthersWriteIsWhole(@TempDir Path folder) throws Exception {
        RealDisk running = new RealDisk(folder.resolve("store"));
        JournalStore.create(running, salts);
        try (JournalStore store = JournalStore.open(running, salts, 20_000)) {
            Thread writer =
                    Thread.ofPlatform()
                            .start(() -> {
                                for (int i = 0; i < 60; i++) {
                                    fill(store, "round " + i);
                                }
                            });
            for (int i = 0; i < 3; i++) {
                assertThat(Backup.write(store, folder.resolve("backup " + i)).isSound()).isTrue();
            }
            writer.join();
            assertThat(store.held(ORIGIN)).isEqualTo(180);
        }
        assertThat(Fsck.check(new RealDisk(folder.resolve("backup 2"))).findings()).isEmpty();
    }
}
