// SPDX-License-Identifier: Apache-2.0
package org.parley.proof.checkpoint;

import org.parley.proof.ProofException;
import org.parley.proof.ProofException.Reason;
import org.parley.proof.canonical.Hash;
import org.parley.proof.merkle.InclusionProof;
import org.parley.proof.merkle.TreeHasher;
import org.parley.proof.note.Ed25519;
import org.parley.proof.note.Lines;
import org.parley.proof.note.Note;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * That an entry is in a log and was seen there: c2sp.org/tlog-proof@v1. It can be checked without
 * any connection. Immutable.
 *
 * @param extra base64 of something beside the proof, which nobody vouches for
 * @param index of the entry
 * @param hashes the inclusion proof, from the leaf's sibling up
 * @param checkpoint with its signatures
 */
public record LogProof(Optional<String> extra, long index, List<Hash> hashes, Note checkpoint) {
    public static final String FIRST_LINE = "c2sp.org/tlog-proof@v1";

    /** The checkpoint, and room for the lines above it. */
    public static final int BYTES_MAX = Note.BYTES_MAX + (128 << 10);

    private static final int HASHES_MAX = 63;
    private static final int EXTRA_CHARS_MAX = 64 << 10;
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";

    /**
     * @throws ProofException when it could not be written and read back
     */
    public LogProof {
        hashes = List.copyOf(hashes);
        extra.ifPresent(Lines::base64);
        if (index < 0) {
            throw new ProofException(Reason.OUT_OF_RANGE, "index " + index);
        }
        if (hashes.size() > HASHES_MAX || extra.map(String::length).orElse(0) > EXTRA_CHARS_MAX) {
            throw new ProofException(Reason.TOO_LARGE, "63 hashes and 64 KiB of extra at most");
        }
    }

    public LogProof(InclusionProof proof, Note checkpoint) {
        this(Optional.empty(), proof.index(), proof.hashes(), checkpoint);
    }

    /** The file, which {@link #parse} reads; by custom its name ends in {@code .tlog-proof}. */
    public byte[] bytes() {
        StringBuilder out = new StringBuilder(FIRST_LINE).append('\n');
        extra.ifPresent(e -> out.append(EXTRA).append(e).append('\n'));
        out.append(INDEX).append(index).append('\n');
        hashes.forEach(h -> out.append(Lines.base64(h.bytes())).append('\n'));
        return Lines.utf8(out.append('\n') + Lines.text(checkpoint.bytes(), Note.BYTES_MAX));
    }

    /**
     * Reads exactly what {@link #bytes} writes.
     *
     * @throws ProofException when the bytes are anything else
     */
    public static LogProof parse(byte[] bytes) {
        String text = Lines.text(bytes, BYTES_MAX);
        int gap = text.indexOf("\n\n");
        if (gap < 0) {
            throw new ProofException(
                    Reason.FORM, "a proof has an empty line before its checkpoint");
        }
        List<String> lines = Arrays.asList(text.substring(0, gap).split("\n", -1));
        if (!lines.getFirst().equals(FIRST_LINE)) {
            throw new ProofException(Reason.FORM, "a proof begins with " + FIRST_LINE);
        }
        int at = 1;
        Optional<String> extra = Optional.empty();
        if (lines.size() > at && lines.get(at).startsWith(EXTRA)) {
            extra = Optional.of(lines.get(at++).substring(EXTRA.length()));
        }
        if (lines.size() <= at || !lines.get(at).startsWith(INDEX)) {
            throw new ProofException(Reason.FORM, "a proof has an index line");
        }
        long index = Lines.number(lines.get(at++).substring(INDEX.length()));
        List<Hash> hashes = hashes(lines.subList(at, lines.size()));
        Note checkpoint = Note.parse(Lines.utf8(text.substring(gap + 2)));
        return new LogProof(extra, index, hashes, checkpoint);
    }

    /** Reads hashes in base64; every one of them 32 bytes. */
    static List<Hash> hashes(List<String> lines) {
        List<Hash> hashes = new ArrayList<>();
        for (String line : lines) {
            byte[] hash = Lines.base64(line);
            if (hash.length != TreeHasher.HASH_BYTES || hashes.size() == HASHES_MAX) {
                throw new ProofException(
                        Reason.FORM,
                        "expected at most 63 hashes of 32 bytes: " + Lines.quoted(line));
            }
            hashes.add(Hash.fromBytes(hash));
        }
        return hashes;
    }

    /**
     * Checks that the entry is in the log, and that the checkpoint satisfies the policy.
     *
     * @throws ProofException when either does not hold
     */
    public Policy.Accepted verify(byte[] entry, Policy policy) {
        return verify(TreeHasher.leafHash(entry), policy, Ed25519.jdk());
    }

    /** The same for an entry of which only the leaf hash is known. */
    public Policy.Accepted verify(Hash leaf, Policy policy, Ed25519 ed25519) {
        Policy.Accepted accepted = policy.check(checkpoint, ed25519);
        long size = accepted.checkpoint().size();
        if (index >= size) {
            throw new ProofException(Reason.OUT_OF_RANGE, "index " + index + " of " + size);
        }
        InclusionProof.inTree(index, size, hashes).verify(leaf, accepted.checkpoint().root());
        return accepted;
    }
}
