// SPDX-License-Identifier: Apache-2.0
package org.parley.proof.checkpoint;

import org.parley.proof.ProofException;
import org.parley.proof.ProofException.Reason;
import org.parley.proof.note.Ed25519;
import org.parley.proof.note.Lines;
import org.parley.proof.note.Note;
import org.parley.proof.note.SignatureLine;
import org.parley.proof.note.VerifierKey;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * That somebody besides the log has seen a checkpoint and found that the log only grew. Immutable.
 *
 * @param time the cosigner's own, in seconds since 1970; 0 when it says nothing about it
 */
public record Cosignature(VerifierKey key, long time) {
    /**
     * The cosignatures of these keys that the note has; lines of others are passed over.
     *
     * @throws ProofException when a line of one of the keys is wrong
     */
    public static List<Cosignature> of(Note note, Collection<VerifierKey> known, Ed25519 ed25519) {
        List<Cosignature> cosignatures = new ArrayList<>();
        for (SignatureLine line : note.signatures()) {
            for (VerifierKey key : known) {
                if (!key.isOf(line)) {
                    continue;
                }
                if (!key.suite().isTimed() || !key.verifies(note.text(), line, ed25519)) {
                    throw new ProofException(Reason.BAD_SIGNATURE, key.name());
                }
                cosignatures.add(new Cosignature(key, key.time(line)));
            }
        }
        return List.copyOf(cosignatures);
    }

    /** The same with the JDK's Ed25519. */
    public static List<Cosignature> of(Note note, Collection<VerifierKey> known) {
        return of(note, known, Ed25519.jdk());
    }

    /**
     * Reads signature lines without a note, as a witness or mirror answers with them.
     *
     * @throws ProofException when the bytes are anything else, or none
     */
    public static List<SignatureLine> parseLines(byte[] bytes) {
        String text = Lines.text(bytes, Note.BYTES_MAX);
        if (!text.endsWith("\n")) {
            throw new ProofException(Reason.FORM, "signature lines end with a line feed");
        }
        List<SignatureLine> lines = new ArrayList<>();
        for (String line : text.substring(0, text.length() - 1).split("\n", -1)) {
            lines.add(SignatureLine.parse(line));
            if (lines.size() > Note.SIGNATURES_MAX) {
                throw new ProofException(Reason.TOO_LARGE, "more than 100 signature lines");
            }
        }
        return List.copyOf(lines);
    }

    /** Writes what {@link #parseLines} reads. */
    public static byte[] formatLines(List<SignatureLine> lines) {
        StringBuilder out = new StringBuilder();
        lines.forEach(l -> out.append(l.line()).append('\n'));
        return Lines.utf8(out.toString());
    }
}
