// SPDX-License-Identifier: Apache-2.0
package org.parley.log;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.proof.canonical.Hash;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    private final Contents contents;
    private final JournalReads reads;
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
        this.reads = new JournalReads(journal, contents);
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

    /**
     * The same for who signs what he reads: all of it is on the disk first, also what another
     * process has written and not yet synced. Without that a power cut could take away an entry for
     * which somebody has a signature.
     */
    public static JournalStore openToVouch(Disk disk) {
        JournalStore store = openToRead(disk);
        try {
            store.journal.settle();
            return store;
        } catch (IOException e) {
            store.close();
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
            Optional<Contents.Lies> lies =
                    reads.changing(() -> Optional.ofNullable(contents.bodies().remove(hash)));
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
        reads.changing(() -> {
            contents.apply(written.content(), events, written.place(), written.bodies());
            return true;
        });
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

    static ParleyException stopped(Exception e) {
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
        return reads.origins();
    }

    @Override
    public Optional<Head> head(String origin) {
        return reads.head(origin);
    }

    @Override
    public long held(String origin) {
        return reads.held(origin);
    }

    @Override
    public long signed(String origin) {
        return reads.signed(origin);
    }

    @Override
    public List<byte[]> entries(String origin, long from, long until) {
        return reads.entries(origin, from, until);
    }

    @Override
    public byte[] tile(String origin, int level, long index, int width) {
        return reads.tile(origin, level, index, width);
    }

    @Override
    public Optional<byte[]> body(Hash hash) {
        return reads.body(hash);
    }

    @Override
    public boolean isErased(Hash hash) {
        return reads.isErased(hash);
    }

    @Override
    public Optional<byte[]> fact(String name) {
        return reads.fact(name);
    }

    @Override
    public Map<String, byte[]> facts(String prefix) {
        return reads.facts(prefix);
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
