// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import org.parley.exchange.Offered;
import org.parley.proof.ProofException;
import org.parley.proof.canonical.Hash;
import org.parley.proof.canonical.MalformedException;
import org.parley.proof.canonical.StatementText;
import org.parley.proof.note.Ed25519;
import org.parley.proof.note.StatementSignatures;
import org.parley.proof.note.VerifierKey;
import org.parley.record.Wire;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Reads leaves and checks their signatures before the logbook goes through them one by one: on all
 * processors, and those that another node sends without the node's lock. It decides nothing: whose
 * signatures an entry needs the logbook says, and what was found here is an answer only to the same
 * question about the same bytes.
 */
final class Ahead {
    /** Fewer are not worth the trouble. */
    private static final int MANY = 32;

    /** What is read ahead stays in memory until the request is answered. */
    private static final int EXPECTED_MAX = 4_096;

    private Ahead() {}

    /**
     * A leaf that is the text of a statement, and what is derived from it alone.
     *
     * @param signed by whom, if that was looked at
     */
    record Leaf(StatementText text, Hash id, Wire.Header header, Optional<Signed> signed) {}

    /**
     * Who signed a text.
     *
     * @param offices those that were asked about
     * @param signers those among them that did; empty when a line of one of them is wrong
     */
    record Signed(List<VerifierKey> offices, Optional<List<VerifierKey>> signers) {
        static Signed of(StatementText text, List<VerifierKey> offices, Ed25519 ed25519) {
            try {
                return new Signed(
                        offices, Optional.of(StatementSignatures.signers(text, offices, ed25519)));
            } catch (ProofException e) {
                return new Signed(offices, Optional.empty());
            }
        }
    }

    /**
     * Leaves that were read before they were kept.
     *
     * @param leaves of the entries sent, in their order; empty where one is no statement
     */
    record Expected(Offered sent, List<Optional<Leaf>> leaves) {
        static final Expected NONE = new Expected(new Offered("", 0, List.of()), List.of());

        /** What was read, if just these bytes were expected there. */
        Optional<Optional<Leaf>> at(String origin, long index, byte[] leaf) {
            long at = index - sent.first();
            return at >= 0
                            && at < leaves.size()
                            && origin.equals(sent.origin())
                            && Arrays.equals(sent.entries().get((int) at), leaf)
                    ? Optional.of(leaves.get((int) at))
                    : Optional.empty();
        }
    }

    /**
     * The leaves in their order; empty where one is no statement.
     *
     * @param first the index of the first of them
     * @param offices whose signatures are to be expected
     */
    static List<Optional<Leaf>> read(
            String origin,
            long first,
            List<byte[]> leaves,
            Expected expected,
            List<VerifierKey> offices,
            Ed25519 ed25519) {
        boolean many = leaves.size() >= MANY && !origin.equals(expected.sent().origin());
        IntStream all = IntStream.range(0, leaves.size());
        return (many ? all.parallel() : all)
                .mapToObj(i ->
                        expected.at(origin, first + i, leaves.get(i))
                                .orElseGet(() -> read(leaves.get(i), offices, ed25519)))
                .toList();
    }

    /**
     * Reads entries that are about to be taken and checks their signatures, on the thread of
     * whoever brings them and without the node's lock: many senders share all processors, and none
     * waits while another's are checked.
     */
    static Expected expect(Offered offered, Roster roster, Ed25519 ed25519) {
        List<VerifierKey> offices =
                roster.party(offered.origin())
                        .flatMap(roster::card)
                        .map(Card::offices)
                        .orElse(List.of());
        if (offices.isEmpty() || offered.entries().size() > EXPECTED_MAX) {
            return Expected.NONE;
        }
        return new Expected(
                offered,
                offered.entries().parallelStream()
                        .map(leaf -> read(leaf, offices, ed25519))
                        .toList());
    }

    private static Optional<Leaf> read(byte[] leaf, List<VerifierKey> offices, Ed25519 ed25519) {
        try {
            StatementText text = StatementText.read(leaf);
            return Optional.of(
                    new Leaf(
                            text,
                            text.id(),
                            Wire.Header.of(text),
                            Optional.of(Signed.of(text, offices, ed25519))));
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }
}
