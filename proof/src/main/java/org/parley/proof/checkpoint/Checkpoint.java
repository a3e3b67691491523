// SPDX-License-Identifier: Apache-2.0
package org.parley.proof.checkpoint;

import org.parley.proof.ProofException;
import org.parley.proof.ProofException.Reason;
import org.parley.proof.canonical.Hash;

import java.util.Base64;
import java.util.List;

/**
 * How far a log has got and what its tree's root is, as in c2sp.org/tlog-checkpoint. Immutable.
 *
 * @param extensions further lines, which mean nothing here
 */
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {
    public Checkpoint {
        extensions = List.copyOf(extensions);
    }

    public static Checkpoint of(String origin, long size, Hash root) {
        return new Checkpoint(origin, size, root, List.of());
    }

    public String text() {
        StringBuilder text =
                new StringBuilder(origin)
                        .append('\n')
                        .append(size)
                        .append('\n')
                        .append(Base64.getEncoder().encodeToString(root.bytes()))
                        .append('\n');
        extensions.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    public static Checkpoint parse(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length < 4 || lines[0].isEmpty() || !lines[lines.length - 1].isEmpty()) {
            throw new ProofException(Reason.FORM, "no checkpoint");
        }
        try {
            Checkpoint checkpoint =
                    new Checkpoint(
                            lines[0],
                            Long.parseLong(lines[1]),
                            Hash.fromBytes(Base64.getDecoder().decode(lines[2])),
                            List.of(lines).subList(3, lines.length - 1));
            if (checkpoint.text().equals(text) && checkpoint.size() >= 0) {
                return checkpoint;
            }
        } catch (IllegalArgumentException e) {
            // Said below, as for every other form.
        }
        throw new ProofException(Reason.FORM, "no checkpoint");
    }
}
