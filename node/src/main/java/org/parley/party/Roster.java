// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.exchange.Ask;
import org.parley.exchange.HttpsCarrier;
import org.parley.exchange.Peers;
import org.parley.exchange.Reply;
import org.parley.proof.canonical.Hash;
import org.parley.proof.note.Note;
import org.parley.proof.note.VerifierKey;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The cards that a node believes: for each party that speaks under the agreement, and for each
 * neutral witness, the first one, which people compared, and those that followed it by its own key.
 * Which keys an entry needs depends on where it lies in its log. Thread safe: connections ask while
 * the node learns of new cards.
 */
public final class Roster implements Peers {
    /** Where a node says which card of somebody it believes: its hash. */
    static final String CARDS = "/card/";

    private final String own;
    private final Map<String, CardLine> byName = new TreeMap<>();

    private final List<Loss> losses = new ArrayList<>();

    /** The later cards as they were signed, by hash. */
    private final Map<Hash, byte[]> signed = new HashMap<>();

    /**
     * @param own the name of the node that this is
     */
    Roster(String own, Collection<Card> cards) {
        this.own = own;
        cards.stream()
                .sorted(Comparator.comparingInt(Card::version))
                .forEach(card ->
                        byName.merge(
                                card.name(),
                                new CardLine(card),
                                (line, next) -> {
                                    line.follow(card);
                                    return line;
                                }));
    }

    private synchronized <T> Stream<T> ofAll(Function<CardLine, Stream<T>> what) {
        return byName.values().stream().flatMap(what).toList().stream();
    }

