// SPDX-License-Identifier: Apache-2.0
package org.parley.proof.note;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

/**
 * The one rule for which Ed25519 signatures count: key A and point R in their only encoding and in
 * the subgroup of prime order, neither of them the neutral element, and S below the order.
 * Verifiers that differ on everything else agree on these, with or without the cofactor, so that no
 * statement is valid in one place and invalid in another. (Chalkias, Garillot, Nikolaenko, Taming
 * the many EdDSAs, 2020.) Stateless.
 */
public final class Ed25519Strict {
    static final int POINT_BYTES = 32;
    private static final int SIGNATURE_BYTES = 64;

    /** RFC 8032, 5.1: 2^252 + 27742317777372353535851937790883648493. */
    private static final BigInteger ORDER =
            BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

    private Ed25519Strict() {}

    /** Whether these 32 bytes are a key that may be trusted with anything. */
    public static boolean isSoundKey(byte[] publicKey) {
        return publicKey.length == POINT_BYTES && isInSubgroup(publicKey);
    }

    /** Whether these 64 bytes have the form that counts; says nothing about the message. */
    public static boolean isStrict(byte[] signature) {
        return hasForm(signature) && isInSubgroup(Arrays.copyOf(signature, POINT_BYTES));
    }

    private static boolean hasForm(byte[] signature) {
        return signature.length == SIGNATURE_BYTES && scalar(signature).compareTo(ORDER) < 0;
    }

    /**
     * @param publicKey a sound one; whoever holds a {@link VerifierKey} has had it checked
     */
    static boolean verify(Ed25519 ed25519, byte[] publicKey, byte[] signature, byte[] message) {
        return hasForm(signature) && ed25519.verifyStrictly(publicKey, signature, message);
    }

    private static BigInteger scalar(byte[] signature) {
        byte[] bigEndian = new byte[SIGNATURE_BYTES - POINT_BYTES];
        for (int i = 0; i < bigEndian.length; i++) {
            bigEndian[i] = signature[SIGNATURE_BYTES - 1 - i];
        }
        return new BigInteger(1, bigEndian);
    }

    private static boolean isInSubgroup(byte[] encoded) {
        Optional<Point25519> point = Point25519.decode(encoded);
        return point.isPresent()
                && !point.get().isNeutral()
                && point.get().times(ORDER).isNeutral();
    }
}
