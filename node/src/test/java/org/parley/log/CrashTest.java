// SPDX-License-Identifier: Apache-2.0
package org.parley.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.parley.Code;
import org.parley.ParleyException;
import org.parley.proof.canonical.Hash;
import org.parley.proof.checkpoint.Checkpoint;
import org.parley.proof.merkle.TreeRange;
import org.parley.proof.note.Note;
import org.parley.proof.note.SignerKey;
import org.parley.proof.note.Suite;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** What is left when power fails, a process is killed, or any one step on the disk fails. */
final class CrashTest {
    private static final String ORIGIN = "exercise/example/XA";
    private static final String COPY = "exercise/example/XB";

    /** Small, so that a short life goes through several files. */
    private static final long SEGMENT_BYTES = 2_000;

    /** Neighbouring seeds of java.util.Random begin alike; multiplied they do not. */
    private static final long MIXING = 0x9E3779B97F4A7C15L;

    private static final SignerKey KEY =
            SignerKey.of(Suite.ED25519, ORIGIN, new byte[32]).with(new BouncyEd25519());

    private final JournalStore.Salts salts = new Random(7)::nextLong;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private JournalStore begun(SimDisk disk) {
        JournalStore.create(disk, salts);
        return JournalStore.open(disk, salts);
    }

    /** What was promised to somebody: entries in their order, and the checkpoints signed. */
    private static final class Promised {
        final List<String> entries = new ArrayList<>();
        final List<byte[]> checkpoints = new ArrayList<>();

        void holds(LogStore store, String why) {
            assertThat(store.held(ORIGIN)).as(why).isGreaterThanOrEqualTo(entries.size());
            for (int i = 0; i < entries.size(); i++) {
                byte[] entry = store.entries(ORIGIN, i, i + 1).getFirst();
                assertThat(new String(entry, StandardCharsets.UTF_8))
                        .as(why)
                        .isEqualTo(entries.get(i));
            }
            assertThat(store.signed(ORIGIN)).as(why).isEqualTo(store.held(ORIGIN));
            store.head(ORIGIN).map(Head::checkpoint).ifPresent(note -> covers(store, note, why));
            checkpoints.forEach(note -> covers(store, note, why));
            if (store.held(ORIGIN) > 0) {
                OwnLog.open(store, ORIGIN, KEY);
                Head head = store.head(ORIGIN).orElseThrow();
                assertThat(head.size()).as(why).isEqualTo(store.held(ORIGIN));
                covers(store, head.checkpoint(), why);
            }
        }

        private static void covers(LogStore store, byte[] note, String why) {
            Checkpoint checkpoint = Checkpoint.parse(Note.parse(note).text());
            TreeRange range = new TreeRange();
            for (byte[] entry : store.entries(ORIGIN, 0, checkpoint.size())) {
                range.appendEntry(entry, (level, index, hash) -> {});
            }
            assertThat(checkpoint.root()).as(why).isEqualTo(range.root());
        }

        /** What is read after a start is told to others, so it counts as promised. */
        void seen(LogStore store) {
            entries.clear();
            store.entries(ORIGIN, 0, store.held(ORIGIN))
                    .forEach(entry -> entries.add(new String(entry, StandardCharsets.UTF_8)));
        }
    }

    private void live(JournalStore store, Promised promised, Random random, String tag) {
        OwnLog log = OwnLog.open(store, ORIGIN, KEY);
        for (int i = 0; i < 4; i++) {
            String entry = tag + "-" + i + "x".repeat(random.nextInt(1500));
            byte[] body = bytes("body " + entry);
            byte[] note =
                    log.append(List.of(bytes(entry)), List.of(new Event.Body(Hash.of(body), body)))
                            .checkpoint();
            promised.entries.add(entry);
            promised.checkpoints.add(note);
            if (random.nextInt(3) == 0) {
                store.commit(List.of(new Event.Erased(Hash.of(body))));
            }
        }
    }

    private void crash(SimDisk disk, Random random) {
        if (random.nextBoolean()) {
            disk.losePower();
        } else {
            disk.kill();
        }
    }

    @Test
    void nothingAcknowledgedOrShownIsLostWhicheverStepFails() {
        for (long seed = 0; seed < 400; seed++) {
            SimDisk disk = new SimDisk(~seed * MIXING);
            Random random = new Random(seed * MIXING);
            Promised promised = new Promised();
            begun(disk).close();
            for (int life = 0; life < 5; life++) {
                disk.failAt(random.nextInt(10));
                try {
                    JournalStore store = JournalStore.open(disk, salts);
                    promised.holds(store, "seed " + seed);
                    promised.seen(store);
                    live(store, promised, random, seed + "/" + life);
                } catch (ParleyException e) {
                    assertThat(e.code()).as("seed " + seed + ": " + e).isEqualTo(Code.STOPPED);
                }
                crash(disk, random);
            }
            disk.losePower();
            JournalStore store = JournalStore.open(disk, salts);
            promised.holds(store, "seed " + seed);
        }
    }

