// SPDX-License-Identifier: Apache-2.0
package org.parley.proof.note;

import org.parley.proof.ProofException;
import org.parley.proof.ProofException.Reason;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Arrays;

/**
 * A private key with the name it signs under. Its written form is that of Go's signed notes, {@code
 * PRIVATE+KEY+name+hash+base64(type, seed)}; for the other suites the same with their type and a
 * seed of 32 bytes. Never printed: {@link #toString} shows only the name. Immutable.
 */
public final class SignerKey {
    private static final String PREFIX = "PRIVATE+KEY+";

    private final byte[] seed;
    private final KeyPair pair;
    private final VerifierKey verifier;
    private final Ed25519 ed25519;

    private SignerKey(Suite suite, String name, byte[] seed, Ed25519 ed25519) {
        if (seed.length != Suite.SEED_BYTES) {
            throw new ProofException(Reason.KEY, "a seed of " + seed.length + " bytes, not 32");
        }
        this.seed = seed.clone();
        this.ed25519 = ed25519;
        this.pair = Seeded.keyPair(suite, seed);
        this.verifier = VerifierKey.of(name, suite, Seeded.publicKey(suite, pair));
    }

    /**
     * A key from its seed.
     *
     * @param seed 32 bytes that nobody can guess; the same seed is the same key
     */
    public static SignerKey of(Suite suite, String name, byte[] seed) {
        return new SignerKey(suite, name, seed, Ed25519.jdk());
    }

    /**
     * Reads {@code PRIVATE+KEY+name+hash+base64}.
     *
     * @throws ProofException when it is anything else; the message does not repeat it
     */
    public static SignerKey parse(String text) {
        if (!text.startsWith(PREFIX)) {
            throw new ProofException(Reason.KEY, "a private key begins with " + PREFIX);
        }
        KeyText parsed;
        try {
            parsed = KeyText.parse(text.substring(PREFIX.length()));
        } catch (ProofException e) {
            throw KeyText.refused();
        }
        SignerKey key = of(parsed.suite(), parsed.name(), parsed.bytes());
        if (key.verifier.keyHash() != parsed.keyHash()) {
            throw new ProofException(
                    Reason.KEY, "the key hash does not belong to " + parsed.name());
        }
        return key;
    }

    /** The same key with another maker of Ed25519 signatures. */
    public SignerKey with(Ed25519 other) {
        return new SignerKey(verifier.suite(), name(), seed, other);
    }

    /** The written form, which {@link #parse} reads. A secret. */
    public String format() {
        return PREFIX + KeyText.of(name(), verifier.suite(), verifier.keyHash(), seed).format();
    }

    public String name() {
        return verifier.name();
    }

    public VerifierKey verifier() {
        return verifier;
    }

    /**
     * Signs the text itself.
     *
     * @throws ProofException when this key signs only with a time
     */
    public SignatureLine sign(String text) {
        return sign(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The same, of a text in UTF-8. */
    SignatureLine sign(byte[] text) {
        if (verifier.suite().isTimed()) {
            throw new ProofException(
                    Reason.WRONG_SUITE, name() + " signs checkpoints with a time only");
        }
        return line(ed25519(text));
    }

    /**
     * Cosigns a checkpoint; with ML-DSA-44 also how a log signs its own.
     *
     * @param time in seconds since 1970
     * @throws ProofException when this key signs texts only, or the text is no checkpoint
     */
    public SignatureLine cosign(String text, long time) {
        byte[] bare =
                switch (verifier.suite()) {
                    case ED25519 ->
                            throw new ProofException(
                                    Reason.WRONG_SUITE, name() + " signs texts without a time");
                    case ED25519_COSIGNATURE -> ed25519(CosignedMessage.ed25519(time, text));
                    case ML_DSA_44 ->
                            MlDsa44.sign(
                                    pair.getPrivate(), CosignedMessage.mlDsa44(name(), time, text));
                };
        return line(timed(time, bare));
    }

    /**
     * Signs, without a time, that the leaves from {@code start} to {@code end} have this root.
     *
     * @throws ProofException when this is not an ML-DSA-44 key
     */
    public SignatureLine cosignSubtree(String origin, long start, long end, byte[] root) {
        if (verifier.suite() != Suite.ML_DSA_44) {
            throw new ProofException(Reason.WRONG_SUITE, name() + " signs no subtrees");
        }
        byte[] message = CosignedMessage.mlDsa44(name(), 0, origin, start, end, root);
        return line(timed(0, MlDsa44.sign(pair.getPrivate(), message)));
    }

    /**
     * The signature of a COSE_Sign1 with this protected header, over a payload that may lie
     * elsewhere.
     *
     * @throws ProofException when this key signs only with a time
     */
    public byte[] signCose(byte[] header, byte[] payload) {
        if (verifier.suite() != Suite.ED25519) {
            throw new ProofException(Reason.WRONG_SUITE, name() + " signs no COSE_Sign1");
        }
        return ed25519(CosignedMessage.cose(header, payload));
    }

    /** The public key is that of the seed: the constructor made it from nothing else. */
    private byte[] ed25519(byte[] message) {
        return ed25519.sign(seed, verifier.publicKey(), message);
    }

    private SignatureLine line(byte[] signature) {
        return SignatureLine.of(name(), verifier.keyHash(), signature);
    }

    private static byte[] timed(long time, byte[] bare) {
        return ByteBuffer.allocate(Long.BYTES + bare.length).putLong(time).put(bare).array();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SignerKey key
                && key.verifier.equals(verifier)
                && Arrays.equals(key.seed, seed);
    }

    @Override
    public int hashCode() {
        return verifier.hashCode();
    }

    @Override
    public String toString() {
        return "private key of " + name();
    }
}
