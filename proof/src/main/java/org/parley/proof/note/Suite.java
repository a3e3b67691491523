// SPDX-License-Identifier: Apache-2.0
package org.parley.proof.note;

import org.parley.proof.ProofException;
import org.parley.proof.ProofException.Reason;

/** What a key signs and how: the signature types of C2SP signed-note and tlog-cosignature. */
public enum Suite {
    /** Signs the text itself. Statements and checkpoints. */
    ED25519(0x01, 32, 64, false),
    /** Signs {@code cosignature/v1}, a time, and the text. Cosigners. */
    ED25519_COSIGNATURE(0x04, 32, 64, true),
    /** Signs {@code subtree/v1}, names, a time and a tree. Logs and cosigners. */
    ML_DSA_44(0x06, 1312, 2420, true);

    /** The seed of every suite here, in bytes. */
    public static final int SEED_BYTES = 32;

    private static final int TIME_BYTES = 8;

    private final int type;
    private final int keyBytes;
    private final int signatureBytes;
    private final boolean timed;

    Suite(int type, int keyBytes, int signatureBytes, boolean timed) {
        this.type = type;
        this.keyBytes = keyBytes;
        this.signatureBytes = signatureBytes;
        this.timed = timed;
    }

    /** The byte that stands for it in front of a key. */
    public byte type() {
        return (byte) type;
    }

    /** The length of a public key. */
    public int keyBytes() {
        return keyBytes;
    }

    /** Whether a signature begins with the time at which it was given. */
    public boolean isTimed() {
        return timed;
    }

    /** The length of what follows the key hash in a signature line. */
    int lineBytes() {
        return signatureBytes + (timed ? TIME_BYTES : 0);
    }

    static Suite of(byte type) {
        for (Suite suite : values()) {
            if (suite.type() == type) {
                return suite;
            }
        }
        throw new ProofException(Reason.WRONG_SUITE, "signature type " + (type & 0xff));
    }
}
