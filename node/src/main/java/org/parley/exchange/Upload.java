// SPDX-License-Identifier: Apache-2.0
package org.parley.exchange;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.log.Head;
import org.parley.log.LogStore;
import org.parley.log.StoredTree;
import org.parley.proof.ProofException;
import org.parley.proof.canonical.Hash;
import org.parley.proof.merkle.ConsistencyProof;
import org.parley.proof.merkle.Subtree;
import org.parley.proof.note.Note;
import org.parley.proof.note.SignatureLine;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The other side of {@link Witness} and {@link Mirror}: gets one's own log cosigned and copied. It
 * begins with what it believes the other holds and takes correction: after a loss on either side
 * both come to the same by themselves. Not thread safe; lives for one round.
 */
public final class Upload {
    /** Corrections in one round; a peer that contradicts itself more often is left alone. */
    private static final int TRIES_MAX = 4;

    private final LogStore store;
    private final Carrier carrier;
    private final String peer;

    public Upload(LogStore store, Carrier carrier, String peer) {
        this.store = store;
        this.carrier = carrier;
        this.peer = peer;
    }

    /**
     * Asks a witness for its cosignature.
     *
     * @param believed the size that it cosigned last, as far as known
     * @throws ParleyException {@code UNREACHABLE}, or {@code REFUSED} with what it answered
     */
    public List<SignatureLine> witnessed(Head head, long believed) {
        return lines(offer("/witness/add-checkpoint", head, believed));
    }

    /**
     * Has the log copied up to this head, and returns the cosignatures of the mirror that then
     * holds it.
     *
     * @throws ParleyException {@code UNREACHABLE}, or {@code REFUSED} with what it answered
     */
    public List<SignatureLine> mirrored(Head head, long believed) {
        offer("/mirror/add-checkpoint", head, believed);
        long next = Math.min(believed, head.size());
        int corrections = 0;
        while (true) {
            AddEntries more = AddEntries.of(store, head.origin(), next, head.size());
            Reply reply = carrier.ask(peer, Ask.post("/mirror/add-entries", more.bytes()));
            if (reply.isOk()) {
                return lines(reply);
            }
            boolean goesOn = reply.status() == Reply.ACCEPTED;
            if (!goesOn && (reply.status() != Reply.CONFLICT || ++corrections > TRIES_MAX)) {
                throw refused(reply);
            }
            long told = info(reply, head);
            if (goesOn && told <= next || told > head.size()) {
                throw refused(reply);
            }
            next = told;
        }
    }

    private Reply offer(String path, Head head, long believed) {
        long old = Math.min(believed, head.size());
        for (int i = 0; i < TRIES_MAX; i++) {
            List<Hash> proof =
                    old == 0 || old == head.size()
                            ? List.of()
                            : ConsistencyProof.prove(
                                            Subtree.whole(old),
                                            head.size(),
                                            new StoredTree(store, head.origin()))
                                    .hashes();
            AddCheckpoint asked = new AddCheckpoint(old, proof, Note.parse(head.checkpoint()));
            Reply reply = carrier.ask(peer, Ask.post(path, asked.bytes()));
            if (reply.isOk()) {
                return reply;
            }
            if (reply.status() != Reply.CONFLICT) {
                throw refused(reply);
            }
            long told = size(reply);
            if (told > head.size()) {
                throw behind(told, head.size());
            }
            old = told;
        }
        throw new ParleyException(
                Code.REFUSED, Place.of(peer), "it contradicts itself", "look at its log");
    }

    /** The peer cosigned more of this log than there is: this store is older than the log. */
    private ParleyException behind(long told, long held) {
        return new ParleyException(
                Code.CONFLICT,
                Place.of(peer),
                "it holds " + told + " entries of this log, and here are " + held,
                "this store was restored from an older copy; run parley node recover");
    }

    private long size(Reply reply) {
        try {
            return AddCheckpoint.number(reply.text().strip());
        } catch (ProofException e) {
            throw refused(reply);
        }
    }

    private long info(Reply reply, Head head) {
        String[] lines = reply.text().split("\n", -1);
        try {
            if (lines.length >= 3 && AddCheckpoint.number(lines[0]) == head.size()) {
                return AddCheckpoint.number(lines[1]);
            }
        } catch (ProofException e) {
            // Said below.
        }
        throw refused(reply);
    }

    private static List<SignatureLine> lines(Reply reply) {
        List<SignatureLine> lines = new ArrayList<>();
        String text = new String(reply.body(), StandardCharsets.UTF_8);
        for (String line : text.split("\n")) {
            if (!line.isEmpty()) {
                lines.add(SignatureLine.parse(line));
            }
        }
        return lines;
    }

    private ParleyException refused(Reply reply) {
        String words = reply.text().strip();
        return new ParleyException(
                Code.REFUSED,
                Place.of(peer),
                "it answered "
                        + reply.status()
                        + " "
                        + words.substring(0, Math.min(200, words.length())),
                "ask the party; nothing was lost, the next round tries again");
    }
}
