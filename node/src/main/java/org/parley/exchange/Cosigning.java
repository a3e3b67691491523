// SPDX-License-Identifier: Apache-2.0
package org.parley.exchange;

import org.parley.log.Event;
import org.parley.log.LogStore;
import org.parley.proof.ProofException;
import org.parley.proof.ProofException.Reason;
import org.parley.proof.canonical.Hash;
import org.parley.proof.checkpoint.Checkpoint;
import org.parley.proof.checkpoint.Fork;
import org.parley.proof.merkle.ConsistencyProof;
import org.parley.proof.merkle.TreeHasher;
import org.parley.proof.note.Ed25519;
import org.parley.proof.note.Note;
import org.parley.proof.note.SignerKey;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a witness and a mirror have in common: it remembers the last checkpoint of each log that it
 * took, and takes another only with the proof that the log only grew since. Comparing and keeping
 * is one commit. One that is signed and does not fit is refused and kept: two of them can convict.
 *
 * <p>Not thread safe; the node's lock guards it.
 */
final class Cosigning {
    /** Signed checkpoints that were refused; the first ones say all there is to say. */
    private static final int REFUSED_MAX = 100;

    private final String prefix;
    private final LogStore store;
    private final Peers peers;
    private final Ed25519 ed25519;
    private final List<SignerKey> keys;
    private final InstantSource clock;

    /**
     * @param prefix of the facts that this keeper writes: {@code witness/}, {@code pending/}
     * @param keys that sign what is taken; none when it is only remembered
     */
    Cosigning(
            String prefix,
            LogStore store,
            Peers peers,
            List<SignerKey> keys,
            Ed25519 ed25519,
            InstantSource clock) {
        this.prefix = prefix;
        this.store = store;
        this.peers = peers;
        this.keys = List.copyOf(keys);
        this.ed25519 = ed25519;
        this.clock = clock;
    }

    /** What became of an offer: a checkpoint that may be signed, or the refusal. */
    sealed interface Outcome {
        /**
         * The offer holds.
         *
         * @param lines what the keys say of it
         */
        record Taken(String lines) implements Outcome {}

        /** It does not; the reply says why. */
        record Refused(Reply reply) implements Outcome {}
    }

    /** The name of a log in paths and facts: SHA-256 of its origin, in hex (tlog-witness). */
    static String hash(String origin) {
        return Hash.of(origin.getBytes(StandardCharsets.UTF_8)).hex();
    }

    /** The last checkpoint that was taken of a log. */
    Optional<Note> last(String origin) {
        return lastOf(hash(origin));
    }

    /** The same, by the hash of the log's origin. */
    Optional<Note> lastOf(String originHash) {
        return store.fact(prefix + originHash).map(Note::parse);
    }

    /** Decides about one offer, in the order of tlog-witness. */
    Outcome offer(byte[] body) {
        AddCheckpoint asked;
        Checkpoint offered;
        try {
            asked = AddCheckpoint.parse(body);
            offered = Checkpoint.parse(asked.checkpoint().text());
        } catch (ProofException e) {
            return refused(Reply.BAD_REQUEST, e.getMessage());
        }
        if (peers.logKeys(offered.origin()).isEmpty()) {
            return refused(Reply.NOT_FOUND, "this log is not known here");
        }
        try {
            asked.checkpoint().open(peers.logKeys(offered.origin()), ed25519);
        } catch (ProofException e) {
            return refused(Reply.FORBIDDEN, e.getMessage());
        }
        if (asked.oldSize() > offered.size()) {
            return refused(Reply.BAD_REQUEST, "the old size is above the new one");
        }
        return compare(asked, offered);
    }

    private Outcome compare(AddCheckpoint asked, Checkpoint offered) {
        Optional<Note> before = last(offered.origin());
        Optional<Checkpoint> known = before.map(note -> Checkpoint.parse(note.text()));
        long size = known.map(Checkpoint::size).orElse(0L);
        Optional<Fork> fork = Histories.against(store, asked.checkpoint());
        if (fork.isPresent()) {
            convict(fork.get());
            return refused(
                    Reply.UNPROCESSABLE,
                    "another root was signed for size " + Checkpoint.of(fork.get().first()).size());
        }
        if (asked.oldSize() != size) {
            return new Outcome.Refused(Reply.text(Reply.CONFLICT, "text/x.tlog.size", size + "\n"));
        }
        try {
            grown(asked, offered, known);
        } catch (ProofException e) {
            keepRefused(asked.checkpoint(), offered);
            return refused(Reply.UNPROCESSABLE, e.getMessage());
        }
        String name = prefix + hash(offered.origin());
        byte[] bytes = asked.checkpoint().bytes();
        Optional<byte[]> old = store.fact(name);
        // Signed while the disk writes, and handed to nobody before it has written.
        Signing signing = Signing.begin(keys, asked.checkpoint(), clock);
        if (old.isEmpty() || !Arrays.equals(old.get(), bytes)) {
            store.commit(List.of(new Event.Fact(name, old.map(one -> Hash.of(one)), bytes)));
        }
        return new Outcome.Taken(signing.lines());
    }

    /** Whether the log only grew; nothing, or no proof, is before the first checkpoint. */
    private static void grown(AddCheckpoint asked, Checkpoint offered, Optional<Checkpoint> known) {
        if (asked.oldSize() == 0 || asked.oldSize() == offered.size()) {
            if (!asked.proof().isEmpty()) {
                throw new ProofException(Reason.PROOF_LENGTH, "nothing is to be proven here");
            }
            if (offered.size() == 0 && !offered.root().equals(TreeHasher.emptyRoot())) {
                throw new ProofException(Reason.ROOT, "an empty log has the root of nothing");
            }
            return;
        }
        ConsistencyProof.ofGrowth(asked.oldSize(), offered.size(), asked.proof())
                .verify(known.orElseThrow().root(), offered.root());
    }

    /** Keeps two signatures that contradict each other. */
    private void convict(Fork fork) {
        List<Event> events = Evidence.kept(store, fork);
        if (!events.isEmpty()) {
            store.commit(events);
        }
    }

    private void keepRefused(Note note, Checkpoint offered) {
        String of = "refused/" + hash(offered.origin()) + "/";
        if (store.facts(of).size() < REFUSED_MAX) {
            byte[] bytes = note.bytes();
            String name = of + Hash.of(bytes).hex();
            if (store.fact(name).isEmpty()) {
                store.commit(List.of(new Event.Fact(name, Optional.empty(), bytes)));
            }
        }
    }

    private static Outcome refused(int status, String why) {
        return new Outcome.Refused(Reply.text(status, why + "\n"));
    }
}
