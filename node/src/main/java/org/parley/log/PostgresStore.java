// SPDX-License-Identifier: Apache-2.0
package org.parley.log;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.proof.canonical.Hash;
import org.parley.proof.merkle.TreeRange;
import org.parley.proof.tile.Tile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The store of a node in PostgreSQL: one transaction a commit, nothing in memory. Several processes
 * may have it open, such as a second machine that stands by: of two that append at once, one wins
 * and the other is told {@code CONFLICT}. Thread safe.
 *
 * <p>What ends before the last step, committing, changed nothing and is tried again, on a new
 * connection if need be. What ends in it may or may not have been taken; then nothing more is
 * written until the process starts anew and reads.
 */
public final class PostgresStore implements LogStore {
    private static final Place WHERE = Place.of("database");

    /** Pauses of 10 ms, doubled each time: five seconds in all, a quick restart of a server. */
    private static final int ATTEMPTS_MAX = 10;

    private static final long PAUSE_MS = 10;

    private final Connections connections;
    private final PostgresReaders readers;

    /** One commit at a time; guards what follows. */
    private final Object committing = new Object();

    private Optional<Connection> writer = Optional.empty();
    private boolean stopped;

    private PostgresStore(Connections connections) {
        this.connections = connections;
        this.readers = new PostgresReaders(connections);
    }

    /**
     * Begins an empty store: makes the tables. The only way to one: opening never makes it.
     *
     * @throws ParleyException {@code CONFLICT} when there is one; {@code UNAVAILABLE}
     */
    public static void create(Connections connections) {
        try (Connection db = connections.open()) {
            PostgresSchema.create(db);
        } catch (SQLException e) {
            throw PostgresReaders.unavailable(e);
        }
    }

