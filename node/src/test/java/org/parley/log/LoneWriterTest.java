// SPDX-License-Identifier: Apache-2.0
package org.parley.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.parley.Code;
import org.parley.ParleyException;
import org.parley.proof.note.SignerKey;
import org.parley.proof.note.Suite;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Entries that come one by one: their checkpoints are given out, and few of them are kept. */
final class LoneWriterTest {
    private static final String ORIGIN = "parley.example/xa/arden";

    private final JournalStore.Salts salts = new Random(5)::nextLong;
    private final Random random = new Random(9);
    private final SimDisk disk = new SimDisk(5);

    private static SignerKey key(String origin) {
        return SignerKey.of(Suite.ED25519, origin, new byte[32]).with(new BouncyEd25519());
    }

    private JournalStore open() {
        return JournalStore.open(disk, salts);
    }

    private OwnLog log(JournalStore store, String origin) {
        OwnLog log = OwnLog.open(store, origin, key(origin));
        if (store.head(origin).isEmpty()) {
            log.begin();
        }
        return log;
    }

    private byte[] entry(int length) {
        byte[] entry = new byte[length];
        random.nextBytes(entry);
        return entry;
    }

    private long journalBytes() {
        return disk.bytes().entrySet().stream()
                .filter(file -> file.getKey().startsWith(Segment.PREFIX))
                .mapToLong(file -> file.getValue().length)
                .sum();
    }

    @Test
    void theDiskHoldsLittleMoreThanTheEntries() throws Exception {
        JournalStore.create(disk, salts);
        JournalStore store = open();
        OwnLog log = log(store, ORIGIN);
        for (int i = 0; i < 640; i++) {
            log.append(List.of(entry(1024)), List.of());
        }
        store.close();
        assertThat(journalBytes()).isBetween(640 * 1024L, 640 * 1024L * 104 / 100);
        assertThat(Fsck.check(disk).findings()).isEmpty();
    }

    @Test
    void whateverWasGivenOutIsSignedAgainToTheByte() {
        JournalStore.create(disk, salts);
        for (int life = 1; life < 150; life += 7) {
            JournalStore store = open();
            OwnLog log = log(store, ORIGIN);
            byte[] given = new byte[0];
            for (int i = 0; i < life; i++) {
                given = log.append(List.of(entry(20)), List.of()).checkpoint();
            }
            disk.kill();
            JournalStore again = open();
            assertThat(again.signed(ORIGIN)).isEqualTo(again.held(ORIGIN));
            OwnLog.open(again, ORIGIN, key(ORIGIN));
            assertThat(again.head(ORIGIN).orElseThrow().checkpoint()).isEqualTo(given);
            disk.kill();
        }
    }

    @Test
    void whoOnlyReadsSeesAllThatIsSigned() {
        JournalStore.create(disk, salts);
        OwnLog log = log(open(), ORIGIN);
        log.append(List.of(entry(20)), List.of());
        log.append(List.of(entry(30)), List.of());
        JournalStore reader = JournalStore.openToRead(disk);
        assertThat(reader.signed(ORIGIN)).isEqualTo(2);
        assertThat(reader.entries(ORIGIN, 1, 2).getFirst()).hasSize(30);
    }

    @Test
    void logsWithTheSameNumberAreNotMistakenForEachOther() throws Exception {
        Map<Integer, String> seen = new HashMap<>();
        String first = "";
        String second = "";
        for (int i = 0; second.isEmpty(); i++) {
            String origin = "parley.example/" + Long.toHexString(random.nextLong());
            String other = seen.putIfAbsent(RecordCodec.number(origin), origin);
            if (other != null) {
                first = other;
                second = origin;
            }
        }
        JournalStore.create(disk, salts);
        JournalStore store = open();
        OwnLog one = log(store, first);
        one.append(List.of(entry(10)), List.of());
        OwnLog two = log(store, second);
        for (int i = 0; i < 5; i++) {
            one.append(List.of(entry(11)), List.of());
            two.append(List.of(entry(12)), List.of());
        }
        disk.kill();
        JournalStore again = open();
        assertThat(again.entries(first, 0, 6)).extracting(bytes -> bytes.length).endsWith(11, 11);
        assertThat(again.entries(second, 0, 5)).extracting(bytes -> bytes.length).containsOnly(12);
        assertThat(Fsck.check(disk).findings()).isEmpty();
    }

    @Test
    void entriesThatACopyLeftOutAreMissedAndNeverSignedOver() throws Exception {
        JournalStore.create(disk, salts);
        JournalStore store = open();
        OwnLog log = log(store, ORIGIN);
        long before = 0;
        for (int i = 0; i < 9; i++) {
            before = i == 5 ? journalBytes() : before;
            log.append(List.of(entry(100)), List.of());
        }
        long record = (journalBytes() - before) / 4;
        disk.kill();
        String name = Segment.name(1);
        byte[] whole = disk.bytes().get(name);
        byte[] rest = new byte[(int) (whole.length - before - record)];
        System.arraycopy(whole, (int) (before + record), rest, 0, rest.length);
        try (Disk.Handle file = disk.open(name)) {
            file.truncate(before);
            file.write(before, ByteBuffer.wrap(rest));
            file.sync();
        }
        assertThatThrownBy(this::open)
                .isInstanceOf(ParleyException.class)
                .hasMessageContaining("it has entry 6 of " + ORIGIN + ", and 5 are there")
                .extracting(e -> ((ParleyException) e).code())
                .isEqualTo(Code.CORRUPT);
        assertThat(Fsck.check(disk).findings())
                .extracting(Fsck.Finding::flaw)
                .contains(Flaw.ENTRIES_MISSING);
    }
}
