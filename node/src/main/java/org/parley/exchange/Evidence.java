// SPDX-License-Identifier: Apache-2.0
package org.parley.exchange;

import org.parley.log.Event;
import org.parley.log.LogStore;
import org.parley.proof.canonical.Hash;
import org.parley.proof.checkpoint.Conflict;

import java.util.List;
import java.util.Optional;

/**
 * Where a store keeps what convicts the author of a log of two histories, or of one that was cut
 * short. Stateless.
 */
public final class Evidence {
    /** The first ones say all there is to say. */
    private static final int KEPT_MAX = 100;

    private static final String PREFIX = "evidence/";

    private Evidence() {}

    /** What to commit, so that it is kept; nothing when it is known. */
    static List<Event> kept(LogStore store, Conflict conflict) {
        byte[] bytes = conflict.bytes();
        String name = PREFIX + Hash.of(bytes).hex();
        boolean room = store.facts(PREFIX).size() < KEPT_MAX;
        return room && store.fact(name).isEmpty()
                ? List.of(new Event.Fact(name, Optional.empty(), bytes))
                : List.of();
    }
}
