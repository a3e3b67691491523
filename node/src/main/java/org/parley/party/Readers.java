// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import org.parley.exchange.Endpoints;
import org.parley.exchange.Sealing;
import org.parley.log.LogStore;
import org.parley.proof.canonical.Hash;
import org.parley.record.Wire;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who may have which body: the public ones everybody, sealed ones whoever they are sealed to. A
 * node takes only bodies that an entry it holds asks for. Not thread safe; the node's lock guards
 * it.
 */
final class Readers implements Endpoints.Bodies, Logbook.Bodies {
    static final String PUBLIC = "public";
    static final String PARTIES = "parties";
    static final String ADDRESSEE = "addressee";

    /** Entries that name the same body; more of them say nothing new. */
    private static final int NAMED_MAX = 100;

    private final LogStore store;
    private final Roster roster;
    private List<String> secrets;
    private Leaves leaves = new Leaves(Map.of(), ZoneOffset.UTC);
    private final Map<Hash, List<Entry>> named = new HashMap<>();

    /** Bodies that will not come: their authors erased them first. */
    private final Set<Hash> forgotten = new HashSet<>();

    /** By author, what may be missing; looked at again whenever it is asked for. */
    private final Map<String, Set<Hash>> missing = new HashMap<>();

    /**
     * @param secrets what opens bodies that are sealed to this node, the newest first
     */
    Readers(LogStore store, Roster roster, List<String> secrets) {
        this.store = store;
        this.roster = roster;
        this.secrets = List.copyOf(secrets);
    }

    /** A key came: bodies are sealed to it from now on, and others to those before it. */
    void secrets(List<String> now) {
        secrets = List.copyOf(now);
    }

    /** Who left gets no bodies of what is said from then on. */
    void leaves(Leaves now) {
        leaves = now;
    }

    /** An entry that is held: its body is welcome from now on. */
    void note(Entry entry) {
        file(entry.header())
                .ifPresent(hash -> {
                    List<Entry> all = named.computeIfAbsent(hash, one -> new ArrayList<>(1));
                    missing.computeIfAbsent(entry.party(), one -> new LinkedHashSet<>()).add(hash);
                    if (all.size() < NAMED_MAX) {
                        all.add(entry);
                    }
                });
    }

    /**
     * The hash under which a statement's body is handed over: of the ciphertext, if it is sealed.
     */
    static Optional<Hash> file(Wire.Header header) {
        return header.sealed().or(() -> Optional.of(header.body())).flatMap(NodeWords::hash);
    }

    /**
     * The entries that decide about a body. Anybody can name a hash that he has seen in another's
     * log; that neither opens a body of this party's own nor closes it.
     */
    private List<Entry> deciding(Hash hash) {
        List<Entry> all = named.getOrDefault(hash, List.of());
        List<Entry> own = all.stream().filter(one -> one.party().equals(roster.own())).toList();
        return own.isEmpty() ? all : own;
    }

    /** Its author erased it: nobody is asked for it any more. */
    void forget(Hash hash) {
        forgotten.add(hash);
    }

    /** The statements whose body has this name. */
    List<Entry> naming(Hash hash) {
        return List.copyOf(named.getOrDefault(hash, List.of()));
    }

    @Override
    public boolean wants(Hash hash) {
        return !store.isErased(hash)
                && !forgotten.contains(hash)
                && store.body(hash).isEmpty()
                && deciding(hash).stream().anyMatch(entry -> isFor(roster.own(), entry));
    }

    @Override
    public boolean mayRead(Optional<String> party, Hash hash) {
        return deciding(hash).stream()
                .anyMatch(entry ->
                        entry.header().audience().equals(PUBLIC)
                                || party.filter(who -> isFor(who, entry)).isPresent());
    }

    /** The bodies that this party names, that are for this node, and not held. */
    List<Hash> missing(String party) {
        Set<Hash> hashes = missing.getOrDefault(party, new LinkedHashSet<>());
        hashes.removeIf(hash -> !wants(hash));
        return List.copyOf(hashes);
    }

    /** Whether a party is among those a statement is for; its author always is. */
    boolean isFor(String party, Entry entry) {
        boolean speaks = roster.card(party).filter(card -> !card.witnessOnly()).isPresent();
        return switch (entry.header().audience()) {
            case PUBLIC -> speaks;
            case PARTIES -> speaks && !leaves.isOut(party, entry);
            case ADDRESSEE -> entry.party().equals(party) || entry.header().to().contains(party);
            default -> entry.party().equals(party);
        };
    }

    /** Whom to seal a body of that audience to. */
    List<String> readers(String audience, List<String> to, String made) {
        List<String> readers = new ArrayList<>();
        for (Card card : roster.cards()) {
            boolean reads =
                    card.name().equals(roster.own())
                            || audience.equals(PARTIES)
                                    && !card.witnessOnly()
                                    && !leaves.isOut(card.name(), made)
                            || audience.equals(ADDRESSEE) && to.contains(card.name());
            if (reads) {
                card.reader().ifPresent(readers::add);
            }
        }
        return readers;
    }

    @Override
    public Optional<byte[]> plain(Wire.Header header) {
        Optional<byte[]> file = file(header).flatMap(store::body);
        return header.sealed().isEmpty()
                ? file
                : file.flatMap(sealed ->
                        secrets.stream()
                                .flatMap(secret -> Sealing.open(sealed, secret).stream())
                                .findFirst());
    }
}
