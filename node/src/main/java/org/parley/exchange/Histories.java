// SPDX-License-Identifier: Apache-2.0
package org.parley.exchange;

import org.parley.log.Head;
import org.parley.log.LogStore;
import org.parley.log.StoredTree;
import org.parley.proof.canonical.Hash;
import org.parley.proof.checkpoint.Checkpoint;
import org.parley.proof.checkpoint.Fork;
import org.parley.proof.merkle.TreeRange;
import org.parley.proof.note.Note;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Holds a signed checkpoint against everything that is kept of its log. A node has three memories
 * of a log: what its witness saw, what its mirror was offered, and the copy. Whoever shows each of
 * them another history must not get a signature from any. Stateless.
 */
final class Histories {
    static final String WITNESS = "witness/";
    static final String PENDING = "pending/";

    private Histories() {}

    /** What convicts the log's owner, if this checkpoint contradicts what is kept. */
    static Optional<Fork> against(LogStore store, Note note) {
        Checkpoint offered = Checkpoint.of(note);
        for (Note kept : kept(store, offered.origin())) {
            Checkpoint other = Checkpoint.of(kept);
            if (other.size() == offered.size() && !other.root().equals(offered.root())) {
                return Optional.of(Fork.ofSameSize(kept, note));
            }
        }
        Optional<Head> head = store.head(offered.origin());
        if (head.isPresent() && offered.size() <= head.get().size()) {
            StoredTree tree = new StoredTree(store, offered.origin());
            if (!root(store, offered).equals(offered.root())) {
                return Optional.of(Fork.of(note, Note.parse(head.get().checkpoint()), tree));
            }
        }
        return Optional.empty();
    }

    /** The root that the copy has at the checkpoint's size; so much must be held. */
    static Hash root(LogStore store, Checkpoint checkpoint) {
        return TreeRange.of(checkpoint.size(), new StoredTree(store, checkpoint.origin())).root();
    }

    /** What the witness and the mirror were offered last. */
    static List<Note> kept(LogStore store, String origin) {
        List<Note> notes = new ArrayList<>();
        for (String memory : List.of(WITNESS, PENDING)) {
            store.fact(memory + Cosigning.hash(origin)).map(Note::parse).ifPresent(notes::add);
        }
        return notes;
    }
}
