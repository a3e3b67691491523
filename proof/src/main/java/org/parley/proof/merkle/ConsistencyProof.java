// SPDX-License-Identifier: Apache-2.0
package org.parley.proof.merkle;

import org.parley.proof.ProofException;
import org.parley.proof.ProofException.Reason;
import org.parley.proof.canonical.Hash;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * That a tree holds a subtree unchanged: SUBTREE_PROOF of draft-ietf-plants-merkle-tree-certs. For
 * a subtree that begins at leaf 0 it is PROOF of RFC 6962, section 2.1.2: that a tree only grew.
 * Immutable.
 *
 * @param size of the tree
 */
public record ConsistencyProof(Subtree subtree, long size, List<Hash> hashes) {
    /**
     * @throws ProofException when the subtree reaches beyond the tree
     */
    public ConsistencyProof {
        hashes = List.copyOf(hashes);
        if (subtree.end() > size) {
            throw new ProofException(Reason.OUT_OF_RANGE, subtree + " in a tree of " + size);
        }
    }

    /**
     * Between a tree and what it grew to; the older one is not empty, for nothing proves nothing.
     */
    public static ConsistencyProof ofGrowth(long older, long newer, List<Hash> hashes) {
        if (older < 1) {
            throw new ProofException(Reason.OUT_OF_RANGE, "growth from a tree of " + older);
        }
        return new ConsistencyProof(Subtree.whole(older), newer, hashes);
    }

    /** Both roots of a proof that holds. */
    private record Roots(Hash part, Hash whole) {}

    /** Makes the proof from the kept hashes of the tree. */
    public static ConsistencyProof prove(Subtree subtree, long size, HashReader reader) {
        List<Hash> hashes = new ArrayList<>();
        if (subtree.end() <= size && subtree.size() > 0) {
            prove(subtree.start(), subtree.end(), Subtree.whole(size), true, reader, hashes);
        }
        return new ConsistencyProof(subtree, size, hashes);
    }

    /**
     * @param known whether the verifier knows the root of what is left of the subtree
     */
    private static void prove(
            long start,
            long end,
            Subtree around,
            boolean known,
            HashReader reader,
            List<Hash> hashes) {
        if (start == around.start() && end == around.end()) {
            if (!known) {
                hashes.add(Nodes.root(around, reader));
            }
            return;
        }
        long middle = around.start() + Subtree.split(around.size());
        Subtree left = new Subtree(around.start(), middle);
        Subtree right = new Subtree(middle, around.end());
        if (end <= middle) {
            prove(start, end, left, known, reader, hashes);
            hashes.add(Nodes.root(right, reader));
        } else {
            boolean whole = start >= middle;
            prove(whole ? start : middle, end, right, whole && known, reader, hashes);
            hashes.add(Nodes.root(left, reader));
        }
    }

    /**
     * Checks that the tree with root {@code whole} holds the subtree with root {@code part}.
     *
     * @throws ProofException when the proof does not show that
     */
    public void verify(Hash part, Hash whole) {
        if (subtree.size() == 0) {
            // Every tree holds nothing; the draft asks for no hashes, and says nothing of the tree.
            if (!hashes.isEmpty()) {
                throw new ProofException(Reason.PROOF_LENGTH, hashes.size() + " hashes too many");
            }
            Nodes.expect(subtree.toString(), TreeHasher.emptyRoot(), part);
            return;
        }
        Roots roots = roots(part, subtree.start(), subtree.end(), size, true, hashes);
        Nodes.expect(subtree.toString(), part, roots.part());
        Nodes.expect("tree of " + size + " leaves", whole, roots.whole());
    }

    /**
     * The root of the part, if the proof shows it by itself for the tree with this root. Where the
     * part is a power of two the proof leaves that root out, and shows nothing.
     */
    public Optional<Hash> provenPart(Hash whole) {
        if (subtree.size() == 0) {
            return Optional.empty();
        }
        Hash unknown = Hash.fromBytes(new byte[TreeHasher.HASH_BYTES]);
        Roots roots = roots(unknown, subtree.start(), subtree.end(), size, true, hashes);
        return roots.whole().equals(whole) ? Optional.of(roots.part()) : Optional.empty();
    }

    private static Roots roots(
            Hash part, long start, long end, long size, boolean known, List<Hash> hashes) {
        if (start == 0 && end == size) {
            int wanted = known ? 0 : 1;
            if (hashes.size() != wanted) {
                throw new ProofException(
                        Reason.PROOF_LENGTH, hashes.size() + " hashes where " + wanted + " belong");
            }
            Hash hash = known ? part : hashes.getFirst();
            return new Roots(hash, hash);
        }
        if (hashes.isEmpty()) {
            throw new ProofException(Reason.PROOF_LENGTH, "ends " + size + " leaves too early");
        }
        List<Hash> rest = hashes.subList(0, hashes.size() - 1);
        Hash last = hashes.getLast();
        long k = Subtree.split(size);
        if (end <= k) {
            Roots below = roots(part, start, end, k, known, rest);
            return new Roots(below.part(), TreeHasher.nodeHash(below.whole(), last));
        }
        if (k <= start) {
            Roots below = roots(part, start - k, end - k, size - k, known, rest);
            return new Roots(below.part(), TreeHasher.nodeHash(last, below.whole()));
        }
        Roots below = roots(part, 0, end - k, size - k, false, rest);
        return new Roots(
                TreeHasher.nodeHash(last, below.part()), TreeHasher.nodeHash(last, below.whole()));
    }
}
