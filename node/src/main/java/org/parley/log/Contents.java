// SPDX-License-Identifier: Apache-2.0
package org.parley.log;

import org.parley.ParleyException;
import org.parley.proof.canonical.Hash;
import org.parley.proof.merkle.TreeHasher;
import org.parley.proof.merkle.TreeRange;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a journal's records add up to. The same code applies them when they are committed and when
 * the journal is read again. Guarded by the store's lock.
 */
final class Contents {
    /** So many entries at most lie behind the last checkpoint that stands in the journal. */
    private static final int UNKEPT_MAX = 64;

    private final TreeMap<String, HeldLog> logs = new TreeMap<>();

    /** The logs by their number in short forms; empty where two have the same. */
    private final Map<Integer, Optional<HeldLog>> numbered = new HashMap<>();

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
        return logs.computeIfAbsent(origin, this::begin);
    }

    private HeldLog begin(String origin) {
        HeldLog log = new HeldLog(origin);
        int number = RecordCodec.number(origin);
        numbered.put(number, numbered.containsKey(number) ? Optional.empty() : Optional.of(log));
        return log;
    }

    /** The log with that number in short forms. */
    Optional<HeldLog> numbered(int number) {
        return numbered.getOrDefault(number, Optional.empty());
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

    NavigableMap<String, byte[]> facts() {
        return facts;
    }

    /**
     * Whether these events follow from what is held.
     *
     * @throws ParleyException {@code CONFLICT} for the first that does not
     */
    void check(List<Event> events) {
        new Following(
                        origin ->
                                find(origin)
                                        .map(log -> log.range().copy())
                                        .orElseGet(TreeRange::new),
                        name -> Optional.ofNullable(facts.get(name)).map(one -> Hash.of(one)))
                .check(events);
    }

    /**
     * The same events without what needs no room. Bodies that are held already, and those erased
     * before or by these very events: what is written once is overwritten once, and a second copy
     * of an erased body would stay on the disk. And checkpoints of the own log but for some, when
     * entries come one by one.
     */
    List<Event> toKeep(List<Event> events) {
        Set<Hash> idle = new HashSet<>(erased);
        for (Event event : events) {
            if (event instanceof Event.Erased(var hash)) {
                idle.add(hash);
            }
        }
        List<Event> kept = new ArrayList<>(events.size());
        boolean once = events.stream().filter(Event.Entries.class::isInstance).count() == 1;
        for (Event event : events) {
            if (event instanceof Event.Entries more) {
                kept.add(once && isShort(more) ? more : more.kept());
                continue;
            }
            boolean needless =
                    event instanceof Event.Body(var hash, var bytes)
                            && (bodies.containsKey(hash) || !idle.add(hash));
            if (!needless) {
                kept.add(event);
            }
        }
        return kept;
    }

    private boolean isShort(Event.Entries event) {
        return RecordCodec.isShort(event)
                && find(event.origin())
                        .filter(log ->
                                numbered(RecordCodec.number(event.origin()))
                                        .equals(Optional.of(log)))
                        .filter(log -> log.signed() == log.size() && log.kept().isPresent())
                        .filter(log -> log.sinceKept() < UNKEPT_MAX - 1)
                        .isPresent();
    }

    /** The checkpoints that were given out and do not stand in the journal, as events that do. */
    List<Event> unkept() {
        List<Event> events = new ArrayList<>();
        for (HeldLog log : logs.values()) {
            log.head()
                    .filter(head -> log.sinceKept() > 0 && head.size() == log.size())
                    .ifPresent(head ->
                            events.add(
                                    new Event.Entries(
                                            head.origin(),
                                            head.size(),
                                            List.of(),
                                            Optional.of(head.checkpoint()))));
        }
        return events;
    }

    /**
     * Takes in a record that is on the disk.
     *
     * @param place of its content, {@code behind} of the bodies after it
     */
    void apply(byte[] content, long place, long behind) {
        for (RecordCodec.Part part : RecordCodec.read(content, hasher)) {
            apply(part, place, behind);
        }
    }

    /**
     * The same for a record that was written here just now.
     *
     * @param events that are in it; their entries are not hashed a second time
     */
    void apply(ByteBuffer content, List<Event> events, long place, long behind) {
        Iterator<byte[]> next = leaves(events).iterator();
        for (RecordCodec.Part part : RecordCodec.read(content, (from, length) -> next.next())) {
            apply(part, place, behind);
        }
        for (Event event : events) {
            if (event instanceof Event.Entries one && RecordCodec.isShort(one)) {
                one.checkpoint().ifPresent(log(one.origin())::givenOut);
            }
        }
    }

    private static List<byte[]> leaves(List<Event> events) {
        List<byte[]> leaves = new ArrayList<>();
        for (Event event : events) {
            if (event instanceof Event.Entries more) {
                for (int i = 0; i < more.entries().size(); i++) {
                    leaves.add(more.entries().leaf(i));
                }
            }
        }
        return leaves;
    }

    void apply(RecordCodec.Part part, long place, long behind) {
        switch (part) {
            case RecordCodec.Part.Entries(var origin, var first, var at, var leaves, var note) -> {
                HeldLog log = log(origin);
                requireNext(log, first, place);
                for (int i = 0; i < at.length; i++) {
                    log.add(place + at[i], leaves[i]);
                }
                note.ifPresent(log::checkpointed);
            }
            case RecordCodec.Part.Entry(var number, var first, var at, var leaf) -> {
                HeldLog log =
                        numbered(number)
                                .orElseThrow(
                                        () -> corrupt(place, "no record before it names its log"));
                requireNext(log, log.index(first), place);
                log.add(place + at, leaf);
                log.signedAgain();
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

    /** A record that is whole and does not follow says that others before it are gone. */
    private static void requireNext(HeldLog log, long first, long place) {
        if (first != log.size()) {
            throw corrupt(
                    place,
                    "it has entry "
                            + first
                            + " of "
                            + log.origin()
                            + ", and "
                            + log.size()
                            + " are there");
        }
    }

    private static ParleyException corrupt(long place, String what) {
        return Segment.corrupt(Segment.name(Journal.number(place)), Journal.offset(place), what);
    }
}
