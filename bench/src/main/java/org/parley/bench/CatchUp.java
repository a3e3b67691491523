// SPDX-License-Identifier: Apache-2.0
package org.parley.bench;

import org.parley.exchange.Carrier;
import org.parley.exchange.Endpoints;
import org.parley.exchange.Peers;
import org.parley.exchange.Reply;
import org.parley.exchange.Upload;
import org.parley.log.BouncyEd25519;
import org.parley.log.Head;
import org.parley.log.JournalStore;
import org.parley.log.OwnLog;
import org.parley.proof.canonical.Hash;
import org.parley.proof.note.SignerKey;
import org.parley.proof.note.Suite;
import org.parley.proof.note.VerifierKey;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * A mirror that was away copies a long log: proofs, hashes and the disk, without a network and
 * without looking into the entries. What the sender does is not counted.
 */
final class CatchUp {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private CatchUp() {}

    static Clock.Row run(Path folder, int entries) throws Exception {
        SignerKey key = Writers.key();
        try (JournalStore source = Writers.store(folder.resolve("source"))) {
            OwnLog log = OwnLog.open(source, Writers.ORIGIN, key);
            SplittableRandom random = new SplittableRandom(1);
            for (int i = 0; i < entries; i += OwnLog.ENTRIES_MAX / 4) {
                List<byte[]> some = new ArrayList<>();
                for (int j = i; j < Math.min(entries, i + OwnLog.ENTRIES_MAX / 4); j++) {
                    byte[] entry = new byte[Writers.ENTRY_BYTES];
                    random.nextBytes(entry);
                    some.add(entry);
                }
                log.append(some, List.of());
            }
            Head head = source.head(Writers.ORIGIN).orElseThrow();
            copied(folder.resolve("warm"), source, head, key);
            return copied(folder.resolve("copy"), source, head, key);
        }
    }

    private static Clock.Row copied(Path folder, JournalStore source, Head head, SignerKey key)
            throws Exception {
        try (JournalStore store = Writers.store(folder)) {
            Endpoints mirror = mirror(store, key.verifier());
            long[] wall = {0};
            long[] cpu = {0};
            Carrier carrier =
                    (party, ask) -> {
                        long fromWall = System.nanoTime();
                        long fromCpu = THREADS.getCurrentThreadCpuTime();
                        Reply reply = mirror.answer(ask);
                        cpu[0] += THREADS.getCurrentThreadCpuTime() - fromCpu;
                        wall[0] += System.nanoTime() - fromWall;
                        return reply;
                    };
            new Upload(source, carrier, "mirror").mirrored(head, 0);
            if (store.held(Writers.ORIGIN) != head.size()) {
                throw new IllegalStateException("the copy is not whole");
            }
            return new Clock.Row(
                    "A mirror copies a log, hashes and proofs",
                    head.size(),
                    wall[0] / 1e9,
                    cpu[0] / 1e9,
                    head.size());
        }
    }

    private static Endpoints mirror(JournalStore store, VerifierKey log) {
        Peers peers =
                new Peers() {
                    @Override
                    public List<VerifierKey> logKeys(String origin) {
                        return List.of(log);
                    }

                    @Override
                    public Optional<String> party(String origin) {
                        return Optional.of("XA");
                    }

                    @Override
                    public List<VerifierKey> cosigners(String party) {
                        return List.of();
                    }

                    @Override
                    public List<VerifierKey> all() {
                        return List.of(log);
                    }
                };
        Endpoints.Bodies none =
                new Endpoints.Bodies() {
                    @Override
                    public boolean wants(Hash hash) {
                        return false;
                    }

                    @Override
                    public boolean mayRead(Optional<String> party, Hash hash) {
                        return false;
                    }
                };
        byte[] seed = new byte[Suite.SEED_BYTES];
        BouncyEd25519 ed25519 = new BouncyEd25519();
        SignerKey cosigner =
                SignerKey.of(Suite.ED25519_COSIGNATURE, "exercise/bench/XB/mirror", seed)
                        .with(ed25519);
        return new Endpoints(
                store,
                "exercise/bench/XB",
                Optional::empty,
                peers,
                none,
                List.of(),
                List.of(cosigner),
                ed25519,
                InstantSource.system());
    }
}
