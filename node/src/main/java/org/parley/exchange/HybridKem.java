// SPDX-License-Identifier: Apache-2.0
package org.parley.exchange;

import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.SecretWithEncapsulation;
import org.bouncycastle.pqc.crypto.xwing.XWingKEMExtractor;
import org.bouncycastle.pqc.crypto.xwing.XWingKEMGenerator;
import org.bouncycastle.pqc.crypto.xwing.XWingKeyGenerationParameters;
import org.bouncycastle.pqc.crypto.xwing.XWingKeyPairGenerator;
import org.bouncycastle.pqc.crypto.xwing.XWingPrivateKeyParameters;
import org.bouncycastle.pqc.crypto.xwing.XWingPublicKeyParameters;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;

import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * HPKE in base mode (RFC 9180) with the KEM MLKEM768-X25519, HKDF-SHA256 and ChaCha20Poly1305, for
 * one message: what age's post-quantum recipients are made of (c2sp.org/age). Whoever records today
 * and has a quantum computer later must break ML-KEM-768 too. The library's own HPKE does not take
 * this KEM, so the key schedule stands here. Pure functions but for the chance given.
 */
final class HybridKem {
    static final int SEED_BYTES = 32;
    static final int PUBLIC_BYTES = 1_216;
    static final int ENCAPSULATED_BYTES = 1_120;

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final byte[] VERSION = ascii("HPKE-v1");

    /** KEM 0x647a, KDF 0x0001, AEAD 0x0003 (draft-ietf-hpke-pq, RFC 9180 section 7). */
    private static final byte[] SUITE = {'H', 'P', 'K', 'E', 0x64, 0x7a, 0x00, 0x01, 0x00, 0x03};

    private HybridKem() {}

    /** What one message becomes. */
    record Sealed(byte[] encapsulated, byte[] ciphertext) {}

    /** The public key of a seed. */
    static byte[] publicKey(byte[] seed) {
        XWingKeyPairGenerator generator = new XWingKeyPairGenerator();
        generator.init(new XWingKeyGenerationParameters(new OnlyThese(seed)));
        AsymmetricCipherKeyPair pair = generator.generateKeyPair();
        return ((XWingPublicKeyParameters) pair.getPublic()).getEncoded();
    }

    private static XWingPrivateKeyParameters privateKey(byte[] seed) {
        XWingKeyPairGenerator generator = new XWingKeyPairGenerator();
        generator.init(new XWingKeyGenerationParameters(new OnlyThese(seed)));
        return (XWingPrivateKeyParameters) generator.generateKeyPair().getPrivate();
    }

    static Sealed seal(byte[] publicKey, byte[] info, byte[] message, SecureRandom chance)
            throws GeneralSecurityException {
        SecretWithEncapsulation secret =
                new XWingKEMGenerator(chance)
                        .generateEncapsulated(new XWingPublicKeyParameters(publicKey));
        Cipher cipher = cipher(Cipher.ENCRYPT_MODE, secret.getSecret(), info);
        return new Sealed(secret.getEncapsulation(), cipher.doFinal(message));
    }

    /**
     * @throws GeneralSecurityException when it was sealed to another key, or altered
     */
    static byte[] open(byte[] seed, byte[] info, Sealed sealed) throws GeneralSecurityException {
        byte[] secret =
                new XWingKEMExtractor(privateKey(seed)).extractSecret(sealed.encapsulated());
        return cipher(Cipher.DECRYPT_MODE, secret, info).doFinal(sealed.ciphertext());
    }

    /** The key schedule of RFC 9180 section 5.1, base mode; sequence number zero. */
    private static Cipher cipher(int mode, byte[] secret, byte[] info)
            throws GeneralSecurityException {
        byte[] none = {};
        byte[] context =
                join(
                        new byte[] {0},
                        extract(none, "psk_id_hash", none),
                        extract(none, "info_hash", info));
        byte[] key = extract(secret, "secret", none);
        Cipher cipher = Cipher.getInstance("ChaCha20-Poly1305");
        cipher.init(
                mode,
                new SecretKeySpec(expand(key, "key", context, KEY_BYTES), "ChaCha20"),
                new IvParameterSpec(expand(key, "base_nonce", context, NONCE_BYTES)));
        return cipher;
    }

    private static byte[] extract(byte[] salt, String label, byte[] input)
            throws GeneralSecurityException {
        HKDFParameterSpec.Builder builder =
                HKDFParameterSpec.ofExtract().addIKM(join(VERSION, SUITE, ascii(label), input));
        if (salt.length > 0) {
            builder.addSalt(salt);
        }
        return KDF.getInstance("HKDF-SHA256").deriveData(builder.extractOnly());
    }

    private static byte[] expand(byte[] key, String label, byte[] info, int length)
            throws GeneralSecurityException {
        byte[] size = ByteBuffer.allocate(2).putShort((short) length).array();
        byte[] labelled = join(size, VERSION, SUITE, ascii(label), info);
        return KDF.getInstance("HKDF-SHA256")
                .deriveData(
                        HKDFParameterSpec.expandOnly(
                                new SecretKeySpec(key, "HKDF"), labelled, length));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] join(byte[]... pieces) {
        int length = 0;
        for (byte[] piece : pieces) {
            length += piece.length;
        }
        ByteBuffer joined = ByteBuffer.allocate(length);
        for (byte[] piece : pieces) {
            joined.put(piece);
        }
        return joined.array();
    }

    /** Chance that is none: the library makes a key pair from a seed only through this door. */
    private static final class OnlyThese extends SecureRandom {
        private static final long serialVersionUID = 1L;

        private final byte[] bytes;

        OnlyThese(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        @Override
        public void nextBytes(byte[] target) {
            if (target.length != bytes.length) {
                throw new IllegalStateException("asked for " + target.length + " bytes");
            }
            System.arraycopy(bytes, 0, target, 0, target.length);
        }
    }
}
