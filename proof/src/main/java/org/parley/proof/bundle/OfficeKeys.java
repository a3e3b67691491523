// SPDX-License-Identifier: Apache-2.0
package org.parley.proof.bundle;

import org.parley.proof.ProofException;
import org.parley.proof.canonical.StatementText;
import org.parley.proof.note.Ed25519;
import org.parley.proof.note.StatementSignatures;
import org.parley.proof.note.VerifierKey;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Which keys may sign statements under a name. */
@FunctionalInterface
public interface OfficeKeys {
    /**
     * The keys of this name that were valid at this place of the log; none when the name is
     * unknown.
     *
     * @param index of the statement in the log: keys begin and end at an index, not at a time
     */
    Collection<VerifierKey> of(String name, long index);

    /**
     * Whether somebody known signed a statement, and nobody known wrongly. It is asked about each
     * statement in the order of the log, after the entry was found in the signed tree: whoever
     * learns of keys from the log itself can do so here.
     *
     * @throws ProofException when a signature is wrong, or is not one that counts at this place
     */
    default boolean signed(long index, StatementText statement, Ed25519 ed25519) {
        List<VerifierKey> keys = new ArrayList<>();
        statement.signatures().stream()
                .map(StatementText.Signature::name)
                .distinct()
                .forEach(name -> keys.addAll(of(name, index)));
        return !StatementSignatures.signers(statement, keys, ed25519).isEmpty();
    }
}
