// SPDX-License-Identifier: Apache-2.0
package org.parley.bench;

import org.parley.log.GroupCommit;
import org.parley.log.JournalStore;
import org.parley.log.OwnLog;
import org.parley.log.RealDisk;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A process that is killed while it appends, and the one that comes after it. */
final class Restart {
    private static final int AT_ONCE = 1_024;

    private Restart() {}

    /**
     * Writes, or opens what was written.
     *
     * @param arguments the folder; how many entries to append at once before saying so and going on
     *     one by one until killed, or 0 to open what is there, append one and end
     */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        long entries = Long.parseLong(arguments[1]);
        SplittableRandom random = new SplittableRandom(1);
        JournalStore store =
                entries > 0
                        ? Writers.store(folder)
                        : JournalStore.open(new RealDisk(folder), new SecureRandom()::nextLong);
        OwnLog log = OwnLog.open(store, Writers.ORIGIN, Writers.key());
        if (entries == 0) {
            System.out.println(log.append(List.of(entry(random)), List.of()).first());
            // What the process that is measured leaves behind is not to make the next one quicker.
            Runtime.getRuntime().halt(0);
        }
        for (long i = 0; i < entries; i += AT_ONCE) {
            List<byte[]> some = new ArrayList<>();
            for (long j = i; j < Math.min(entries, i + AT_ONCE); j++) {
                some.add(entry(random));
            }
            log.append(some, List.of());
        }
        System.out.println(log.size());
        try (GroupCommit group = new GroupCommit(log)) {
            while (true) {
                group.append(entry(random), List.of()).join();
            }
        }
    }

    private static byte[] entry(SplittableRandom random) {
        byte[] entry = new byte[Writers.ENTRY_BYTES];
        random.nextBytes(entry);
        return entry;
    }
}
