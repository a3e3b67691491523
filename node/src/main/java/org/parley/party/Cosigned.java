// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import org.parley.log.Event;
import org.parley.log.Head;
import org.parley.log.LogStore;
import org.parley.proof.ProofException;
import org.parley.proof.canonical.Hash;
import org.parley.proof.checkpoint.Checkpoint;
import org.parley.proof.note.Ed25519;
import org.parley.proof.note.Note;
import org.parley.proof.note.SignatureLine;
import org.parley.proof.note.SignerKey;
import org.parley.proof.note.Suite;
import org.parley.proof.note.VerifierKey;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What others signed about a log, kept so that it can be shown to anybody: for each party every
 * size it cosigned, and of the own log every line. Not thread safe; {@link Cosignings} guards it.
 */
final class Cosigned {
    private final LogStore store;
    private final String prefix;
    private final String origin;
    private final Roster roster;
    private final Ed25519 ed25519;

    /** Size by size, what each party cosigned; filled when it is first asked for. */
    private final Map<String, TreeMap<Long, byte[]>> bySize = new TreeMap<>();

    /** When, as far as it was asked for: pages ask often. */
    private final Map<String, Map<Long, Instant>> times = new TreeMap<>();

    /**
     * @param prefix of the facts that have it
     */
    Cosigned(LogStore store, String prefix, String origin, Roster roster, Ed25519 ed25519) {
        this.store = store;
        this.prefix = prefix;
        this.roster = roster;
        this.origin = origin;
        this.ed25519 = ed25519;
    }

    /**
     * Checks lines that a party gave for a head, and keeps them.
     *
     * @return when it cosigned, by its own clock
     * @throws ProofException when none is by a known key of the party, or one is wrong
     */
    Optional<Instant> keep(String party, Head head, List<SignatureLine> lines) {
        List<VerifierKey> keys = roster.cosigners(party);
        Note note = Note.of(Note.parse(head.checkpoint()).text());
        for (SignatureLine line : lines) {
            note = note.signedBy(line);
        }
        note.open(keys, ed25519);
        List<SignatureLine> known =
                lines.stream()
                        .filter(line -> keys.stream().anyMatch(key -> key.isOf(line)))
                        .toList();
        Note kept = new Note(note.text(), known);
        store.commit(List.of(fact(party, head.size(), kept)));
        learn(party, head.size(), kept);
        return time(kept, party);
    }

    /** What is to be committed so that it is kept. */
    Event fact(String party, long size, Note note) {
        String name = name(party, size);
        return new Event.Fact(name, store.fact(name).map(one -> Hash.of(one)), note.bytes());
    }

    /** It was committed. */
    void learn(String party, long size, Note note) {
        sizes(party).put(size, note.bytes());
        times.getOrDefault(party, new TreeMap<>()).remove(size);
    }

    private NavigableMap<Long, byte[]> sizes(String party) {
        return bySize.computeIfAbsent(
                party,
                name -> {
                    TreeMap<Long, byte[]> sizes = new TreeMap<>();
                    String mine = prefix + name + "/";
                    store.facts(mine)
                            .forEach((fact, note) ->
                                    sizes.put(Long.parseLong(fact.substring(mine.length())), note));
                    return sizes;
                });
    }

    private String name(String party, long size) {
        return prefix + party + "/" + String.format(Locale.ROOT, "%016d", size);
    }

    /** The size that a party cosigned last, as far as is known here. */
    long size(String party) {
        NavigableMap<Long, byte[]> sizes = sizes(party);
        return sizes.isEmpty() ? 0 : sizes.lastKey();
    }

    /** When each party first cosigned beyond this index. */
    Map<String, Instant> times(long index, List<Card> others) {
        Map<String, Instant> times = new TreeMap<>();
        for (Card card : others) {
            Long first = sizes(card.name()).higherKey(index);
            if (first != null) {
                at(card.name(), first).ifPresent(at -> times.put(card.name(), at));
            }
        }
        return times;
    }

    /** When a party cosigned at a size. */
    Optional<Instant> at(String party, long size) {
        Map<Long, Instant> known = times.computeIfAbsent(party, name -> new TreeMap<>());
        Optional<Instant> before = Optional.ofNullable(known.get(size));
        if (before.isPresent()) {
            return before;
        }
        Optional<Instant> at =
                Optional.ofNullable(sizes(party).get(size))
                        .flatMap(note -> time(Note.parse(note), party));
        at.ifPresent(found -> known.put(size, found));
        return at;
    }

    /** What a party cosigned beyond a size, each with the one line that says when. */
    NavigableMap<Long, Note> beyond(String party, long size) {
        NavigableMap<Long, Note> notes = new TreeMap<>();
        sizes(party)
                .tailMap(size, false)
                .forEach((at, bytes) -> {
                    Note note = Note.parse(bytes);
                    dated(note, party)
                            .ifPresent(line -> notes.put(at, new Note(note.text(), List.of(line))));
                });
        return notes;
    }

    private Optional<SignatureLine> dated(Note note, String party) {
        List<VerifierKey> keys = roster.cosignersEver(party);
        return note.signatures().stream()
                .filter(line ->
                        keys.stream()
                                .anyMatch(key ->
                                        key.suite() == Suite.ED25519_COSIGNATURE && key.isOf(line)))
                .findFirst();
    }

    /**
     * The keys of a card whose lines say when it held a log, or, a witness's, saw its head. ML-DSA
     * lines, ten times as long, stay with whom they were given to.
     */
    static List<VerifierKey> dated(Card card) {
        return (card.witnessOnly() ? card.witness() : card.mirror())
                .stream().filter(key -> key.suite() == Suite.ED25519_COSIGNATURE).toList();
    }

    private Optional<Instant> time(Note note, String party) {
        List<VerifierKey> keys = roster.cosignersEver(party);
        for (SignatureLine line : note.signatures()) {
            for (VerifierKey key : keys) {
                if (key.isOf(line) && key.suite() == Suite.ED25519_COSIGNATURE) {
                    return Optional.of(Instant.ofEpochSecond(key.time(line)));
                }
            }
        }
        return Optional.empty();
    }

    /** The own checkpoint as it is published: signed for later too, with all lines of its size. */
    Optional<byte[]> published(SignerKey postQuantum, List<Card> others, Instant now) {
        return store.head(origin)
                .map(head -> {
                    Note note = Note.parse(head.checkpoint());
                    Checkpoint checkpoint = Checkpoint.parse(note.text());
                    note = note.signedBy(checkpoint.signedBy(postQuantum, now.getEpochSecond()));
                    for (Card card : others) {
                        byte[] lines = sizes(card.name()).get(head.size());
                        if (lines != null) {
                            for (SignatureLine line : Note.parse(lines).signatures()) {
                                note = note.signedBy(line);
                            }
                        }
                    }
                    return note.bytes();
                });
    }
}
