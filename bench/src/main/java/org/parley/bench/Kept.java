// SPDX-License-Identifier: Apache-2.0
package org.parley.bench;

import org.parley.log.Fsck;
import org.parley.log.JournalStore;
import org.parley.log.OwnLog;
import org.parley.log.RealDisk;
import org.parley.proof.merkle.TreeHasher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/** A store of a million entries: made, killed, started again, checked. */
final class Kept {
    /**
     * So many that the last snapshot, which comes each 262,144 entries, is as far back as it can
     * be.
     */
    private static final long ENTRIES = 1_047_552;

    private static final long ENTRIES_QUICK = 104_448;
    private static final int RESTARTS = 5;

    /**
     * What was measured.
     *
     * @param restartSeconds of a new process, from its start until its first entry is durable
     * @param hash the SHA-256 of as many leaves in memory, for comparison
     * @param overhead of the journal over the entries' own bytes
     * @param indexBytes of the snapshot, for each entry
     */
    record Result(
            long entries,
            double restartSeconds,
            double restartCpuSeconds,
            Clock.Row fsck,
            Clock.Row hash,
            double overhead,
            double indexBytes) {}

    private Kept() {}

    static Result run(Path folder, boolean quick) throws Exception {
        long entries = quick ? ENTRIES_QUICK : ENTRIES;
        Process writing = start(folder, entries);
        try (BufferedReader out = read(writing)) {
            if (out.readLine() == null) {
                throw new IOException("the writer ended early");
            }
            // It goes on writing; the kill comes in the middle of that.
            Thread.sleep(50);
            writing.destroyForcibly().waitFor();
        }
        double overhead =
                (double) Writers.bytes(folder, "journal-") / (entries * Writers.ENTRY_BYTES) - 1;
        List<Double> walls = new ArrayList<>();
        List<Double> cpus = new ArrayList<>();
        for (int i = 0; i < RESTARTS; i++) {
            ColdStart.Result one = ColdStart.run("restart", command(folder, 0), 1);
            walls.add(one.wallMillis() / 1e3);
            cpus.add(one.cpuMillis() / 1e3);
        }
        Collections.sort(walls);
        Collections.sort(cpus);
        RealDisk disk = new RealDisk(folder);
        Clock.Row fsck =
                Clock.time(
                        "Check of the store, all hashes, files in the page cache",
                        entries,
                        1,
                        3,
                        () -> Fsck.check(disk).isSound() ? 1 : 0);
        if (fsck.answer() != 1) {
            throw new IOException("the store is not sound");
        }
        Clock.Row hash =
                Clock.time(
                        "SHA-256 of as many leaves in memory", entries, 1, 3, () -> hash(entries));
        // An end in order leaves a snapshot of all of it.
        JournalStore store = JournalStore.open(disk, new SecureRandom()::nextLong);
        OwnLog.open(store, Writers.ORIGIN, Writers.key()).begin();
        long held = store.held(Writers.ORIGIN);
        store.close();
        double index = (double) Writers.bytes(folder, "snapshot") / held;
        return new Result(
                entries,
                walls.get(RESTARTS / 2),
                cpus.get(RESTARTS / 2),
                fsck,
                hash,
                overhead,
                index);
    }

    /** In memory that the cache does not hold, as a file's pages are. */
    private static long hash(long entries) {
        byte[] memory = new byte[64 << 20];
        new SplittableRandom(1).nextBytes(memory);
        TreeHasher hasher = new TreeHasher();
        long sum = 0;
        int at = 0;
        for (long i = 0; i < entries; i++) {
            sum += hasher.leaf(memory, at, Writers.ENTRY_BYTES)[0];
            at = at + 2 * Writers.ENTRY_BYTES > memory.length ? 0 : at + Writers.ENTRY_BYTES;
        }
        return sum;
    }

    private static List<String> command(Path folder, long entries) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                Restart.class.getName(),
                folder.toString(),
                Long.toString(entries));
    }

    private static Process start(Path folder, long entries) throws IOException {
        return new ProcessBuilder(command(folder, entries))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static BufferedReader read(Process process) {
        return new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }
}
