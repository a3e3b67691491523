// SPDX-License-Identifier: Apache-2.0
package org.parley.proof.note;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/** The JDK's Ed25519. Stateless. */
final class JdkEd25519 implements Ed25519 {
    static final JdkEd25519 INSTANCE = new JdkEd25519();

    private static final String NAME = "Ed25519";

    /** RFC 8410: SEQUENCE of id-Ed25519 and a bit string with the raw key. */
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private JdkEd25519() {}

    @Override
    public byte[] sign(byte[] seed, byte[] message) {
        try {
            Signature signature = Signature.getInstance(NAME);
            signature.initSign(
                    KeyFactory.getInstance(NAME)
                            .generatePrivate(
                                    new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed)));
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + NAME, e);
        }
    }

    @Override
    public boolean verify(byte[] publicKey, byte[] signature, byte[] message) {
        try {
            byte[] encoded =
                    ByteBuffer.allocate(X509_PREFIX.length + publicKey.length)
                            .put(X509_PREFIX)
                            .put(publicKey)
                            .array();
            Signature check = Signature.getInstance(NAME);
            check.initVerify(
                    KeyFactory.getInstance(NAME).generatePublic(new X509EncodedKeySpec(encoded)));
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
