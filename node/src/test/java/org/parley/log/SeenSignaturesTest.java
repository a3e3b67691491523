// SPDX-License-Identifier: Apache-2.0
package org.parley.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.parley.proof.note.Ed25519;
import org.parley.proof.note.SignerKey;
import org.parley.proof.note.Suite;

import java.nio.ByteBuffer;
import java.util.Arrays;

final class SeenSignaturesTest {
    private static final byte[] SEED = new byte[32];
    private static final byte[] KEY =
            SignerKey.of(Suite.ED25519, "XA/office", SEED).verifier().publicKey();

    private int asked;

    private final Ed25519 counted =
            new Ed25519() {
                private final Ed25519 real = new BouncyEd25519();

                @Override
                public byte[] sign(byte[] seed, byte[] message) {
                    return real.sign(seed, message);
                }

                @Override
                public boolean verify(byte[] publicKey, byte[] signature, byte[] message) {
                    asked++;
                    return real.verify(publicKey, signature, message);
                }
            };

    private final Ed25519 believing =
            new Ed25519() {
                @Override
                public byte[] sign(byte[] seed, byte[] message) {
                    throw new UnsupportedOperationException();
                }

                @Override
                public boolean verify(byte[] publicKey, byte[] signature, byte[] message) {
                    asked++;
                    return true;
                }
            };

    private final Ed25519 seen = new SeenSignatures(counted);

    @Test
    void theSameSignatureIsCheckedOnce() {
        byte[] message = {1, 2, 3};
        byte[] signature = seen.sign(SEED, message);
        assertThat(seen.verify(KEY, signature, message)).isTrue();
        assertThat(seen.verify(KEY, signature, message)).isTrue();
        assertThat(asked).isEqualTo(1);
    }

    /** What was checked ahead is asked for after many others came between. */
    @Test
    void manyOthersDoNotDriveOutTheNewest() {
        Ed25519 quick = new SeenSignatures(believing);
        byte[] message = {1, 2, 3};
        for (int i = 0; i < 200_000; i++) {
            byte[] other = ByteBuffer.allocate(64).putInt(i).array();
            assertThat(quick.verify(KEY, other, message)).isTrue();
            int before = asked;
            int recent = Math.max(0, i - 60_000);
            quick.verify(KEY, ByteBuffer.allocate(64).putInt(recent).array(), message);
            assertThat(asked).as("of %s, asked for again at %s", recent, i).isEqualTo(before);
        }
        quick.verify(KEY, ByteBuffer.allocate(64).putInt(0).array(), message);
        assertThat(asked).as("the oldest are forgotten").isEqualTo(200_001);
    }

    @Test
    void anythingElseIsNotTakenForIt() {
        byte[] message = {1, 2, 3};
        byte[] signature = seen.sign(SEED, message);
        assertThat(seen.verify(KEY, signature, message)).isTrue();
        assertThat(seen.verify(KEY, signature, new byte[] {1, 2, 4})).isFalse();
        assertThat(seen.verify(KEY, signature, new byte[] {1, 2, 4})).as("still").isFalse();
        byte[] other = Arrays.copyOf(signature, signature.length);
        other[40] ^= 1;
        assertThat(seen.verify(KEY, other, message)).isFalse();
        assertThat(seen.isSoundPoint(new byte[32])).isFalse();
        assertThat(seen.isSoundPoint(KEY)).isTrue();
        assertThat(seen.isSoundPoint(KEY)).isTrue();
    }
}
