// SPDX-License-Identifier: Apache-2.0
package org.parley.proof.bundle;

import org.parley.proof.ProofException;
import org.parley.proof.ProofException.Reason;
import org.parley.proof.bundle.Result.Failed;
import org.parley.proof.bundle.Result.Passed;
import org.parley.proof.bundle.Result.Skipped;
import org.parley.proof.canonical.Hash;
import org.parley.proof.checkpoint.Checkpoint;
import org.parley.proof.checkpoint.Policy;
import org.parley.proof.merkle.TreeRange;
import org.parley.proof.note.Ed25519;
import org.parley.proof.note.Note;
import org.parley.proof.tile.LogFiles;
import org.parley.proof.tile.Tile;
import org.parley.proof.tile.VerifiedTiles;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Checks a whole log from its files: the signatures on its checkpoint, every tile, every entry,
 * every statement and every signature of an office. Believes nothing but the keys. For one thread
 * and one audit.
 */
public final class Audit {
    /** Where the checkpoint is, next to {@code tile/}. */
    public static final String CHECKPOINT_PATH = "checkpoint";

    private final LogFiles files;
    private final Policy policy;
    private final OfficeKeys offices;
    private final Optional<Checkpoint> kept;
    private final Ed25519 ed25519;
    private final List<Result> results = new ArrayList<>();

    private Audit(
            LogFiles files,
            Policy policy,
            OfficeKeys offices,
            Optional<Checkpoint> kept,
            Ed25519 ed25519) {
        this.files = files;
        this.policy = policy;
        this.offices = offices;
        this.kept = kept;
        this.ed25519 = ed25519;
    }

    /**
     * Runs every step that can be run.
     *
     * @param kept the checkpoint of an earlier audit of the same log, if there is one
     * @return at least one result for each step, in their order; what {@code files} throws is
     *     passed on
     */
    public static List<Result> run(
            LogFiles files,
            Policy policy,
            OfficeKeys offices,
            Optional<Checkpoint> kept,
            Ed25519 ed25519) {
        Audit audit = new Audit(files, policy, offices, kept, ed25519);
        audit.run();
        return List.copyOf(audit.results);
    }

    /** The same without an earlier checkpoint and with the JDK's Ed25519. */
    public static List<Result> run(LogFiles files, Policy policy, OfficeKeys offices) {
        return run(files, policy, offices, Optional.empty(), Ed25519.jdk());
    }

    /** Whether no step failed; what was left open is not a failure. */
    public static boolean holds(List<Result> results) {
        return results.stream().noneMatch(r -> r instanceof Failed || r instanceof Skipped);
    }

    /** What a step comes to: how many things it checked; or it throws why they do not hold. */
    private interface Check {
        long run();
    }

    private void run() {
        Step at = Step.CHECKPOINT;
        try {
            Note note = note();
            Checkpoint checkpoint = Checkpoint.of(note);
            results.add(new Passed(at, 1));
            at = Step.LOG_SIGNATURE;
            results.add(new Passed(at, policy.checkLog(note, ed25519).size()));
            attempt(Step.COSIGNATURES, () -> policy.checkQuorum(note, ed25519).size());
            at = Step.TILES;
            VerifiedTiles tiles = new VerifiedTiles(files, checkpoint.size(), checkpoint.root());
            results.add(new Passed(at, readAll(tiles)));
            kept.ifPresent(k -> attempt(Step.GROWTH, () -> checkGrowth(k, checkpoint, tiles)));
            results.addAll(new EntryAudit(tiles, offices, ed25519).run());
        } catch (ProofException e) {
            results.add(failed(at, e));
            for (Step step : Step.values()) {
                boolean after = step.compareTo(at) > 0;
                if (after && (step != Step.GROWTH || kept.isPresent()) && isOpen(step)) {
                    results.add(new Skipped(step, at));
                }
            }
        }
    }

    private boolean isOpen(Step step) {
        return results.stream().noneMatch(r -> r.step() == step);
    }

    private void attempt(Step step, Check check) {
        try {
            results.add(new Passed(step, check.run()));
        } catch (ProofException e) {
            results.add(failed(step, e));
        }
    }

    static Failed failed(Step step, ProofException e) {
        return new Failed(step, e.index(), e.getMessage(), e.expected(), e.actual());
    }

    static Failed failed(Step step, long index, String message) {
        return new Failed(
                step, OptionalLong.of(index), message, Optional.empty(), Optional.empty());
    }

    private Note note() {
        byte[] bytes =
                files.read(CHECKPOINT_PATH, Note.BYTES_MAX)
                        .orElseThrow(() -> new ProofException(Reason.MISSING, CHECKPOINT_PATH));
        return Note.parse(bytes);
    }

    /** Every tile is read here once, so that a broken one is found although no entry needs it. */
    private static long readAll(VerifiedTiles tiles) {
        List<Tile> all = Tile.added(0, tiles.size());
        for (Tile tile : all) {
            tiles.bytes(Tile.HEIGHT * tile.level(), tile.index() * Tile.WIDTH);
        }
        return all.size();
    }

    private static long checkGrowth(Checkpoint kept, Checkpoint now, VerifiedTiles tiles) {
        if (!kept.origin().equals(now.origin())) {
            throw new ProofException(Reason.ORIGIN, kept.origin() + ", not " + now.origin());
        }
        if (kept.size() > now.size()) {
            throw new ProofException(
                    Reason.OUT_OF_RANGE,
                    "the log has " + now.size() + " entries and once had " + kept.size());
        }
        Hash then = TreeRange.of(kept.size(), tiles).root();
        if (!then.equals(kept.root())) {
            throw ProofException.of(
                    Reason.ROOT, "tree of " + kept.size() + " leaves", kept.root(), then);
        }
        return kept.size();
    }
}
