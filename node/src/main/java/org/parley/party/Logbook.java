// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.log.LogStore;
import org.parley.party.Entry.Fault;
import org.parley.proof.canonical.CanonicalJson;
import org.parley.proof.canonical.Hash;
import org.parley.proof.canonical.Json;
import org.parley.proof.canonical.MalformedException;
import org.parley.proof.canonical.StatementText;
import org.parley.proof.note.Ed25519;
import org.parley.proof.note.VerifierKey;
import org.parley.record.Wire;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Every statement of every log that a node holds, with what others said about it. It follows the
 * store: {@link #refresh} reads what came since. Not thread safe; the node's lock guards it.
 */
final class Logbook {
    private final LogStore store;
    private final Map<String, String> parties;
    private final Signatures signatures;
    private final Bodies bodies;

    private final Texts texts;

    private final Map<String, List<Entry>> byParty = new TreeMap<>();
    private final Map<String, Entry> byId = new HashMap<>();

    /** By party, the acts that count: few among many, and asked for after all news. */
    private final Map<String, List<Entry>> acts = new HashMap<>();

    private final Map<String, Map<String, Receipt>> receipts = new HashMap<>();
    private final Map<String, List<Entry>> about = new HashMap<>();
    private final List<Entry> unread = new ArrayList<>();

    /** By the hash in the header, who said that they erased that body. */
    private final Map<String, List<Erasure.Said>> erasures = new HashMap<>();

    private final List<Erasure.Said> newErasures = new ArrayList<>();

    /** Kinds that speak about other statements. */
    private static final Set<String> ABOUT =
            Set.of("acknowledge", "accept", "dispute", "clarify", "erase");

    /** Who may sign for whom. */
    interface Signatures {
        /** What is wrong with the signatures at that index of a party's log. */
        Optional<Fault> fault(String party, long index, Ahead.Leaf leaf);
    }

    /** Reads the leaves of a party's log from an index on. */
    interface Texts {
        List<Optional<Ahead.Leaf>> read(
                String party, long first, List<byte[]> leaves, Ahead.Expected expected);
    }

    /** What a body says. */
    interface Bodies {
        /** The bytes that the header's hash names; empty when they are not at hand. */
        Optional<byte[]> plain(Wire.Header header);
    }

    /**
     * When a party received a statement, and where it says so.
     *
     * @param at as the receiver says
     */
    record Receipt(String party, Instant at, Entry said) {}

    /**
     * @param parties the party that writes the log of an origin, in the order of reading
     */
    private Logbook(
            LogStore store,
            Map<String, String> parties,
            Texts texts,
            Signatures signatures,
            Bodies bodies) {
        this.store = store;
        this.parties = Collections.unmodifiableMap(new LinkedHashMap<>(parties));
        this.texts = texts;
        this.signatures = signatures;
        this.bodies = bodies;
    }

    /** The logs of a roster's parties. */
    static Logbook of(LogStore store, Roster roster, Bodies bodies, Ed25519 ed25519) {
        Map<String, String> parties = new LinkedHashMap<>();
        // The own log first: it says whom people here believe, and others' entries need that.
        Card self = roster.ownCard();
        if (!self.witnessOnly()) {
            parties.put(self.origin(), self.name());
        }
        roster.cards().stream()
                .filter(card -> !card.witnessOnly())
                .forEach(card -> parties.put(card.origin(), card.name()));
        return new Logbook(
                store,
                parties,
                (party, first, leaves, expected) ->
                        Ahead.read(
                                roster.card(party).map(Card::origin).orElse(""),
                                first,
                                leaves,
                                expected,
                                roster.card(party).map(Card::offices).orElse(List.of()),
                                ed25519),
                (party, index, leaf) -> fault(roster, party, index, leaf, ed25519),
                bodies);
    }

    private static Optional<Fault> fault(
            Roster roster, String party, long index, Ahead.Leaf leaf, Ed25519 ed25519) {
        StatementText text = leaf.text();
        boolean aboutKeys = leaf.header().kind().equals(KeyWords.KIND);
        Optional<Card> card = roster.cardAt(party, index);
        if (card.isEmpty()) {
            return Optional.of(Fault.UNSIGNED);
        }
        if (aboutKeys && KeyWords.step(text).filter(KeyWords.LOST::equals).isPresent()) {
            return KeyWords.lost(roster, party, index, text, ed25519);
        }
        List<VerifierKey> offices = card.get().offices();
        Ahead.Signed signed =
                leaf.signed()
                        .filter(known -> known.offices().equals(offices))
                        .orElseGet(() -> Ahead.Signed.of(text, offices, ed25519));
        if (!isSigned(card.get(), text, signed)) {
            boolean old =
                    roster.everyCard().stream()
                            .filter(one -> one.name().equals(party))
                            .filter(one -> one.version() < card.get().version())
                            .anyMatch(one -> isSigned(one, text, ed25519));
            return Optional.of(old ? Fault.OLD_KEY : Fault.UNSIGNED);
        }
        return aboutKeys ? KeyWords.heard(roster, party, index, text, ed25519) : Optional.empty();
    }

    /** Whether enough offices of the party signed it, and none of them wrongly. */
    static boolean isSigned(Card card, StatementText text, Ed25519 ed25519) {
        return isSigned(card, text, Ahead.Signed.of(text, card.offices(), ed25519));
    }

    private static boolean isSigned(Card card, StatementText text, Ahead.Signed signed) {
        // What a node says by itself needs no second officer: nobody decided it.
        String kind = Wire.Header.of(text).kind();
        boolean routine =
                kind.equals("acknowledge")
                        || kind.equals("heads")
                        || kind.equals(KeyWords.KIND) && KeyWords.isRoutine(text);
        int needed = routine ? 1 : card.officers();
        return signed.signers().filter(signers -> signers.size() >= needed).isPresent();
    }

    /** Reads what came since the last time; the new entries in their order, log by log. */
    List<Entry> refresh() {
        return refresh(Ahead.Expected.NONE);
    }

    /**
     * The same.
     *
     * @param expected what was read already of entries that came
     */
    List<Entry> refresh(Ahead.Expected expected) {
        List<Entry> fresh = new ArrayList<>();
        parties.forEach((origin, party) -> {
            List<Entry> known = byParty.computeIfAbsent(party, p -> new ArrayList<>());
            long size = store.signed(origin);
            while (known.size() < size) {
                long from = known.size();
                long until = Math.min(size, from + LogStore.ENTRIES_READ_MAX);
                List<byte[]> leaves = store.entries(origin, from, until);
                List<Optional<Ahead.Leaf>> read = texts.read(party, from, leaves, expected);
                for (int i = 0; i < read.size(); i++) {
                    Entry entry = entry(party, known.size(), leaves.get(i), read.get(i));
                    known.add(entry);
                    fresh.add(entry);
                    keep(entry);
                }
            }
        });
        fresh.stream().filter(Entry::counts).filter(Logbook::isAbout).forEach(unread::add);
        // A body comes after its entry; what it says about others is noted when it is there.
        unread.removeIf(this::noted);
        return fresh;
    }

    /**
     * One that counts takes the place of one that does not: a copy in another's log hides nothing.
     */
    private void keep(Entry entry) {
        Entry before = byId.get(entry.name());
        if (before == null || !before.counts() && entry.counts()) {
            byId.put(entry.name(), entry);
        }
        if (entry.counts() && entry.header().kind().equals("act")) {
            acts.computeIfAbsent(entry.party(), one -> new ArrayList<>()).add(entry);
        }
    }

    private boolean isCounted(Hash id) {
        Entry before = byId.get(id.toString());
        return before != null && before.counts();
    }

    private Entry entry(String party, long index, byte[] leaf, Optional<Ahead.Leaf> read) {
        if (read.isEmpty()) {
            StatementText none = StatementText.of(Json.object(Map.of()));
            return new Entry(
                    party,
                    index,
                    Hash.of(leaf),
                    none,
                    Wire.Header.of(none),
                    Optional.of(Fault.MALFORMED));
        }
        StatementText text = read.get().text();
        Wire.Header header = read.get().header();
        Hash id = read.get().id();
        Optional<Fault> fault = Optional.empty();
        if (!header.from().equals(party)) {
            fault = Optional.of(Fault.OTHER_AUTHOR);
        } else if (isCounted(id)) {
            fault = Optional.of(Fault.REPEATED);
        } else {
            fault = signatures.fault(party, index, read.get());
        }
        return new Entry(party, index, id, text, header, fault);
    }

    private static boolean isAbout(Entry entry) {
        return ABOUT.contains(entry.header().kind());
    }

    /** Keeps what an entry says about others, if its body is at hand. */
    private boolean noted(Entry entry) {
        Optional<Json.Obj> body = body(entry);
        body.ifPresent(said -> {
            if (entry.header().kind().equals("acknowledge")) {
                NodeWords.acknowledged(said).ifPresent(words -> noteReceipts(entry, words));
            }
            if (entry.header().kind().equals("erase")) {
                NodeWords.erased(said).ifPresent(words -> noteErasure(entry, words));
            }
            for (String key : List.of("re", "about")) {
                NodeWords.text(said, key)
                        .ifPresent(id ->
                                about.computeIfAbsent(id, one -> new ArrayList<>()).add(entry));
            }
        });
        return body.isPresent();
    }

    private void noteErasure(Entry entry, NodeWords.Erased words) {
        Erasure.Said said =
                new Erasure.Said(
                        entry.party(), entry.ref(), words.of().toString(), words.re(), words.why());
        erasures.computeIfAbsent(said.body(), one -> new ArrayList<>()).add(said);
        newErasures.add(said);
    }

    /** What was noted about erased bodies since this was asked last. */
    List<Erasure.Said> newErasures() {
        List<Erasure.Said> fresh = List.copyOf(newErasures);
        newErasures.clear();
        return fresh;
    }

    /** Who said that they erased what an entry says. */
    List<Erasure.Said> erasures(Entry entry) {
        return List.copyOf(erasures.getOrDefault(entry.header().body(), List.of()));
    }

    private void noteReceipts(Entry entry, NodeWords.Acknowledged words) {
        for (String id : words.of()) {
            about.computeIfAbsent(id, one -> new ArrayList<>()).add(entry);
            if (words.step().equals(NodeWords.RECEIVED)) {
                words.at().ifPresent(at -> receive(id, entry, at));
            }
        }
    }

    /**
     * The receipt that stands first in its log stands: a later one cannot move a deadline. Bodies
     * come in any order, so the order of reading decides nothing.
     */
    private void receive(String id, Entry entry, Instant at) {
        receipts.computeIfAbsent(id, one -> new TreeMap<>())
                .merge(
                        entry.party(),
                        new Receipt(entry.party(), at, entry),
                        (one, other) -> one.said().index() <= other.said().index() ? one : other);
    }

    /** The parties whose logs these are. */
    List<String> parties() {
        return List.copyOf(byParty.keySet());
    }

    /** A party's statements in the order of its log. */
    List<Entry> of(String party) {
        return byParty.getOrDefault(party, List.of());
    }

    /** A party's acts that count, in the order of its log. */
    List<Entry> acts(String party) {
        return acts.getOrDefault(party, List.of());
    }

    /** The same; an unknown name is told. */
    Entry required(String name) {
        return find(name)
                .orElseThrow(() ->
                        new ParleyException(
                                Code.UNKNOWN_REF,
                                Place.of(name),
                                "no statement of that name is held here",
                                "see: parley node status"));
    }

    /** By id ({@code sha256:…}) or local name ({@code XA/17}). */
    Optional<Entry> find(String name) {
        Entry byName = byId.get(name);
        if (byName != null) {
            return Optional.of(byName);
        }
        int slash = name.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        try {
            int index = Integer.parseInt(name.substring(slash + 1));
            List<Entry> entries = of(name.substring(0, slash));
            return index >= 0 && index < entries.size()
                    ? Optional.of(entries.get(index))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Who said that they received it, by party. */
    Map<String, Receipt> receipts(Entry entry) {
        return receipts.getOrDefault(entry.name(), Map.of());
    }

    /** What was said about it: acknowledgements, acceptances, disputes, clarifications. */
    List<Entry> about(Entry entry) {
        return about(entry.name());
    }

    /** The same of whatever has an id. */
    List<Entry> about(String id) {
        return List.copyOf(about.getOrDefault(id, List.of()));
    }

    /** What an entry says, if its body is at hand and is what the header names. */
    Optional<Json.Obj> body(Entry entry) {
        return bodies.plain(entry.header())
                .flatMap(bytes -> {
                    if (!Hash.of(bytes).toString().equals(entry.header().body())) {
                        return Optional.empty();
                    }
                    try {
                        return CanonicalJson.read(bytes) instanceof Json.Obj body
                                ? Optional.of(body)
                                : Optional.empty();
                    } catch (MalformedException e) {
                        return Optional.empty();
                    }
                });
    }
}
