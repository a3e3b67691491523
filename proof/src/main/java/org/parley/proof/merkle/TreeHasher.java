// SPDX-License-Identifier: Apache-2.0
package org.parley.proof.merkle;

import org.parley.proof.canonical.Hash;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The hashes of RFC 6962, section 2.1: an entry after a zero byte, two nodes after a one. It keeps
 * one digest and one buffer, so that a log that grows fast makes no garbage but the hashes; for one
 * thread.
 */
public final class TreeHasher {
    public static final int HASH_BYTES = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final MessageDigest digest = sha256();
    private final byte[] pair = new byte[1 + 2 * HASH_BYTES];

    /** The hash of an entry. */
    public byte[] leaf(byte[] entry) {
        return leaf(entry, 0, entry.length);
    }

    /** The hash of an entry that is part of a longer array. */
    public byte[] leaf(byte[] bytes, int from, int length) {
        digest.update(LEAF);
        digest.update(bytes, from, length);
        return digest.digest();
    }

    /** The hash of the node above these two; 32 bytes each. */
    public byte[] node(byte[] left, byte[] right) {
        byte[] above = new byte[HASH_BYTES];
        node(left, 0, right, 0, above, 0);
        return above;
    }

    /** The same between places in arrays; {@code out} may be one of the two. */
    public void node(byte[] left, int leftAt, byte[] right, int rightAt, byte[] out, int outAt) {
        pair[0] = NODE;
        System.arraycopy(left, leftAt, pair, 1, HASH_BYTES);
        System.arraycopy(right, rightAt, pair, 1 + HASH_BYTES, HASH_BYTES);
        digest.update(pair);
        try {
            digest.digest(out, outAt, HASH_BYTES);
        } catch (DigestException e) {
            throw new IllegalStateException("no room for a hash at " + outAt, e);
        }
    }

    /** The root of the tree without entries: the hash of nothing. */
    public static Hash emptyRoot() {
        return Hash.of();
    }

    /** The hash of one entry, where speed does not matter. */
    public static Hash leafHash(byte[] entry) {
        return Hash.fromBytes(new TreeHasher().leaf(entry));
    }

    static Hash nodeHash(Hash left, Hash right) {
        return Hash.fromBytes(new TreeHasher().node(left.bytes(), right.bytes()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
