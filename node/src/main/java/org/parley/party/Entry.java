// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import org.parley.proof.canonical.Hash;
import org.parley.proof.canonical.StatementText;
import org.parley.record.Wire;

import java.util.Optional;

/**
 * A statement where it lies: in whose log, at which index.
 *
 * @param party whose log it is
 * @param fault why it is shown and never counted, if it is so
 */
public record Entry(
        String party,
        long index,
        Hash id,
        StatementText text,
        Wire.Header header,
        Optional<Fault> fault) {

    /** What can be wrong with an entry that its log's owner put there nevertheless. */
    public enum Fault {
        /** Not the text of a statement at all; then its header is empty. */
        MALFORMED,
        /** It says that somebody else than the log's owner said it. */
        OTHER_AUTHOR,
        /** No office of the author signed it, or one that may not. */
        UNSIGNED,
        /** A statement with the same id stands before it in the log. */
        REPEATED,
        /** An office signed it whose key its party had replaced before. */
        OLD_KEY,
        /**
         * It names a new card which the keys before did not sign, or whose keys did not sign it.
         */
        KEY_REFUSED
    }

    /** The name by which people know it here: {@code XA/17}. */
    public String ref() {
        return ref(party, index);
    }

    static String ref(String party, long index) {
        return party + "/" + index;
    }

    /** The id as it is written in statements. */
    public String name() {
        return id.toString();
    }

    /** Whether it counts. */
    public boolean counts() {
        return fault.isEmpty();
    }
}