    @Test
    void everyStepOfAShortTraceMayFailAndTheStoreStartsAgain() {
        int step = 0;
        boolean failed = true;
        while (failed) {
            SimDisk disk = new SimDisk(step);
            Promised promised = new Promised();
            begun(disk).close();
            disk.failAt(step);
            try {
                JournalStore store = JournalStore.open(disk, salts);
                live(store, promised, new Random(1), "short");
                failed = false;
            } catch (ParleyException e) {
                assertThat(e.code()).isEqualTo(Code.STOPPED);
            }
            disk.losePower();
            JournalStore again = JournalStore.open(disk, salts);
            promised.holds(again, "step " + step);
            step++;
        }
        assertThat(step).isGreaterThan(10);
    }

    @Test
    void afterAFailureNothingIsWrittenAnyMore() {
        SimDisk disk = new SimDisk(1);
        JournalStore store = begun(disk);
        OwnLog log = OwnLog.open(store, ORIGIN, KEY);
        disk.failAt(0);
        assertThatThrownBy(log::begin).isInstanceOf(ParleyException.class);
        disk.failAt(Integer.MAX_VALUE);
        assertThatThrownBy(log::begin)
                .isInstanceOfSatisfying(
                        ParleyException.class, e -> assertThat(e.code()).isEqualTo(Code.STOPPED));
    }

    @Test
    void anErasedBodyIsNowhereOnTheDiskHoweverOftenItCame() {
        SimDisk disk = new SimDisk(1);
        JournalStore store = begun(disk);
        byte[] body = bytes("a body that nobody may keep");
        Event.Body coming = new Event.Body(Hash.of(body), body);
        store.commit(List.of(coming));
        store.commit(List.of(coming, coming));
        assertThat(onDisk(disk, body)).isTrue();
        store.commit(List.of(new Event.Erased(Hash.of(body))));
        store.commit(List.of(coming));
        assertThat(store.body(Hash.of(body))).isEmpty();
        assertThat(onDisk(disk, body)).isFalse();
        byte[] other = bytes("one that comes and goes at once");
        store.commit(
                List.of(new Event.Body(Hash.of(other), other), new Event.Erased(Hash.of(other))));
        disk.kill();
        JournalStore again = JournalStore.open(disk, salts);
        assertThat(again.isErased(Hash.of(other))).isTrue();
        assertThat(onDisk(disk, other)).isFalse();
    }

    private static boolean onDisk(SimDisk disk, byte[] wanted) {
        String text = new String(wanted, StandardCharsets.ISO_8859_1);
        return disk.bytes().values().stream()
                .anyMatch(file -> new String(file, StandardCharsets.ISO_8859_1).contains(text));
    }

    @Test
    void theHeadOfACopyBeingFilledOutlivesASnapshot() {
        SimDisk disk = new SimDisk(1);
        JournalStore store = begun(disk);
        OwnLog.open(store, COPY, SignerKey.of(Suite.ED25519, COPY, new byte[32]))
                .append(List.of(bytes("one"), bytes("two"), bytes("three")), List.of());
        Head head = store.head(COPY).orElseThrow();
        store.commit(List.of(new Event.Entries(COPY, 3, List.of(bytes("four")), Optional.empty())));
        store.close();
        JournalStore again = JournalStore.open(disk, salts);
        assertThat(again.held(COPY)).isEqualTo(4);
        assertThat(again.head(COPY).orElseThrow()).usingRecursiveComparison().isEqualTo(head);
    }

    @Test
    void aJournalShorterThanItsSnapshotIsRefused() throws Exception {
        SimDisk disk = new SimDisk(1);
        JournalStore store = begun(disk);
        OwnLog.open(store, ORIGIN, KEY).append(List.of(bytes("one")), List.of());
        store.close();
        disk.open(Segment.name(1)).truncate(Segment.HEADER_BYTES);
        assertThatThrownBy(() -> JournalStore.open(disk, salts))
                .isInstanceOfSatisfying(
                        ParleyException.class, e -> assertThat(e.code()).isEqualTo(Code.CORRUPT));
    }

