// SPDX-License-Identifier: Apache-2.0
package org.parley.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.Code;
import org.parley.ParleyException;
import org.parley.proof.canonical.Hash;
import org.parley.proof.checkpoint.Checkpoint;
import org.parley.proof.merkle.TreeRange;
import org.parley.proof.note.Note;
import org.parley.proof.note.SignerKey;
import org.parley.proof.note.Suite;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** PostgreSQL keeps the contract, with two writers and with connections that break. */
final class PostgresStoreTest extends LogStoreContract {
    private static final String COPY = OTHER;
    private static final SignerKey KEY =
            SignerKey.of(Suite.ED25519, ORIGIN, new byte[32]).with(new BouncyEd25519());
    private static Optional<PostgresServer> server = Optional.empty();
    private static int schemas;

    private LogStore store = new MemoryStore();
    private Optional<Database> database = Optional.empty();

    @BeforeAll
    static void startServer() throws Exception {
        server = Optional.of(PostgresServer.start());
    }

    @AfterAll
    static void stopServer() throws Exception {
        if (server.isPresent()) {
            server.get().close();
        }
    }

    @Override
    LogStore empty() {
        database = Optional.of(server.orElseThrow().schema("node" + schemas++));
        PostgresStore.create(database());
        store = opened();
        return store;
    }

    @Override
    LogStore again(LogStore before) {
        before.close();
        store = opened();
        return store;
    }

