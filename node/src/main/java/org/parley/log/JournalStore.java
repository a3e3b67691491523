// SPDX-License-Identifier: Apache-2.0
package org.parley.log;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
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

/**
 * The store of a node on disk: a {@link Journal}, and in memory what it adds up to, 40 bytes an
 * entry. A {@link Snapshot} of that makes starting quick and can be deleted. Thread safe.
 */
public final class JournalStore implements LogStore {
    private static final String LOCK = "lock";

    /** So many entries read again at a start take well below a second. */
    private static final long SNAPSHOT_ENTRIES = 65_536;

    /** A snapshot of many entries takes its time too: it comes when so much of them is new. */
    private static final int SNAPSHOT_PART = 8;

    private final Disk disk;
    private final AutoCloseable lock;
    private final Journal journal;
    private final Salts salts;

    /** One commit at a time; readers go on meanwhile. */
    private final Object committing = new Object();

    private final ReadWriteLock reading = new ReentrantReadWriteLock();
    private final Contents contents;
    private long sinceSnapshot;
    private boolean stopped;

    /** Numbers that nobody can guess. */
    @FunctionalInterface
    public interface Salts {
        long next();
    }

    private JournalStore(
            Disk disk, AutoCloseable lock, Journal journal, Contents contents, Salts salts) {
        this.disk = disk;
        this.lock = lock;
        this.journal = journal;
        this.contents = contents;
        this.salts = salts;
    }

    /**
     * Begins an empty store. The only way to one: opening never makes it.
     *
     * @throws ParleyException {@code CONFLICT} when there is one
     */
    public static void create(Disk disk, Salts salts) {
        try {
            Journal.create(disk, salts.next());
        } catch (IOException e) {
            throw stopped(e);
        }
    }

    /**
     * Opens a store, for this process alone.
     *
     * @throws ParleyException {@code UNAVAILABLE} when another process has it; {@code NOT_FOUND}
     *     when its journal is missing; {@code CORRUPT} with file and offset when it is damaged
     */
    public static JournalStore open(Disk disk, Salts salts) {
        return open(disk, salts, Journal.SEGMENT_BYTES);
    }

    static JournalStore open(Disk disk, Salts salts, long segmentBytes) {
        AutoCloseable lock;
        try {
            lock = disk.lock(LOCK);
        } catch (IOException e) {
            throw new ParleyException(
                    Code.UNAVAILABLE,
                    Place.of(LOCK),
                    "this store is open elsewhere",
                    "stop the node that runs on it, or ask that node");
        }
        try {
            Contents contents = new Contents();
            long from = Snapshot.read(disk, contents);
            long[] entries = {0};
            Journal journal =
                    Journal.open(
                            disk,
                            segmentBytes,
                            from,
                            true,
                            (content, place, behind) -> {
                                contents.apply(content, place, behind);
                                entries[0]++;
                            });
            JournalStore store = new JournalStore(disk, lock, journal, contents, salts);
            store.overwrite(List.copyOf(contents.erased()));
            store.sinceSnapshot = entries[0];
            return store;
        } catch (IOException | RuntimeException e) {
            close(lock);
            throw e instanceof ParleyException known ? known : stopped(e);
        }
    }

    /**
     * Opens a store only to read what is in it now, also while a node runs on it.
     *
     * @throws ParleyException as {@link #open}, but for the lock
     */
    public static JournalStore openToRead(Disk disk) {
        try {
            Contents contents = new Contents();
            long from = Snapshot.read(disk, contents);
            Journal journal =
                    Journal.open(disk, Journal.SEGMENT_BYTES, from, false, contents::apply);
            JournalStore store = new JournalStore(disk, () -> {}, journal, contents, () -> 0L);
            store.stopped = true;
            return store;
        } catch (IOException e) {
            throw stopped(e);
        }
    }

    private static void close(AutoCloseable lock) {
        try {
            lock.close();
        } catch (Exception e) {
            throw stopped(e);
        }
    }

    /** Erases what lies there still; after a crash, what was to be erased when it came. */
    private void overwrite(List<Hash> hashes) throws IOException {
        for (Hash hash : hashes) {
            Optional<Contents.Lies> lies;
            reading.writeLock().lock();
            try {
                lies = Optional.ofNullable(contents.bodies().remove(hash));
            } finally {
                reading.writeLock().unlock();
            }
            if (lies.isPresent()) {
                journal.zero(lies.get().place(), lies.get().length());
            }
        }
    }

    @Override
    public void commit(List<Event> events) {
        synchronized (committing) {
            requireRunning();
            contents.check(events);
            List<Event> kept = contents.toKeep(events);
            if (kept.isEmpty()) {
                // All of it is durable already.
                return;
            }
            try {
                append(kept);
                overwrite(erased(kept));
                note(kept);
            } catch (IOException e) {
                stopped = true;
                throw stopped(e);
            }
        }
    }

