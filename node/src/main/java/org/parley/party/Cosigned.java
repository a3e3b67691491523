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
 * What others signed about one's own log, kept so that it can be shown to anybody: for each party
 * every size it cosigned, and for the newest size every line. Not thread safe; the node's lock
 * guards it.
 */
final class Cosigned {
    private static final String PREFIX = "cosigned/";

    private final LogStore store;
    private final String origin;
    private final Roster roster;
    private final Ed25519 ed25519;

    /** Size by size, what each party cosigned; filled when it is first asked for. */
    private final Map<String, TreeMap<Long, byte[]>> bySize = new TreeMap<>();

    Cosigned(LogStore store, String origin, Roster roster, Ed25519 ed25519) {
        this.store = store;
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
        String name = name(party, head.size());
        Optional<byte[]> before = store.fact(name);
        store.commit(List.of(new Event.Fact(name, before.map(one -> Hash.of(one)), kept.bytes())));
        sizes(party).put(head.size(), kept.bytes());
        return time(kept, party);
    }

    private NavigableMap<Long, byte[]> sizes(String party) {
        return bySize.computeIfAbsent(
                party,
                name -> {
                    TreeMap<Long, byte[]> sizes = new TreeMap<>();
                    String prefix = PREFIX + name + "/";
                    store.facts(prefix)
                            .forEach((fact, note) ->
                                    sizes.put(
                                            Long.parseLong(fact.substring(prefix.length())), note));
                    return sizes;
                });
    }

    private static String name(String party, long size) {
        return PREFIX + party + "/" + String.format(Locale.ROOT, "%016d", size);
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
            Map.Entry<Long, byte[]> first = sizes(card.name()).higherEntry(index);
            if (first != null) {
                time(Note.parse(first.getValue()), card.name())
                        .ifPresent(at -> times.put(card.name(), at));
            }
        }
        return times;
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
