// SPDX-License-Identifier: Apache-2.0
package org.parley.exchange;

import org.parley.proof.note.VerifierKey;

import java.util.List;
import java.util.Optional;

/**
 * Whose logs a node takes, and by which keys it knows them. The roster, as far as it matters here.
 */
public interface Peers {

    /** The keys that may sign this log's checkpoints; empty for a log of nobody known. */
    List<VerifierKey> logKeys(String origin);

    /** The party that writes this log. */
    Optional<String> party(String origin);

    /** The keys with which the party's node says that it holds a log, or that it saw its head. */
    List<VerifierKey> cosigners(String party);

    /** All keys that sign checkpoints, of everybody. */
    List<VerifierKey> all();
}
