// SPDX-License-Identifier: Apache-2.0
package org.parley.log;

import org.parley.ParleyException;
import org.parley.proof.canonical.Hash;
import org.parley.proof.merkle.TreeRange;
import org.parley.proof.tile.Tile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One transaction of a {@link PostgresStore}, up to its last step, committing. For one thread. */
final class PostgresCommit {
    /** Bodies lie in pieces of this size: there are databases that bound a value to 1 MiB. */
    static final int PART_BYTES = 512 << 10;

    private static final int BATCH_ROWS_MAX = 1_000;
    private static final int BATCH_BYTES_MAX = 8 << 20;

    private final Connection db;
    private final Map<String, TreeRange> ranges = new HashMap<>();
    private final Map<String, Optional<Hash>> facts = new HashMap<>();

    PostgresCommit(Connection db) {
        this.db = db;
    }

    /** Hashes of one level that came together and stand in one tile. */
    private record Piece(int level, long first, ByteArrayOutputStream hashes) {
        boolean takes(long index) {
            return index % Tile.WIDTH != 0;
        }
    }

    /**
     * @throws ParleyException {@code CONFLICT} when they do not follow; the caller rolls back
     */
    void run(List<Event> events) throws SQLException {
        takeTurn();
        readBefore(events);
        new Following(
                        origin -> Optional.ofNullable(ranges.get(origin)).orElseThrow().copy(),
                        name -> Optional.ofNullable(facts.get(name)).orElseThrow())
                .check(events);
        Set<Hash> erased = new HashSet<>();
        for (Event event : events) {
            if (event instanceof Event.Erased(var hash) && erased.add(hash)) {
                erase(hash);
            }
        }
        for (Event event : events) {
            switch (event) {
                case Event.Entries entries -> append(entries);
                case Event.Body(var hash, var bytes) -> {
                    if (!erased.contains(hash)) {
                        keep(hash, bytes);
                    }
                }
                case Event.Erased gone -> {
                    // Done above: a body that comes with its own erasing is never written.
                }
                case Event.Fact(var name, var was, var bytes) -> state(name, was, bytes);
            }
        }
    }

    /**
     * Whoever has this row's lock commits; others, of other processes too, wait and then see what
     * it did, or are sent back with 40001.
     */
    private void takeTurn() throws SQLException {
        try (PreparedStatement sql =
                db.prepareStatement(
                        "UPDATE parley_store SET commits = commits + 1 WHERE format = ?")) {
            sql.setInt(1, PostgresSchema.FORMAT);
            if (sql.executeUpdate() != 1) {
                throw new SQLException("the store's row in parley_store is gone");
            }
        }
    }

    private void readBefore(List<Event> events) throws SQLException {
        for (Event event : events) {
            switch (event) {
                case Event.Entries entries -> {
                    String origin = requireName(entries.origin());
                    if (!ranges.containsKey(origin)) {
                        ranges.put(origin, range(origin));
                    }
                }
                case Event.Fact fact -> {
                    String name = requireName(fact.name());
                    if (!facts.containsKey(name)) {
                        facts.put(name, fact(name));
                    }
                }
                case Event.Body body -> {
                    // Its name says all.
                }
                case Event.Erased gone -> {
                    // Follows from anything.
                }
            }
        }
    }

    /** A text of PostgreSQL holds any character but this one. */
    private static String requireName(String name) {
        Following.requireName(name);
        if (name.indexOf('\0') >= 0) {
            throw Following.conflict("a log or a fact", "a name with a zero byte");
        }
        return name;
    }

    private TreeRange range(String origin) throws SQLException {
        try (PreparedStatement sql =
                db.prepareStatement("SELECT held, edge FROM parley_log WHERE origin = ?")) {
            sql.setString(1, origin);
            try (ResultSet row = sql.executeQuery()) {
                return row.next() ? range(row.getLong(1), row.getBytes(2)) : new TreeRange();
            }
        }
    }

    /** A tree's edge as it stands in its log's row. */
    static TreeRange range(long held, byte[] edge) {
        List<Hash> nodes = new ArrayList<>();
        for (int i = 0; i < edge.length; i += Tile.HASH_BYTES) {
            nodes.add(Hash.fromBytes(Arrays.copyOfRange(edge, i, i + Tile.HASH_BYTES)));
        }
        return TreeRange.of(held, nodes);
    }

    private static byte[] edge(TreeRange range) {
        ByteArrayOutputStream edge = new ByteArrayOutputStream();
        range.nodes().forEach(node -> edge.writeBytes(node.bytes()));
        return edge.toByteArray();
    }

    private Optional<Hash> fact(String name) throws SQLException {
        try (PreparedStatement sql =
                db.prepareStatement("SELECT sha256 FROM parley_fact WHERE name = ?")) {
            sql.setBytes(1, bytes(name));
            try (ResultSet row = sql.executeQuery()) {
                return row.next() ? Optional.of(Hash.fromBytes(row.getBytes(1))) : Optional.empty();
            }
        }
    }

    private void append(Event.Entries event) throws SQLException {
        TreeRange range = ranges.getOrDefault(event.origin(), new TreeRange());
        insertEntries(event);
        List<Piece> pieces = new ArrayList<>();
        Map<Integer, Piece> last = new HashMap<>();
        for (int i = 0; i < event.entries().size(); i++) {
            range.append(
                    event.entries().leaf(i),
                    (level, index, hash) -> {
                        if (level % Tile.HEIGHT == 0) {
                            Piece piece = last.get(level);
                            if (piece == null || !piece.takes(index)) {
                                piece =
                                        new Piece(
                                                level / Tile.HEIGHT,
                                                index,
                                                new ByteArrayOutputStream());
                                last.put(level, piece);
                                pieces.add(piece);
                            }
                            piece.hashes().writeBytes(hash);
                        }
                    });
        }
        insertHashes(event.origin(), pieces);
        moveHead(event, range);
    }

