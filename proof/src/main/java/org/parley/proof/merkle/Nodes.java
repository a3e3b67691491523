// SPDX-License-Identifier: Apache-2.0
package org.parley.proof.merkle;

import org.parley.proof.ProofException;
import org.parley.proof.ProofException.Reason;
import org.parley.proof.canonical.Hash;

/** Roots of subtrees, from kept hashes. Stateless. */
public final class Nodes {
    private Nodes() {}

    /** The root of a subtree whose complete parts are kept: MTH of RFC 6962, section 2.1. */
    public static Hash root(Subtree subtree, HashReader reader) {
        long size = subtree.size();
        if (size == 0) {
            return TreeHasher.emptyRoot();
        }
        if (Long.bitCount(size) == 1) {
            int level = Long.numberOfTrailingZeros(size);
            return reader.hash(level, subtree.start() >>> level);
        }
        long middle = subtree.start() + Subtree.split(size);
        return TreeHasher.nodeHash(
                root(new Subtree(subtree.start(), middle), reader),
                root(new Subtree(middle, subtree.end()), reader));
    }

    static void expect(String place, Hash expected, Hash actual) {
        if (!expected.equals(actual)) {
            throw ProofException.of(Reason.ROOT, place, expected, actual);
        }
    }
}
