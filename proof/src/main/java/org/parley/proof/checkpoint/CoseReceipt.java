// SPDX-License-Identifier: Apache-2.0
package org.parley.proof.checkpoint;

import org.parley.proof.ProofException;
import org.parley.proof.ProofException.Reason;
import org.parley.proof.canonical.Hash;
import org.parley.proof.cbor.Cbor;
import org.parley.proof.cbor.CborReader;
import org.parley.proof.merkle.InclusionProof;
import org.parley.proof.merkle.TreeHasher;
import org.parley.proof.note.Ed25519;
import org.parley.proof.note.Lines;
import org.parley.proof.note.SignerKey;
import org.parley.proof.note.Suite;
import org.parley.proof.note.VerifierKey;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * That an entry is in a log, as a receipt of inclusion of RFC 9942 over RFC9162_SHA256: for tools
 * that know COSE and no checkpoints. The root is signed and not in it, so that whoever checks has
 * to work it out from the entry. Size and index are not signed: they only say how. Immutable.
 */
public final class CoseReceipt {
    /** The longest path with the longest name, twice over. */
    public static final int BYTES_MAX = 8 << 10;

    private static final int SIGN1 = 18;

    /** EdDSA; what verifiers in use know. RFC 9864 has its successor, which is read as well. */
    private static final int ED_DSA = -8;

    private static final int ED25519 = -19;

    private static final int ALG = 1;
    private static final int KID = 4;
    private static final int STRUCTURE = 395;
    private static final int PROOFS = 396;
    private static final int RFC9162_SHA256 = 1;
    private static final int INCLUSION = -1;

    private static final int HASHES_MAX = 63;
    private static final int KID_BYTES_MAX = 512;
    private static final int HEADER_BYTES_MAX = 1_024;
    private static final int SIGNATURE_BYTES = 64;

    private final byte[] header;
    private final Optional<String> kid;
    private final InclusionProof proof;
    private final byte[] signature;

    private CoseReceipt(
            byte[] header, Optional<String> kid, InclusionProof proof, byte[] signature) {
        this.header = header;
        this.kid = kid;
        this.proof = proof;
        this.signature = signature;
    }

    /** A proof that holds, and who signed the root that it leads to. */
    public record Held(VerifierKey signer, Hash root) {}

    /**
     * Signs the root that the proof leads to. Whoever calls has signed a checkpoint of the same
     * size and root before: a receipt for any other tree would convict the log.
     *
     * @throws ProofException when the tree has one entry, whose proof would be empty: RFC 9942 has
     *     no form for it
     */
    public static CoseReceipt sign(InclusionProof proof, Hash leaf, SignerKey key) {
        requirePath(proof.hashes().size());
        byte[] kid = key.verifier().format().getBytes(StandardCharsets.UTF_8);
        byte[] header =
                new Cbor()
                        .map(3)
                        .number(ALG)
                        .number(ED_DSA)
                        .number(KID)
                        .bytes(kid)
                        .number(STRUCTURE)
                        .number(RFC9162_SHA256)
                        .done();
        byte[] signature = key.signCose(header, proof.root(leaf).bytes());
        return new CoseReceipt(header, Optional.of(key.verifier().format()), proof, signature);
    }

    /** Of the leaf, by the receipt's word. */
    public long index() {
        return proof.index();
    }

    /** Of the tree, by the receipt's word. */
    public long size() {
        return proof.subtree().size();
    }

    /** The file, which {@link #parse} reads. */
    public byte[] bytes() {
        Cbor path = new Cbor().array(3).number(size()).number(index());
        path.array(proof.hashes().size());
        proof.hashes().forEach(hash -> path.bytes(hash.bytes()));
        return new Cbor()
                .tag(SIGN1)
                .array(4)
                .bytes(header)
                .map(1)
                .number(PROOFS)
                .map(1)
                .number(INCLUSION)
                .array(1)
                .bytes(path.done())
                .nil()
                .bytes(signature)
                .done();
    }

    /** Whether bytes that begin like this can only be meant as CBOR with a tag, or an array. */
    public static boolean beginsLikeOne(byte[] head) {
        int kind = head.length == 0 ? 0 : (head[0] & 0xff) >> 5;
        return kind == 4 || kind == 6;
    }

