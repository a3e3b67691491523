// SPDX-License-Identifier: Apache-2.0
package org.parley.exchange;

import org.parley.log.LogStore;
import org.parley.proof.note.Ed25519;
import org.parley.proof.note.Note;
import org.parley.proof.note.SignerKey;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Says of a log's head that it saw it and that it follows from the one before: a witness of
 * c2sp.org/tlog-witness. It needs to be nobody's friend, only to remember. Not thread safe.
 */
public final class Witness {
    private final Cosigning cosigning;

    Witness(
            LogStore store,
            Peers peers,
            List<SignerKey> keys,
            Ed25519 ed25519,
            InstantSource clock) {
        this.cosigning = new Cosigning(Histories.WITNESS, store, peers, keys, ed25519, clock);
    }

    /** The last checkpoint of a log that this store's witness took; its signature was checked. */
    public static Optional<Note> last(LogStore store, String origin) {
        return store.fact(Histories.WITNESS + Cosigning.hash(origin)).map(Note::parse);
    }

    /** The last checkpoint of a log that it cosigned. */
    Optional<Note> last(String originHash) {
        return cosigning.lastOf(originHash);
    }

    /** {@code POST add-checkpoint}. */
    Reply addCheckpoint(byte[] body) {
        return switch (cosigning.offer(body)) {
            case Cosigning.Outcome.Refused(Reply reply) -> reply;
            case Cosigning.Outcome.Taken(String lines) -> Reply.text(Reply.OK, lines);
        };
    }
}
