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

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Whether events follow from what is held: the same question for every store that outlives its
 * process. For one thread, one list of events.
 */
final class Following {
    private final Function<String, TreeRange> ranges;
    private final Function<String, Optional<Hash>> facts;
    private final Map<String, Growing> grown = new HashMap<>();
    private final Map<String, Optional<Hash>> known = new HashMap<>();

    /** A log with the entries of these events; its tree grows only if somebody asks for a root. */
    private static final class Growing {
        private final TreeRange range;
        private final List<HashedEntries> waiting = new ArrayList<>();
        private long size;

        Growing(TreeRange range) {
            this.range = range;
            this.size = range.size();
        }

        void add(HashedEntries entries) {
            waiting.add(entries);
            size += entries.size();
        }

        TreeRange range() {
            for (HashedEntries entries : waiting) {
                for (int i = 0; i < entries.size(); i++) {
                    range.append(entries.leaf(i));
                }
            }
            waiting.clear();
            return range;
        }
    }

    /**
     * What is held.
     *
     * @param ranges a log's edge, as a copy that may grow
     * @param facts the hash of what stands under a name
     */
    Following(Function<String, TreeRange> ranges, Function<String, Optional<Hash>> facts) {
        this.ranges = ranges;
        this.facts = facts;
    }

    /**
     * Looks at each in its turn.
     *
     * @throws ParleyException {@code CONFLICT} for the first that does not follow
     */
    void check(List<Event> events) {
        for (Event event : events) {
            switch (event) {
                case Event.Entries entries -> check(entries);
                case Event.Fact(var name, var was, var bytes) -> {
                    requireName(name);
                    if (bytes.length > LogStore.FACT_BYTES_MAX) {
                        throw conflict(name, "a fact of " + bytes.length + " bytes");
                    }
                    Optional<Hash> before =
                            known.containsKey(name) ? known.get(name) : facts.apply(name);
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

    /** Names are read back from the disk; what does not come back the same is no name. */
    static void requireName(String name) {
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        if (utf8.length > LogStore.NAME_BYTES_MAX
                || !new String(utf8, StandardCharsets.UTF_8).equals(name)) {
            throw conflict(
                    name.substring(0, Math.min(name.length(), 40)),
                    "a name of " + utf8.length + " bytes, or not Unicode");
        }
    }

    private void check(Event.Entries event) {
        requireName(event.origin());
        Growing log =
                grown.computeIfAbsent(event.origin(), name -> new Growing(ranges.apply(name)));
        if (event.first() != log.size) {
            throw conflict(
                    event.origin(),
                    "entries from " + event.first() + " on, where " + log.size + " are held");
        }
        for (byte[] entry : event.entries()) {
            if (entry.length > LogStore.ENTRY_BYTES_MAX) {
                throw conflict(event.origin(), "an entry of " + entry.length + " bytes");
            }
        }
        log.add(event.entries());
        event.checkpoint()
                .ifPresent(note -> {
                    if (!covers(note, event.origin(), log.range())) {
                        throw conflict(event.origin(), "the checkpoint is not of these entries");
                    }
                });
    }

    /** Whether a checkpoint is of exactly this log and tree; who signed it is for others to ask. */
    static boolean covers(byte[] note, String origin, TreeRange range) {
        try {
            Checkpoint checkpoint = Checkpoint.parse(Note.parse(note).text());
            return checkpoint.origin().equals(origin)
                    && checkpoint.size() == range.size()
                    && checkpoint.root().equals(range.root());
        } catch (ProofException e) {
            return false;
        }
    }

    static ParleyException conflict(String where, String what) {
        return new ParleyException(
                Code.CONFLICT, Place.of(where), what, "read what is held, then decide anew");
    }
}
