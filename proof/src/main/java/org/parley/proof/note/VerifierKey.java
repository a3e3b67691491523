// SPDX-License-Identifier: Apache-2.0
package org.parley.proof.note;

import org.parley.proof.ProofException;
import org.parley.proof.ProofException.Reason;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A public key with the name it signs under: a vkey of c2sp.org/signed-note. Immutable; equal when
 * the written forms are.
 */
public final class VerifierKey {
    private static final int TIME_BYTES = 8;

    private final String name;
    private final Suite suite;
    private final byte[] publicKey;
    private final int keyHash;

    private VerifierKey(String name, Suite suite, byte[] publicKey) {
        SignatureLine.checkName(name);
        if (publicKey.length != suite.keyBytes()) {
            throw new ProofException(
                    Reason.KEY,
                    publicKey.length + " bytes, where " + suite + " has " + suite.keyBytes());
        }
        if (suite != Suite.ML_DSA_44 && !Ed25519Strict.isSoundKey(publicKey)) {
            throw new ProofException(Reason.WEAK_KEY, name);
        }
        this.name = name;
        this.suite = suite;
        this.publicKey = publicKey.clone();
        this.keyHash = KeyText.keyHash(name, suite, publicKey);
    }

    /**
     * A key from its raw bytes.
     *
     * @throws ProofException when it is no public key of this suite, or a weak one
     */
    public static VerifierKey of(String name, Suite suite, byte[] publicKey) {
        return new VerifierKey(name, suite, publicKey);
    }

    /**
     * Reads {@code name+hash+base64}.
     *
     * @throws ProofException when it is anything else, or the hash is not that of name and key
     */
    public static VerifierKey parse(String text) {
        KeyText parsed = KeyText.parse(text);
        VerifierKey key = new VerifierKey(parsed.name(), parsed.suite(), parsed.bytes());
        if (key.keyHash != parsed.keyHash()) {
            throw new ProofException(Reason.KEY, "the key hash does not belong to " + key.name);
        }
        return key;
    }

    /** The written form, which {@link #parse} reads. */
    public String format() {
        return KeyText.of(name, suite, keyHash, publicKey).format();
    }

    public String name() {
        return name;
    }

    public Suite suite() {
        return suite;
    }

    /** Four bytes that tell the keys of one name apart; no proof of anything. */
    public int keyHash() {
        return keyHash;
    }

    public byte[] publicKey() {
        return publicKey.clone();
    }

    /** Whether this key claims to have made the line. */
    public boolean isOf(SignatureLine line) {
        return line.keyHash() == keyHash && line.name().equals(name);
    }

    /** Whether this key made the line for this text of a note. */
    public boolean verifies(String text, SignatureLine line) {
        return verifies(text, line, Ed25519.jdk());
    }

    /** The same as {@link #verifies(String, SignatureLine)}, with another maker of checks. */
    public boolean verifies(String text, SignatureLine line, Ed25519 ed25519) {
        if (!suite.isTimed()) {
            return verifiesBytes(text.getBytes(StandardCharsets.UTF_8), line, ed25519);
        }
        byte[] signature = line.signature();
        if (!isOf(line) || signature.length != suite.lineBytes()) {
            return false;
        }
        long time = ByteBuffer.wrap(signature).getLong();
        byte[] bare = Arrays.copyOfRange(signature, TIME_BYTES, signature.length);
        if (time < 0) {
            return false;
        }
        try {
            return suite == Suite.ML_DSA_44
                    ? MlDsa44.verify(publicKey, bare, CosignedMessage.mlDsa44(name, time, text))
                    : Ed25519Strict.verify(
                            ed25519, publicKey, bare, CosignedMessage.ed25519(time, text));
        } catch (ProofException e) {
            // The text is no checkpoint: there is no message that this key could have signed.
            return false;
        }
    }

    /** Whether this key, of a suite without times, made the line for a text in UTF-8. */
    boolean verifiesBytes(byte[] text, SignatureLine line, Ed25519 ed25519) {
        byte[] signature = line.signature();
        return isOf(line)
                && !suite.isTimed()
                && signature.length == suite.lineBytes()
                && Ed25519Strict.verify(ed25519, publicKey, signature, text);
    }

    /**
     * Whether this key signed, without a time, that the leaves from {@code start} to {@code end}
     * have this root.
     */
    public boolean verifiesSubtree(
            String origin, long start, long end, byte[] root, SignatureLine line) {
        byte[] signature = line.signature();
        if (suite != Suite.ML_DSA_44 || !isOf(line) || signature.length != suite.lineBytes()) {
            return false;
        }
        byte[] bare = Arrays.copyOfRange(signature, TIME_BYTES, signature.length);
        return ByteBuffer.wrap(signature).getLong() == 0
                && MlDsa44.verify(
                        publicKey,
                        bare,
                        CosignedMessage.mlDsa44(name, 0, origin, start, end, root));
    }

    /** Whether this key signed a COSE_Sign1 with this protected header and payload. */
    public boolean verifiesCose(byte[] header, byte[] payload, byte[] signature, Ed25519 ed25519) {
        return suite == Suite.ED25519
                && signature.length == suite.lineBytes()
                && Ed25519Strict.verify(
                        ed25519, publicKey, signature, CosignedMessage.cose(header, payload));
    }

    /**
     * The time a cosignature says it was given at, in seconds since 1970.
     *
     * @throws ProofException when the line has no time
     */
    public long time(SignatureLine line) {
        byte[] signature = line.signature();
        if (!suite.isTimed() || !isOf(line) || signature.length != suite.lineBytes()) {
            throw new ProofException(Reason.WRONG_SUITE, "no time in a signature by " + name);
        }
        return ByteBuffer.wrap(signature).getLong();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey key
                && key.suite == suite
                && key.name.equals(name)
                && Arrays.equals(key.publicKey, publicKey);
    }

    @Override
    public int hashCode() {
        return keyHash;
    }

    @Override
    public String toString() {
        return format();
    }
}