    private void insertEntries(Event.Entries event) throws SQLException {
        try (PreparedStatement sql =
                db.prepareStatement(
                        "INSERT INTO parley_entry (origin, idx, bytes) VALUES (?, ?, ?)")) {
            int rows = 0;
            long bytes = 0;
            for (byte[] entry : event.entries()) {
                sql.setString(1, event.origin());
                sql.setLong(2, event.first() + rows);
                sql.setBytes(3, entry);
                sql.addBatch();
                rows++;
                bytes += entry.length;
                if (rows % BATCH_ROWS_MAX == 0 || bytes > BATCH_BYTES_MAX) {
                    sql.executeBatch();
                    bytes = 0;
                }
            }
            sql.executeBatch();
        }
    }

    private void insertHashes(String origin, List<Piece> pieces) throws SQLException {
        try (PreparedStatement sql =
                db.prepareStatement(
                        "INSERT INTO parley_hash (origin, level, idx, hashes)"
                                + " VALUES (?, ?, ?, ?)")) {
            // At most 65 tiles of a commit's 16,384 entries, and those above them.
            for (Piece piece : pieces) {
                sql.setString(1, origin);
                sql.setInt(2, piece.level());
                sql.setLong(3, piece.first());
                sql.setBytes(4, piece.hashes().toByteArray());
                sql.addBatch();
            }
            sql.executeBatch();
        }
    }

    /** Compare and set: whoever finds another number held has lost, and changes nothing. */
    private void moveHead(Event.Entries event, TreeRange range) throws SQLException {
        if (event.first() == 0) {
            try (PreparedStatement sql =
                    db.prepareStatement(
                            "INSERT INTO parley_log (origin, held, edge) VALUES (?, 0, ?)"
                                    + " ON CONFLICT DO NOTHING")) {
                sql.setString(1, event.origin());
                sql.setBytes(2, new byte[0]);
                sql.executeUpdate();
            }
        }
        String head = event.checkpoint().isEmpty() ? "" : ", size = ?, root = ?, checkpoint = ?";
        try (PreparedStatement sql =
                db.prepareStatement(
                        "UPDATE parley_log SET held = ?, edge = ?"
                                + head
                                + " WHERE origin = ? AND held = ?")) {
            int at = 1;
            sql.setLong(at++, range.size());
            sql.setBytes(at++, edge(range));
            if (event.checkpoint().isPresent()) {
                sql.setLong(at++, range.size());
                sql.setBytes(at++, range.root().bytes());
                sql.setBytes(at++, event.checkpoint().get());
            }
            sql.setString(at++, event.origin());
            sql.setObject(at, event.first(), Types.BIGINT);
            if (sql.executeUpdate() != 1) {
                throw Following.conflict(event.origin(), "somebody else appended to this log");
            }
        }
    }

    private void keep(Hash hash, byte[] body) throws SQLException {
        try (PreparedStatement sql =
                db.prepareStatement("SELECT 1 FROM parley_erased WHERE sha256 = ?")) {
            sql.setBytes(1, hash.bytes());
            try (ResultSet row = sql.executeQuery()) {
                if (row.next()) {
                    return;
                }
            }
        }
        try (PreparedStatement sql =
                db.prepareStatement(
                        "INSERT INTO parley_body (sha256, part, bytes) VALUES (?, ?, ?)"
                                + " ON CONFLICT DO NOTHING")) {
            int part = 0;
            do {
                int from = part * PART_BYTES;
                sql.setBytes(1, hash.bytes());
                sql.setInt(2, part++);
                sql.setBytes(
                        3,
                        Arrays.copyOfRange(body, from, Math.min(body.length, from + PART_BYTES)));
                sql.executeUpdate();
            } while (part * PART_BYTES < body.length);
        }
    }

    private void erase(Hash hash) throws SQLException {
        try (PreparedStatement gone =
                        db.prepareStatement("DELETE FROM parley_body WHERE sha256 = ?");
                PreparedStatement kept =
                        db.prepareStatement(
                                "INSERT INTO parley_erased (sha256) VALUES (?)"
                                        + " ON CONFLICT DO NOTHING")) {
            gone.setBytes(1, hash.bytes());
            gone.executeUpdate();
            kept.setBytes(1, hash.bytes());
            kept.executeUpdate();
        }
    }

    private void state(String name, Optional<Hash> was, byte[] fact) throws SQLException {
        String text =
                was.isEmpty()
                        ? "INSERT INTO parley_fact (sha256, bytes, name) VALUES (?, ?, ?)"
                                + " ON CONFLICT DO NOTHING"
                        : "UPDATE parley_fact SET sha256 = ?, bytes = ?"
                                + " WHERE name = ? AND sha256 = ?";
        try (PreparedStatement sql = db.prepareStatement(text)) {
            sql.setBytes(1, Hash.of(fact).bytes());
            sql.setBytes(2, fact);
            sql.setBytes(3, bytes(name));
            if (was.isPresent()) {
                sql.setBytes(4, was.get().bytes());
            }
            if (sql.executeUpdate() != 1) {
                throw Following.conflict(name, "something else stands there by now");
            }
        }
    }

    static byte[] bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8);
    }
}
