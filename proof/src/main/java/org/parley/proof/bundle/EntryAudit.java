// SPDX-License-Identifier: Apache-2.0
package org.parley.proof.bundle;

import org.parley.proof.ProofException;
import org.parley.proof.bundle.Result.Failed;
import org.parley.proof.bundle.Result.Open;
import org.parley.proof.bundle.Result.Passed;
import org.parley.proof.canonical.Hash;
import org.parley.proof.canonical.MalformedException;
import org.parley.proof.canonical.StatementText;
import org.parley.proof.merkle.TreeHasher;
import org.parley.proof.note.Ed25519;
import org.parley.proof.tile.Tile;
import org.parley.proof.tile.VerifiedTiles;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The steps of an audit that look at each entry; all in one pass. For one thread. */
final class EntryAudit {
    /** Enough to see what is wrong; whoever needs all of them has the log. */
    static final int FAILURES_MAX = 100;

    private final VerifiedTiles tiles;
    private final OfficeKeys offices;
    private final Ed25519 ed25519;
    private final TreeHasher hasher = new TreeHasher();
    private final Map<Step, List<Failed>> failures = new EnumMap<>(Step.class);
    private final Map<Step, Long> checked = new EnumMap<>(Step.class);
    private long open;
    private long firstOpen = -1;

    EntryAudit(VerifiedTiles tiles, OfficeKeys offices, Ed25519 ed25519) {
        this.tiles = tiles;
        this.offices = offices;
        this.ed25519 = ed25519;
        for (Step step : List.of(Step.ENTRIES, Step.STATEMENTS, Step.OFFICE_SIGNATURES)) {
            failures.put(step, new ArrayList<>());
            checked.put(step, 0L);
        }
    }

    List<Result> run() {
        for (Tile tile : Tile.added(0, tiles.size())) {
            if (tile.level() == 0) {
                bundle(tile);
            }
        }
        List<Result> results = new ArrayList<>();
        failures.forEach((step, failed) -> {
            results.addAll(failed);
            if (failed.isEmpty()) {
                long passed = count(step);
                results.add(
                        step == Step.OFFICE_SIGNATURES && open > 0
                                ? new Open(step, passed, open, firstOpen)
                                : new Passed(step, passed));
            }
        });
        return results;
    }

    private long count(Step step) {
        return checked.getOrDefault(step, 0L);
    }

    private void bundle(Tile tile) {
        long first = tile.index() * Tile.WIDTH;
        List<byte[]> entries;
        try {
            entries = tiles.uncheckedEntries(tile);
        } catch (ProofException e) {
            fail(Audit.failed(Step.ENTRIES, first, e.getMessage()));
            return;
        }
        for (int i = 0; i < entries.size(); i++) {
            entry(first + i, entries.get(i));
        }
    }

    private void entry(long index, byte[] entry) {
        Hash expected = tiles.hash(0, index);
        Hash actual = Hash.fromBytes(hasher.leaf(entry));
        if (!expected.equals(actual)) {
            ProofException mismatch = ProofException.ofEntry(index, expected, actual);
            fail(Audit.failed(Step.ENTRIES, mismatch));
            return;
        }
        pass(Step.ENTRIES);
        StatementText statement;
        try {
            statement = StatementText.read(entry);
        } catch (MalformedException e) {
            fail(Audit.failed(Step.STATEMENTS, index, "entry " + index + ": " + e.getMessage()));
            return;
        }
        pass(Step.STATEMENTS);
        signatures(index, statement);
    }

    private void signatures(long index, StatementText statement) {
        try {
            if (offices.signed(index, statement, ed25519)) {
                pass(Step.OFFICE_SIGNATURES);
            } else {
                firstOpen = open == 0 ? index : firstOpen;
                open++;
            }
        } catch (ProofException e) {
            fail(
                    Audit.failed(
                            Step.OFFICE_SIGNATURES,
                            index,
                            "entry " + index + ": " + e.getMessage()));
        }
    }

    private void pass(Step step) {
        checked.merge(step, 1L, Long::sum);
    }

    private void fail(Failed failed) {
        List<Failed> list = failures.computeIfAbsent(failed.step(), s -> new ArrayList<>());
        if (list.size() < FAILURES_MAX) {
            list.add(failed);
        }
    }
}
