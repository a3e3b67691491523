// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.exchange.Identity;
import org.parley.log.LogStore;
import org.parley.log.OwnLog;
import org.parley.proof.note.Note;
import org.parley.proof.note.SignatureLine;
import org.parley.proof.note.SignerKey;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The keys that a node speaks and signs with, and its own log under them. While keys change, new
 * offices sign from the announcement on, but log, copies and connections are signed with the keys
 * before until every other node can know the new ones. Kept under the node's lock, except for who
 * it is on connections.
 */
final class OwnKeys {
    private final Roster roster;
    private final LogStore store;
    private KeyRing ring;

    /** The keys that sign the log and cosign others' now. */
    private KeyRing signing;

    private volatile Identity identity;
    private OwnLog log;

    /**
     * @param ring all keys that the node has
     */
    OwnKeys(Roster roster, LogStore store, KeyRing ring) {
        this.roster = roster;
        this.store = store;
        this.ring = ring;
        this.signing = ring.signing(roster);
        this.identity = signing.identity();
        this.log = OwnLog.open(store, roster.ownCard().origin(), signing.log());
    }

    OwnLog log() {
        return log;
    }

    /** Who this node is on connections now. */
    Identity identity() {
        return identity;
    }

    /** The keys that sign the log and cosign others' now. */
    KeyRing signing() {
        return signing;
    }

    /** Keys that were just made, or that take the place of lost ones. */
    void add(KeyRing next) {
        ring = ring.with(next);
    }

    /** What opens bodies: of all keys that there are. */
    List<String> readers() {
        return ring.readers();
    }

    /** From here on only the newest keys are used. */
    void useNewest() {
        signing = ring.of(roster.ownCard());
        identity = signing.identity();
        reopen();
    }

    /** Reads the own log's end anew: entries came from elsewhere, or other keys sign it. */
    void reopen() {
        log = OwnLog.open(store, log.origin(), signing.log());
    }

    /** The ring of the newest card. */
    KeyRing newest() {
        return ring.of(roster.ownCard());
    }

    /** Whether the keys are here whose offices sign the next entry: not before a loss is told. */
    boolean canSpeak() {
        return ring.find(speakingCard()).isPresent();
    }

    /** The keys whose offices sign the next entry. */
    KeyRing speaking() {
        Card speaking = speakingCard();
        if (ring.find(speaking).isEmpty() && ring.find(roster.ownCard()).isPresent()) {
            throw new ParleyException(
                    Code.REFUSED,
                    Place.of(log.origin()),
                    "this node began anew, and its log does not say yet that the keys before were"
                            + " lost",
                    "get the log back with parley node recover, then: parley node lost --begun"
                            + " --since INDEX");
        }
        return ring.of(speaking);
    }

    private Card speakingCard() {
        long next = store.signed(log.origin());
        return roster.cardAt(roster.own(), next).orElseThrow();
    }

    /** A copy's checkpoint with this node's word, of now, that it holds all of it. */
    Note vouched(Note held, Instant now) {
        List<SignatureLine> others =
                held.signatures().stream()
                        .filter(line ->
                                signing.mirror().stream()
                                        .noneMatch(key -> key.verifier().isOf(line)))
                        .toList();
        Note note = new Note(held.text(), others);
        for (SignerKey key : signing.mirror()) {
            note = note.signedBy(key.cosign(note.text(), now.getEpochSecond()));
        }
        return note;
    }

    void requireOfficers(List<String> offices) {
        requireOfficers(roster, ring, offices);
    }

    /** As many different offices as the own card says. */
    static void requireOfficers(Roster roster, KeyRing ring, List<String> offices) {
        int needed = roster.ownCard().officers();
        if (offices.stream().distinct().count() < needed) {
            throw new ParleyException(
                    Code.REFUSED,
                    Place.of("--office"),
                    "released by " + offices.size() + " of " + needed + " officers",
                    "name "
                            + needed
                            + " different offices of "
                            + String.join(", ", ring.of(roster.ownCard()).offices()));
        }
    }

    /** One change of keys at a time. */
    void requireNoChange() {
        Optional<Long> index = roster.underWay(roster.own());
        if (index.isPresent()) {
            throw new ParleyException(
                    Code.CONFLICT,
                    Place.of(Entry.ref(roster.own(), index.get())),
                    "a change of keys is under way, and not every node has it yet",
                    "wait for the others, or parley node rotate --finish");
        }
    }
}
