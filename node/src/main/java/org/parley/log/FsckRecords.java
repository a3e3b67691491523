// SPDX-License-Identifier: Apache-2.0
package org.parley.log;

import org.parley.proof.canonical.Hash;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What whole records say, put together for {@link Fsck}: each has to follow from those before it.
 * For one thread.
 */
final class FsckRecords {
    private final Contents contents = new Contents();
    private final List<Fsck.Finding> findings = new ArrayList<>();
    private final List<BodyCheck.Stored> bodies = new ArrayList<>();

    /** Entries of logs that nothing before them named, by the number of the log. */
    private final Map<Integer, List<Waiting>> waiting = new HashMap<>();

    private long entries;

    private record Waiting(RecordCodec.Part.Entry entry, long place, long behind) {}

    Contents contents() {
        return contents;
    }

    List<Fsck.Finding> findings() {
        return findings;
    }

    List<BodyCheck.Stored> bodies() {
        return bodies;
    }

    long entries() {
        return entries;
    }

    /** No record comes any more: entries of a log that none names belong to a lost one. */
    void end() {
        waiting.values()
                .forEach(some -> finding(some.getFirst().place(), Flaw.ENTRIES_MISSING, ""));
    }

    /** Takes in one part of a record, if it follows from those before. */
    void take(RecordCodec.Part part, long place, long behind) {
        switch (part) {
            case RecordCodec.Part.Entries(var origin, var first, var at, var leaves, var note) -> {
                entries += leaves.length;
                adopt(origin);
                if (contents.log(origin).size() != first) {
                    missing(place, contents.log(origin), first);
                    return;
                }
                contents.apply(part, place, behind);
                if (note.isPresent() && !covers(note.get(), contents.log(origin))) {
                    finding(
                            place,
                            Flaw.CHECKPOINT_DIFFERS,
                            origin + ": " + contents.log(origin).size());
                }
            }
            case RecordCodec.Part.Entry entry -> {
                entries++;
                contents.numbered(entry.log())
                        .ifPresentOrElse(
                                log -> take(log, entry, place, behind),
                                () ->
                                        waiting.computeIfAbsent(
                                                        entry.log(), number -> new ArrayList<>())
                                                .add(new Waiting(entry, place, behind)));
            }
            case RecordCodec.Part.Fact(var name, var was, var value) -> {
                Optional<Hash> before =
                        Optional.ofNullable(contents.facts().get(name)).map(one -> Hash.of(one));
                if (!before.equals(was)) {
                    finding(place, Flaw.FACT_UNLINKED, name);
                }
                contents.apply(part, place, behind);
            }
            case RecordCodec.Part.Body(var hash, var from, var length) -> {
                bodies.add(new BodyCheck.Stored(hash, behind + from, length));
                contents.apply(part, place, behind);
            }
            case RecordCodec.Part.Erased(var hash) -> {
                contents.apply(part, place, behind);
                contents.bodies().remove(hash);
            }
        }
    }

    private void take(HeldLog log, RecordCodec.Part.Entry entry, long place, long behind) {
        if (log.index(entry.first()) == log.size()) {
            contents.apply(entry, place, behind);
        } else {
            missing(place, log, log.index(entry.first()));
        }
    }

    /** Gives a log what came before its name: the record that began it is damaged. */
    private void adopt(String origin) {
        int number = RecordCodec.number(origin);
        if (waiting.containsKey(number) && contents.find(origin).isEmpty()) {
            HeldLog log = contents.log(origin);
            waiting.remove(number)
                    .forEach(one -> take(log, one.entry(), one.place(), one.behind()));
        }
    }

    private void missing(long place, HeldLog log, long first) {
        finding(place, Flaw.ENTRIES_MISSING, log.origin() + ": " + log.size() + " → " + first);
    }

    private static boolean covers(byte[] note, HeldLog log) {
        return Following.covers(note, log.origin(), log.range());
    }

    /** Something that is not as it should be, at a place in the journal. */
    void finding(long place, Flaw flaw, String about) {
        findings.add(
                new Fsck.Finding(
                        Segment.name(Journal.number(place)), Journal.offset(place), flaw, about));
    }
}
