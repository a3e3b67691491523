// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.exchange.Ask;
import org.parley.exchange.Carrier;
import org.parley.exchange.CosignedNotes;
import org.parley.exchange.Reply;
import org.parley.proof.ProofException;
import org.parley.proof.note.Note;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Shows other parties who cosigned the own log when, and asks them for the same of theirs: a proof
 * that a statement was there in time must not be its author's alone. At the first meeting a node
 * also asks for what others hold of its own log, for its store may have been restored. For one
 * thread.
 */
final class Handing {
    private final Node node;
    private final Carrier carrier;

    /** What each peer said that it holds of the own log. */
    private final Map<String, Map<String, Long>> told = new HashMap<>();

    private final Set<String> gaveBack = new HashSet<>();

    Handing(Node node, Carrier carrier) {
        this.node = node;
        this.carrier = carrier;
    }

    /** After a round with a peer in which nothing went wrong. */
    Rounds.Round after(Rounds.Round round) {
        Optional<Card> peer = node.roster().card(round.peer()).filter(card -> !card.witnessOnly());
        if (round.problem().isPresent() || peer.isEmpty()) {
            return round;
        }
        try {
            with(peer.get());
            return round;
        } catch (ParleyException e) {
            if (e.code() == Code.STOPPED) {
                throw e;
            }
            return new Rounds.Round(round.peer(), Optional.of(e));
        } catch (ProofException e) {
            node.refused(round.peer(), "cosigned", String.valueOf(e.getMessage()));
            return new Rounds.Round(
                    round.peer(),
                    Optional.of(
                            new ParleyException(
                                    Code.REFUSED,
                                    Place.of(round.peer()),
                                    "cosignatures that do not hold: " + e.getMessage(),
                                    "ask the party; none of them was taken")));
        }
    }

    private void with(Card peer) {
        if (!gaveBack.contains(peer.name())) {
            Map<String, Long> none = new TreeMap<>(node.cosignings().sizes(node.origin()));
            none.replaceAll((party, size) -> 0L);
            fetch(peer, node.origin(), none);
            gaveBack.add(peer.name());
        }
        give(peer);
        fetch(peer, peer.origin(), node.cosignings().sizes(peer.origin()));
    }

    private void give(Card peer) {
        Cosignings all = node.cosignings();
        Optional<Map<String, Long>> held = Optional.ofNullable(told.get(peer.name()));
        while (true) {
            List<Note> more =
                    held.map(sizes -> all.beyond(node.origin(), sizes, CosignedNotes.NOTES_MAX))
                            .orElse(List.of());
            if (held.isPresent() && more.isEmpty()) {
                return;
            }
            Reply reply =
                    carrier.ask(
                            peer.name(),
                            Ask.put(Cosignings.path(node.origin()), CosignedNotes.format(more)));
            if (!reply.isOk()) {
                return;
            }
            Map<String, Long> now =
                    Cosignings.sizes(reply.text().lines().toArray(String[]::new), 0);
            told.put(peer.name(), now);
            if (Optional.of(now).equals(held)) {
                // It does not know a key yet, or has fewer entries; the next round goes on.
                return;
            }
            held = Optional.of(now);
        }
    }

    private void fetch(Card peer, String origin, Map<String, Long> from) {
        Map<String, Long> held = new TreeMap<>(from);
        while (true) {
            Reply reply = carrier.ask(peer.name(), Ask.get(Cosignings.path(origin, held)));
            if (!reply.isOk()) {
                return;
            }
            List<Note> notes = CosignedNotes.parse(reply.body());
            node.cosignings().take(origin, notes);
            Map<String, Long> now = node.cosignings().sizes(origin);
            if (notes.size() < CosignedNotes.NOTES_MAX || now.equals(held)) {
                return;
            }
            held.putAll(now);
        }
    }
}
