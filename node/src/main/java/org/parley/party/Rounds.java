// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.exchange.Ask;
import org.parley.exchange.Carrier;
import org.parley.exchange.Download;
import org.parley.exchange.Reply;
import org.parley.exchange.Upload;
import org.parley.log.Event;
import org.parley.log.Head;
import org.parley.proof.ProofException;
import org.parley.proof.canonical.Hash;
import org.parley.proof.note.SignatureLine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a node does with each other node, again and again: has its log copied and cosigned, hands
 * over bodies, fetches what the other could not bring. Each step begins with what both hold, so a
 * round that broke off is simply done again. For one thread; the node's lock is taken only between
 * questions.
 */
public final class Rounds {
    /** A party that says nothing says so once a day. */
    static final Duration HEARTBEAT = Duration.ofDays(1);

    private static final int FETCHES_MAX = 4;

    /** What is fetched is held in memory until it is committed. */
    private static final long BYTES_AT_ONCE = 32 << 20;

    private final Node node;
    private final Carrier carrier;
    private final Handing handing;

    /** Who told, since the start, what it saw of this log. */
    private final Set<String> asked = new HashSet<>();

    /** Up to which index of the own log a peer has the bodies it may have. */
    private final Map<String, Long> bodiesSent = new HashMap<>();

    public Rounds(Node node, Carrier carrier) {
        this.node = node;
        this.carrier = carrier;
        this.handing = new Handing(node, carrier);
    }

    /** How one round with one peer went. */
    public record Round(String peer, Optional<ParleyException> problem) {}

    /** One round with everybody. */
    public List<Round> all() {
        if (node.roster().ownCard().witnessOnly()) {
            // A witness says nothing by itself: it is asked.
            return List.of();
        }
        askEverybody();
        node.sayHeads(HEARTBEAT);
        List<Round> rounds = node.roster().others().stream().map(this::with).toList();
        finishRotation();
        // Last, when those who were asked to cosign have done so.
        return rounds.stream().map(handing::after).toList();
    }

    /**
     * Before a node says anything by itself, others tell what they saw of its log: its store may
     * have been restored from an older copy. Whoever is out of reach is asked as soon as it is not.
     */
    private void askEverybody() {
        if (!asked.isEmpty()) {
            return;
        }
        for (Card peer : node.roster().others()) {
            try {
                ask(peer);
            } catch (ParleyException | ProofException e) {
                // The round with it will tell.
            }
        }
        for (Card peer : node.roster().others()) {
            if (node.isBehind() && !peer.witnessOnly()) {
                try {
                    recover(peer);
                } catch (ParleyException | ProofException e) {
                    // The round with it will tell.
                }
            }
        }
        node.begin();
    }

    private void ask(Card peer) {
        if (!asked.contains(peer.name())) {
            node.seen(peer.name(), Download.seen(carrier, peer.name(), node.origin()));
            asked.add(peer.name());
        }
    }

    /** Gets back from a peer's copy what the own store lost. */
    private void recover(Card peer) {
        Download copy =
                Download.ofCopy(
                        node.store(),
                        carrier,
                        peer.name(),
                        node.origin(),
                        node.roster().logKeysEver(node.origin()),
                        node.ed25519());
        node.recover(copy.next());
        bodiesSent.clear();
    }

    /**
     * New keys are used alone as soon as every other node can know them. Parties hold the entry
     * that announces them; a witness holds no entries, and is asked which card it believes.
     */
    private void finishRotation() {
        if (!node.awaitsParties() && node.roster().underWay(node.roster().own()).isPresent()) {
            try {
                for (Card peer : node.roster().others()) {
                    if (peer.witnessOnly() && !believesNewest(peer)) {
                        return;
                    }
                }
                node.finishRotation();
            } catch (ParleyException e) {
                if (e.code() == Code.STOPPED) {
                    throw e;
                }
                // A witness out of reach: the next round asks again.
            }
        }
    }

    private boolean believesNewest(Card witness) {
        Card own = node.roster().ownCard();
        Reply reply = carrier.ask(witness.name(), Ask.get(Roster.CARDS + own.name()));
        return reply.isOk() && reply.text().strip().equals(own.hash().toString());
    }

    /** One round with one peer. */
    public Round with(Card peer) {
        Round round = tried(peer);
        if (round.problem().filter(e -> e.code() == Code.CONFLICT).isPresent()) {
            // Its entries came in by its own round while this one fetched them: once more.
            round = tried(peer);
        }
        round.problem()
                .filter(e -> e.code() != Code.UNREACHABLE && e.code() != Code.CONFLICT)
                .ifPresent(e -> node.refused(peer.name(), "round", e.problem().in("en")));
        return round;
    }

