// SPDX-License-Identifier: Apache-2.0
package org.parley.proof.merkle;

import org.parley.proof.ProofException;
import org.parley.proof.ProofException.Reason;

/**
 * Leaves that have a root of their own inside every tree that holds them: the subtrees of
 * draft-ietf-plants-merkle-tree-certs, used by tlog-cosignature and tlog-mirror. Immutable.
 *
 * @param start the first leaf; a multiple of the smallest power of two that is not below the number
 *     of leaves
 * @param end the leaf after the last
 */
public record Subtree(long start, long end) {
    /**
     * @throws ProofException when this is no subtree; one without leaves may begin anywhere
     */
    public Subtree {
        if (!isOne(start, end)) {
            throw new ProofException(
                    Reason.OUT_OF_RANGE, "no subtree: leaves " + start + " to " + end);
        }
    }

    private static boolean isOne(long start, long end) {
        if (start < 0 || end <= start) {
            return start >= 0 && end == start;
        }
        long last = end - start - 1;
        long ceiling = last == 0 ? 1 : Long.highestOneBit(last) << 1;
        return ceiling < 0 ? start == 0 : start % ceiling == 0;
    }

    /** The whole of a tree of this size. */
    public static Subtree whole(long size) {
        return new Subtree(0, size);
    }

    public long size() {
        return end - start;
    }

    /** RFC 6962: the largest power of two below a size of two or more. */
    static long split(long size) {
        return Long.highestOneBit(size - 1);
    }
}
