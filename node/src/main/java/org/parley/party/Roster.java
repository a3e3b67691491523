// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import org.parley.exchange.HttpsCarrier;
import org.parley.exchange.Peers;
import org.parley.proof.canonical.Hash;
import org.parley.proof.note.VerifierKey;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The cards that a node believes: one for each party that speaks under the agreement, and one for
 * each neutral witness. Immutable; a new card makes a new roster.
 */
public final class Roster implements Peers {
    private final String own;
    private final Map<String, Card> byName;

    /**
     * @param own the name of the node that this is
     */
    Roster(String own, Collection<Card> cards) {
        this.own = own;
        this.byName = new TreeMap<>();
        cards.forEach(card -> byName.put(card.name(), card));
    }

    /** What parties compare by voice: SHA-256 over all cards in the order of their names. */
    public Hash hash() {
        StringBuilder all = new StringBuilder();
        byName.values().forEach(card -> all.append(card.hash()).append('\n'));
        return Hash.of(all.toString().getBytes(StandardCharsets.UTF_8));
    }

    public String own() {
        return own;
    }

    public List<Card> cards() {
        return List.copyOf(byName.values());
    }

    public Optional<Card> card(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    Card ownCard() {
        return card(own).orElseThrow();
    }

    /** The parties that speak, this one among them. */
    List<String> parties() {
        return byName.values().stream()
                .filter(card -> !card.witnessOnly())
                .map(Card::name)
                .toList();
    }

    /** Everybody but this node: parties first, then witnesses. */
    List<Card> others() {
        List<Card> others = new ArrayList<>();
        byName.values().stream().filter(card -> !card.witnessOnly()).forEach(others::add);
        byName.values().stream().filter(Card::witnessOnly).forEach(others::add);
        others.removeIf(card -> card.name().equals(own));
        return others;
    }

    /**
     * How many others have to have cosigned an entry before it counts as settled: with one other,
     * that one; with more, more than half of them, so that any two such groups share a member. The
     * owner never counts.
     */
    public int quorum(String party) {
        long others = byName.values().stream().filter(card -> !card.name().equals(party)).count();
        return others <= 1 ? 1 : (int) (others / 2 + 1);
    }

    @Override
    public List<VerifierKey> logKeys(String origin) {
        return byOrigin(origin).map(Card::log).orElse(List.of());
    }

    @Override
    public Optional<String> party(String origin) {
        return byOrigin(origin).map(Card::name);
    }

    private Optional<Card> byOrigin(String origin) {
        return byName.values().stream().filter(card -> card.origin().equals(origin)).findFirst();
    }

    @Override
    public List<VerifierKey> cosigners(String party) {
        List<VerifierKey> keys = new ArrayList<>();
        card(party)
                .ifPresent(card -> {
                    keys.addAll(card.mirror());
                    keys.addAll(card.witness());
                });
        return keys;
    }

    @Override
    public List<VerifierKey> all() {
        List<VerifierKey> keys = new ArrayList<>();
        byName.values()
                .forEach(card -> {
                    keys.addAll(card.log());
                    keys.addAll(card.mirror());
                    keys.addAll(card.witness());
                });
        return keys;
    }

    /** The party that a connection's key belongs to. */
    public Optional<String> byPin(Hash pin) {
        return byName.values().stream()
                .filter(card -> card.tls().equals(pin))
                .map(Card::name)
                .findFirst();
    }

    /** Where a party's node listens, if its card says so. */
    public Optional<HttpsCarrier.Peer> peer(String party) {
        return card(party)
                .flatMap(card ->
                        card.address()
                                .map(address -> {
                                    int colon = address.lastIndexOf(':');
                                    return new HttpsCarrier.Peer(
                                            address.substring(0, colon),
                                            Integer.parseInt(address.substring(colon + 1)),
                                            card.tls());
                                }));
    }
}
