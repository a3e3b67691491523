// SPDX-License-Identifier: Apache-2.0
package org.parley.proof.checkpoint;

import org.parley.proof.ProofException;
import org.parley.proof.ProofException.Reason;
import org.parley.proof.canonical.Hash;
import org.parley.proof.note.Lines;
import org.parley.proof.note.Note;
import org.parley.proof.note.SignatureLine;
import org.parley.proof.note.SignerKey;
import org.parley.proof.note.Suite;

import java.util.Arrays;
import java.util.List;

/**
 * What a log says of itself: c2sp.org/tlog-checkpoint@v1.0.0. Worth nothing without a signature.
 * Immutable.
 *
 * @param origin names the log; its keys may change, this does not
 * @param size how many entries
 * @param root of the tree over them
 * @param extensions further lines, which nobody but the log vouches for
 */
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {
    /** The longest origin an ML-DSA-44 signature can name. */
    public static final int ORIGIN_BYTES_MAX = 255;

    private static final int HASH_BYTES = 32;
    private static final int LINES_MIN = 3;
    private static final int EXTENSIONS_MAX = 100;

    /**
     * @throws ProofException when it could not be written and read back
     */
    public Checkpoint {
        extensions = List.copyOf(extensions);
        if (size < 0) {
            throw new ProofException(Reason.NUMBER, "size " + size);
        }
        checkLine(origin);
        extensions.forEach(Checkpoint::checkLine);
        if (Lines.utf8(origin).length > ORIGIN_BYTES_MAX || extensions.size() > EXTENSIONS_MAX) {
            throw new ProofException(Reason.TOO_LARGE, "the origin, or more than 100 extensions");
        }
    }

    public Checkpoint(String origin, long size, Hash root) {
        this(origin, size, root, List.of());
    }

    private static void checkLine(String line) {
        if (line.isEmpty() || line.chars().anyMatch(c -> c < ' ')) {
            throw new ProofException(Reason.FORM, "a line of a checkpoint: " + Lines.quoted(line));
        }
    }

    /** The text that is signed. */
    public String text() {
        StringBuilder out = new StringBuilder(origin).append('\n');
        out.append(size).append('\n').append(Lines.base64(root.bytes())).append('\n');
        extensions.forEach(e -> out.append(e).append('\n'));
        return out.toString();
    }

    /**
     * Reads exactly what {@link #text} writes.
     *
     * @throws ProofException when the text is anything else
     */
    public static Checkpoint parse(String text) {
        if (!text.endsWith("\n")) {
            throw new ProofException(Reason.FORM, "no checkpoint: it has no last line end");
        }
        List<String> lines = Arrays.asList(text.substring(0, text.length() - 1).split("\n", -1));
        if (lines.size() < LINES_MIN) {
            throw new ProofException(Reason.FORM, "no checkpoint: " + lines.size() + " lines");
        }
        byte[] root = Lines.base64(lines.get(2));
        if (root.length != HASH_BYTES) {
            throw new ProofException(Reason.FORM, "a root of " + root.length + " bytes");
        }
        return new Checkpoint(
                lines.get(0),
                Lines.number(lines.get(1)),
                Hash.fromBytes(root),
                lines.subList(LINES_MIN, lines.size()));
    }

    /** Reads the text of a note, signed by whomever. */
    public static Checkpoint of(Note note) {
        return parse(note.text());
    }

    /** The note before anybody has signed it. */
    public Note note() {
        return Note.of(text());
    }

    /**
     * How a log signs, with an Ed25519 key or an ML-DSA-44 key.
     *
     * @param time in seconds since 1970; an Ed25519 signature leaves it out
     */
    public SignatureLine signedBy(SignerKey key, long time) {
        return key.verifier().suite() == Suite.ED25519
                ? key.sign(text())
                : key.cosign(text(), time);
    }
}