    private synchronized Optional<CardLine> line(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** What parties compare by voice: SHA-256 over all newest cards in the order of their names. */
    public Hash hash() {
        StringBuilder all = new StringBuilder();
        cards().forEach(card -> all.append(card.hash()).append('\n'));
        return Hash.of(all.toString().getBytes(StandardCharsets.UTF_8));
    }

    public String own() {
        return own;
    }

    /** The newest of each. */
    public List<Card> cards() {
        return ofAll(line -> Stream.of(line.newest())).toList();
    }

    /** All that were ever believed, the first ones first. */
    public List<Card> everyCard() {
        return ofAll(line -> line.all().stream()).toList();
    }

    public Optional<Card> card(String name) {
        return line(name).map(CardLine::newest);
    }

    Card ownCard() {
        return card(own).orElseThrow();
    }

    /**
     * The card of this node whose keys sign now: until the others have the newest, the one before.
     */
    Card signingCard() {
        return line(own).orElseThrow().accepted().getFirst();
    }

    /** The entry of the own log that announced keys which are not used yet. */
    public Optional<Long> underWay(String name) {
        return line(name).flatMap(CardLine::underWay);
    }

    /**
     * Believes the card that follows the one believed now.
     *
     * @param bytes the signed card
     * @throws ParleyException when the key of the one before did not sign it
     */
    Card take(byte[] bytes, Place from) {
        String name = Card.read(bytes, from).name();
        synchronized (this) {
            CardLine line =
                    line(name)
                            .orElseThrow(() ->
                                    new ParleyException(
                                            Code.UNKNOWN_PARTY,
                                            from,
                                            "no card of \"" + name + "\" is believed here",
                                            "enrol its first card, and compare it by voice"));
            Card known = Card.read(bytes, from);
            if (line.all().stream().noneMatch(one -> one.hash().equals(known.hash()))) {
                line.follow(Card.readSuccessor(bytes, line.newest(), from));
                signed.put(known.hash(), bytes.clone());
            }
            return known;
        }
    }

    /**
     * Believes a card that no key before it signed, because people say so.
     *
     * @throws ParleyException when it does not say which card it comes after, or that one is not
     *     the newest believed here
     */
    synchronized Card replace(byte[] bytes, Place from) {
        Card card = Card.read(bytes, from);
        if (!knows(card)) {
            CardLine line =
                    line(card.name())
                            .filter(one -> card.follows(one.newest()))
                            .orElseThrow(() -> Card.doesNotFollow(from));
            line.follow(card);
            signed.put(card.hash(), bytes.clone());
        }
        return card;
    }

    /** Who asks which card of somebody is believed here; empty for any other question. */
    Optional<Reply> answer(Ask ask) {
        if (!ask.method().equals("GET") || !ask.path().startsWith(CARDS)) {
            return Optional.empty();
        }
        return card(ask.path().substring(CARDS.length()))
                .map(card -> Reply.text(Reply.OK, card.hash() + "\n"))
                .or(() -> Optional.of(Reply.text(Reply.NOT_FOUND, "nothing here\n")));
    }

    /** A card that was taken, as it was signed. */
    synchronized Optional<byte[]> signed(Card card) {
        return Optional.ofNullable(signed.get(card.hash())).map(byte[]::clone);
    }

    /** The entry of its log from which on a party's newest card holds; it is in no log yet. */
    public Optional<Long> since(String name) {
        return line(name).flatMap(CardLine::since);
    }

    /** Its author's log announces a card at that index: its offices sign what comes after. */
    synchronized void announced(String name, Hash card, long index) {
        line(name).ifPresent(line -> line.announced(card, index));
    }

    /**
     * A witness reads no logs: it learns that a key of a log is out of use when it has seen the log
     * signed by the one that came after it.
     *
     * @param last the last checkpoint of a log that was taken
     */
    synchronized void retireSeen(Function<String, Optional<Note>> last) {
        for (CardLine line : byName.values()) {
            if (line.accepted().size() > 1 && !line.newest().name().equals(own)) {
                last.apply(line.newest().origin()).ifPresent(line::seen);
            }
        }
    }

    /** Its author says that somebody else may have signed its entries in this range. */
    synchronized void lost(String name, long since, long until) {
        losses.add(new Loss(name, since, until));
    }

    /**
     * Entries of a party's log that somebody else may have signed, by the party's own word.
     *
     * @param since the first of them
     * @param until the entry that says so
     */
    record Loss(String party, long since, long until) {}

    synchronized List<Loss> losses() {
        return List.copyOf(losses);
    }

    /** Whether this card is believed already, or was. */
    synchronized boolean knows(Card card) {
        return line(card.name())
                .filter(line -> line.all().stream().anyMatch(one -> one.hash().equals(card.hash())))
                .isPresent();
    }

    /** Its author says that it uses the new keys only. */
    synchronized void done(String name, long index) {
        line(name).ifPresent(line -> line.done(index));
    }

    /** The card whose offices sign the entry at an index of a party's log. */
    synchronized Optional<Card> cardAt(String name, long index) {
        return line(name).map(line -> line.at(index));
    }

    /** The parties that speak, this one among them. */
    List<String> parties() {
        return cards().stream().filter(card -> !card.witnessOnly()).map(Card::name).toList();
    }

    /** Everybody but this node: parties first, then witnesses. */
    List<Card> others() {
        List<Card> others = new ArrayList<>(cards());
        others.sort(Comparator.comparing(Card::witnessOnly));
        others.removeIf(card -> card.name().equals(own));
        return others;
    }

    /**
     * How many others have to have cosigned an entry before it counts as settled: with one other,
     * that one; with more, more than half of them, so that any two such groups share a member. The
     * owner never counts.
     */
    public int quorum(String party) {
        return quorum(party, name -> false);
    }

    /**
     * The same for one entry.
     *
     * @param isOut who had left when it was said
     */
    int quorum(String party, Predicate<String> isOut) {
        long others =
                cards().stream()
                        .map(Card::name)
                        .filter(name -> !name.equals(party) && !isOut.test(name))
                        .count();
        return others <= 1 ? 1 : (int) (others / 2 + 1);
    }

    @Override
    public List<VerifierKey> logKeys(String origin) {
        return keys(line -> line.isOf(origin) ? line.accepted() : List.of(), Card::log);
    }

    /** The keys that may have signed a log at any time. */
    List<VerifierKey> logKeysEver(String origin) {
        return keys(line -> line.isOf(origin) ? line.all() : List.of(), Card::log);
    }

    @Override
    public Optional<String> party(String origin) {
        return ofAll(line -> Stream.of(line.newest()).filter(card -> line.isOf(origin)))
                .map(Card::name)
                .findFirst();
    }

    private List<VerifierKey> keys(
            Function<CardLine, List<Card>> cards, Function<Card, List<VerifierKey>> keys) {
        Set<VerifierKey> all = new LinkedHashSet<>();
        ofAll(line -> cards.apply(line).stream()).forEach(card -> all.addAll(keys.apply(card)));
        return List.copyOf(all);
    }

    @Override
    public List<VerifierKey> cosigners(String party) {
        return keys(
                line -> line.newest().name().equals(party) ? line.accepted() : List.of(),
                Roster::cosigners);
    }

    /** The keys with which a party cosigned at any time. */
    List<VerifierKey> cosignersEver(String party) {
        return keys(
                line -> line.newest().name().equals(party) ? line.all() : List.of(),
                Roster::cosigners);
    }

    private static List<VerifierKey> cosigners(Card card) {
        return Stream.concat(card.mirror().stream(), card.witness().stream()).toList();
    }

    @Override
    public List<VerifierKey> all() {
        return keys(
                CardLine::all,
                card -> Stream.concat(card.log().stream(), cosigners(card).stream()).toList());
    }

    /** The party that a connection's key belongs to. */
    public Optional<String> byPin(Hash pin) {
        return ofAll(line -> line.accepted().stream().filter(card -> card.tls().equals(pin)))
                .map(Card::name)
                .findFirst();
    }

    /** Where a party's node listens, if its card says so. */
    public Optional<HttpsCarrier.Peer> peer(String party) {
        return line(party)
                .flatMap(line ->
                        line.newest()
                                .address()
                                .map(address -> {
                                    int colon = address.lastIndexOf(':');
                                    return new HttpsCarrier.Peer(
                                            address.substring(0, colon),
                                            Integer.parseInt(address.substring(colon + 1)),
                                            line.pins());
                                }));
    }
}