    /**
     * Opens a store and compares its tiles, edges and heads.
     *
     * @throws ParleyException {@code NOT_FOUND} when there is none; {@code REFUSED} when the server
     *     does not sync; {@code CORRUPT} when a log's rows contradict each other; {@code
     *     UNAVAILABLE}
     */
    public static PostgresStore open(Connections connections) {
        PostgresStore store = openUnchecked(connections);
        try {
            store.origins().forEach(store::verify);
            return store;
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /** The same without comparing, for whoever checks all of it and goes on behind damage. */
    static PostgresStore openUnchecked(Connections connections) {
        try (Connection db = connections.open()) {
            PostgresSchema.require(db);
        } catch (SQLException e) {
            throw PostgresReaders.unavailable(e);
        }
        return new PostgresStore(connections);
    }

    PostgresReaders readers() {
        return readers;
    }

    @SuppressWarnings("ArrayRecordComponent") // as it was read; never compared
    private record Row(long held, byte[] edge) {}

    /** The edge, which appending trusts, and the head's root are what the tiles say. */
    void verify(String origin) {
        Row row =
                readers.read(
                        "SELECT held, edge FROM parley_log WHERE origin = ?",
                        sql -> sql.setString(1, origin),
                        rows -> {
                            rows.next();
                            return new Row(rows.getLong(1), rows.getBytes(2));
                        });
        StoredTree tree = new StoredTree(this, origin);
        boolean whole;
        try {
            TreeRange edge = TreeRange.of(row.held(), tree);
            // Another process may append meanwhile: the tree of this size stays what it was.
            whole =
                    edge.nodes().equals(PostgresCommit.range(row.held(), row.edge()).nodes())
                            && head(origin).stream().allMatch(head -> follows(head, tree));
        } catch (RuntimeException e) {
            if (e instanceof ParleyException known && known.code() == Code.UNAVAILABLE) {
                throw known;
            }
            whole = false;
        }
        if (!whole) {
            throw new ParleyException(
                    Code.CORRUPT,
                    Place.of(origin),
                    "its rows in parley_log and parley_hash contradict each other",
                    "restore the database from a backup");
        }
    }

    private static boolean follows(Head head, StoredTree tree) {
        TreeRange range = TreeRange.of(head.size(), tree);
        return range.root().equals(head.root())
                && Following.covers(head.checkpoint(), head.origin(), range);
    }

    @Override
    public void commit(List<Event> events) {
        synchronized (committing) {
            if (stopped) {
                throw stopped("an earlier commit ended in the dark");
            }
            SQLException last = new SQLException("not tried");
            for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
                if (attempt > 0) {
                    pause(attempt);
                }
                Optional<SQLException> failed = attempt(events);
                if (failed.isEmpty()) {
                    return;
                }
                last = failed.get();
            }
            throw PostgresReaders.unavailable(last);
        }
    }

    /**
     * Tries once.
     *
     * @return why nothing was changed, when trying again may help
     */
    private Optional<SQLException> attempt(List<Event> events) {
        boolean committingNow = false;
        try {
            Connection db = writer();
            new PostgresCommit(db).run(events);
            committingNow = true;
            db.commit();
            return Optional.empty();
        } catch (SQLException e) {
            dropWriter();
            if (SqlStates.isRefusedForNow(e) || !committingNow && SqlStates.isLost(e)) {
                return Optional.of(e);
            }
            stopped = true;
            ParleyException failure = stopped(e.getMessage() + " (" + SqlStates.of(e) + ")");
            failure.initCause(e);
            throw failure;
        } catch (RuntimeException e) {
            dropWriter();
            throw e;
        }
    }

    private Connection writer() throws SQLException {
        if (writer.isEmpty()) {
            Connection db = connections.open();
            writer = Optional.of(db);
            db.setAutoCommit(false);
        }
        return writer.get();
    }

    /** Closing a connection takes its open transaction back, whatever state it is in. */
    private void dropWriter() {
        writer.ifPresent(PostgresReaders::close);
        writer = Optional.empty();
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(PAUSE_MS << attempt - 1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ParleyException stopped(String why) {
        return new ParleyException(
                Code.STOPPED,
                WHERE,
                why,
                "look after the database, then start the node anew: it reads what was taken");
    }

    @Override
    public List<String> origins() {
        List<String> found =
                readers.read(
                        "SELECT origin FROM parley_log",
                        sql -> {},
                        rows -> {
                            List<String> all = new ArrayList<>();
                            while (rows.next()) {
                                all.add(rows.getString(1));
                            }
                            return all;
                        });
        return found.stream().sorted().toList();
    }

    @Override
    public Optional<Head> head(String origin) {
        return readers.read(
                "SELECT size, root, checkpoint FROM parley_log"
                        + " WHERE origin = ? AND size IS NOT NULL",
                sql -> sql.setString(1, origin),
                rows ->
                        rows.next()
                                ? Optional.of(
                                        new Head(
                                                origin,
                                                rows.getLong(1),
                                                Hash.fromBytes(rows.getBytes(2)),
                                                rows.getBytes(3)))
                                : Optional.empty());
    }

    @Override
    public long held(String origin) {
        return readers.read(
                "SELECT held FROM parley_log WHERE origin = ?",
                sql -> sql.setString(1, origin),
                rows -> rows.next() ? rows.getLong(1) : 0L);
    }

    @Override
    public List<byte[]> entries(String origin, long from, long until) {
        boolean askable = from >= 0 && from <= until && until - from <= ENTRIES_READ_MAX;
        List<byte[]> found =
                !askable || from == until
                        ? List.of()
                        : readers.read(
                                "SELECT bytes FROM parley_entry"
                                        + " WHERE origin = ? AND idx >= ? AND idx < ?"
                                        + " ORDER BY idx",
                                sql -> {
                                    sql.setString(1, origin);
                                    sql.setLong(2, from);
                                    sql.setLong(3, until);
                                },
                                PostgresStore::values);
        if (!askable || found.size() != until - from || from == until && until > held(origin)) {
            throw new IndexOutOfBoundsException(
                    origin + ": " + from + " to " + until + " of " + held(origin));
        }
        return found;
    }

    private static List<byte[]> values(ResultSet rows) throws SQLException {
        List<byte[]> all = new ArrayList<>();
        while (rows.next()) {
            all.add(rows.getBytes(1));
        }
        return all;
    }

    @Override
    public byte[] tile(String origin, int level, long index, int width) {
        boolean inside =
                level >= 0
                        && index >= 0
                        && index <= Long.MAX_VALUE / Tile.WIDTH - 1
                        && width >= 1
                        && width <= Tile.WIDTH;
        byte[] hashes = inside ? hashes(origin, level, index * Tile.WIDTH, width) : new byte[0];
        if (!inside || hashes.length != width * Tile.HASH_BYTES) {
            throw new IndexOutOfBoundsException(
                    origin + ": tile " + level + "/" + index + " of width " + width);
        }
        return hashes;
    }

    /** The pieces, one from each commit that brought hashes to this tile, cut to the width. */
    private byte[] hashes(String origin, int level, long first, int width) {
        List<byte[]> pieces =
                readers.read(
                        "SELECT hashes FROM parley_hash"
                                + " WHERE origin = ? AND level = ? AND idx >= ? AND idx < ?"
                                + " ORDER BY idx",
                        sql -> {
                            sql.setString(1, origin);
                            sql.setInt(2, level);
                            sql.setLong(3, first);
                            sql.setLong(4, first + width);
                        },
                        PostgresStore::values);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        pieces.forEach(all::writeBytes);
        byte[] hashes = all.toByteArray();
        return hashes.length <= width * Tile.HASH_BYTES
                ? hashes
                : Arrays.copyOf(hashes, width * Tile.HASH_BYTES);
    }

    @Override
    public Optional<byte[]> body(Hash hash) {
        List<byte[]> parts =
                readers.read(
                        "SELECT bytes FROM parley_body WHERE sha256 = ? ORDER BY part",
                        sql -> sql.setBytes(1, hash.bytes()),
                        PostgresStore::values);
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        parts.forEach(body::writeBytes);
        if (!Hash.of(body.toByteArray()).equals(hash)) {
            throw new ParleyException(
                    Code.CORRUPT,
                    Place.of("parley_body"),
                    "the body is not what was committed: " + hash,
                    "restore the database from a backup, or ask the author for the body");
        }
        return Optional.of(body.toByteArray());
    }

    @Override
    public boolean isErased(Hash hash) {
        return readers.read(
                "SELECT 1 FROM parley_erased WHERE sha256 = ?",
                sql -> sql.setBytes(1, hash.bytes()),
                ResultSet::next);
    }

    @Override
    public Optional<byte[]> fact(String name) {
        return readers.read(
                "SELECT bytes FROM parley_fact WHERE name = ?",
                sql -> sql.setBytes(1, PostgresCommit.bytes(name)),
                rows -> rows.next() ? Optional.of(rows.getBytes(1)) : Optional.empty());
    }

    @Override
    public Map<String, byte[]> facts(String prefix) {
        byte[] from = PostgresCommit.bytes(prefix);
        // UTF-8 has no byte 0xff: whatever begins so lies below the prefix with one behind it.
        byte[] until = Arrays.copyOf(from, from.length + 1);
        until[from.length] = (byte) 0xff;
        return readers.read(
                "SELECT name, bytes FROM parley_fact WHERE name >= ? AND name < ?",
                sql -> {
                    sql.setBytes(1, from);
                    sql.setBytes(2, until);
                },
                rows -> {
                    Map<String, byte[]> found = new TreeMap<>();
                    while (rows.next()) {
                        found.put(
                                new String(rows.getBytes(1), StandardCharsets.UTF_8),
                                rows.getBytes(2));
                    }
                    return found;
                });
    }

    @Override
    public void close() {
        synchronized (committing) {
            stopped = true;
            dropWriter();
            readers.close();
        }
    }
}
