// SPDX-License-Identifier: Apache-2.0
package org.parley.exchange;

import org.parley.log.Event;
import org.parley.log.HashedEntries;
import org.parley.log.Head;
import org.parley.log.LogStore;
import org.parley.log.StoredTree;
import org.parley.proof.ProofException;
import org.parley.proof.canonical.Hash;
import org.parley.proof.checkpoint.Checkpoint;
import org.parley.proof.merkle.ConsistencyProof;
import org.parley.proof.merkle.TreeRange;
import org.parley.proof.note.Ed25519;
import org.parley.proof.note.Note;
import org.parley.proof.note.SignatureLine;
import org.parley.proof.note.SignerKey;
import org.parley.proof.tile.Tile;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Holds copies of others' logs and says so: a mirror of c2sp.org/tlog-mirror. Its cosignature on a
 * size proves that every entry below is held, durably; it is given after the commit and never
 * before. Not thread safe; the node's lock guards it.
 */
final class Mirror {
    /** The facts that have how far each log is to be copied. */
    private static final String INFO = "text/x.tlog.mirror-info";

    private final LogStore store;
    private final Cosigning pending;
    private final List<SignerKey> keys;
    private final InstantSource clock;

    Mirror(
            LogStore store,
            Peers peers,
            List<SignerKey> keys,
            Ed25519 ed25519,
            InstantSource clock) {
        this.store = store;
        this.pending = new Cosigning(Histories.PENDING, store, peers, List.of(), ed25519, clock);
        this.keys = List.copyOf(keys);
        this.clock = clock;
    }

    /** The last checkpoint of a log that was offered, whether or not its entries came. */
    Optional<Note> last(String originHash) {
        return pending.lastOf(originHash);
    }

    /** {@code POST add-checkpoint}: how far the log is to be copied. */
    Reply addCheckpoint(byte[] body) {
        return switch (pending.offer(body)) {
            case Cosigning.Outcome.Refused(Reply reply) -> reply;
            case Cosigning.Outcome.Taken taken -> Reply.text(Reply.OK, "");
        };
    }

    /** {@code POST add-entries}. */
    Reply addEntries(byte[] body) {
        AddEntries asked;
        try {
            asked = AddEntries.parse(body);
        } catch (ProofException e) {
            return Reply.text(Reply.BAD_REQUEST, e.getMessage() + "\n");
        }
        Optional<Note> note = pending.last(asked.origin());
        if (note.isEmpty()) {
            return Reply.text(Reply.NOT_FOUND, "no checkpoint of this log was added\n");
        }
        Checkpoint goal = Checkpoint.parse(note.get().text());
        long next = store.held(asked.origin());
        boolean fits = asked.start() <= next && next - asked.start() < Tile.WIDTH;
        if (asked.end() != goal.size() || !fits) {
            return info(Reply.CONFLICT, goal, next);
        }
        try {
            return keep(asked, goal, note.get(), next);
        } catch (ProofException e) {
            return Reply.text(Reply.UNPROCESSABLE, e.getMessage() + "\n");
        }
    }

    /**
     * The entries of a request that its author's log signed and that are not held yet, so that
     * whoever answers it can look at them without the lock. It decides nothing and keeps nothing.
     */
    Optional<Offered> offered(byte[] body) {
        try {
            AddEntries asked = AddEntries.parse(body);
            Optional<Checkpoint> goal =
                    pending.last(asked.origin()).map(note -> Checkpoint.parse(note.text()));
            long next = store.held(asked.origin());
            boolean fits = asked.start() <= next && next - asked.start() < Tile.WIDTH;
            if (goal.isEmpty() || asked.end() != goal.get().size() || !fits) {
                return Optional.empty();
            }
            List<byte[]> fresh = new ArrayList<>();
            for (AddEntries.Pack pack : asked.packs()) {
                verify(pack, HashedEntries.of(pack.entries()), goal.get());
                int skip = Math.clamp(next - pack.first(), 0, pack.entries().size());
                fresh.addAll(pack.entries().subList(skip, pack.entries().size()));
            }
            return Optional.of(new Offered(asked.origin(), next, fresh));
        } catch (ProofException e) {
            // The answer to the request says so.
            return Optional.empty();
        }
    }

