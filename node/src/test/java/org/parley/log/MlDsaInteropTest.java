// SPDX-License-Identifier: Apache-2.0
package org.parley.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPublicKeyParameters;
import org.bouncycastle.crypto.signers.MLDSASigner;
import org.junit.jupiter.api.Test;
import org.parley.proof.canonical.Hash;
import org.parley.proof.checkpoint.Checkpoint;
import org.parley.proof.note.SignerKey;
import org.parley.proof.note.Suite;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Cosignatures of ML-DSA-44 are made with the JDK; here Bouncy Castle checks them, over a message
 * that is put together by hand from c2sp.org/tlog-cosignature.
 */
final class MlDsaInteropTest {
    private static final String NAME = "exercise/xb/mirror";
    private static final long TIME = 1_900_000_000L;

    private static boolean verifies(byte[] key, byte[] message, byte[] signature) {
        MLDSASigner signer = new MLDSASigner();
        signer.init(false, new MLDSAPublicKeyParameters(MLDSAParameters.ml_dsa_44, key));
        signer.update(message, 0, message.length);
        return signer.verifySignature(signature);
    }

    private static byte[] message(Checkpoint checkpoint) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("subtree/v1\n\0".getBytes(StandardCharsets.US_ASCII));
        out.write(NAME.length());
        out.writeBytes(NAME.getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(ByteBuffer.allocate(8).putLong(TIME).array());
        out.write(checkpoint.origin().length());
        out.writeBytes(checkpoint.origin().getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(ByteBuffer.allocate(16).putLong(0).putLong(checkpoint.size()).array());
        out.writeBytes(checkpoint.root().bytes());
        return out.toByteArray();
    }

    @Test
    void anIndependentImplementationVerifiesOurPostQuantumCosignature() {
        SignerKey key = SignerKey.of(Suite.ML_DSA_44, NAME, new byte[Suite.SEED_BYTES]);
        Checkpoint checkpoint =
                new Checkpoint("exercise/xa/log", 300, Hash.of(new byte[] {1, 2, 3}));
        byte[] line = key.cosign(checkpoint.text(), TIME).signature();
        byte[] signature = Arrays.copyOfRange(line, 8, line.length);
        byte[] publicKey = key.verifier().publicKey();

        assertThat(ByteBuffer.wrap(line).getLong()).isEqualTo(TIME);
        assertThat(verifies(publicKey, message(checkpoint), signature)).isTrue();
        signature[100] ^= 1;
        assertThat(verifies(publicKey, message(checkpoint), signature)).isFalse();
    }
}
