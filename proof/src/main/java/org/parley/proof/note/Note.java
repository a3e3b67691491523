// SPDX-License-Identifier: Apache-2.0
package org.parley.proof.note;

import org.parley.proof.ProofException;
import org.parley.proof.ProofException.Reason;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A signed note: a text and the lines that sign it, as in c2sp.org/signed-note@v1.0.0. The text
 * means nothing until {@link #open} has found a known key. Immutable.
 *
 * @param text with its final line end
 */
public record Note(String text, List<SignatureLine> signatures) {
    /** What the common readers of signed notes allow. */
    public static final int BYTES_MAX = 1_000_000;

    public static final int SIGNATURES_MAX = 100;

    /**
     * @throws ProofException when the note could not be written and read back
     */
    public Note {
        signatures = List.copyOf(signatures);
        if (!text.endsWith("\n")) {
            throw new ProofException(Reason.FORM, "the text of a note ends with a line feed");
        }
        Lines.checkControls(text);
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new ProofException(Reason.NOT_UTF8, "half a surrogate pair");
        }
        if (signatures.size() > SIGNATURES_MAX) {
            throw new ProofException(
                    Reason.TOO_LARGE, signatures.size() + " signatures, at most " + SIGNATURES_MAX);
        }
    }

    /** A text nobody has signed yet; it has no bytes that could be read back. */
    public static Note of(String text) {
        return new Note(text, List.of());
    }

    public Note signedBy(SignatureLine line) {
        List<SignatureLine> more = new ArrayList<>(signatures);
        more.add(line);
        return new Note(text, more);
    }

    public byte[] bytes() {
        StringBuilder out = new StringBuilder(text).append('\n');
        signatures.forEach(s -> out.append(s.line()).append('\n'));
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads exactly what {@link #bytes} writes; at least one signature.
     *
     * @throws ProofException when the bytes are anything else
     */
    public static Note parse(byte[] bytes) {
        String all = Lines.text(bytes, BYTES_MAX);
        int gap = all.lastIndexOf("\n\n");
        if (gap < 0 || !all.endsWith("\n") || gap + 2 == all.length()) {
            throw new ProofException(
                    Reason.FORM, "a note is a text, an empty line, and signature lines");
        }
        String[] lines = all.substring(gap + 2, all.length() - 1).split("\n", SIGNATURES_MAX + 1);
        List<SignatureLine> signatures = new ArrayList<>();
        for (String line : lines) {
            signatures.add(SignatureLine.parse(line));
        }
        return new Note(all.substring(0, gap + 1), signatures);
    }

    /**
     * Checks every signature by a known key; lines of unknown keys are passed over.
     *
     * @return the known keys that signed, in the order of the lines; at least one
     * @throws ProofException when none of the keys signed, or a line of one of them is wrong
     */
    public List<VerifierKey> open(Collection<VerifierKey> known) {
        return open(known, Ed25519.jdk());
    }

    /** The same as {@link #open(Collection)}, with another maker of Ed25519 checks. */
    public List<VerifierKey> open(Collection<VerifierKey> known, Ed25519 ed25519) {
        List<VerifierKey> signers = new ArrayList<>();
        for (SignatureLine line : signatures) {
            for (VerifierKey key : known) {
                if (!key.isOf(line)) {
                    continue;
                }
                if (!key.verifies(text, line, ed25519)) {
                    throw new ProofException(Reason.BAD_SIGNATURE, key.name());
                }
                if (!signers.contains(key)) {
                    signers.add(key);
                }
            }
        }
        if (signers.isEmpty()) {
            throw new ProofException(
                    Reason.NO_KNOWN_KEY, signatures.size() + " lines, " + known.size() + " keys");
        }
        return List.copyOf(signers);
    }
}
