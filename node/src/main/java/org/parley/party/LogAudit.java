// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import org.parley.proof.ProofException;
import org.parley.proof.ProofException.Reason;
import org.parley.proof.bundle.Audit;
import org.parley.proof.bundle.Result;
import org.parley.proof.bundle.Result.Failed;
import org.parley.proof.bundle.Result.Passed;
import org.parley.proof.bundle.Step;
import org.parley.proof.canonical.MalformedException;
import org.parley.proof.canonical.StatementText;
import org.parley.proof.checkpoint.Checkpoint;
import org.parley.proof.checkpoint.Policy;
import org.parley.proof.note.Ed25519;
import org.parley.proof.note.Note;
import org.parley.proof.note.VerifierKey;
import org.parley.proof.tile.EntryBundle;
import org.parley.proof.tile.LogFiles;
import org.parley.proof.tile.Tile;
import org.parley.record.Wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * The audit of a log by somebody who has cards: keys that changed since are followed through the
 * log itself.
 *
 * @param results of each step
 * @param changes of keys that were followed
 */
public record LogAudit(List<Result> results, List<Change> changes) {
    /** So many entries are looked through for a card before the tree was checked. */
    private static final long SOUGHT_MAX = 1L << 24;

    public LogAudit {
        results = List.copyOf(results);
        changes = List.copyOf(changes);
    }

    /**
     * A card that the log announced.
     *
     * @param index of the entry that did; its offices sign what comes after
     * @param since the first entry that somebody else may have signed, if keys were lost
     */
    public record Change(long index, Card card, OptionalLong since) {}

    /**
     * Runs every step that can be run.
     *
     * @param cards that are believed
     * @param policy who may sign checkpoints, by cards that are believed
     */
    public static LogAudit run(
            LogFiles files,
            List<Card> cards,
            Function<List<Card>, Policy> policy,
            Optional<Checkpoint> kept,
            Ed25519 ed25519) {
        LogFiles steady = steady(files);
        Optional<Note> head = head(steady);
        String origin = head.map(Note::text).map(text -> text.split("\n", 2)[0]).orElse("");
        List<Card> believed = new ArrayList<>(cards);
        boolean signed = head.isEmpty() || isSigned(head.get(), policy.apply(cards), ed25519);
        if (!signed) {
            believed.addAll(announced(steady, origin, cards, ed25519));
        }
        KeyTrail trail = KeyTrail.of(origin, cards);
        List<Result> results =
                Audit.run(steady, policy.apply(believed), trail, kept, ed25519).stream()
                        .map(result -> judged(result, head, policy.apply(List.of()), trail))
                        .toList();
        return new LogAudit(
                results, trail.changes().stream().map(one -> told(one, trail)).toList());
    }

    /** A log at an address may grow while it is read: its checkpoint is read once. */
    private static LogFiles steady(LogFiles files) {
        List<Optional<byte[]>> read = new ArrayList<>();
        return (path, max) -> {
            if (!path.equals(Audit.CHECKPOINT_PATH)) {
                return files.read(path, max);
            }
            if (read.isEmpty()) {
                read.add(files.read(path, max));
            }
            return read.getFirst();
        };
    }

    private static Optional<Note> head(LogFiles files) {
        try {
            return files.read(Audit.CHECKPOINT_PATH, Note.BYTES_MAX).map(Note::parse);
        } catch (ProofException e) {
            // The audit says so.
            return Optional.empty();
        }
    }

    private static boolean isSigned(Note head, Policy policy, Ed25519 ed25519) {
        try {
            return !policy.checkLog(head, ed25519).isEmpty();
        } catch (ProofException e) {
            return false;
        }
    }

    /**
     * The cards that a log seems to announce, before its tree can be checked: the key that signed
     * it may be on one of them. Each is vouched for by the card before; whether it stands in the
     * tree is asked again after the audit.
     */
    private static List<Card> announced(
            LogFiles files, String origin, List<Card> cards, Ed25519 ed25519) {
        KeyTrail trail = KeyTrail.of(origin, cards);
        long size = 0;
        try {
            size = head(files).map(Checkpoint::of).map(Checkpoint::size).orElse(0L);
            for (long first = 0; first < Math.min(size, SOUGHT_MAX); first += Tile.WIDTH) {
                Tile tile = Tile.inTree(0, first / Tile.WIDTH, size);
                List<byte[]> entries = entries(files, tile);
                for (int i = 0; i < entries.size(); i++) {
                    look(trail, first + i, entries.get(i), ed25519);
                }
            }
        } catch (ProofException e) {
            // The audit says so; what was found before it is enough or not.
        }
        return trail.changes().stream().map(KeyTrail.Change::card).toList();
    }

    /** A partial bundle that is gone is cut from the full one. */
    private static List<byte[]> entries(LogFiles files, Tile tile) {
        Optional<byte[]> part = files.read(tile.entriesPath(), EntryBundle.BYTES_MAX);
        if (part.isPresent()) {
            return EntryBundle.parse(part.get(), tile.width());
        }
        byte[] whole =
                files.read(
                                new Tile(0, tile.index(), Tile.WIDTH).entriesPath(),
                                EntryBundle.BYTES_MAX)
                        .orElseThrow(() -> new ProofException(Reason.MISSING, tile.entriesPath()));
        return EntryBundle.parse(EntryBundle.slice(whole, tile.width()), tile.width());
    }

    private static void look(KeyTrail trail, long index, byte[] entry, Ed25519 ed25519) {
        try {
            StatementText text = StatementText.read(entry);
            if (Wire.Header.of(text).kind().equals(KeyWords.KIND)) {
                trail.signed(index, text, ed25519);
            }
        } catch (ProofException | MalformedException e) {
            // The audit says so.
        }
    }

    /** The key that signed the log is on a card that is believed, or that the log announces. */
    private static Result judged(
            Result result, Optional<Note> head, Policy others, KeyTrail trail) {
        List<VerifierKey> keys = new ArrayList<>(trail.logKeys());
        if (!(result instanceof Passed) || result.step() != Step.LOG_SIGNATURE || keys.isEmpty()) {
            return result;
        }
        others.logs().forEach(known -> keys.add(known.key()));
        boolean holds =
                head.stream()
                        .flatMap(note -> note.signatures().stream())
                        .anyMatch(line -> keys.stream().anyMatch(key -> key.isOf(line)));
        return holds
                ? result
                : new Failed(
                        Step.LOG_SIGNATURE,
                        OptionalLong.empty(),
                        "signed only by a key that its owner replaced, or that no entry which holds"
                                + " announces",
                        Optional.empty(),
                        Optional.empty());
    }

    private static Change told(KeyTrail.Change change, KeyTrail trail) {
        OptionalLong since =
                trail.losses().stream()
                        .filter(loss -> loss.until() == change.index())
                        .mapToLong(KeyTrail.Loss::since)
                        .findFirst();
        return new Change(change.index(), change.card(), since);
    }
}
