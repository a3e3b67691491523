// SPDX-License-Identifier: Apache-2.0
package org.parley.proof.note;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/** ML-DSA-44 of FIPS 204 with raw public keys of 1,312 bytes, by the JDK. Stateless. */
final class MlDsa44 {
    private static final String NAME = "ML-DSA-44";

    /** RFC 9881: SEQUENCE of id-ml-dsa-44 and a bit string with the raw key. */
    private static final byte[] X509_PREFIX =
            HexFormat.of().parseHex("30820532300b06096086480165030403110382052100");

    private MlDsa44() {}

    static byte[] sign(PrivateKey key, byte[] message) {
        try {
            Signature signature = Signature.getInstance(NAME);
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java from 24 on has " + NAME, e);
        }
    }

    static boolean verify(byte[] publicKey, byte[] signature, byte[] message) {
        try {
            byte[] encoded =
                    ByteBuffer.allocate(X509_PREFIX.length + publicKey.length)
                            .put(X509_PREFIX)
                            .put(publicKey)
                            .array();
            PublicKey key =
                    KeyFactory.getInstance(NAME).generatePublic(new X509EncodedKeySpec(encoded));
            Signature check = Signature.getInstance(NAME);
            check.initVerify(key);
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