    private Round tried(Card peer) {
        try {
            ask(peer);
            if (node.isBehind() && !peer.witnessOnly()) {
                recover(peer);
            }
            if (node.isBehind()) {
                throw node.problem().orElseThrow();
            }
            if (peer.witnessOnly()) {
                witness(peer);
            } else {
                send(peer);
                fetch(peer);
                // What was fetched may have been acknowledged: that is news for the other.
                send(peer);
            }
            return new Round(peer.name(), Optional.empty());
        } catch (ParleyException e) {
            if (e.code() == Code.STOPPED) {
                // The own disk failed: no peer's problem.
                throw e;
            }
            if (e.code() == Code.CONFLICT) {
                // It may have seen more of this log than is here: it is asked to show it.
                asked.remove(peer.name());
            }
            return new Round(peer.name(), Optional.of(e));
        } catch (ProofException e) {
            return new Round(
                    peer.name(),
                    Optional.of(
                            new ParleyException(
                                    Code.REFUSED,
                                    Place.of(peer.name()),
                                    Optional.ofNullable(e.getMessage()).orElse("a wrong proof"),
                                    "ask the party; nothing of it was taken")));
        }
    }

    private void witness(Card peer) {
        Head head = node.head();
        if (node.cosignedBy(peer.name()) < head.size()) {
            Upload upload = new Upload(node.store(), carrier, peer.name());
            node.keep(peer.name(), head, upload.witnessed(head, node.cosignedBy(peer.name())));
        }
    }

    private void send(Card peer) {
        Head head = node.head();
        long believed = node.cosignedBy(peer.name());
        if (believed < head.size() || head.size() == 0) {
            Upload upload = new Upload(node.store(), carrier, peer.name());
            List<SignatureLine> lines = upload.mirrored(head, believed);
            node.keep(peer.name(), head, lines);
        }
        sendBodies(peer, head.size());
    }

    /** Bodies of entries that the peer holds; of others it takes none. */
    private void sendBodies(Card peer, long until) {
        long from = bodiesSent.getOrDefault(peer.name(), 0L);
        for (Entry entry : node.readableBy(peer.name(), from)) {
            Optional<Hash> name = Readers.file(entry.header());
            Optional<byte[]> bytes = name.flatMap(hash -> node.store().body(hash));
            if (bytes.isPresent() && entry.index() < until) {
                Reply reply =
                        carrier.ask(peer.name(), Ask.put("/body/" + name.get().hex(), bytes.get()));
                if (!reply.isOk() && reply.status() != Reply.GONE) {
                    throw refused(peer, reply);
                }
            }
        }
        bodiesSent.put(peer.name(), until);
    }

    private void fetch(Card peer) {
        Download download =
                new Download(
                        node.store(),
                        carrier,
                        peer.name(),
                        peer.origin(),
                        node.roster(),
                        node.ed25519());
        // A log that grows with every question does not hold up the others.
        for (int i = 0; i < FETCHES_MAX; i++) {
            List<Event> events = download.next();
            if (events.isEmpty()) {
                break;
            }
            node.commit(events);
        }
        fetchBodies(peer, peer.name());
        // Only after a recovery are any of the own bodies missing.
        fetchBodies(peer, node.roster().own());
    }

    /** Many in one commit: one sync, and one receipt for all of them. */
    private void fetchBodies(Card peer, String author) {
        List<Event> came = new ArrayList<>();
        long bytes = 0;
        for (Hash hash : node.missingBodies(author)) {
            Reply reply = carrier.ask(peer.name(), Ask.get("/body/" + hash.hex()));
            if (reply.isOk() && Hash.of(reply.body()).equals(hash)) {
                came.add(new Event.Body(hash, reply.body()));
                bytes += reply.body().length;
            }
            if (bytes > BYTES_AT_ONCE) {
                node.commit(List.copyOf(came));
                came.clear();
                bytes = 0;
            }
        }
        if (!came.isEmpty()) {
            node.commit(List.copyOf(came));
        }
    }

    private static ParleyException refused(Card peer, Reply reply) {
        return new ParleyException(
                Code.REFUSED,
                Place.of(peer.name()),
                "a body was answered with " + reply.status(),
                "the next round tries again; if it goes on, compare rosters");
    }
}
