// SPDX-License-Identifier: Apache-2.0
package org.parley.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.parley.Code;
import org.parley.ParleyException;
import org.parley.proof.canonical.Hash;
import org.parley.proof.note.SignerKey;
import org.parley.proof.note.Suite;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;

final class GroupCommitTest {
    private static final String ORIGIN = "exercise/example/XA";
    private static final SignerKey KEY =
            SignerKey.of(Suite.ED25519, ORIGIN, new byte[32]).with(new BouncyEd25519());

    private final MemoryStore store = new MemoryStore();

    private GroupCommit group() {
        return new GroupCommit(OwnLog.open(store, ORIGIN, KEY));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String entry(long index) {
        return new String(
                store.entries(ORIGIN, index, index + 1).getFirst(), StandardCharsets.UTF_8);
    }

    @Test
    void aLoneWritersEntryIsDurableBeforeTheCallReturns() {
        try (GroupCommit group = group()) {
            for (int i = 0; i < 3; i++) {
                assertThat(group.append(bytes("one " + i), List.of())).isDone();
                assertThat(entry(i)).isEqualTo("one " + i);
            }
        }
    }

    @Test
    void eachOfManyWritersGetsThePlaceOfItsOwnEntryAndKeepsItsOrder() throws Exception {
        int writers = 16;
        int each = 200;
        Map<String, Long> places = new ConcurrentHashMap<>();
        try (GroupCommit group = group()) {
            List<Thread> threads = new ArrayList<>();
            CountDownLatch start = new CountDownLatch(1);
            for (int w = 0; w < writers; w++) {
                String name = "writer " + w + " says ";
                threads.add(
                        Thread.ofPlatform().start(() -> write(group, start, name, each, places)));
            }
            start.countDown();
            for (Thread thread : threads) {
                thread.join();
            }
        }
        assertThat(places).hasSize(writers * each);
        assertThat(store.held(ORIGIN)).isEqualTo(writers * each);
        assertThat(store.head(ORIGIN).orElseThrow().size()).isEqualTo(writers * each);
        places.forEach((text, index) -> assertThat(entry(index)).isEqualTo(text));
        for (int w = 0; w < writers; w++) {
            for (int i = 1; i < each; i++) {
                String name = "writer " + w + " says ";
                assertThat(places.get(name + i)).isGreaterThan(places.get(name + (i - 1)));
            }
        }
    }

    /** Every other entry is not waited for, so that some queue behind each other. */
    private static void write(
            GroupCommit group,
            CountDownLatch start,
            String name,
            int each,
            Map<String, Long> places) {
        List<CompletableFuture<Void>> all = new ArrayList<>();
        try {
            start.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        for (int i = 0; i < each; i++) {
            String text = name + i;
            CompletableFuture<Void> done =
                    group.append(bytes(text), List.of())
                            .thenAccept(durable -> places.put(text, durable.index()));
            all.add(done);
            if (i % 2 == 0) {
                done.join();
            }
        }
        all.forEach(CompletableFuture::join);
    }

    @Test
    void oneThatDoesNotFitFailsAlone() throws Exception {
        List<CompletableFuture<GroupCommit.Durable>> good = new ArrayList<>();
        List<CompletableFuture<GroupCommit.Durable>> bad = new ArrayList<>();
        Event.Fact stale =
                new Event.Fact("f", Optional.of(Hash.of(bytes("never"))), bytes("value"));
        HeldStore held = new HeldStore(store);
        GroupCommit group = new GroupCommit(OwnLog.open(held, ORIGIN, KEY));
        Thread first = Thread.ofPlatform().start(() -> group.append(bytes("first"), List.of()));
        held.entered.await();
        // The log is busy with the first: these queue, and go into one batch.
        for (int i = 0; i < 10; i++) {
            good.add(group.append(bytes("good " + i), List.of()));
            bad.add(group.append(bytes("bad " + i), List.of(stale)));
        }
        bad.add(group.append(new byte[LogStore.ENTRY_BYTES_MAX + 1], List.of()));
        held.go.countDown();
        first.join();
        group.close();
        for (int i = 0; i < good.size(); i++) {
            assertThat(entry(good.get(i).get().index())).isEqualTo("good " + i);
        }
        for (CompletableFuture<GroupCommit.Durable> one : bad) {
            assertThatThrownBy(one::get)
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOfSatisfying(
                            ParleyException.class,
                            e -> assertThat(e.code()).isEqualTo(Code.CONFLICT));
        }
        assertThat(store.held(ORIGIN)).isEqualTo(11);
        assertThat(held.commits).isGreaterThan(2);
    }

    @Test
    void whatHasQueuedSharesOneCommit() throws Exception {
        HeldStore held = new HeldStore(store);
        GroupCommit group = new GroupCommit(OwnLog.open(held, ORIGIN, KEY));
        Thread first = Thread.ofPlatform().start(() -> group.append(bytes("first"), List.of()));
        held.entered.await();
        List<CompletableFuture<GroupCommit.Durable>> more = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            more.add(group.append(bytes("more " + i), List.of()));
        }
        assertThat(more).noneMatch(CompletableFuture::isDone);
        held.go.countDown();
        first.join();
        group.close();
        assertThat(more).allMatch(CompletableFuture::isDone);
        assertThat(held.commits).isEqualTo(2);
    }

    @Test
    void nothingIsAppendedAfterTheEnd() {
        GroupCommit group = group();
        group.close();
        assertThatThrownBy(() -> group.append(bytes("late"), List.of()).join())
                .cause()
                .isInstanceOfSatisfying(
                        ParleyException.class, e -> assertThat(e.code()).isEqualTo(Code.STOPPED));
        assertThat(store.held(ORIGIN)).isZero();
    }

    /** Keeps the first commit waiting until it is told to go. */
    private static final class HeldStore implements LogStore {
        final CountDownLatch entered = new CountDownLatch(1);
        final CountDownLatch go = new CountDownLatch(1);
        private final MemoryStore store;
        private volatile int commits;

        HeldStore(MemoryStore store) {
            this.store = store;
        }

        @Override
        public void commit(List<Event> events) {
            entered.countDown();
            try {
                go.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            store.commit(events);
            commits++;
        }

        @Override
        public List<String> origins() {
            return store.origins();
        }

        @Override
        public Optional<Head> head(String origin) {
            return store.head(origin);
        }

        @Override
        public long held(String origin) {
            return store.held(origin);
        }

        @Override
        public List<byte[]> entries(String origin, long from, long until) {
            return store.entries(origin, from, until);
        }

        @Override
        public byte[] tile(String origin, int level, long index, int width) {
            return store.tile(origin, level, index, width);
        }

        @Override
        public Optional<byte[]> body(Hash hash) {
            return store.body(hash);
        }

        @Override
        public boolean isErased(Hash hash) {
            return store.isErased(hash);
        }

        @Override
        public Optional<byte[]> fact(String name) {
            return store.fact(name);
        }

        @Override
        public Map<String, byte[]> facts(String prefix) {
            return store.facts(prefix);
        }

        @Override
        public void close() {
            store.close();
        }
    }
}