    @Test
    void aFlippedByteBeforeOtherRecordsIsRefusedWithFileAndOffset() throws Exception {
        SimDisk disk = new SimDisk(1);
        JournalStore store = begun(disk);
        OwnLog log = OwnLog.open(store, ORIGIN, KEY);
        log.append(List.of(bytes("one")), List.of());
        log.append(List.of(bytes("two")), List.of());
        disk.kill();
        disk.flip(Segment.name(1), Segment.HEADER_BYTES + Segment.RECORD_HEAD_BYTES + 3);
        assertThatThrownBy(() -> JournalStore.open(disk, salts))
                .isInstanceOfSatisfying(
                        ParleyException.class, e -> assertThat(e.code()).isEqualTo(Code.CORRUPT))
                .hasMessageContaining("journal-00000001 at byte 64");
    }

    @Test
    void aMissingJournalIsAnErrorAndNeverAnEmptyLog() throws Exception {
        SimDisk disk = new SimDisk(1);
        begun(disk).close();
        disk.delete(Segment.name(1));
        assertThatThrownBy(() -> JournalStore.open(disk, salts))
                .isInstanceOfSatisfying(
                        ParleyException.class, e -> assertThat(e.code()).isEqualTo(Code.NOT_FOUND));
    }

    @Test
    void aStoreIsOpenedOnce() {
        SimDisk disk = new SimDisk(1);
        JournalStore store = begun(disk);
        assertThatThrownBy(() -> JournalStore.open(disk, salts))
                .isInstanceOfSatisfying(
                        ParleyException.class,
                        e -> assertThat(e.code()).isEqualTo(Code.UNAVAILABLE));
        store.close();
    }

    @Test
    void noTwoCheckpointsEverShownContradictEachOther() {
        for (long seed = 0; seed < 150; seed++) {
            SimDisk disk = new SimDisk(~seed * MIXING);
            Random random = new Random(seed * MIXING);
            List<Checkpoint> shown = new ArrayList<>();
            begun(disk).close();
            for (int life = 0; life < 4; life++) {
                disk.failAt(random.nextInt(14));
                try {
                    JournalStore store = JournalStore.open(disk, salts, SEGMENT_BYTES);
                    store.head(ORIGIN).ifPresent(head -> shown.add(checkpoint(head.checkpoint())));
                    OwnLog log = OwnLog.open(store, ORIGIN, KEY);
                    for (int i = 0; i < 6; i++) {
                        byte[] entry = bytes(life + "/" + random.nextLong());
                        shown.add(checkpoint(log.append(List.of(entry), List.of()).checkpoint()));
                    }
                    store.close();
                } catch (ParleyException e) {
                    assertThat(e.code()).as("seed " + seed).isEqualTo(Code.STOPPED);
                }
                crash(disk, random);
            }
            JournalStore store = JournalStore.open(disk, salts, SEGMENT_BYTES);
            for (Checkpoint one : shown) {
                TreeRange range = new TreeRange();
                store.entries(ORIGIN, 0, one.size())
                        .forEach(entry -> range.appendEntry(entry, (level, at, hash) -> {}));
                assertThat(one.root()).as("seed " + seed).isEqualTo(range.root());
            }
        }
    }

    private static Checkpoint checkpoint(byte[] note) {
        return Checkpoint.parse(Note.parse(note).text());
    }

    @Test
    void everyStepOfABeginningAndOfAChangeOfFilesMayFail() {
        int step = 0;
        boolean failed = true;
        while (failed) {
            SimDisk disk = new SimDisk(~step * MIXING);
            Promised promised = new Promised();
            boolean begun = false;
            disk.failAt(step);
            try {
                JournalStore.create(disk, salts);
                begun = true;
                live(
                        JournalStore.open(disk, salts, SEGMENT_BYTES),
                        promised,
                        new Random(2),
                        "files");
                failed = false;
            } catch (ParleyException e) {
                assertThat(e.code()).isEqualTo(Code.STOPPED);
            }
            disk.losePower();
            if (!begun && disk.names().stream().noneMatch(name -> name.startsWith("journal-"))) {
                JournalStore.create(disk, salts);
            }
            promised.holds(JournalStore.open(disk, salts, SEGMENT_BYTES), "step " + step);
            step++;
        }
        assertThat(step).isGreaterThan(30);
    }

    @Test
    void startingTwiceChangesNothingMore() {
        for (long seed = 0; seed < 60; seed++) {
            SimDisk disk = new SimDisk(~seed * MIXING);
            begun(disk).close();
            disk.failAt(4 + new Random(seed * MIXING).nextInt(12));
            try {
                live(JournalStore.open(disk, salts), new Promised(), new Random(seed), "once");
            } catch (ParleyException e) {
                assertThat(e.code()).isEqualTo(Code.STOPPED);
            }
            disk.losePower();
            JournalStore.open(disk, salts);
            disk.kill();
            byte[] once = disk.bytes().get(Segment.name(1));
            JournalStore.open(disk, salts);
            assertThat(disk.bytes().get(Segment.name(1))).as("seed " + seed).isEqualTo(once);
        }
    }

