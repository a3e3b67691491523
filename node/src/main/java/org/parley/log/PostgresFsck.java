// SPDX-License-Identifier: Apache-2.0
package org.parley.log;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.proof.canonical.Hash;
import org.parley.proof.merkle.TreeHasher;
import org.parley.proof.tile.Tile;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The same check as {@link Fsck} of a store in PostgreSQL: every entry against tiles, edge and
 * checkpoint, every body against its name, every fact against its hash. What the server itself
 * keeps of its pages is the server's ({@code pg_amcheck}). Reads only. One check is one object, for
 * one thread; it holds 40 bytes an entry.
 */
public final class PostgresFsck {
    private final PostgresStore store;
    private final Fsck.Watch watch;
    private final List<Fsck.Finding> findings = new ArrayList<>();
    private long entries;
    private long bytes;

    private PostgresFsck(PostgresStore store, Fsck.Watch watch) {
        this.store = store;
        this.watch = watch;
    }

    /**
     * Checks a store; a node may run on it.
     *
     * @throws ParleyException {@code NOT_FOUND} when there is none, {@code UNAVAILABLE}
     */
    public static Fsck.Report check(Connections connections, Fsck.Watch watch) {
        try (PostgresStore store = PostgresStore.openUnchecked(connections)) {
            PostgresFsck check = new PostgresFsck(store, watch);
            long all = check.counted("SELECT sum(held) FROM parley_log");
            store.origins().forEach(origin -> check.log(origin, all));
            long bodies = check.bodies();
            check.facts();
            long commits = check.counted("SELECT commits FROM parley_store");
            return new Fsck.Report(check.findings, commits, check.entries, bodies, check.bytes);
        }
    }

    private void found(String table, long row, Flaw flaw, String about) {
        findings.add(new Fsck.Finding(table, row, flaw, about));
    }

    private long counted(String query) {
        return store.readers().read(query, sql -> {}, rows -> rows.next() ? rows.getLong(1) : 0L);
    }

    private void log(String origin, long all) {
        long held = store.held(origin);
        HeldLog log = new HeldLog(origin);
        TreeHasher hasher = new TreeHasher();
        for (long from = 0; from < held; from += LogStore.ENTRIES_READ_MAX) {
            long until = Math.min(held, from + LogStore.ENTRIES_READ_MAX);
            try {
                for (byte[] entry : store.entries(origin, from, until)) {
                    log.add(0, hasher.leaf(entry));
                    bytes += entry.length;
                }
            } catch (IndexOutOfBoundsException e) {
                found("parley_entry", from, Flaw.ENTRIES_MISSING, origin);
                return;
            }
            entries += until - from;
            watch.at(Fsck.Step.JOURNAL, entries, all);
        }
        tiles(origin, log);
        try {
            store.verify(origin);
        } catch (ParleyException e) {
            if (e.code() != Code.CORRUPT) {
                throw e;
            }
            found("parley_log", -1, Flaw.CHECKPOINT_DIFFERS, origin);
        }
    }

    private void tiles(String origin, HeldLog log) {
        for (int level = 0; level <= Tile.LEVEL_MAX; level++) {
            long count = log.hashes(level);
            for (long first = 0; first < count; first += Tile.WIDTH) {
                int width = (int) Math.min(Tile.WIDTH, count - first);
                byte[] stored;
                try {
                    stored = store.tile(origin, level, first / Tile.WIDTH, width);
                } catch (IndexOutOfBoundsException e) {
                    stored = new byte[0];
                }
                int at = Arrays.mismatch(stored, log.hashes(level, first, width));
                if (at >= 0) {
                    // A leaf's hash may differ because of the hash or because of the entry.
                    String table = level == 0 ? "parley_entry" : "parley_hash";
                    found(
                            table,
                            first + at / Tile.HASH_BYTES,
                            Flaw.TILES_DIFFER,
                            origin + ", level " + level);
                    return;
                }
            }
        }
    }

    private List<Hash> hashes(String query) {
        return store.readers()
                .read(
                        query,
                        sql -> {},
                        rows -> {
                            List<Hash> all = new ArrayList<>();
                            while (rows.next()) {
                                all.add(Hash.fromBytes(rows.getBytes(1)));
                            }
                            return all;
                        });
    }

    private long bodies() {
        List<Hash> named = hashes("SELECT DISTINCT sha256 FROM parley_body");
        long done = 0;
        for (Hash hash : named) {
            if (!isWhole(hash)) {
                found("parley_body", -1, Flaw.BODY_DAMAGED, hash.toString());
            }
            watch.at(Fsck.Step.BODIES, ++done, named.size());
        }
        hashes(
                        "SELECT DISTINCT b.sha256 FROM parley_body b"
                                + " JOIN parley_erased e ON e.sha256 = b.sha256")
                .forEach(hash -> found("parley_body", -1, Flaw.BODY_LEFT, hash.toString()));
        return named.size();
    }

    private boolean isWhole(Hash hash) {
        try {
            // One that was erased since it was listed is no damage.
            return store.body(hash).isPresent() || store.isErased(hash);
        } catch (ParleyException e) {
            if (e.code() != Code.CORRUPT) {
                throw e;
            }
            return false;
        }
    }

    private void facts() {
        store.readers()
                .read(
                        "SELECT name, sha256, bytes FROM parley_fact",
                        sql -> {},
                        rows -> {
                            while (rows.next()) {
                                fact(rows);
                            }
                            return 0;
                        });
    }

    private void fact(ResultSet row) throws SQLException {
        if (!Hash.of(row.getBytes(3)).equals(Hash.fromBytes(row.getBytes(2)))) {
            String name = new String(row.getBytes(1), StandardCharsets.UTF_8);
            found("parley_fact", -1, Flaw.FACT_DAMAGED, name);
        }
    }
}
