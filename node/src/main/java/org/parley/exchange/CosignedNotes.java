// SPDX-License-Identifier: Apache-2.0
package org.parley.exchange;

import org.parley.proof.ProofException;
import org.parley.proof.ProofException.Reason;
import org.parley.proof.note.Note;
import org.parley.proof.tile.EntryBundle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Checkpoints of one log with the lines of those who cosigned them, one after the other, each after
 * its length in two bytes: how an author shows others who saw its log when
 * (docs/formats/checkpoint.md). Nothing in it is checked here. Stateless.
 */
public final class CosignedNotes {
    /** What one question or answer carries: some 400 KiB. */
    public static final int NOTES_MAX = 1_000;

    /** What a courier file carries of one log: more than a hundred years of one a day. */
    public static final int BYTES_MAX = 16 << 20;

    private CosignedNotes() {}

    /** Writes them. */
    public static byte[] format(List<Note> notes) {
        return EntryBundle.format(notes.stream().map(Note::bytes).toList());
    }

    /**
     * Reads them.
     *
     * @throws ProofException when it is not such a list, or longer than {@link #BYTES_MAX}
     */
    public static List<Note> parse(byte[] bytes) {
        if (bytes.length > BYTES_MAX) {
            throw new ProofException(Reason.TOO_LARGE, bytes.length + " bytes of notes");
        }
        List<Note> notes = new ArrayList<>();
        int at = 0;
        while (at < bytes.length) {
            int length =
                    at + 2 > bytes.length ? -1 : (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
            int end = at + 2 + length;
            if (length < 0 || end > bytes.length) {
                throw new ProofException(Reason.FORM, "a list that ends early, at byte " + at);
            }
            notes.add(Note.parse(Arrays.copyOfRange(bytes, at + 2, end)));
            at = end;
        }
        return notes;
    }
}
