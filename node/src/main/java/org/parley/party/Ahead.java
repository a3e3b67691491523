// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import org.parley.exchange.Offered;
import org.parley.log.SeenSignatures;
import org.parley.proof.ProofException;
import org.parley.proof.canonical.Hash;
import org.parley.proof.canonical.MalformedException;
import org.parley.proof.canonical.StatementText;
import org.parley.proof.note.Ed25519;
import org.parley.proof.note.StatementSignatures;
import org.parley.proof.note.VerifierKey;
import org.parley.record.Wire;

import java.util.List;
import java.util.Optional;

/**
 * Reads many leaves at once on all processors, before the logbook goes through them one by one, and
 * checks their signatures where the answer is remembered. It decides nothing: the logbook asks the
 * same questions, of the same {@link SeenSignatures}, and finds the answers there.
 */
final class Ahead {
    /** Fewer are not worth the trouble. */
    private static final int MANY = 32;

    /** What is remembered has to be there still when the logbook asks. */
    private static final int EXPECTED_MAX = 4_096;

    private Ahead() {}

    /** A leaf that is the text of a statement, and what is derived from it alone. */
    record Leaf(StatementText text, Hash id, Wire.Header header) {}

    /**
     * The leaves in their order; empty where one is no statement.
     *
     * @param offices whose signatures are to be expected
     */
    static List<Optional<Leaf>> read(
            List<byte[]> leaves, List<VerifierKey> offices, Ed25519 ed25519) {
        boolean many = leaves.size() >= MANY;
        return (many ? leaves.parallelStream() : leaves.stream())
                .map(leaf -> {
                    Optional<Leaf> read = read(leaf);
                    if (many && ed25519 instanceof SeenSignatures seen) {
                        read.ifPresent(one -> check(one.text(), offices, seen));
                    }
                    return read;
                })
                .toList();
    }

    /**
     * Checks the signatures of entries that are about to be taken, on the thread of whoever brings
     * them and without the node's lock: many senders share all processors, and none waits while
     * another's are checked.
     */
    static void expect(Offered offered, Roster roster, SeenSignatures ed25519) {
        List<VerifierKey> offices =
                roster.party(offered.origin())
                        .flatMap(roster::card)
                        .map(Card::offices)
                        .orElse(List.of());
        if (offices.isEmpty() || offered.entries().size() > EXPECTED_MAX) {
            return;
        }
        offered.entries().parallelStream()
                .forEach(leaf -> read(leaf).ifPresent(one -> check(one.text(), offices, ed25519)));
    }

    private static Optional<Leaf> read(byte[] leaf) {
        try {
            StatementText text = StatementText.read(leaf);
            return Optional.of(new Leaf(text, text.id(), Wire.Header.of(text)));
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }

    private static void check(StatementText text, List<VerifierKey> offices, SeenSignatures seen) {
        try {
            StatementSignatures.signers(text, offices, seen);
        } catch (ProofException e) {
            // The logbook says so.
        }
    }
}
