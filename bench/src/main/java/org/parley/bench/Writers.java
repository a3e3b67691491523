// SPDX-License-Identifier: Apache-2.0
package org.parley.bench;

import org.parley.log.BouncyEd25519;
import org.parley.log.GroupCommit;
import org.parley.log.JournalStore;
import org.parley.log.OwnLog;
import org.parley.log.RealDisk;
import org.parley.proof.note.SignerKey;
import org.parley.proof.note.Suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Appending to a log in this process, and what the disk takes for it at least. */
final class Writers {
    static final int ENTRY_BYTES = 1_024;
    static final String ORIGIN = "exercise/bench/XA";
    private static final int PROBES = 1_500;

    private Writers() {}

    /**
     * What came of some seconds of many writers.
     *
     * @param diskBytes for each entry, all files
     */
    record Result(int writers, Waits waits, double diskBytes) {}

    /** One write of an entry's size behind the others and one fdatasync, again and again. */
    static Waits probe(Path folder) throws IOException {
        Path file = folder.resolve("probe");
        long[] nanos = new long[PROBES];
        double cpu = Clock.cpuMillis();
        long start = System.nanoTime();
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            ByteBuffer entry = ByteBuffer.allocateDirect(ENTRY_BYTES);
            for (int i = 0; i < nanos.length; i++) {
                long from = System.nanoTime();
                channel.write(entry.clear());
                channel.force(false);
                nanos[i] = System.nanoTime() - from;
            }
        }
        double wall = (System.nanoTime() - start) / 1e9;
        Files.delete(file);
        return Waits.of(List.of(nanos), wall, (Clock.cpuMillis() - cpu) / 1e3);
    }

    static SignerKey key() {
        byte[] seed = new byte[Suite.SEED_BYTES];
        Arrays.fill(seed, (byte) 1);
        return SignerKey.of(Suite.ED25519, ORIGIN, seed).with(new BouncyEd25519());
    }

    static JournalStore store(Path folder) throws IOException {
        SecureRandom chance = new SecureRandom();
        RealDisk disk = new RealDisk(folder);
        JournalStore.create(disk, chance::nextLong);
        return JournalStore.open(disk, chance::nextLong);
    }

    /** Each writer waits until its entry is durable and in a signed tree before the next. */
    static Result append(Path folder, int writers, double seconds)
            throws IOException, InterruptedException {
        List<long[]> nanos = Collections.synchronizedList(new ArrayList<>());
        double wall;
        double cpu = Clock.cpuMillis();
        try (JournalStore store = store(folder);
                GroupCommit log = new GroupCommit(OwnLog.open(store, ORIGIN, key()))) {
            long start = System.nanoTime();
            long end = start + (long) (seconds * 1e9);
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < writers; i++) {
                SplittableRandom random = new SplittableRandom(i);
                threads.add(Thread.ofVirtual().start(() -> nanos.add(one(log, random, end))));
            }
            for (Thread thread : threads) {
                thread.join();
            }
            wall = (System.nanoTime() - start) / 1e9;
            cpu = (Clock.cpuMillis() - cpu) / 1e3;
        }
        Waits waits = Waits.of(nanos, wall, cpu);
        double bytes = (double) bytes(folder, "journal-") / waits.number();
        delete(folder);
        return new Result(writers, waits, bytes);
    }

    private static long[] one(GroupCommit log, SplittableRandom random, long end) {
        long[] nanos = new long[1_024];
        int number = 0;
        while (System.nanoTime() < end) {
            byte[] entry = new byte[ENTRY_BYTES];
            random.nextBytes(entry);
            long from = System.nanoTime();
            log.append(entry, List.of()).join();
            if (number == nanos.length) {
                nanos = Arrays.copyOf(nanos, 2 * number);
            }
            nanos[number++] = System.nanoTime() - from;
        }
        return Arrays.copyOf(nanos, number);
    }

    /** The size of the files whose names begin so. */
    static long bytes(Path folder, String prefix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> String.valueOf(file.getFileName()).startsWith(prefix))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> {
                        try {
                            Files.delete(file);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        }
    }
}
