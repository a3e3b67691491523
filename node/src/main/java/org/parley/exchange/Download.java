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
import org.parley.proof.merkle.TreeHasher;
import org.parley.proof.merkle.TreeRange;
import org.parley.proof.note.Note;
import org.parley.proof.note.VerifierKey;
import org.parley.proof.tile.EntryBundle;
import org.parley.proof.tile.Tile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Fetches another party's log from its own node, by the files of tlog-tiles. Entries are taken only
 * when, together with those that are held, they hash to the root that the party signed: then the
 * log grew and nothing else. Lives for one round; for one thread.
 */
public final class Download {
    private final LogStore store;
    private final Carrier carrier;
    private final String peer;
    private final String origin;
    private final List<VerifierKey> keys;

    public Download(
            LogStore store, Carrier carrier, String peer, String origin, List<VerifierKey> keys) {
        this.store = store;
        this.carrier = carrier;
        this.peer = peer;
        this.origin = origin;
        this.keys = List.copyOf(keys);
    }

    /**
     * What to commit next; empty when everything is held. Evidence of two histories is to be
     * committed too; after it nothing more of this log is taken.
     *
     * @throws org.parley.ParleyException {@code UNREACHABLE}
     * @throws ProofException when what the peer gives does not hold
     */
    public List<Event> next() {
        Reply reply = carrier.ask(peer, Ask.get("/log/checkpoint"));
        if (!reply.isOk()) {
            return List.of();
        }
        Note note = Note.parse(reply.body());
        note.open(keys);
        Checkpoint checkpoint = Checkpoint.of(note);
        if (!checkpoint.origin().equals(origin)) {
            throw new ProofException(Reason.ORIGIN, checkpoint.origin() + ", not " + origin);
        }
        long held = store.held(origin);
        if (checkpoint.size() <= held) {
            return compared(note, checkpoint);
        }
        return taken(note, checkpoint, held);
    }

    /** Whether an earlier or equal checkpoint is of the log that is held. */
    private List<Event> compared(Note note, Checkpoint checkpoint) {
        Optional<Head> head = store.head(origin);
        if (head.isEmpty()) {
            return checkpoint.size() == 0 && store.held(origin) == 0
                    ? List.of(entries(0, List.of(), note))
                    : List.of();
        }
        if (head.get().size() < checkpoint.size()) {
            return List.of();
        }
        Hash root = TreeRange.of(checkpoint.size(), new StoredTree(store, origin)).root();
        return root.equals(checkpoint.root())
                ? List.of()
                : Evidence.kept(
                        store,
                        Fork.of(
                                note,
                                Note.parse(head.get().checkpoint()),
                                new StoredTree(store, origin)));
    }

    private List<Event> taken(Note note, Checkpoint checkpoint, long held) {
        List<byte[]> entries = new ArrayList<>();
        TreeHasher hasher = new TreeHasher();
        TreeRange range = TreeRange.of(held, new StoredTree(store, origin));
        long index = held;
        while (index < checkpoint.size()) {
            Tile tile = Tile.inTree(0, index / Tile.WIDTH, checkpoint.size());
            Reply bundle = carrier.ask(peer, Ask.get("/log/" + tile.entriesPath()));
            if (!bundle.isOk()) {
                throw new ProofException(Reason.MISSING, tile.entriesPath());
            }
            List<byte[]> all = EntryBundle.parse(bundle.body(), tile.width());
            for (byte[] entry : all.subList((int) (index % Tile.WIDTH), tile.width())) {
                entries.add(entry);
                range.append(hasher.leaf(entry));
                index++;
            }
        }
        if (!range.root().equals(checkpoint.root())) {
            throw new ProofException(
                    Reason.ROOT,
                    "what "
                            + peer
                            + " gives for size "
                            + checkpoint.size()
                            + " is not what it signed,"
                            + " or not what is held here");
        }
        return List.of(entries(held, entries, note));
    }

    private Event entries(long first, List<byte[]> entries, Note note) {
        return new Event.Entries(origin, first, entries, Optional.of(note.bytes()));
    }
}
