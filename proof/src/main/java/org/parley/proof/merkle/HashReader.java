// SPDX-License-Identifier: Apache-2.0
package org.parley.proof.merkle;

import org.parley.proof.canonical.Hash;

/** Where the hashes of a tree are kept. */
@FunctionalInterface
public interface HashReader {
    /**
     * The hash of the complete subtree over the leaves from {@code index * 2^level} to {@code
     * (index + 1) * 2^level}, without the last; only ever asked for subtrees inside the tree.
     */
    Hash hash(int level, long index);
}
