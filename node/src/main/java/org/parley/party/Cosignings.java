// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import org.parley.exchange.Ask;
import org.parley.exchange.CosignedNotes;
import org.parley.exchange.Reply;
import org.parley.log.Event;
import org.parley.log.Head;
import org.parley.log.LogStore;
import org.parley.log.StoredTree;
import org.parley.proof.ProofException;
import org.parley.proof.ProofException.Reason;
import org.parley.proof.canonical.Hash;
import org.parley.proof.checkpoint.Checkpoint;
import org.parley.proof.merkle.TreeRange;
import org.parley.proof.note.Ed25519;
import org.parley.proof.note.Note;
import org.parley.proof.note.SignatureLine;
import org.parley.proof.note.VerifierKey;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Who signed when that a log had come so far: of the own log what others answered, of any other
 * what its author hands over, so that both sides of a statement can show the same. What is handed
 * over is believed for the cosigner's key and the tree that is held here, never for who brings it.
 * Thread safe; it takes no other lock than the store's.
 */
final class Cosignings {
    private static final String OWN = "cosigned/";

    /** The facts with what was handed over, by log. */
    static final String HANDED = "handed/";

    private static final String PATH = "/cosigned/";

    private final LogStore store;
    private final Roster roster;
    private final Ed25519 ed25519;
    private final Map<String, Cosigned> logs = new TreeMap<>();
    private long changes;

    Cosignings(LogStore store, Roster roster, Ed25519 ed25519) {
        this.store = store;
        this.roster = roster;
        this.ed25519 = ed25519;
    }

    private String own() {
        return roster.ownCard().origin();
    }

    private Cosigned of(String origin) {
        return logs.computeIfAbsent(
                origin,
                log ->
                        new Cosigned(
                                store,
                                log.equals(own()) ? OWN : HANDED + hash(log) + "/",
                                log,
                                roster,
                                ed25519));
    }

    private static String hash(String origin) {
        return Hash.of(origin.getBytes(StandardCharsets.UTF_8)).hex();
    }

    /** Keeps what a party answered about the own log; when it cosigned, by its own clock. */
    synchronized Optional<Instant> keep(String party, Head head, List<SignatureLine> lines) {
        changes++;
        return of(own()).keep(party, head, lines);
    }

    /** The own log, as it is published. */
    synchronized Cosigned ownLog() {
        return of(own());
    }

    /** The size of the own log that a party cosigned last, as far as is known here. */
    synchronized long size(String party) {
        return of(own()).size(party);
    }

    /** Grows with everything that is learnt. */
    synchronized long changes() {
        return changes;
    }

    /** When each of these first signed that the entry was there. */
    synchronized Map<String, Instant> times(Entry entry, List<Card> others) {
        return roster.card(entry.party())
                .map(card -> of(card.origin()).times(entry.index(), others))
                .orElse(Map.of());
    }

    /** How far each party that is known here cosigned a log, as far as is known here. */
    synchronized Map<String, Long> sizes(String origin) {
        Map<String, Long> sizes = new TreeMap<>();
        for (Card card : roster.cards()) {
            if (!card.origin().equals(origin)) {
                sizes.put(card.name(), of(origin).size(card.name()));
            }
        }
        return sizes;
    }

    /** What is held beyond the sizes that somebody holds, of the parties that it names. */
    synchronized List<Note> beyond(String origin, Map<String, Long> held, int max) {
        List<Note> notes = new ArrayList<>();
        held.forEach((party, size) ->
                of(origin).beyond(party, size).values().stream()
                        .limit(max - notes.size())
                        .forEach(notes::add));
        return notes;
    }

    /** All that is held of a log, as a courier carries it. */
    byte[] all(String origin) {
        Map<String, Long> none = new TreeMap<>(sizes(origin));
        none.replaceAll((party, size) -> 0L);
        return CosignedNotes.format(beyond(origin, none, Integer.MAX_VALUE));
    }

    /**
     * Keeps what somebody shows of a log, as far as its entries are held. Of a party nothing is
     * kept beyond a note whose key is not known yet: what is missing is then asked for again.
     *
     * @throws ProofException when a line is wrong or of another history; nothing is kept then
     */
    synchronized void take(String origin, List<Note> notes) {
        long held = store.signed(origin);
        List<Event> events = new ArrayList<>();
        List<Seen> kept = new ArrayList<>();
        Set<String> stopped = new HashSet<>();
        for (Note note : notes) {
            Checkpoint checkpoint = Checkpoint.of(note);
            if (!checkpoint.origin().equals(origin)) {
                throw new ProofException(Reason.ORIGIN, checkpoint.origin() + ", not " + origin);
            }
            Optional<Seen> seen = seen(origin, note, checkpoint.size());
            if (seen.isEmpty() || seen.get().size() > held || seen.get().size() == 0) {
                stopped.addAll(named(note));
            } else if (!stopped.contains(seen.get().party()) && isNews(origin, seen.get())) {
                requireHeld(origin, checkpoint);
                kept.add(seen.get());
                events.add(of(origin).fact(seen.get().party(), checkpoint.size(), seen.get().note));
            }
        }
        if (!events.isEmpty()) {
            store.commit(events);
            kept.forEach(one -> of(origin).learn(one.party(), one.size(), one.note()));
            changes++;
        }
    }