    private LogStore opened() {
        return PostgresStore.open(database());
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    private Database database() {
        return database.orElseThrow();
    }

    private static void assertFails(Code code, Runnable what) {
        assertThatThrownBy(what::run)
                .isInstanceOfSatisfying(
                        ParleyException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private void change(String statement) throws Exception {
        try (Connection db = database().open()) {
            assertThat(db.createStatement().executeUpdate(statement)).isPositive();
        }
    }

    static Event.Fact fact(String name, Optional<String> was, String is) {
        return new Event.Fact(name, was.map(text -> Hash.of(bytes(text))), bytes(is));
    }

    /** A copy's next entries, with the note that covers them if they are signed. */
    static Event.Entries copied(long first, int count, boolean signed) {
        TreeRange range = new TreeRange();
        int until = (int) first + count;
        some(0, until).forEach(entry -> range.appendEntry(entry, (level, at, hash) -> {}));
        return new Event.Entries(
                COPY,
                first,
                some((int) first, until),
                signed ? Optional.of(note(COPY, range)) : Optional.empty());
    }

    private static byte[] note(String origin, TreeRange range) {
        String text = new Checkpoint(origin, range.size(), range.root()).text();
        return Note.of(text).signedBy(KEY.sign(text)).bytes();
    }

    @Test
    void aLogAppendedInPiecesIsTheTreeOverItsEntries() {
        OwnLog log = OwnLog.open(store, ORIGIN, KEY);
        log.begin();
        for (int count : new int[] {1, 1, 253, 1, 1, 300, 2, 1041}) {
            log.append(some((int) log.size(), (int) log.size() + count), List.of());
        }
        assertIsTheTree(store, ORIGIN, 1600);
        assertThat(OwnLog.open(store, ORIGIN, KEY).size()).isEqualTo(1600);
    }

    @Test
    void aLargeBodyComesBackWholeAndGoesWhole() {
        Event.Body large = body("x".repeat(2_000_000));
        store.commit(List.of(large, large));
        assertThat(store.body(large.hash())).contains(large.bytes());
        store.commit(List.of(new Event.Erased(large.hash())));
        store.commit(List.of(large, new Event.Erased(body("y").hash()), body("y")));
        assertThat(store.body(large.hash())).isEmpty();
        assertThat(store.body(body("y").hash())).isEmpty();
    }

    /** Entries, head, and every hash of every tile. */
    static void assertIsTheTree(LogStore store, String origin, int size) {
        TreeRange range = new TreeRange();
        for (byte[] entry : some(0, size)) {
            range.appendEntry(
                    entry,
                    (level, index, hash) -> {
                        if (level % 8 == 0) {
                            int at = (int) (index % 256);
                            byte[] tile = store.tile(origin, level / 8, index / 256, at + 1);
                            assertThat(tile).hasSize((at + 1) * 32).endsWith(hash);
                        }
                    });
        }
        assertThat(store.held(origin)).isEqualTo(size);
        assertThat(store.head(origin).orElseThrow().root()).isEqualTo(range.root());
        assertThat(store.head(origin).orElseThrow().checkpoint()).isEqualTo(note(origin, range));
        List<byte[]> all = store.entries(origin, 0, size);
        assertThat(all).hasSize(size);
        for (int i = 0; i < size; i++) {
            assertThat(all.get(i)).isEqualTo(bytes("entry " + i));
        }
        assertThatThrownBy(() -> store.tile(origin, 0, size / 256, size % 256 + 1))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> store.entries(origin, 0, size + 1))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> store.entries(origin, size + 1, size + 1))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void whateverIsCommittedIsWhatTheStoreInMemoryHolds() {
        for (long seed = 1; seed <= 4; seed++) {
            Random random = new Random(seed * 0x9E3779B97F4A7C15L);
            String tag = "seed " + seed;
            String origin = "exercise/example/" + seed;
            MemoryStore plain = new MemoryStore();
            List<Hash> hashes = new ArrayList<>();
            for (int i = 0; i < 25; i++) {
                List<Event> events =
                        List.of(
                                any(random, origin, plain, hashes, tag),
                                any(random, origin, plain, hashes, tag));
                assertThat(outcome(store, events)).as(tag).isEqualTo(outcome(plain, events));
            }
            long held = plain.held(origin);
            assertThat(store.held(origin)).as(tag).isEqualTo(held);
            assertThat(store.entries(origin, 0, held).toArray(byte[][]::new))
                    .as(tag)
                    .isDeepEqualTo(plain.entries(origin, 0, held).toArray(byte[][]::new));
            assertThat(store.facts(tag).keySet()).as(tag).isEqualTo(plain.facts(tag).keySet());
            plain.facts(tag)
                    .forEach((name, is) -> assertThat(store.fact(name)).as(tag).contains(is));
            for (Hash hash : hashes) {
                assertThat(store.isErased(hash)).as(tag).isEqualTo(plain.isErased(hash));
                assertThat(store.body(hash).isPresent())
                        .as(tag)
                        .isEqualTo(plain.body(hash).isPresent());
            }
        }
    }

    private static String outcome(LogStore store, List<Event> events) {
        try {
            store.commit(events);
            return "taken";
        } catch (ParleyException e) {
            return e.code().slug();
        }
    }

    private static Event any(
            Random random, String origin, LogStore plain, List<Hash> hashes, String tag) {
        return switch (random.nextInt(4)) {
            case 0 ->
                    new Event.Entries(
                            origin,
                            plain.held(origin) + random.nextInt(8) / 7,
                            some(0, random.nextInt(200)),
                            Optional.empty());
            case 1 -> {
                Event.Body body = body(tag + random.nextInt(6));
                hashes.add(body.hash());
                yield body;
            }
            case 2 -> new Event.Erased(body(tag + random.nextInt(6)).hash());
            default -> {
                String name = tag + "/" + random.nextInt(3);
                Optional<Hash> was = plain.fact(name).map(is -> Hash.of(is));
                yield new Event.Fact(
                        name,
                        random.nextInt(5) == 0 ? Optional.empty() : was,
                        bytes("" + random.nextInt(9)));
            }
        };
    }

    @Test
    void aStoreIsBegunOnceAndNeverByOpening() throws Exception {
        assertFails(Code.CONFLICT, () -> PostgresStore.create(database()));
        Database bare = server.orElseThrow().schema("bare");
        assertFails(Code.NOT_FOUND, () -> PostgresStore.open(bare));
    }

    @Test
    void aServerThatDoesNotSyncIsRefused() {
        Database careless =
                new Database(
                        database().url() + "&options=-c%20synchronous_commit%3Doff",
                        database().password());
        assertFails(Code.REFUSED, () -> PostgresStore.open(careless));
    }

    @Test
    void anAddressThatHoldsAPasswordIsRefusedAndNotRepeated() {
        for (String url :
                List.of(
                        "jdbc:postgresql://h/d?user=u&password=secret",
                        "jdbc:postgresql://u:secret@h/d",
                        "jdbc:mysql://h/d?secret")) {
            assertThatThrownBy(() -> new Database(url, Optional.empty()))
                    .isInstanceOf(ParleyException.class)
                    .hasMessageNotContaining("secret");
        }
    }

    @Test
    void rowsThatContradictEachOtherAreFoundAtTheStart() throws Exception {
        store.commit(List.of(copied(0, 300, true)));
        change("UPDATE parley_hash SET hashes = decode(repeat('00', 32), 'hex') WHERE level = 1");
        assertFails(Code.CORRUPT, this::opened);
    }

    @Test
    void aHeadThatItsCheckpointDoesNotSignIsFoundAtTheStart() throws Exception {
        store.commit(List.of(copied(0, 2, true)));
        store.commit(List.of(copied(2, 1, false)));
        change("UPDATE parley_log SET size = 3");
        assertFails(Code.CORRUPT, this::opened);
    }

    @Test
    void ofTwoOwnersOfOneLogTheSecondIsTold() {
        OwnLog first = OwnLog.open(store, ORIGIN, KEY);
        try (LogStore other = opened()) {
            OwnLog second = OwnLog.open(other, ORIGIN, KEY);
            first.append(some(0, 3), List.of());
            assertFails(Code.CONFLICT, () -> second.append(some(0, 4), List.of()));
            assertIsTheTree(other, ORIGIN, 3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"read%20committed", "repeatable%20read", "serializable"})
    void twoWritersNeverWinTheSameSizeAndNothingIsLost(String isolation) throws Exception {
        Database how =
                new Database(
                        database().url()
                                + "&options=-c%20default_transaction_isolation%3D"
                                + isolation.replace("%20", "%5C%20"),
                        database().password());
        int each = 40;
        try (ExecutorService threads = Executors.newFixedThreadPool(2);
                LogStore one = PostgresStore.open(how);
                LogStore two = PostgresStore.open(how)) {
            Future<?> first = threads.submit(() -> write(one, "one ", each));
            Future<?> second = threads.submit(() -> write(two, "two ", each));
            first.get();
            second.get();
        }
        List<String> all =
                store.entries(COPY, 0, store.held(COPY)).stream()
                        .map(entry -> new String(entry, StandardCharsets.UTF_8))
                        .toList();
        assertThat(all).hasSize(2 * each);
        for (String writer : List.of("one ", "two ")) {
            List<String> own = all.stream().filter(entry -> entry.startsWith(writer)).toList();
            assertThat(own).hasSize(each);
            for (int i = 0; i < each; i++) {
                assertThat(own.get(i)).isEqualTo(writer + i);
            }
        }
        opened().close();
    }

    private static void write(LogStore store, String writer, int count) {
        int written = 0;
        while (written < count) {
            try {
                store.commit(
                        List.of(
                                new Event.Entries(
                                        COPY,
                                        store.held(COPY),
                                        List.of(bytes(writer + written)),
                                        Optional.empty())));
                written++;
            } catch (ParleyException e) {
                if (e.code() != Code.CONFLICT) {
                    throw e;
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aConnectionThatBreaksAtAnyStepLeavesAllOfACommitOrNothing(boolean done) {
        FailingConnections failing = new FailingConnections(database(), done);
        int stopped = 0;
        int taken = 0;
        boolean reached = true;
        for (int step = 0; reached; step++) {
            long held = store.held(COPY);
            String name = "fact " + step;
            boolean said = false;
            try (LogStore breaking = PostgresStore.open(failing)) {
                failing.failAt(step);
                breaking.commit(
                        List.of(
                                body(name),
                                copied(held, 5, true),
                                fact(name, Optional.empty(), "is"),
                                new Event.Erased(body("gone " + step).hash())));
                said = true;
            } catch (ParleyException e) {
                assertThat(e.code()).as("step " + step + ": " + e).isEqualTo(Code.STOPPED);
                stopped++;
            }
            reached = failing.hasFailed();
            failing.failAt(Integer.MAX_VALUE);
            boolean all = store.held(COPY) > held;
            assertThat(all || !said).as("step " + step).isTrue();
            assertThat(store.body(body(name).hash()).isPresent()).as(name).isEqualTo(all);
            assertThat(store.fact(name).isPresent()).as(name).isEqualTo(all);
            assertThat(store.isErased(body("gone " + step).hash())).as(name).isEqualTo(all);
            taken += all ? 5 : 0;
            if (taken > 0) {
                assertIsTheTree(store, COPY, taken);
            }
        }
        // Only committing itself ends in the dark; what breaks before it is tried again.
        assertThat(stopped).isEqualTo(1);
        assertThat(taken).isGreaterThan(30);
    }
}
