// SPDX-License-Identifier: Apache-2.0
package org.parley.proof.note;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.SecureRandomSpi;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;

/**
 * Keys from seeds. The JDK derives a public key only while it generates a pair, and then asks a
 * source of randomness for the seed of RFC 8032 or FIPS 204; this source hands it the given one, so
 * nothing here is random. Immutable.
 */
final class Seeded extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private Seeded(byte[] seed) {
        super(new Given(seed), null);
    }

    private static final class Given extends SecureRandomSpi {
        private static final long serialVersionUID = 1L;
        private final byte[] seed;

        Given(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        protected void engineSetSeed(byte[] more) {
            throw new UnsupportedOperationException("the seed is given");
        }

        @Override
        protected void engineNextBytes(byte[] bytes) {
            if (bytes.length != seed.length) {
                throw new IllegalStateException("asked for " + bytes.length + " bytes of seed");
            }
            System.arraycopy(seed, 0, bytes, 0, seed.length);
        }

        @Override
        protected byte[] engineGenerateSeed(int length) {
            throw new UnsupportedOperationException("the seed is given");
        }
    }

    static KeyPair keyPair(Suite suite, byte[] seed) {
        String name = suite == Suite.ML_DSA_44 ? "ML-DSA-44" : "Ed25519";
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(name);
            generator.initialize(new NamedParameterSpec(name), new Seeded(seed));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java from 24 on has " + name, e);
        }
    }

    /** The raw public key: the end of its X.509 form. */
    static byte[] publicKey(Suite suite, KeyPair pair) {
        byte[] encoded = pair.getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - suite.keyBytes(), encoded.length);
    }
}
