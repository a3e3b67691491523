// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.log.Event;
import org.parley.log.LogStore;
import org.parley.log.StoredTree;
import org.parley.proof.ProofException;
import org.parley.proof.ProofException.Reason;
import org.parley.proof.canonical.Hash;
import org.parley.proof.checkpoint.Checkpoint;
import org.parley.proof.merkle.TreeRange;
import org.parley.proof.note.Ed25519;
import org.parley.proof.note.Note;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether a node may go on with its log. A store that was restored from an older copy does not know
 * what was signed since; signing again would be a second history, by accident. So others are asked
 * what they saw, and a checkpoint of theirs that the own key signed is believed, and nothing else.
 * Not thread safe; the node's lock guards it.
 */
final class Resuming {
    /** A checkpoint by the own key that the own log does not lead to. */
    private static final String SEEN = "resume/seen";

    private static final String RESTORED = "resume/restored";
    private static final byte[] YES = "yes\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NO = "no\n".getBytes(StandardCharsets.UTF_8);

    private final LogStore store;
    private final String origin;
    private final Roster roster;
    private final Ed25519 ed25519;
    private final Set<String> unasked;
    private boolean begun;
    private Optional<ParleyException> lost = Optional.empty();

    Resuming(LogStore store, Roster roster, Ed25519 ed25519) {
        this.store = store;
        this.origin = roster.ownCard().origin();
        this.roster = roster;
        this.ed25519 = ed25519;
        this.unasked = new TreeSet<>(roster.others().stream().map(Card::name).toList());
        this.begun = unasked.isEmpty();
        judge();
    }

    /** Whoever restores a store from a copy writes this before a node opens it. */
    static void markRestored(LogStore store) {
        write(store, RESTORED, YES);
    }

    private static void write(LogStore store, String name, byte[] bytes) {
        Optional<Hash> was = store.fact(name).map(one -> Hash.of(one));
        store.commit(List.of(new Event.Fact(name, was, bytes)));
    }

    /** Why nothing may be signed now. */
    Optional<ParleyException> problem() {
        boolean restored =
                store.fact(RESTORED).filter(is -> Hash.of(is).equals(Hash.of(YES))).isPresent();
        return lost.isPresent() || !restored
                ? lost
                : Optional.of(
                        problem(
                                "the store was restored from a copy, and these were not asked yet: "
                                        + String.join(", ", unasked)));
    }

    /** Whether the log is longer than it is held here, or another. */
    boolean isBehind() {
        return lost.isPresent();
    }

    /** Whether the node may say things by itself: everybody was asked, or is out of reach. */
    boolean speaksByItself() {
        return begun && problem().isEmpty();
    }

    /** Whether others may see the log: what was signed on an older copy stays here. */
    boolean isShown() {
        return begun && !isBehind();
    }

    /** Everybody was asked as far as possible. */
    void begin() {
        begun = true;
    }

    /** A peer answered what it saw. */
    void asked(String peer) {
        if (unasked.remove(peer) && unasked.isEmpty()) {
            goOn();
        }
    }

    /** By the word of a person who knows that nobody has more. */
    void goOn() {
        if (store.fact(RESTORED).isPresent()) {
            write(store, RESTORED, NO);
        }
    }

    /**
     * A checkpoint of the own log that a peer showed.
     *
     * @throws ProofException when the own key did not sign it: then it says nothing
     */
    void seen(Note note) {
        note.open(roster.logKeysEver(origin), ed25519);
        Checkpoint checkpoint = Checkpoint.of(note);
        if (!checkpoint.origin().equals(origin)) {
            throw new ProofException(Reason.ORIGIN, checkpoint.origin());
        }
        long worst = store.fact(SEEN).map(one -> Checkpoint.of(Note.parse(one)).size()).orElse(-1L);
        boolean worse = lost.isEmpty() || checkpoint.size() > worst;
        if (worse && judged(checkpoint).isPresent()) {
            write(store, SEEN, note.bytes());
            judge();
        }
    }

    /** Looks again, after more of the log was got back. */
    void judge() {
        lost = store.fact(SEEN).flatMap(one -> judged(Checkpoint.of(Note.parse(one))));
    }

    private Optional<ParleyException> judged(Checkpoint seen) {
        long held = store.held(origin);
        if (seen.size() > held) {
            return Optional.of(
                    problem(
                            "its key signed "
                                    + seen.size()
                                    + " entries, of which "
                                    + held
                                    + " are held here; it was restored from an older copy"));
        }
        Hash root = TreeRange.of(seen.size(), new StoredTree(store, origin)).root();
        return root.equals(seen.root())
                ? Optional.empty()
                : Optional.of(problem("its key signed another history of " + seen.size()));
    }

    private ParleyException problem(String what) {
        return new ParleyException(
                Code.CONFLICT,
                Place.of(origin),
                what,
                "nothing is signed until the log is got back: parley node recover");
    }
}
