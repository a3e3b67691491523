// SPDX-License-Identifier: Apache-2.0
package org.parley.proof.merkle;

import org.parley.proof.ProofException;
import org.parley.proof.ProofException.Reason;
import org.parley.proof.canonical.Hash;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A tree as it grows: the roots of the complete subtrees it consists of, at most 63, which is all
 * that appending needs to know. For one thread.
 */
public final class TreeRange {
    private static final int LEVELS = 63;
    private static final byte[] NONE = {};

    /** Told of each node once, when the subtree under it is complete. */
    @FunctionalInterface
    public interface NodeSink {
        /**
         * A node whose subtree is complete now.
         *
         * @param hash 32 bytes that nobody may change
         */
        void node(int level, long index, byte[] hash);
    }

    private final TreeHasher hasher = new TreeHasher();

    /** By level; {@link #NONE} where the size has a zero bit. */
    private final byte[][] nodes = new byte[LEVELS][];

    private long size;

    /** The empty tree. */
    public TreeRange() {
        Arrays.fill(nodes, NONE);
    }

    /**
     * A tree of this size.
     *
     * @param nodes the roots of its complete subtrees, from left to right, as {@link #nodes} gives
     *     them
     * @throws ProofException when there are more or fewer than the size has
     */
    public static TreeRange of(long size, List<Hash> nodes) {
        if (size < 0 || Long.bitCount(size) != nodes.size()) {
            throw new ProofException(
                    Reason.PROOF_LENGTH, nodes.size() + " subtrees for size " + size);
        }
        TreeRange range = new TreeRange();
        range.size = size;
        int next = 0;
        for (int level = LEVELS - 1; level >= 0; level--) {
            if ((size >>> level & 1) == 1) {
                range.nodes[level] = nodes.get(next++).bytes();
            }
        }
        return range;
    }

    /** The tree of the first {@code size} leaves of a tree whose hashes are kept somewhere. */
    public static TreeRange of(long size, HashReader hashes) {
        List<Hash> nodes = new ArrayList<>();
        long passed = 0;
        for (int level = LEVELS - 1; level >= 0; level--) {
            if ((size >>> level & 1) == 1) {
                nodes.add(hashes.hash(level, passed >>> level));
                passed += 1L << level;
            }
        }
        return of(size, nodes);
    }

    /** A second tree that grows on its own. */
    public TreeRange copy() {
        TreeRange copy = new TreeRange();
        System.arraycopy(nodes, 0, copy.nodes, 0, LEVELS);
        copy.size = size;
        return copy;
    }

    public long size() {
        return size;
    }

    /** Adds a leaf by its hash, 32 bytes that nobody may change afterwards. */
    public void append(byte[] leafHash) {
        append(leafHash, (level, index, hash) -> {});
    }

    /** Adds a leaf by its hash and tells of it and of each node that it completes. */
    public void append(byte[] leafHash, NodeSink sink) {
        byte[] hash = leafHash;
        int level = 0;
        sink.node(0, size, hash);
        while ((size >>> level & 1) == 1) {
            hash = hasher.node(nodes[level], hash);
            nodes[level] = NONE;
            level++;
            sink.node(level, size >>> level, hash);
        }
        nodes[level] = hash;
        size++;
    }

    /** Adds an entry by its bytes. */
    public void appendEntry(byte[] entry, NodeSink sink) {
        append(hasher.leaf(entry), sink);
    }

    /** The root of the tree as it is now. */
    public Hash root() {
        if (size == 0) {
            return TreeHasher.emptyRoot();
        }
        int level = Long.numberOfTrailingZeros(size);
        byte[] root = nodes[level];
        for (level++; level < LEVELS; level++) {
            if (nodes[level].length > 0) {
                root = hasher.node(nodes[level], root);
            }
        }
        return Hash.fromBytes(root);
    }

    /** The roots of the complete subtrees, from left to right. */
    public List<Hash> nodes() {
        List<Hash> list = new ArrayList<>();
        for (int level = LEVELS - 1; level >= 0; level--) {
            if (nodes[level].length > 0) {
                list.add(Hash.fromBytes(nodes[level]));
            }
        }
        return List.copyOf(list);
    }
}