    private void append(List<Event> events) throws IOException {
        Journal.Written written = journal.append(events, salts.next());
        reading.writeLock().lock();
        try {
            contents.apply(written.content(), events, written.place(), written.bodies());
        } finally {
            reading.writeLock().unlock();
        }
    }

    private static List<Hash> erased(List<Event> events) {
        List<Hash> erased = new ArrayList<>();
        for (Event event : events) {
            if (event instanceof Event.Erased(var hash)) {
                erased.add(hash);
            }
        }
        return erased;
    }

    /**
     * Copies the journal as it is when this returns; commits wait only for the last part of it. A
     * body that is erased meanwhile is erased in the copy when that is opened.
     *
     * @throws ParleyException {@code STOPPED} when the store is; {@code UNWRITABLE} when the copy
     *     cannot be written
     */
    void copyTo(Disk target) {
        try {
            long first;
            synchronized (committing) {
                requireRunning();
                first = journal.end();
            }
            journal.copy(target, 0, first);
            synchronized (committing) {
                requireRunning();
                keepCheckpoints();
                journal.copy(target, first, journal.end());
            }
            target.syncNames();
        } catch (IOException e) {
            throw new ParleyException(
                    Code.UNWRITABLE,
                    Place.of("backup"),
                    String.valueOf(e.getMessage()),
                    "make room, or choose another folder");
        }
    }

    private void requireRunning() {
        if (stopped) {
            throw new ParleyException(
                    Code.STOPPED,
                    Place.of("journal"),
                    "an earlier write failed",
                    "make room or mend the disk, then start the node anew");
        }
    }

    private static ParleyException stopped(Exception e) {
        String why = Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
        ParleyException failure =
                new ParleyException(
                        Code.STOPPED,
                        Place.of("journal"),
                        why,
                        "make room or mend the disk, then start the node anew");
        failure.initCause(e);
        return failure;
    }

    /** A snapshot is a convenience: that it cannot be written stops nothing. */
    private void note(List<Event> events) throws IOException {
        for (Event event : events) {
            sinceSnapshot += event instanceof Event.Entries more ? more.entries().size() : 1;
        }
        long held = contents.logs().values().stream().mapToLong(HeldLog::size).sum();
        if (sinceSnapshot >= Math.max(SNAPSHOT_ENTRIES, held / SNAPSHOT_PART)) {
            snapshot();
        }
    }

    private void keepCheckpoints() throws IOException {
        List<Event> unkept = contents.unkept();
        if (!unkept.isEmpty()) {
            append(unkept);
        }
    }

    private void snapshot() throws IOException {
        sinceSnapshot = 0;
        // What the journal adds up to is then the same as what is held.
        keepCheckpoints();
        try {
            Snapshot.write(disk, contents, journal.end());
        } catch (IOException e) {
            // The next start takes longer.
        }
    }

    @Override
    public List<String> origins() {
        return reading(() -> List.copyOf(contents.logs().keySet()));
    }

    @Override
    public Optional<Head> head(String origin) {
        return reading(() -> contents.find(origin).flatMap(HeldLog::head));
    }

    @Override
    public long held(String origin) {
        return reading(() -> contents.find(origin).map(HeldLog::size).orElse(0L));
    }

    @Override
    public long signed(String origin) {
        return reading(() -> contents.find(origin).map(HeldLog::signed).orElse(0L));
    }

    @Override
    public List<byte[]> entries(String origin, long from, long until) {
        long[] places =
                reading(() -> {
                    long held = contents.find(origin).map(HeldLog::size).orElse(0L);
                    boolean inside = from >= 0 && from <= until && until <= held;
                    if (!inside || until - from > ENTRIES_READ_MAX) {
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
            throw stopped(e);
        }
        return entries;
    }

    @Override
    public byte[] tile(String origin, int level, long index, int width) {
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

    @Override
    public Optional<byte[]> body(Hash hash) {
        Optional<Contents.Lies> lies =
                reading(() -> Optional.ofNullable(contents.bodies().get(hash)));
        if (lies.isEmpty()) {
            return Optional.empty();
        }
        byte[] bytes = new byte[lies.get().length()];
        try {
            journal.read(lies.get().place(), ByteBuffer.wrap(bytes));
        } catch (IOException e) {
            throw stopped(e);
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

    @Override
    public boolean isErased(Hash hash) {
        return reading(() -> contents.erased().contains(hash));
    }

    @Override
    public Optional<byte[]> fact(String name) {
        return reading(() -> Optional.ofNullable(contents.facts().get(name)));
    }

    @Override
    public Map<String, byte[]> facts(String prefix) {
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

    private interface Read<T> {
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

    @Override
    public void close() {
        synchronized (committing) {
            boolean running = !stopped;
            stopped = true;
            try {
                if (running && sinceSnapshot > 0) {
                    snapshot();
                }
                journal.close();
            } catch (IOException e) {
                throw stopped(e);
            } finally {
                close(lock);
            }
        }
    }
}
