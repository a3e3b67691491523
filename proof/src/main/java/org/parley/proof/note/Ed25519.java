// SPDX-License-Identifier: Apache-2.0
package org.parley.proof.note;

import java.util.Arrays;

/**
 * Ed25519 of RFC 8032 over raw bytes. The JDK's own is the default; a faster one can be put in its
 * place, for {@link Ed25519Strict} decides in the end. Implementations are safe for many threads.
 */
public interface Ed25519 {
    /**
     * The 64 bytes of a signature.
     *
     * @param seed the private key, 32 bytes
     */
    byte[] sign(byte[] seed, byte[] message);

    /**
     * The same bytes, by whoever knows the public key already: working it out anew is half of the
     * effort.
     *
     * @param publicKey the one of this seed and no other: signing one message with two public keys
     *     gives the private key away
     */
    default byte[] sign(byte[] seed, byte[] publicKey, byte[] message) {
        return sign(seed, message);
    }

    /**
     * Whether the equation of RFC 8032 holds.
     *
     * @param publicKey 32 bytes, known to be sound
     * @param signature 64 bytes whose number S is below the order
     */
    boolean verify(byte[] publicKey, byte[] signature, byte[] message);

    /**
     * Whether these 32 bytes are the only encoding of a point of the subgroup of prime order that
     * is not the neutral element. Whoever overrides it gives the same answers, faster.
     */
    default boolean isSoundPoint(byte[] point) {
        return Ed25519Strict.isSoundKey(point);
    }

    /**
     * Whether both holds, for the signature's point. Whoever overrides it gives the same answers,
     * faster.
     *
     * @param publicKey 32 bytes, known to be sound
     * @param signature 64 bytes whose number S is below the order
     */
    default boolean verifyStrictly(byte[] publicKey, byte[] signature, byte[] message) {
        return verify(publicKey, signature, message)
                && isSoundPoint(Arrays.copyOf(signature, Ed25519Strict.POINT_BYTES));
    }

    static Ed25519 jdk() {
        return JdkEd25519.INSTANCE;
    }
}
