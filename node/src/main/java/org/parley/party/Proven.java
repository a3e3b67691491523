// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import org.parley.log.LogStore;
import org.parley.log.StoredTree;
import org.parley.proof.canonical.Json;
import org.parley.proof.checkpoint.Checkpoint;
import org.parley.proof.checkpoint.LogProof;
import org.parley.proof.merkle.InclusionProof;
import org.parley.proof.merkle.Subtree;
import org.parley.proof.note.Note;

import java.util.Optional;

/**
 * A statement with all that shows somebody else that it stands in its author's log. Whoever gets it
 * believes only keys.
 *
 * @param author the card of whose log it is
 * @param leaf the entry's bytes, as they lie in the log
 * @param checkpoint the newest that is held of the log, with every signature that is known here
 * @param body what the statement says, if it is at hand
 */
public record Proven(
        Progress progress,
        Card author,
        byte[] leaf,
        InclusionProof inclusion,
        Note checkpoint,
        Optional<Json.Obj> body) {

    static Proven of(
            LogStore store,
            Progress progress,
            Card author,
            Note checkpoint,
            Optional<Json.Obj> body) {
        long index = progress.entry().index();
        long size = Checkpoint.of(checkpoint).size();
        byte[] leaf = store.entries(author.origin(), index, index + 1).getFirst();
        InclusionProof inclusion =
                InclusionProof.prove(
                        index, Subtree.whole(size), new StoredTree(store, author.origin()));
        return new Proven(progress, author, leaf, inclusion, checkpoint, body);
    }

    /** The file that anybody can check without a connection. */
    public LogProof file() {
        return new LogProof(inclusion, checkpoint);
    }
}
