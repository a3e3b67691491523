// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.log.BouncyEd25519;
import org.parley.log.LogStore;
import org.parley.log.StoredTree;
import org.parley.proof.ProofException;
import org.parley.proof.canonical.Hash;
import org.parley.proof.checkpoint.Checkpoint;
import org.parley.proof.checkpoint.Conflict;
import org.parley.proof.checkpoint.CoseReceipt;
import org.parley.proof.merkle.InclusionProof;
import org.parley.proof.merkle.Nodes;
import org.parley.proof.merkle.Subtree;
import org.parley.proof.merkle.TreeHasher;
import org.parley.proof.note.Ed25519;
import org.parley.proof.note.Note;
import org.parley.proof.note.SignerKey;

/**
 * That an entry stands in the own log, for tools that know COSE: docs/formats/cose-receipt.md. The
 * log's key signs the root of its newest checkpoint once more, and no other: entry, root and
 * signature were on the disk before. Reads the folder without changing it, also while a node runs
 * on it. Stateless.
 */
public final class CoseReceipts {
    private CoseReceipts() {}

    /**
     * A receipt, and the entry that it is about.
     *
     * @param leaf the entry's bytes, as they lie in the log
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes; never compared, never changed
    public record Made(CoseReceipt receipt, byte[] leaf) {}

    /**
     * Makes one.
     *
     * @param name of an entry of the own log, its id or local name
     * @throws ParleyException {@code REFUSED} when the log is another party's, has one entry only,
     *     or may not be signed now
     */
    public static Made of(NodeHome home, String name) {
        Roster roster = home.readRoster();
        Ed25519 ed25519 = new BouncyEd25519();
        KeyRing keys = KeyRing.read(home.keys(), ed25519);
        try (LogStore store = NodeStore.openToVouch(home)) {
            Logbook book =
                    Logbook.of(store, roster, new Readers(store, roster, keys.readers()), ed25519);
            book.refresh();
            Entry entry = book.required(name);
            if (!entry.party().equals(roster.own())) {
                throw new ParleyException(
                        Code.REFUSED,
                        Place.of(entry.ref()),
                        "a log's key signs receipts for its own entries only",
                        "ask " + entry.party() + " for one, or hand on the proof");
            }
            requireSound(store, roster, ed25519);
            return made(store, keys.signing(roster).log(), entry);
        }
    }

    private static Made made(LogStore store, SignerKey key, Entry entry) {
        String origin = key.name();
        long size = store.signed(origin);
        if (size < 2) {
            throw new ParleyException(
                    Code.REFUSED,
                    Place.of(entry.ref()),
                    "it is the only entry of its log, and RFC 9942 has no form for that",
                    "ask again when a second entry has come");
        }
        InclusionProof proof =
                InclusionProof.prove(
                        entry.index(), Subtree.whole(size), new StoredTree(store, origin));
        byte[] leaf = store.entries(origin, entry.index(), entry.index() + 1).getFirst();
        Hash root = Nodes.root(Subtree.whole(size), new StoredTree(store, origin));
        try {
            proof.verify(TreeHasher.leafHash(leaf), root);
        } catch (ProofException e) {
            throw corrupt(entry.ref());
        }
        return new Made(CoseReceipt.sign(proof, TreeHasher.leafHash(leaf), key), leaf);
    }

    /** Signing on where two histories may be would make one more piece of evidence. */
    private static void requireSound(LogStore store, Roster roster, Ed25519 ed25519) {
        String origin = roster.ownCard().origin();
        Resuming resuming = new Resuming(store, roster, ed25519);
        if (resuming.problem().isPresent()) {
            throw resuming.problem().get();
        }
        for (byte[] evidence : store.facts(Notices.EVIDENCE).values()) {
            if (Checkpoint.of(Conflict.parse(evidence).first()).origin().equals(origin)) {
                throw new ParleyException(
                        Code.REFUSED,
                        Place.of(origin),
                        "evidence of two histories of this log is held here",
                        "see: parley node status");
            }
        }
        store.head(origin)
                .ifPresent(head -> {
                    Checkpoint signed = Checkpoint.of(Note.parse(head.checkpoint()));
                    Hash root =
                            Nodes.root(Subtree.whole(signed.size()), new StoredTree(store, origin));
                    if (!signed.root().equals(root)) {
                        throw corrupt(origin + ":" + signed.size());
                    }
                });
    }

    private static ParleyException corrupt(String where) {
        return new ParleyException(
                Code.CORRUPT,
                Place.of(where),
                "the entries are not those of the last checkpoint",
                "see: parley fsck, and restore the folder from a backup");
    }
}
