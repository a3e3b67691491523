// SPDX-License-Identifier: Apache-2.0
package org.parley.exchange;

import org.parley.log.Event;
import org.parley.log.Head;
import org.parley.log.LogStore;
import org.parley.log.StoredTree;
import org.parley.proof.ProofException;
import org.parley.proof.ProofException.Reason;
import org.parley.proof.canonical.Hash;
import org.parley.proof.checkpoint.Checkpoint;
import org.parley.proof.checkpoint.Fork;
import org.parley.proof.merkle.TreeRange;
import org.parley.proof.note.Ed25519;
import org.parley.proof.note.Note;
import org.parley.proof.note.SignatureLine;
import org.parley.proof.note.VerifierKey;
import org.parley.proof.tile.LogFiles;
import org.parley.proof.tile.Tile;
import org.parley.proof.tile.VerifiedTiles;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One log out of a file that was carried, compared with what a store holds of it. Everything is
 * checked before anything is to be committed.
 *
 * @param note its checkpoint, with only the lines of known keys, each of which verified
 * @param checkpoint what the note says
 * @param commits what to commit, in parts that a journal takes; each is a state of a copy that a
 *     node may stop in
 * @param forked whether the commits are evidence of two histories, and nothing of the log
 */
public record CarriedLog(
        Note note, Checkpoint checkpoint, List<List<Event>> commits, boolean forked) {

    /** A quarter of what one record of a journal holds. */
    private static final long PART_BYTES_MAX = 32L << 20;

    public CarriedLog {
        commits = List.copyOf(commits);
    }

    /**
     * Checks signatures, tree and growth.
     *
     * @param keys of the log
     * @param cosigners whose lines are to be kept
     * @throws ProofException when something of it does not hold
     */
    public static CarriedLog check(
            LogStore store,
            LogFiles files,
            Note signed,
            List<VerifierKey> keys,
            List<VerifierKey> cosigners,
            Ed25519 ed25519) {
        signed.open(keys, ed25519);
        List<VerifierKey> known = new ArrayList<>(keys);
        known.addAll(cosigners);
        signed.open(known, ed25519);
        List<SignatureLine> lines =
                signed.signatures().stream()
                        .filter(line -> known.stream().anyMatch(key -> key.isOf(line)))
                        .toList();
        Note note = new Note(signed.text(), lines);
        Checkpoint checkpoint = Checkpoint.of(note);
        VerifiedTiles tiles = new VerifiedTiles(files, checkpoint.size(), checkpoint.root());
        String origin = checkpoint.origin();
        Optional<Fork> fork =
                store.head(origin).flatMap(head -> fork(store, head, note, checkpoint, tiles));
        if (fork.isPresent()) {
            List<Event> kept = Evidence.kept(store, fork.get());
            return new CarriedLog(
                    note, checkpoint, kept.isEmpty() ? List.of() : List.of(kept), true);
        }
        return new CarriedLog(note, checkpoint, grown(store, note, checkpoint, tiles), false);
    }

    /** Whether the two checkpoints, both signed by the log, cannot both be true. */
    private static Optional<Fork> fork(
            LogStore store, Head head, Note note, Checkpoint checkpoint, VerifiedTiles tiles) {
        Note held = Note.parse(head.checkpoint());
        if (checkpoint.size() < head.size()) {
            StoredTree tree = new StoredTree(store, head.origin());
            boolean same = TreeRange.of(checkpoint.size(), tree).root().equals(checkpoint.root());
            return same ? Optional.empty() : Optional.of(Fork.of(note, held, tree));
        }
        boolean same = TreeRange.of(head.size(), tiles).root().equals(head.root());
        return same ? Optional.empty() : Optional.of(Fork.of(held, note, tiles));
    }

    private static List<List<Event>> grown(
            LogStore store, Note note, Checkpoint checkpoint, VerifiedTiles tiles) {
        String origin = checkpoint.origin();
        long held = store.held(origin);
        boolean older = store.head(origin).filter(h -> h.size() >= checkpoint.size()).isPresent();
        if (older || checkpoint.size() < held) {
            return List.of();
        }
        Hash now = TreeRange.of(held, new StoredTree(store, origin)).root();
        Hash then = TreeRange.of(held, tiles).root();
        if (!now.equals(then)) {
            throw ProofException.of(Reason.ROOT, "the first " + held + " entries", now, then);
        }
        List<List<Event>> commits = new ArrayList<>();
        List<byte[]> part = new ArrayList<>();
        long first = held;
        long bytes = 0;
        for (long at = held - held % Tile.WIDTH; at < checkpoint.size(); at += Tile.WIDTH) {
            Tile tile = Tile.inTree(0, at / Tile.WIDTH, checkpoint.size());
            List<byte[]> entries = tiles.entries(tile);
            for (byte[] entry : entries.subList((int) Math.max(0, held - at), entries.size())) {
                part.add(entry);
                bytes += entry.length;
            }
            if (bytes > PART_BYTES_MAX && at + Tile.WIDTH < checkpoint.size()) {
                commits.add(List.of(new Event.Entries(origin, first, part, Optional.empty())));
                first += part.size();
                part = new ArrayList<>();
                bytes = 0;
            }
        }
        List<Event> last = new ArrayList<>();
        last.add(new Event.Entries(origin, first, part, Optional.of(note.bytes())));
        mirrored(store, origin, note).ifPresent(last::add);
        commits.add(last);
        return commits;
    }

    /** The mirror takes from now on only what grows from this; unless it knows of more. */
    private static Optional<Event> mirrored(LogStore store, String origin, Note note) {
        String name = Histories.PENDING + Cosigning.hash(origin);
        Optional<byte[]> before = store.fact(name);
        long size = Checkpoint.of(note).size();
        boolean knows = before.filter(b -> Checkpoint.of(Note.parse(b)).size() >= size).isPresent();
        return knows
                ? Optional.empty()
                : Optional.of(new Event.Fact(name, before.map(b -> Hash.of(b)), note.bytes()));
    }
}
