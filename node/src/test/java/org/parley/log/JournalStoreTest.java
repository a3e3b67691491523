// SPDX-License-Identifier: Apache-2.0
package org.parley.log;

import java.util.Random;

/** The contract, with a start between writing and reading, now with a snapshot and now without. */
final class JournalStoreTest extends LogStoreContract {
    private static final long SEGMENT_BYTES = 200;

    private final JournalStore.Salts salts = new Random(3)::nextLong;
    private final SimDisk disk = new SimDisk(3);
    private int starts;

    @Override
    LogStore empty() {
        JournalStore.create(disk, salts);
        return open();
    }

    @Override
    LogStore again(LogStore store) {
        if (starts++ % 2 == 0) {
            store.close();
        } else {
            disk.kill();
        }
        return open();
    }

    private LogStore open() {
        return JournalStore.open(disk, salts, SEGMENT_BYTES);
    }
}
