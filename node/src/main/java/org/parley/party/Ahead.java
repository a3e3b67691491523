// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import org.parley.log.LogStore;
import org.parley.log.SeenSignatures;
import org.parley.proof.ProofException;
import org.parley.proof.canonical.MalformedException;
import org.parley.proof.canonical.StatementText;
import org.parley.proof.note.StatementSignatures;

/**
 * Checks signatures of many entries at once on all processors, before the logbook asks for them one
 * by one. It decides nothing: the logbook asks the same questions, of the same {@link
 * SeenSignatures}, and finds the answers there.
 */
final class Ahead {
    /** Fewer are not worth the trouble. */
    private static final int MANY = 32;

    private Ahead() {}

    static void check(LogStore store, Roster roster, Logbook book, SeenSignatures signatures) {
        for (Card card : roster.cards()) {
            long size = store.head(card.origin()).map(head -> head.size()).orElse(0L);
            long from = book.of(card.name()).size();
            if (card.witnessOnly() || size - from < MANY) {
                continue;
            }
            long until = Math.min(size, from + LogStore.ENTRIES_READ_MAX);
            store.entries(card.origin(), from, until).parallelStream()
                    .forEach(leaf -> check(leaf, card, signatures));
        }
    }

    private static void check(byte[] leaf, Card card, SeenSignatures signatures) {
        try {
            StatementSignatures.signers(StatementText.read(leaf), card.offices(), signatures);
        } catch (ProofException | MalformedException e) {
            // The logbook says so.
        }
    }
}
