// SPDX-License-Identifier: Apache-2.0
package org.parley.proof.checkpoint;

import org.parley.proof.ProofException;
import org.parley.proof.ProofException.Reason;
import org.parley.proof.note.Ed25519;
import org.parley.proof.note.Note;
import org.parley.proof.note.SignatureLine;
import org.parley.proof.note.VerifierKey;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Evidence that a log was shown shorter than before: with a time of its own it signed the smaller
 * checkpoint, and the larger one, which it signed too, bears an earlier time, by itself or by
 * somebody who cosigned it. The roots may well agree; then nothing was changed, but what came after
 * the smaller size was no longer shown. A clock that was set back looks the same, so the times
 * stand beside their signers. Immutable.
 *
 * @param first the smaller one, signed later
 * @param second the larger one, signed earlier
 */
public record Rollback(Note first, Note second) implements Conflict {
    static final String ROLLBACK = "rollback ";

    /**
     * What the evidence shows.
     *
     * @param signed when the log signed the smaller one, by its own word
     * @param earlier who signed the larger one before that, and when
     */
    public record Shown(
            Checkpoint first,
            Checkpoint second,
            Instant signed,
            SortedMap<String, Instant> earlier) {}

    static Rollback of(List<String> lines, Note first, Note second) {
        if (lines.size() != 2) {
            throw new ProofException(Reason.FORM, "a rollback has no root and no proof");
        }
        return new Rollback(first, second);
    }

    /**
     * Checks the evidence.
     *
     * @param known keys of the log and of cosigners
     * @return what it shows; somebody signed the larger one earlier
     * @throws ProofException when it shows nothing
     */
    public Shown verify(Collection<VerifierKey> known, Ed25519 ed25519) {
        Checkpoint small = Checkpoint.of(first);
        Checkpoint large = Checkpoint.of(second);
        if (!small.origin().equals(large.origin())) {
            throw new ProofException(Reason.ORIGIN, small.origin() + " and " + large.origin());
        }
        if (small.size() >= large.size()) {
            throw new ProofException(Reason.OUT_OF_RANGE, "the smaller checkpoint comes first");
        }
        requireOwner(first, small.origin(), known, ed25519);
        requireOwner(second, small.origin(), known, ed25519);
        Instant signed = times(first, known).get(small.origin());
        if (signed == null) {
            throw new ProofException(
                    Reason.NO_CONFLICT, "the smaller one bears no time of its log");
        }
        SortedMap<String, Instant> earlier = times(second, known);
        earlier.values().removeIf(time -> !time.isBefore(signed));
        if (earlier.isEmpty()) {
            throw new ProofException(Reason.NO_CONFLICT, "nobody signed the larger one earlier");
        }
        return new Shown(small, large, signed, earlier);
    }

    /** The same with the JDK's Ed25519. */
    public Shown verify(Collection<VerifierKey> known) {
        return verify(known, Ed25519.jdk());
    }

    private static void requireOwner(
            Note note, String origin, Collection<VerifierKey> known, Ed25519 ed25519) {
        if (note.open(known, ed25519).stream().noneMatch(key -> key.name().equals(origin))) {
            throw new ProofException(Reason.NO_KNOWN_KEY, "the log itself did not sign");
        }
    }

    /** The earliest time that each name signed it at; all lines of known keys were checked. */
    private static SortedMap<String, Instant> times(Note note, Collection<VerifierKey> known) {
        SortedMap<String, Instant> times = new TreeMap<>();
        for (SignatureLine line : note.signatures()) {
            for (VerifierKey key : known) {
                if (key.suite().isTimed() && key.isOf(line)) {
                    times.merge(
                            key.name(),
                            Instant.ofEpochSecond(key.time(line)),
                            (one, other) -> one.isBefore(other) ? one : other);
                }
            }
        }
        return times;
    }

    @Override
    public String word() {
        return "rolled-back-log";
    }

    @Override
    public byte[] bytes() {
        return Conflict.bytes(ROLLBACK + Checkpoint.of(first).origin() + '\n', first, second);
    }
}