    /**
     * Reads a receipt of inclusion. Its headers have what RFC 9942 asks for and a key's name;
     * whoever adds to them wants that understood, so anything else is refused.
     *
     * @throws ProofException when the bytes are anything else
     */
    public static CoseReceipt parse(byte[] bytes) {
        if (bytes.length > BYTES_MAX) {
            throw new ProofException(Reason.TOO_LARGE, "a receipt has at most 8 KiB");
        }
        CborReader in = new CborReader(bytes);
        long tag = in.tag();
        if (tag != SIGN1) {
            throw form("tag " + tag + ", where a receipt has 18, COSE_Sign1");
        }
        exactly(4, in.array(4), "parts of a COSE_Sign1");
        byte[] header = in.bytes(HEADER_BYTES_MAX);
        Optional<String> kid = header(header);
        exactly(1, in.map(1), "unprotected headers");
        label(PROOFS, in.number());
        exactly(1, in.map(1), "kinds of proof");
        label(INCLUSION, in.number());
        exactly(1, in.array(1), "proofs");
        InclusionProof proof = proof(in.bytes(BYTES_MAX));
        in.nil();
        byte[] signature = in.bytes(SIGNATURE_BYTES);
        exactly(SIGNATURE_BYTES, signature.length, "bytes of a signature");
        in.end();
        return new CoseReceipt(header, kid, proof, signature);
    }

    private static Optional<String> header(byte[] header) {
        CborReader in = new CborReader(header);
        Set<Long> seen = new HashSet<>();
        Optional<String> kid = Optional.empty();
        for (int left = in.map(3); left > 0; left--) {
            long label = in.number();
            if (!seen.add(label)) {
                throw form("header " + label + " stands twice");
            }
            if (label == KID) {
                kid = Optional.of(new String(in.bytes(KID_BYTES_MAX), StandardCharsets.UTF_8));
            } else if (label == ALG) {
                long alg = in.number();
                if (alg != ED_DSA && alg != ED25519) {
                    throw new ProofException(
                            Reason.WRONG_SUITE, "alg " + alg + ", where -8 or -19 is Ed25519");
                }
            } else if (label == STRUCTURE) {
                label(RFC9162_SHA256, in.number());
            } else {
                throw form("header " + label + " is not understood");
            }
        }
        in.end();
        if (!seen.containsAll(List.of((long) ALG, (long) STRUCTURE))) {
            throw form("a receipt's protected header has 1 (alg) and 395");
        }
        return kid;
    }

    private static InclusionProof proof(byte[] bytes) {
        CborReader in = new CborReader(bytes);
        exactly(3, in.array(3), "parts of a proof");
        long size = in.unsigned();
        long index = in.unsigned();
        int count = in.array(HASHES_MAX);
        requirePath(count);
        List<Hash> hashes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] hash = in.bytes(TreeHasher.HASH_BYTES);
            exactly(TreeHasher.HASH_BYTES, hash.length, "bytes of a hash");
            hashes.add(Hash.fromBytes(hash));
        }
        in.end();
        if (index >= size) {
            throw new ProofException(Reason.OUT_OF_RANGE, "index " + index + " of " + size);
        }
        return InclusionProof.inTree(index, size, hashes);
    }

    private static void requirePath(int hashes) {
        if (hashes == 0) {
            throw new ProofException(
                    Reason.PROOF_LENGTH,
                    "a receipt has at least one hash, a tree of one entry none");
        }
    }

    private static void exactly(int expected, int actual, String what) {
        if (actual != expected) {
            throw form(actual + " " + what + ", not " + expected);
        }
    }

    private static void label(int expected, long actual) {
        if (actual != expected) {
            throw form(actual + " where " + expected + " belongs");
        }
    }

    private static ProofException form(String what) {
        return new ProofException(Reason.FORM, what);
    }

    /**
     * Checks that the entry is in a log whose key is known.
     *
     * @param keys that may sign; those that are not Ed25519 cannot have
     * @throws ProofException when it does not hold. A wrong entry and a wrong signature look the
     *     same: both give a root that was not signed
     */
    public Held verify(Hash leaf, List<VerifierKey> keys, Ed25519 ed25519) {
        Hash root = proof.root(leaf);
        List<VerifierKey> meant =
                keys.stream()
                        .filter(key -> key.suite() == Suite.ED25519)
                        .filter(key -> kid.isEmpty() || kid.get().equals(key.format()))
                        .toList();
        if (meant.isEmpty()) {
            throw new ProofException(
                    Reason.NO_KNOWN_KEY, kid.map(Lines::quoted).orElse("no key of a log is given"));
        }
        return meant.stream()
                .filter(key -> key.verifiesCose(header, root.bytes(), signature, ed25519))
                .findFirst()
                .map(key -> new Held(key, root))
                .orElseThrow(() ->
                        new ProofException(
                                Reason.BAD_SIGNATURE,
                                meant.getFirst().name()
                                        + " did not sign "
                                        + root
                                        + ", to which entry and path lead"));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CoseReceipt receipt && Arrays.equals(bytes(), receipt.bytes());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(signature);
    }
}
