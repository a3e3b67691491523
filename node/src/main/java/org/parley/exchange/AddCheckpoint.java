// SPDX-License-Identifier: Apache-2.0
package org.parley.exchange;

import org.parley.proof.ProofException;
import org.parley.proof.ProofException.Reason;
import org.parley.proof.canonical.Hash;
import org.parley.proof.note.Note;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * The body of a witness's {@code add-checkpoint}: the size that it cosigned last, the proof that
 * the log only grew since, and the checkpoint (c2sp.org/tlog-witness). Immutable.
 */
record AddCheckpoint(long oldSize, List<Hash> proof, Note checkpoint) {
    private static final int PROOF_MAX = 63;
    private static final String OLD = "old ";

    AddCheckpoint {
        proof = List.copyOf(proof);
    }

    byte[] bytes() {
        StringBuilder text = new StringBuilder(OLD).append(oldSize).append('\n');
        proof.forEach(hash -> text.append(base64(hash)).append('\n'));
        text.append('\n');
        return (text + new String(checkpoint.bytes(), StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
    }

    /**
     * @throws ProofException when it is anything else than {@link #bytes} writes
     */
    static AddCheckpoint parse(byte[] bytes) {
        int at = 0;
        List<String> lines = new ArrayList<>();
        while (true) {
            int end = at;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            if (end == bytes.length || lines.size() > PROOF_MAX + 1) {
                throw new ProofException(Reason.FORM, "no empty line before the checkpoint");
            }
            String line = new String(bytes, at, end - at, StandardCharsets.UTF_8);
            at = end + 1;
            if (line.isEmpty()) {
                break;
            }
            lines.add(line);
        }
        if (lines.isEmpty() || !lines.getFirst().startsWith(OLD) || lines.size() > PROOF_MAX + 1) {
            throw new ProofException(Reason.FORM, "it does not begin with the old size");
        }
        List<Hash> proof = new ArrayList<>();
        lines.subList(1, lines.size()).forEach(line -> proof.add(hash(line)));
        Note checkpoint = Note.parse(Arrays.copyOfRange(bytes, at, bytes.length));
        return new AddCheckpoint(
                number(lines.getFirst().substring(OLD.length())), proof, checkpoint);
    }

    /** A size as the formats write it: no sign, no leading zero. */
    static long number(String digits) {
        if (!digits.matches("0|[1-9][0-9]{0,17}")) {
            throw new ProofException(Reason.NUMBER, "a size that is no number");
        }
        return Long.parseLong(digits);
    }

    private static String base64(Hash hash) {
        return Base64.getEncoder().encodeToString(hash.bytes());
    }

    private static Hash hash(String line) {
        try {
            byte[] bytes = Base64.getDecoder().decode(line);
            if (Base64.getEncoder().encodeToString(bytes).equals(line)) {
                return Hash.fromBytes(bytes);
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw new ProofException(Reason.BASE64, "a hash of the proof");
    }
}