    private Reply keep(AddEntries asked, Checkpoint goal, Note note, long next) {
        List<HashedEntries> parts = new ArrayList<>();
        long reached = next;
        for (AddEntries.Pack pack : asked.packs()) {
            HashedEntries entries = HashedEntries.of(pack.entries());
            verify(pack, entries, goal);
            long skip = Math.max(0, reached - pack.first());
            if (skip < entries.size()) {
                parts.add(entries.from((int) skip));
                reached += entries.size() - skip;
            }
        }
        HashedEntries fresh = HashedEntries.joined(parts);
        boolean whole = next + fresh.size() >= goal.size();
        if (whole && !rootWith(goal, next, fresh).equals(goal.root())) {
            // What is held came by another way, under another signature of the same log.
            Histories.against(store, note)
                    .map(fork -> Evidence.kept(store, fork))
                    .filter(events -> !events.isEmpty())
                    .ifPresent(store::commit);
            return Reply.text(Reply.UNPROCESSABLE, "not the log that is held here\n");
        }
        Optional<Head> head = store.head(asked.origin());
        boolean headed = head.filter(one -> one.size() >= goal.size()).isPresent();
        List<Event> events = new ArrayList<>();
        if (!fresh.isEmpty() || whole && !headed) {
            Optional<byte[]> checkpoint = whole ? Optional.of(note.bytes()) : Optional.empty();
            events.add(new Event.Entries(asked.origin(), next, fresh, checkpoint));
        }
        // Signed before the one commit of entries and signature, and shown to nobody before it.
        Optional<String> lines =
                whole ? Optional.of(cosigned(goal, note, events)) : Optional.empty();
        if (!events.isEmpty()) {
            store.commit(events);
        }
        if (lines.isPresent()) {
            return Reply.text(Reply.OK, lines.get());
        }
        return fresh.isEmpty()
                ? Reply.text(Reply.BAD_REQUEST, "no whole package\n")
                : info(Reply.ACCEPTED, goal, next + fresh.size());
    }

    /** The root at the goal's size, of what is held and what came. */
    private Hash rootWith(Checkpoint goal, long next, HashedEntries fresh) {
        if (fresh.isEmpty()) {
            return Histories.root(store, goal);
        }
        TreeRange range = TreeRange.of(next, new StoredTree(store, goal.origin()));
        for (int i = 0; i < fresh.size(); i++) {
            range.append(fresh.leaf(i));
        }
        return range.root();
    }

    /** Whether these entries stand at that place in the tree that was signed. */
    private void verify(AddEntries.Pack pack, HashedEntries entries, Checkpoint goal) {
        TreeRange leaves = new TreeRange();
        int before = (int) (pack.first() % Tile.WIDTH);
        if (before > 0) {
            byte[] held = store.tile(goal.origin(), 0, pack.first() / Tile.WIDTH, before);
            for (int i = 0; i < before; i++) {
                int from = i * Tile.HASH_BYTES;
                leaves.append(Arrays.copyOfRange(held, from, from + Tile.HASH_BYTES));
            }
        }
        for (int i = 0; i < entries.size(); i++) {
            leaves.append(entries.leaf(i));
        }
        new ConsistencyProof(pack.subtree(), goal.size(), pack.proof())
                .verify(leaves.root(), goal.root());
    }

    /** Signs that all of it is held; the note that serves it is to be kept with the entries. */
    private String cosigned(Checkpoint goal, Note note, List<Event> events) {
        String lines = Signing.begin(keys, note, clock).lines();
        Note served = note;
        for (String line : lines.lines().toList()) {
            served = served.signedBy(SignatureLine.parse(line));
        }
        String name = served(goal.origin());
        events.add(new Event.Fact(name, store.fact(name).map(one -> Hash.of(one)), served.bytes()));
        return lines;
    }

    /** The fact that has a copy's checkpoint with this mirror's own lines. */
    static String served(String origin) {
        return "mirrored/" + Cosigning.hash(origin);
    }

    private static Reply info(int status, Checkpoint goal, long next) {
        return Reply.text(status, INFO, goal.size() + "\n" + next + "\n\n");
    }
}
