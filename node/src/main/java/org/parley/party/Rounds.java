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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a node does with each other node, again and again: has its log copied and cosigned, hands
 * over bodies, fetches what the other could not bring. Each step begins with what both hold, so a
 * round that broke off is simply done again. For one thread; the node's lock is taken only between
 * questions.
 */
public final class Rounds {
    /** A party that says nothing says so once a day. */
    static final Duration HEARTBEAT = Duration.ofDays(1);

    private final Node node;
    private final Carrier carrier;

    /** Up to which index of the own log a peer has the bodies it may have. */
    private final Map<String, Long> bodiesSent = new HashMap<>();

    public Rounds(Node node, Carrier carrier) {
        this.node = node;
        this.carrier = carrier;
    }

    /** How one round with one peer went. */
    public record Round(String peer, Optional<ParleyException> problem) {}

    /** One round with everybody. */
    public List<Round> all() {
        if (node.roster().ownCard().witnessOnly()) {
            // A witness says nothing by itself: it is asked.
            return List.of();
        }
        node.sayHeads(HEARTBEAT);
        return node.roster().others().stream().map(this::with).toList();
    }

    /** One round with one peer. */
    public Round with(Card peer) {
        try {
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
        sendBodies(peer);
    }

    private void sendBodies(Card peer) {
        long from = bodiesSent.getOrDefault(peer.name(), 0L);
        long until = node.head().size();
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
                new Download(node.store(), carrier, peer.name(), peer.origin(), peer.log());
        while (true) {
            List<Event> events = download.next();
            if (events.isEmpty()) {
                break;
            }
            node.commit(events);
        }
        for (Hash hash : node.missingBodies(peer.name())) {
            Reply reply = carrier.ask(peer.name(), Ask.get("/body/" + hash.hex()));
            if (reply.isOk() && Hash.of(reply.body()).equals(hash)) {
                node.commit(List.of(new Event.Body(hash, reply.body())));
            }
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