    /**
     * A note with the one line that says when.
     *
     * @param at as the party says
     */
    private record Seen(String party, long size, Note note, Instant at) {}

    private Optional<Seen> seen(String origin, Note note, long size) {
        for (Card card : roster.everyCard()) {
            if (card.origin().equals(origin)) {
                continue;
            }
            for (VerifierKey key : Cosigned.dated(card)) {
                for (SignatureLine line : note.signatures()) {
                    if (key.isOf(line)) {
                        Note one = new Note(note.text(), List.of(line));
                        one.open(List.of(key), ed25519);
                        Instant at = Instant.ofEpochSecond(key.time(line));
                        return Optional.of(new Seen(card.name(), size, one, at));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** The parties whose keys bear the names under which a note is signed. */
    private List<String> named(Note note) {
        return roster.cards().stream()
                .filter(card ->
                        Cosigned.dated(card).stream()
                                .anyMatch(key ->
                                        note.signatures().stream()
                                                .anyMatch(line -> line.name().equals(key.name()))))
                .map(Card::name)
                .toList();
    }

    /** Of two times under one size the earlier stays: the later one proves less. */
    private boolean isNews(String origin, Seen seen) {
        return of(origin)
                .at(seen.party(), seen.size())
                .filter(at -> !at.isAfter(seen.at()))
                .isEmpty();
    }

    private void requireHeld(String origin, Checkpoint checkpoint) {
        Hash root = TreeRange.of(checkpoint.size(), new StoredTree(store, origin)).root();
        if (!root.equals(checkpoint.root())) {
            throw ProofException.of(
                    Reason.ROOT, "cosigned at " + checkpoint.size(), root, checkpoint.root());
        }
    }

    /** Where what is known of a log beyond some sizes is asked for. */
    static String path(String origin, Map<String, Long> held) {
        StringBuilder path = new StringBuilder(path(origin));
        held.forEach((party, size) -> path.append('/').append(party).append('.').append(size));
        return path.toString();
    }

    /** Where what is known of a log is handed over. */
    static String path(String origin) {
        return PATH + hash(origin);
    }

    /** {@code GET} and {@code PUT} under {@code /cosigned/}; empty for any other question. */
    Optional<Reply> answer(Ask ask) {
        if (!ask.path().startsWith(PATH)) {
            return Optional.empty();
        }
        String[] parts = ask.path().substring(PATH.length()).split("/", -1);
        Optional<String> origin =
                roster.cards().stream()
                        .map(Card::origin)
                        .filter(log -> hash(log).equals(parts[0]))
                        .findFirst();
        try {
            if (origin.isPresent() && ask.method().equals("GET")) {
                List<Note> notes = beyond(origin.get(), sizes(parts, 1), CosignedNotes.NOTES_MAX);
                return Optional.of(Reply.bytes(CosignedNotes.format(notes)));
            }
            if (origin.isPresent() && ask.method().equals("PUT")) {
                return Optional.of(put(origin.get(), ask.body()));
            }
        } catch (ProofException e) {
            return Optional.of(Reply.text(Reply.UNPROCESSABLE, e.getMessage() + "\n"));
        }
        return Optional.of(Reply.text(Reply.NOT_FOUND, "nothing here\n"));
    }

    private Reply put(String origin, byte[] body) {
        List<Note> notes = CosignedNotes.parse(body);
        if (notes.size() > CosignedNotes.NOTES_MAX) {
            return Reply.text(Reply.TOO_LARGE, "at most " + CosignedNotes.NOTES_MAX + " notes\n");
        }
        take(origin, notes);
        StringBuilder told = new StringBuilder();
        sizes(origin).forEach((party, size) -> told.append(party + "." + size).append('\n'));
        return Reply.text(Reply.OK, told.toString());
    }

    /** Sizes as {@code NAME.SIZE}. */
    static Map<String, Long> sizes(String[] words, int from) {
        Map<String, Long> sizes = new TreeMap<>();
        for (int i = from; i < words.length; i++) {
            int dot = words[i].lastIndexOf('.');
            if (dot < 1 || !words[i].substring(dot + 1).matches("[0-9]{1,18}")) {
                throw new ProofException(Reason.FORM, "a name and a size");
            }
            sizes.put(words[i].substring(0, dot), Long.parseLong(words[i].substring(dot + 1)));
        }
        return sizes;
    }
}
