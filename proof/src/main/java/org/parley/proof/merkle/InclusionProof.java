// SPDX-License-Identifier: Apache-2.0
package org.parley.proof.merkle;

import org.parley.proof.ProofException;
import org.parley.proof.ProofException.Reason;
import org.parley.proof.canonical.Hash;

import java.util.ArrayList;
import java.util.List;

/**
 * That a leaf stands in a subtree, which may be a whole tree: PATH of RFC 6962, section 2.1.1.
 * Immutable.
 *
 * @param index of the leaf in the log
 * @param hashes from the leaf's sibling up to the child of the root
 */
public record InclusionProof(long index, Subtree subtree, List<Hash> hashes) {
    /**
     * @throws ProofException when the leaf is outside the subtree
     */
    public InclusionProof {
        hashes = List.copyOf(hashes);
        if (index < subtree.start() || index >= subtree.end()) {
            throw new ProofException(Reason.OUT_OF_RANGE, "leaf " + index + " in " + subtree);
        }
    }

    public static InclusionProof inTree(long index, long size, List<Hash> hashes) {
        return new InclusionProof(index, Subtree.whole(size), hashes);
    }

    /** Makes the proof from the kept hashes of a tree. */
    public static InclusionProof prove(long index, Subtree subtree, HashReader reader) {
        List<Hash> hashes = new ArrayList<>();
        Subtree around = subtree;
        if (index >= subtree.start() && index < subtree.end()) {
            while (around.size() > 1) {
                long middle = around.start() + Subtree.split(around.size());
                Subtree left = new Subtree(around.start(), middle);
                Subtree right = new Subtree(middle, around.end());
                around = index < middle ? left : right;
                hashes.add(Nodes.root(index < middle ? right : left, reader));
            }
        }
        return new InclusionProof(index, subtree, hashes.reversed());
    }

    /**
     * The root that the subtree must have if the leaf is in it.
     *
     * @throws ProofException when the proof has too few or too many hashes
     */
    public Hash root(Hash leaf) {
        return root(leaf, index - subtree.start(), subtree.size(), hashes);
    }

    private static Hash root(Hash leaf, long index, long size, List<Hash> hashes) {
        if (size == 1) {
            if (!hashes.isEmpty()) {
                throw new ProofException(Reason.PROOF_LENGTH, hashes.size() + " hashes too many");
            }
            return leaf;
        }
        if (hashes.isEmpty()) {
            throw new ProofException(Reason.PROOF_LENGTH, "ends " + size + " leaves too early");
        }
        List<Hash> rest = hashes.subList(0, hashes.size() - 1);
        long k = Subtree.split(size);
        return index < k
                ? TreeHasher.nodeHash(root(leaf, index, k, rest), hashes.getLast())
                : TreeHasher.nodeHash(hashes.getLast(), root(leaf, index - k, size - k, rest));
    }

    /**
     * Checks that the leaf is in the subtree with this root.
     *
     * @throws ProofException when the proof does not show that
     */
    public void verify(Hash leaf, Hash root) {
        Nodes.expect("leaf " + index + " in " + subtree, root, root(leaf));
    }
}
