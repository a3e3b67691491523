// SPDX-License-Identifier: Apache-2.0
package org.parley.proof.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.parley.proof.ProofException;
import org.parley.proof.canonical.Hash;
import org.parley.proof.note.Note;
import org.parley.proof.note.SignerKey;
import org.parley.proof.note.Suite;
import org.parley.proof.note.VerifierKey;

import java.time.Instant;
import java.util.List;

final class RollbackTest {
    private static final String ORIGIN = "exercise/xa/log";
    private static final SignerKey LOG = key(Suite.ED25519, ORIGIN, 1);
    private static final SignerKey TIMED = key(Suite.ML_DSA_44, ORIGIN, 2);
    private static final SignerKey WITNESS = key(Suite.ED25519_COSIGNATURE, "neutral/witness", 3);
    private static final long TIME = 1_900_000_000L;
    private static final List<VerifierKey> KNOWN =
            List.of(LOG.verifier(), TIMED.verifier(), WITNESS.verifier());

    private static SignerKey key(Suite suite, String name, int seed) {
        byte[] bytes = new byte[Suite.SEED_BYTES];
        bytes[0] = (byte) seed;
        return SignerKey.of(suite, name, bytes);
    }

    private static Note note(long size, long time, SignerKey... keys) {
        Checkpoint checkpoint = new Checkpoint(ORIGIN, size, Hash.of(new byte[] {(byte) size}));
        Note note = checkpoint.note();
        for (SignerKey key : keys) {
            note = note.signedBy(checkpoint.signedBy(key, time));
        }
        return note;
    }

    @Test
    void aSmallerSizeThatTheLogSignedLaterIsShownWithTimesAndSigners() {
        Rollback rollback =
                new Rollback(note(2, TIME + 60, LOG, TIMED), note(5, TIME, LOG, WITNESS));
        assertThat(Conflict.parse(rollback.bytes())).isEqualTo(rollback);

        Rollback.Shown shown = rollback.verify(KNOWN);

        assertThat(rollback.word()).isEqualTo("rolled-back-log");
        assertThat(shown.signed()).isEqualTo(Instant.ofEpochSecond(TIME + 60));
        assertThat(shown.earlier())
                .containsOnlyKeys("neutral/witness")
                .containsEntry("neutral/witness", Instant.ofEpochSecond(TIME));
    }

    @Test
    void withoutALaterTimeOfItsOwnOrAnEarlierTimeOfAnybodyItShowsNothing() {
        Note larger = note(5, TIME, LOG, WITNESS);
        for (Rollback one :
                List.of(
                        new Rollback(note(2, TIME + 60, LOG), larger),
                        new Rollback(note(2, TIME + 60, LOG, WITNESS), larger),
                        new Rollback(note(2, TIME, LOG, TIMED), larger),
                        new Rollback(note(2, TIME + 60, LOG, TIMED), note(5, TIME, LOG)),
                        new Rollback(note(5, TIME + 60, LOG, TIMED), note(5, TIME, LOG, WITNESS)),
                        new Rollback(note(2, TIME + 60, LOG, TIMED), note(5, TIME, WITNESS)))) {
            assertThatThrownBy(() -> one.verify(KNOWN)).isInstanceOf(ProofException.class);
        }
    }

    @Test
    void aFlippedBitIsCaughtOrChangesNothingOfWhatIsShown() {
        Rollback rollback = new Rollback(note(2, TIME + 60, LOG, TIMED), note(5, TIME, LOG, TIMED));
        Rollback.Shown shown = rollback.verify(KNOWN);
        byte[] bytes = rollback.bytes();
        int caught = 0;
        for (int at = 0; at < bytes.length; at += at < 200 ? 1 : 23) {
            byte[] damaged = bytes.clone();
            damaged[at] ^= (byte) (1 << (at % 8));
            try {
                Conflict read = Conflict.parse(damaged);
                // A line whose key's hash was hit is nobody's; the log's other one is enough.
                assertThat(((Rollback) read).verify(KNOWN)).as("byte " + at).isEqualTo(shown);
            } catch (ProofException e) {
                caught++;
            }
        }
        assertThat(caught).isGreaterThan(300);
    }
}
