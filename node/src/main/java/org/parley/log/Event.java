// SPDX-License-Identifier: Apache-2.0
package org.parley.log;

import org.parley.proof.canonical.Hash;

import java.util.List;
import java.util.Optional;

/**
 * What a {@link LogStore} makes durable. Several are committed together or not at all. Byte arrays
 * are handed over: nobody changes them afterwards.
 */
public sealed interface Event {

    /**
     * Entries of a log, following those that are held.
     *
     * @param origin of the log: one's own, or one that is copied
     * @param first the index of the first of them; must be the number of entries held before
     * @param entries each at most {@link LogStore#ENTRY_BYTES_MAX} bytes; with their hashes, so
     *     that no commit makes these a second time
     * @param checkpoint the signed note that covers exactly the entries held afterwards; empty
     *     while a copy is being filled
     * @param again whether the log is one's own, so that its key signs the same checkpoint again: a
     *     store may then leave a few of them out of what it keeps, see {@link LogStore#signed}
     */
    record Entries(
            String origin,
            long first,
            HashedEntries entries,
            Optional<byte[]> checkpoint,
            boolean again)
            implements Event {
        /** Of a log whose checkpoints are all kept: somebody else signs them. */
        public Entries(
                String origin, long first, HashedEntries entries, Optional<byte[]> checkpoint) {
            this(origin, first, entries, checkpoint, false);
        }

        /** The same, and its checkpoint is kept. */
        Entries kept() {
            return again ? new Entries(origin, first, entries, checkpoint, false) : this;
        }

        /** The same from entries that nobody has hashed yet. */
        public Entries(
                String origin, long first, List<byte[]> entries, Optional<byte[]> checkpoint) {
            this(origin, first, HashedEntries.of(entries), checkpoint, false);
        }
    }

    /**
     * A body that is not in any log, under the hash that a statement names: plain bytes of a public
     * one, ciphertext of any other.
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
    record Body(Hash hash, byte[] bytes) implements Event {}

    /**
     * A body that is no longer held: its bytes are overwritten, its hash is kept, so that proofs go
     * on working and the gap explains itself.
     */
    record Erased(Hash hash) implements Event {}

    /**
     * A small fact under a name, such as the last checkpoint that was cosigned for an origin. It
     * replaces what stood there.
     *
     * @param name path-like: {@code witness/<hash of origin>}
     * @param was the hash of what must have stood there, empty if nothing did: compare and persist
     *     is one step
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
    record Fact(String name, Optional<Hash> was, byte[] bytes) implements Event {}
}