    @Test
    void aTornTailIsCutOffAndWhatWasBeforeItStays() throws Exception {
        SimDisk disk = new SimDisk(1);
        JournalStore store = begun(disk);
        OwnLog log = OwnLog.open(store, ORIGIN, KEY);
        log.append(List.of(bytes("one")), List.of());
        Disk.Handle file = disk.open(Segment.name(1));
        long whole = file.size();
        log.append(List.of(bytes("two")), List.of(body("of two")));
        long longer = file.size();
        disk.kill();
        for (long size = longer - 1; size > whole; size -= 7) {
            SimDisk copy = disk.copy();
            copy.open(Segment.name(1)).truncate(size);
            assertThat(Fsck.check(copy).findings())
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.flaw().mends()).isTrue());
            assertThat(JournalStore.open(copy, salts).held(ORIGIN)).isEqualTo(1);
            assertThat(copy.open(Segment.name(1)).size()).isEqualTo(whole);
        }
    }

    private static Event.Body body(String text) {
        return new Event.Body(Hash.of(bytes(text)), bytes(text));
    }

    @Test
    void aDamagedSnapshotIsPassedOver() throws Exception {
        SimDisk disk = new SimDisk(1);
        JournalStore store = begun(disk);
        OwnLog log = OwnLog.open(store, ORIGIN, KEY);
        log.append(List.of(bytes("one"), bytes("two")), List.of(body("a body")));
        store.close();
        long size = disk.open(Snapshot.NAME).size();
        for (int at = 0; at < size; at += 5) {
            SimDisk copy = disk.copy();
            copy.flip(Snapshot.NAME, at);
            JournalStore again = JournalStore.open(copy, salts);
            assertThat(again.entries(ORIGIN, 0, 2)).containsExactly(bytes("one"), bytes("two"));
            assertThat(again.body(body("a body").hash())).isPresent();
        }
        for (int cut = 0; cut < size; cut += 9) {
            SimDisk copy = disk.copy();
            copy.open(Snapshot.NAME).truncate(cut);
            assertThat(JournalStore.open(copy, salts).held(ORIGIN)).isEqualTo(2);
        }
    }

    @Test
    void anErasureThatACrashInterruptedIsCompletedAtTheNextStart() {
        boolean interrupted = false;
        for (int run = 0; run < 60; run++) {
            int step = run % 6;
            SimDisk disk = new SimDisk(~run * MIXING);
            JournalStore store = begun(disk);
            Event.Body body = body("a body that nobody may keep, not even after a crash");
            store.commit(List.of(body));
            disk.failAt(step);
            boolean told = true;
            try {
                store.commit(List.of(new Event.Erased(body.hash())));
            } catch (ParleyException e) {
                told = false;
            }
            disk.losePower();
            boolean left = onDisk(disk, body.bytes());
            JournalStore again = JournalStore.open(disk, salts);
            interrupted |= left && again.isErased(body.hash());
            assertThat(again.isErased(body.hash()) || !told).isTrue();
            assertThat(onDisk(disk, body.bytes())).isEqualTo(!again.isErased(body.hash()));
        }
        assertThat(interrupted).isTrue();
    }

    @Test
    void aBodyFullOfFalseRecordsDoesNotSlowAStartDown() throws Exception {
        SimDisk disk = new SimDisk(1);
        JournalStore store = begun(disk);
        ByteBuffer hostile = ByteBuffer.allocate(4 << 20);
        while (hostile.remaining() >= 16) {
            hostile.putInt(0x50524543).putInt(1 << 20).putInt(0).putInt(0);
        }
        store.commit(List.of(new Event.Body(Hash.of(hostile.array()), hostile.array())));
        disk.kill();
        disk.flip(Segment.name(1), Segment.HEADER_BYTES + 100_000);
        long before = disk.bytesRead();
        JournalStore.open(disk, salts);
        assertThat(disk.bytesRead() - before).isLessThan(64L << 20);
    }

    @Test
    void aLogIsNotSignedOnFromEntriesThatItsCheckpointDoesNotCover() {
        MemoryStore store = new MemoryStore();
        OwnLog.open(store, ORIGIN, KEY).append(List.of(bytes("one")), List.of());
        store.commit(
                List.of(new Event.Entries(ORIGIN, 1, List.of(bytes("two")), Optional.empty())));
        assertThatThrownBy(() -> OwnLog.open(store, ORIGIN, KEY))
                .isInstanceOfSatisfying(
                        ParleyException.class, e -> assertThat(e.code()).isEqualTo(Code.CORRUPT));
    }
}
