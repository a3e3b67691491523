// SPDX-License-Identifier: Apache-2.0
package org.parley.log;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.proof.canonical.Hash;
import org.parley.proof.tile.Tile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** What a store answers from its journal's {@link Contents}. Many read while one writes. */
final class JournalReads {
    private final Journal journal;
    private final Contents contents;
    private final ReadWriteLock reading = new ReentrantReadWriteLock();

    JournalReads(Journal journal, Contents contents) {
        this.journal = journal;
        this.contents = contents;
    }

    /** Changes the contents while nobody reads them. */
    <T> T changing(Read<T> change) {
        reading.writeLock().lock();
        try {
            return change.now();
        } finally {
            reading.writeLock().unlock();
        }
    }

    List<String> origins() {
        return reading(() -> List.copyOf(contents.logs().keySet()));
    }

    Optional<Head> head(String origin) {
        return reading(() -> contents.find(origin).flatMap(HeldLog::head));
    }

    long held(String origin) {
        return reading(() -> contents.find(origin).map(HeldLog::size).orElse(0L));
    }

    long signed(String origin) {
        return reading(() -> contents.find(origin).map(HeldLog::signed).orElse(0L));
    }

    List<byte[]> entries(String origin, long from, long until) {
        long[] places =
                reading(() -> {
                    long held = contents.find(origin).map(HeldLog::size).orElse(0L);
                    boolean inside = from >= 0 && from <= until && until <= held;
                    if (!inside || until - from > LogStore.ENTRIES_READ_MAX) {
                        throw new IndexOutOfBoundsException(
                                origin + ": " + from + " to " + until + " of " + held);
                    }
                    long[] found = new long[(int) (until - from)];
                    for (int i = 0; i < found.length; i++) {
                        found[i] = contents.log(origin).place(from + i);
                    }
                    return found;
                });
        List<byte[]> entries = new ArrayList<>(places.length);
        try {
            ByteBuffer length = ByteBuffer.allocate(2);
            for (long place : places) {
                journal.read(place, length.clear());
                byte[] entry = new byte[length.getShort(0) & 0xffff];
                journal.read(place + 2, ByteBuffer.wrap(entry));
                entries.add(entry);
            }
        } catch (IOException e) {
            throw JournalStore.stopped(e);
        }
        return entries;
    }

    byte[] tile(String origin, int level, long index, int width) {
        return reading(() -> {
            HeldLog log = contents.find(origin).orElseGet(() -> new HeldLog(origin));
            boolean tile = level >= 0 && index >= 0 && width >= 1 && width <= Tile.WIDTH;
            // Divided, for a product of such an index may run over.
            boolean there = tile && index <= (log.hashes(level) - width) / Tile.WIDTH;
            if (!there || index * Tile.WIDTH + width > log.hashes(level)) {
                throw new IndexOutOfBoundsException(
                        origin + ": tile " + level + "/" + index + " of width " + width);
            }
            return log.hashes(level, index * Tile.WIDTH, width);
        });
    }

    Optional<byte[]> body(Hash hash) {
        Optional<Contents.Lies> lies =
                reading(() -> Optional.ofNullable(contents.bodies().get(hash)));
        if (lies.isEmpty()) {
            return Optional.empty();
        }
        byte[] bytes = new byte[lies.get().length()];
        try {
            journal.read(lies.get().place(), ByteBuffer.wrap(bytes));
        } catch (IOException e) {
            throw JournalStore.stopped(e);
        }
        if (!Hash.of(bytes).equals(hash)) {
            if (isErased(hash)) {
                return Optional.empty();
            }
            throw new ParleyException(
                    Code.CORRUPT,
                    journal.shown(lies.get().place()),
                    "the body is not what was committed",
                    "restore the folder from a backup, or ask the author for the body");
        }
        return Optional.of(bytes);
    }

    boolean isErased(Hash hash) {
        return reading(() -> contents.erased().contains(hash));
    }

    Optional<byte[]> fact(String name) {
        return reading(() -> Optional.ofNullable(contents.facts().get(name)));
    }

    Map<String, byte[]> facts(String prefix) {
        return reading(() -> {
            Map<String, byte[]> found = new TreeMap<>();
            for (var fact : contents.facts().tailMap(prefix).entrySet()) {
                if (!fact.getKey().startsWith(prefix)) {
                    break;
                }
                found.put(fact.getKey(), fact.getValue());
            }
            return found;
        });
    }

    /** Something that is done under the lock. */
    interface Read<T> {
        T now();
    }

    private <T> T reading(Read<T> read) {
        reading.readLock().lock();
        try {
            return read.now();
        } finally {
            reading.readLock().unlock();
        }
    }
}
