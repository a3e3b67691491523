// SPDX-License-Identifier: Apache-2.0
package org.parley.log;

import org.parley.proof.canonical.Hash;
import org.parley.proof.note.Ed25519;

import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers what was found right, so that nobody pays twice for the same signature, and so that
 * many can be checked ahead on all processors. What was found wrong is asked again: it is rare, and
 * would let others fill the memory. Thread safe.
 */
public final class SeenSignatures implements Ed25519 {
    /** A hash each; of so many, the older half is forgotten. */
    private static final int REMEMBERED_MAX = 1 << 17;

    private final Ed25519 checks;

    /**
     * Forgetting all at once would lose what was checked ahead a moment ago and is about to be
     * asked for.
     */
    private volatile Halves right = new Halves(newHalf(), newHalf());

    private record Halves(Set<Hash> fresh, Set<Hash> old) {
        boolean contains(Hash name) {
            return fresh.contains(name) || old.contains(name);
        }
    }

    private static Set<Hash> newHalf() {
        return ConcurrentHashMap.newKeySet();
    }

    public SeenSignatures(Ed25519 checks) {
        this.checks = checks;
    }

    @Override
    public byte[] sign(byte[] seed, byte[] message) {
        return checks.sign(seed, message);
    }

    @Override
    public byte[] sign(byte[] seed, byte[] publicKey, byte[] message) {
        return checks.sign(seed, publicKey, message);
    }

    @Override
    public boolean verify(byte[] publicKey, byte[] signature, byte[] message) {
        // Key and signature have fixed lengths, so that no two questions read the same.
        Hash name =
                Hash.of(
                        ByteBuffer.allocate(publicKey.length + signature.length + message.length)
                                .put(publicKey)
                                .put(signature)
                                .put(message)
                                .array());
        return right.contains(name)
                || checks.verify(publicKey, signature, message) && remember(name);
    }

    @Override
    public boolean isSoundPoint(byte[] point) {
        Hash name = Hash.of(point);
        return right.contains(name) || checks.isSoundPoint(point) && remember(name);
    }

    private boolean remember(Hash name) {
        Halves now = right;
        if (now.fresh().size() >= REMEMBERED_MAX / 2) {
            now = forgetting();
        }
        now.fresh().add(name);
        return true;
    }

    /** Many come here at once; the first of them does it. */
    private synchronized Halves forgetting() {
        if (right.fresh().size() >= REMEMBERED_MAX / 2) {
            right = new Halves(newHalf(), right.fresh());
        }
        return right;
    }
}
