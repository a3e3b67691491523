// SPDX-License-Identifier: Apache-2.0
package org.parley.log;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.proof.ProofException;
import org.parley.proof.canonical.Hash;
import org.parley.proof.checkpoint.Checkpoint;
import org.parley.proof.merkle.TreeHasher;
import org.parley.proof.merkle.TreeRange;
import org.parley.proof.note.Note;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a journal's records add up to. The same code applies them when they are committed and when
 * the journal is read again. Guarded by the store's lock.
 */
final class Contents {
    private final TreeMap<String, HeldLog> logs = new TreeMap<>();
    private final Map<Hash, Lies> bodies = new HashMap<>();
    private final Set<Hash> erased = new HashSet<>();
    private final TreeMap<String, byte[]> facts = new TreeMap<>();
    private final TreeHasher hasher = new TreeHasher();

    /** Where bytes lie in the journal. */
    record Lies(long place, int length) {}

    Map<String, HeldLog> logs() {
        return logs;
    }

    HeldLog log(String origin) {
        return logs.computeIfAbsent(origin, HeldLog::new);
    }

    Optional<HeldLog> find(String origin) {
        return Optional.ofNullable(logs.get(origin));
    }

    Map<Hash, Lies> bodies() {
        return bodies;
    }

    Set<Hash> erased() {
        return erased;
    }

    TreeMap<String, byte[]> facts() {
        return facts;
    }

    /**
     * Whether these events follow from what is held.
     *
     * @throws ParleyException {@code CONFLICT} for the first that does not
     */
    void check(List<Event> events) {
        Map<String, TreeRange> grown = new HashMap<>();
        Map<String, Optional<Hash>> known = new HashMap<>();
        for (Event event : events) {
            switch (event) {
                case Event.Entries entries -> check(entries, grown);
                case Event.Fact(var name, var was, var bytes) -> {
                    requireName(name);
                    if (bytes.length > LogStore.FACT_BYTES_MAX) {
                        throw conflict(name, "a fact of " + bytes.length + " bytes");
                    }
                    Optional<Hash> before =
                            known.getOrDefault(
                                    name,
                                    Optional.ofNullable(facts.get(name)).map(one -> Hash.of(one)));
                    if (!before.equals(was)) {
                        throw conflict(name, "something else stands there by now");
                    }
                    known.put(name, Optional.of(Hash.of(bytes)));
                }
                case Event.Body(var hash, var bytes) -> {
                    if (bytes.length > LogStore.BODY_BYTES_MAX || !Hash.of(bytes).equals(hash)) {
                        throw conflict(hash.toString(), "the bytes are not what the name says");
                    }
                }
                case Event.Erased gone -> {
                    // Erasing what is not held is done already.
                }
            }
        }
    }

    /**
     * The same events without bodies that need no room: those held already, and those erased before
     * or by these very events. What is written once is overwritten once; a second copy of an erased
     * body would stay on the disk.
     */
    List<Event> withoutIdleBodies(List<Event> events) {
        Set<Hash> idle = new HashSet<>(erased);
        for (Event event : events) {
            if (event instanceof Event.Erased(var hash)) {
                idle.add(hash);
            }
        }
        List<Event> kept = new ArrayList<>(events.size());
        for (Event event : events) {
            boolean needless =
                    event instanceof Event.Body(var hash, var bytes)
                            && (bodies.containsKey(hash) || !idle.add(hash));
            if (!needless) {
                kept.add(event);
            }
        }
        return kept;
    }

    /** Names are read back from the disk; what does not come back the same is no name. */
    private static void requireName(String name) {
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        if (utf8.length > LogStore.NAME_BYTES_MAX
                || !new String(utf8, StandardCharsets.UTF_8).equals(name)) {
            throw conflict(
                    name.substring(0, Math.min(name.length(), 40)),
                    "a name of " + utf8.length + " bytes, or not Unicode");
        }
    }

    private void check(Event.Entries event, Map<String, TreeRange> grown) {
        requireName(event.origin());
        TreeRange range =
                grown.computeIfAbsent(
                        event.origin(),
                        origin ->
                                find(origin)
                                        .map(log -> log.range().copy())
                                        .orElseGet(TreeRange::new));
        if (event.first() != range.size()) {
            throw conflict(
                    event.origin(),
                    "entries from " + event.first() + " on, where " + range.size() + " are held");
        }
        for (byte[] entry : event.entries()) {
            if (entry.length > LogStore.ENTRY_BYTES_MAX) {
                throw conflict(event.origin(), "an entry of " + entry.length + " bytes");
            }
            range.append(hasher.leaf(entry));
        }
        event.checkpoint()
                .ifPresent(note -> {
                    if (!covers(note, event.origin(), range)) {
                        throw conflict(event.origin(), "the checkpoint is not of these entries");
                    }
                });
    }

    private static boolean covers(byte[] note, String origin, TreeRange range) {
        try {
            Checkpoint checkpoint = Checkpoint.parse(Note.parse(note).text());
            return checkpoint.origin().equals(origin)
                    && checkpoint.size() == range.size()
                    && checkpoint.root().equals(range.root());
        } catch (ProofException e) {
            return false;
        }
    }

    private static ParleyException conflict(String where, String what) {
        return new ParleyException(
                Code.CONFLICT, Place.of(where), what, "read what is held, then decide anew");
    }

    /**
     * Takes in a record that is on the disk.
     *
     * @param place of its content, {@code behind} of the bodies after it
     */
    void apply(byte[] content, long place, long behind) {
        for (RecordCodec.Part part : RecordCodec.read(content, hasher::leaf)) {
            apply(part, place, behind);
        }
    }

    void apply(RecordCodec.Part part, long place, long behind) {
        switch (part) {
            case RecordCodec.Part.Entries(var origin, var first, var at, var leaves, var note) -> {
                HeldLog log = log(origin);
                for (int i = 0; i < at.length; i++) {
                    log.add(place + at[i], leaves[i]);
                }
                note.ifPresent(log::checkpointed);
            }
            case RecordCodec.Part.Body(var hash, var from, var length) -> {
                if (!erased.contains(hash)) {
                    bodies.put(hash, new Lies(behind + from, length));
                }
            }
            case RecordCodec.Part.Erased(var hash) -> erased.add(hash);
            case RecordCodec.Part.Fact(var name, var was, var bytes) -> facts.put(name, bytes);
        }
    }
}
