// SPDX-License-Identifier: Apache-2.0
package org.parley.proof.checkpoint;

import org.parley.proof.ProofException;
import org.parley.proof.ProofException.Reason;
import org.parley.proof.note.Lines;
import org.parley.proof.note.Note;

import java.util.Arrays;
import java.util.List;

/**
 * Two signed checkpoints of one log that a log which only grows does not sign, in one file that
 * proves itself to whoever has the keys. It shows what was signed and never why. The format is
 * docs/formats/evidence.md.
 */
public sealed interface Conflict permits Fork, Rollback {
    String FIRST_LINE = "parley/evidence/v1";
    int BYTES_MAX = 2 * Note.BYTES_MAX + (16 << 10);

    /** Header, then two notes of two parts each. */
    int PARTS = 5;

    /** The one of the smaller size, or either. */
    Note first();

    Note second();

    /** The file, which {@link #parse} reads; by custom its name ends in {@code .evidence}. */
    byte[] bytes();

    /** The words under which it is flagged: {@code forked-log}, {@code rolled-back-log}. */
    String word();

    /**
     * Reads exactly what {@link #bytes} writes.
     *
     * @throws ProofException when the bytes are anything else
     */
    static Conflict parse(byte[] bytes) {
        // No line of a checkpoint is empty, so the empty lines part the evidence.
        String text = Lines.text(bytes, BYTES_MAX);
        List<String> parts = Arrays.asList(text.split("\n\n", -1));
        if (parts.size() != PARTS) {
            throw new ProofException(
                    Reason.FORM, parts.size() + " parts between empty lines, not " + PARTS);
        }
        List<String> lines = Arrays.asList(parts.getFirst().split("\n", -1));
        Note first = Note.parse(Lines.utf8(parts.get(1) + "\n\n" + parts.get(2) + "\n"));
        Note second = Note.parse(Lines.utf8(parts.get(3) + "\n\n" + parts.get(4)));
        if (lines.getFirst().equals(FIRST_LINE) && lines.size() > 1) {
            String what = lines.get(1);
            Conflict read =
                    what.startsWith(Rollback.ROLLBACK)
                            ? Rollback.of(lines, first, second)
                            : Fork.of(lines, first, second);
            String origin = what.substring(what.indexOf(' ') + 1);
            if (!Checkpoint.of(first).origin().equals(origin)) {
                throw new ProofException(Reason.ORIGIN, Lines.quoted(origin));
            }
            return read;
        }
        throw new ProofException(
                Reason.FORM, "evidence begins with " + FIRST_LINE + ", fork or rollback");
    }

    /** The file of a kind. */
    static byte[] bytes(String header, Note first, Note second) {
        return Lines.utf8(
                FIRST_LINE
                        + '\n'
                        + header
                        + '\n'
                        + Lines.text(first.bytes(), Note.BYTES_MAX)
                        + '\n'
                        + Lines.text(second.bytes(), Note.BYTES_MAX));
    }
}
