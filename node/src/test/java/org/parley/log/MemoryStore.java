// SPDX-License-Identifier: Apache-2.0
package org.parley.log;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.proof.ProofException;
import org.parley.proof.canonical.Hash;
import org.parley.proof.checkpoint.Checkpoint;
import org.parley.proof.merkle.TreeRange;
import org.parley.proof.note.Note;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The contract of a store, said as plainly as possible: nothing outlives the process. */
public final class MemoryStore implements LogStore {
    private final Map<String, Log> logs = new TreeMap<>();
    private final Map<Hash, byte[]> bodies = new HashMap<>();
    private final Set<Hash> erased = new HashSet<>();
    private final TreeMap<String, byte[]> facts = new TreeMap<>();

    private static final class Log {
        final List<byte[]> entries = new ArrayList<>();
        final Map<Integer, List<byte[]>> hashes = new HashMap<>();
        final TreeRange range = new TreeRange();
        Optional<Head> head = Optional.empty();
    }

    @Override
    public synchronized void commit(List<Event> events) {
        check(events);
        events.forEach(this::apply);
    }

    private void check(List<Event> events) {
        Map<String, Long> held = new HashMap<>();
        Map<String, List<byte[]>> grown = new HashMap<>();
        Map<String, Optional<Hash>> known = new HashMap<>();
        for (Event event : events) {
            switch (event) {
                case Event.Entries(
                                var origin,
                                var first,
                                var entries,
                                var checkpoint,
                                var again) -> {
                    long before = held.getOrDefault(origin, held(origin));
                    requireName(origin);
                    if (first != before
                            || entries.stream().anyMatch(one -> one.length > ENTRY_BYTES_MAX)) {
                        throw conflict(origin, "entries from " + first + ", held " + before);
                    }
                    held.put(origin, first + entries.size());
                    List<byte[]> all =
                            grown.computeIfAbsent(
                                    origin, name -> new ArrayList<>(log(name).entries));
                    all.addAll(entries);
                    if (checkpoint.isPresent() && !covers(checkpoint.get(), origin, all)) {
                        throw conflict(origin, "the checkpoint is of something else");
                    }
                }
                case Event.Fact(var name, var was, var bytes) -> {
                    requireName(name);
                    if (bytes.length > FACT_BYTES_MAX) {
                        throw conflict(name, "too long");
                    }
                    Optional<Hash> before =
                            known.getOrDefault(name, fact(name).map(one -> Hash.of(one)));
                    if (!before.equals(was)) {
                        throw conflict(name, "it was " + before + ", not " + was);
                    }
                    known.put(name, Optional.of(Hash.of(bytes)));
                }
                case Event.Body(var hash, var bytes) -> {
                    if (bytes.length > BODY_BYTES_MAX || !Hash.of(bytes).equals(hash)) {
                        throw conflict(hash.toString(), "the bytes are something else");
                    }
                }
                case Event.Erased gone -> {
                    // Erasing what is not there is done already.
                }
            }
        }
    }

    private Log log(String origin) {
        return Optional.ofNullable(logs.get(origin)).orElseGet(Log::new);
    }

    private static void requireName(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > NAME_BYTES_MAX
                || !new String(bytes, StandardCharsets.UTF_8).equals(name)) {
            throw conflict("name", "no name");
        }
    }

    private static boolean covers(byte[] note, String origin, List<byte[]> entries) {
        TreeRange range = new TreeRange();
        entries.forEach(entry -> range.appendEntry(entry, (level, index, hash) -> {}));
        try {
            Checkpoint checkpoint = Checkpoint.parse(Note.parse(note).text());
            return checkpoint.equals(new Checkpoint(origin, range.size(), range.root()));
        } catch (ProofException e) {
            return false;
        }
    }

    private static ParleyException conflict(String place, String what) {
        return new ParleyException(Code.CONFLICT, Place.of(place), what, "read again, then decide");
    }

    private void apply(Event event) {
        switch (event) {
            case Event.Entries(var origin, var first, var entries, var checkpoint, var again) -> {
                Log log = logs.computeIfAbsent(origin, name -> new Log());
                for (byte[] entry : entries) {
                    log.entries.add(entry);
                    log.range.appendEntry(
                            entry,
                            (level, index, hash) -> {
                                if (level % 8 == 0) {
                                    log.hashes
                                            .computeIfAbsent(level / 8, l -> new ArrayList<>())
                                            .add(hash);
                                }
                            });
                }
                checkpoint.ifPresent(note ->
                        log.head =
                                Optional.of(
                                        new Head(
                                                origin, log.range.size(), log.range.root(), note)));
            }
            case Event.Body(var hash, var bytes) -> {
                if (!erased.contains(hash)) {
                    bodies.put(hash, bytes);
                }
            }
            case Event.Erased(var hash) -> {
                bodies.remove(hash);
                erased.add(hash);
            }
            case Event.Fact(var name, var was, var bytes) -> facts.put(name, bytes);
        }
    }

    @Override
    public synchronized List<String> origins() {
        return List.copyOf(logs.keySet());
    }

    @Override
    public synchronized Optional<Head> head(String origin) {
        return Optional.ofNullable(logs.get(origin)).flatMap(log -> log.head);
    }

    @Override
    public synchronized long held(String origin) {
        return Optional.ofNullable(logs.get(origin)).map(log -> log.range.size()).orElse(0L);
    }

    @Override
    public synchronized List<byte[]> entries(String origin, long from, long until) {
        if (from < 0 || until > held(origin) || from > until || until - from > ENTRIES_READ_MAX) {
            throw new IndexOutOfBoundsException(origin + " " + from + " to " + until);
        }
        return from == until
                ? List.of()
                : List.copyOf(logs.get(origin).entries.subList((int) from, (int) until));
    }

    @Override
    public synchronized byte[] tile(String origin, int level, long index, int width) {
        List<byte[]> hashes =
                Optional.ofNullable(logs.get(origin))
                        .map(log -> log.hashes.getOrDefault(level, List.of()))
                        .orElse(List.of());
        long from = index * 256;
        if (index < 0
                || width < 1
                || width > 256
                || index > hashes.size()
                || from + width > hashes.size()) {
            throw new IndexOutOfBoundsException(origin + " tile " + level + "/" + index);
        }
        ByteArrayOutputStream tile = new ByteArrayOutputStream();
        hashes.subList((int) from, (int) from + width).forEach(tile::writeBytes);
        return tile.toByteArray();
    }

    @Override
    public synchronized Optional<byte[]> body(Hash hash) {
        return Optional.ofNullable(bodies.get(hash));
    }

    @Override
    public synchronized boolean isErased(Hash hash) {
        return erased.contains(hash);
    }

    @Override
    public synchronized Optional<byte[]> fact(String name) {
        return Optional.ofNullable(facts.get(name));
    }

    @Override
    public synchronized Map<String, byte[]> facts(String prefix) {
        Map<String, byte[]> found = new TreeMap<>();
        facts.tailMap(prefix)
                .forEach((name, bytes) -> {
                    if (name.startsWith(prefix)) {
                        found.put(name, bytes);
                    }
                });
        return found;
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
