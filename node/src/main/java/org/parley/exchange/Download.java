// SPDX-License-Identifier: Apache-2.0
package org.parley.exchange;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.log.Event;
import org.parley.log.Head;
import org.parley.log.LogStore;
import org.parley.log.StoredTree;
import org.parley.proof.ProofException;
import org.parley.proof.ProofException.Reason;
import org.parley.proof.checkpoint.Checkpoint;
import org.parley.proof.checkpoint.Fork;
import org.parley.proof.checkpoint.Rollback;
import org.parley.proof.merkle.TreeHasher;
import org.parley.proof.merkle.TreeRange;
import org.parley.proof.note.Ed25519;
import org.parley.proof.note.Note;
import org.parley.proof.note.SignatureLine;
import org.parley.proof.note.VerifierKey;
import org.parley.proof.tile.EntryBundle;
import org.parley.proof.tile.Tile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Fetches another party's log from its own node, by the files of tlog-tiles. Entries are taken only
 * when, together with those that are held, they hash to the root that the party signed: then the
 * log grew and nothing else. Lives for one round; for one thread.
 */
public final class Download {
    /** What one fetch holds in memory. Whoever is further behind is sent it by the mirror's way. */
    private static final long BYTES_MAX = 256L << 20;

    private static final String OWN = "/log/";

    private static final String CHECKPOINT = "checkpoint";
    private static final String HELD = "held";

    private final LogStore store;
    private final Carrier carrier;
    private final String peer;
    private final String origin;
    private final List<VerifierKey> keys;

    private final List<VerifierKey> known;
    private final Ed25519 ed25519;
    private final String from;

    /**
     * From the party's own node.
     *
     * @param peers who signs its log, and whose times under it count
     */
    public Download(
            LogStore store,
            Carrier carrier,
            String peer,
            String origin,
            Peers peers,
            Ed25519 ed25519) {
        this(store, carrier, peer, origin, peers.logKeys(origin), peers.all(), ed25519, OWN);
    }

    private Download(
            LogStore store,
            Carrier carrier,
            String peer,
            String origin,
            List<VerifierKey> keys,
            List<VerifierKey> known,
            Ed25519 ed25519,
            String from) {
        this.store = store;
        this.carrier = carrier;
        this.peer = peer;
        this.origin = origin;
        this.keys = List.copyOf(keys);
        this.known = List.copyOf(known);
        this.ed25519 = ed25519;
        this.from = from;
    }

    /** From the copy that a peer holds: how an owner gets back what it lost. */
    public static Download ofCopy(
            LogStore store,
            Carrier carrier,
            String peer,
            String origin,
            List<VerifierKey> keys,
            Ed25519 ed25519) {
        String from = "/mirror/" + Cosigning.hash(origin) + "/";
        return new Download(store, carrier, peer, origin, keys, keys, ed25519, from);
    }

    /**
     * The checkpoints of a log that a peer has seen, to be checked by whoever asks: a size alone
     * would be its word only.
     *
     * @throws ParleyException {@code UNREACHABLE}; also when the peer answers neither with a
     *     checkpoint nor that it has none: whoever asks must not take that for "none"
     */
    public static List<Note> seen(Carrier carrier, String peer, String origin) {
        String hash = Cosigning.hash(origin);
        List<Note> seen = new ArrayList<>();
        for (String path :
                List.of(
                        "/mirror/" + hash + "/seen",
                        "/mirror/" + hash + "/" + HELD,
                        "/mirror/" + hash + "/checkpoint",
                        "/witness/" + hash + "/checkpoint")) {
            Reply reply = carrier.ask(peer, Ask.get(path));
            if (reply.isOk()) {
                seen.add(Note.parse(reply.body()));
            } else if (reply.status() != Reply.NOT_FOUND) {
                throw new ParleyException(
                        Code.UNREACHABLE,
                        Place.of(peer),
                        "what it saw of this log was answered with " + reply.status(),
                        "the next round asks again");
            }
        }
        return seen;
    }

    /**
     * What to commit next; empty when everything is held. Evidence of two histories is to be
     * committed too; after it nothing more of this log is taken.
     *
     * @throws ParleyException {@code UNREACHABLE}
     * @throws ProofException when what the peer gives does not hold
     */
    public List<Event> next() {
        Reply reply = checkpoint();
        if (!reply.isOk()) {
            return List.of();
        }
        Note note = Note.parse(reply.body());
        note.open(keys, ed25519);
        Checkpoint checkpoint = Checkpoint.of(note);
        if (!checkpoint.origin().equals(origin)) {
            throw new ProofException(Reason.ORIGIN, checkpoint.origin() + ", not " + origin);
        }
        long held = store.held(origin);
        if (checkpoint.size() <= held) {
            return compared(note, checkpoint);
        }
        return taken(note, checkpoint, held);
    }

    /** Of a copy the newest that is held whole; a mirror made by others knows only its own. */
    private Reply checkpoint() {
        if (!from.equals(OWN)) {
            Reply held = carrier.ask(peer, Ask.get(from + HELD));
            if (held.isOk()) {
                return held;
            }
        }
        return carrier.ask(peer, Ask.get(from + CHECKPOINT));
    }

    /** Whether an earlier or equal checkpoint is of the log that is held. */
    private List<Event> compared(Note note, Checkpoint checkpoint) {
        Optional<Head> head = store.head(origin);
        if (head.isEmpty()) {
            return checkpoint.size() == 0 && store.held(origin) == 0
                    ? List.of(entries(0, List.of(), note))
                    : List.of();
        }
        if (head.get().size() < checkpoint.size()) {
            return List.of();
        }
        List<Note> signed = new ArrayList<>(Histories.kept(store, origin));
        signed.add(note);
        for (Note one : signed) {
            Optional<Fork> fork = Histories.against(store, one);
            if (fork.isPresent()) {
                return Evidence.kept(store, fork.get());
            }
        }
        return checkpoint.size() < head.get().size() && from.equals(OWN)
                ? shorter(note, head.get())
                : List.of();
    }

    /**
     * Its own node shows less than it showed before. With its time under the smaller one, and an
     * earlier time under the larger one, that can be shown to others; without, it is let pass.
     */
    private List<Event> shorter(Note note, Head head) {
        Note held = Note.parse(head.checkpoint());
        Set<SignatureLine> lines = new LinkedHashSet<>(held.signatures());
        store.fact(Mirror.served(origin))
                .map(Note::parse)
                .filter(one -> one.text().equals(held.text()))
                .ifPresent(one -> lines.addAll(one.signatures()));
        Rollback rollback = new Rollback(note, new Note(held.text(), List.copyOf(lines)));
        try {
            rollback.verify(known, ed25519);
            return Evidence.kept(store, rollback);
        } catch (ProofException e) {
            return List.of();
        }
    }

    private List<Event> taken(Note note, Checkpoint checkpoint, long held) {
        List<byte[]> entries = new ArrayList<>();
        TreeHasher hasher = new TreeHasher();
        TreeRange range = TreeRange.of(held, new StoredTree(store, origin));
        long index = held;
        long bytes = 0;
        while (index < checkpoint.size()) {
            Tile tile = Tile.inTree(0, index / Tile.WIDTH, checkpoint.size());
            Reply bundle = carrier.ask(peer, Ask.get(from + tile.entriesPath()));
            if (!bundle.isOk()) {
                throw new ProofException(Reason.MISSING, tile.entriesPath());
            }
            List<byte[]> all = EntryBundle.parse(bundle.body(), tile.width());
            for (byte[] entry : all.subList((int) (index % Tile.WIDTH), tile.width())) {
                entries.add(entry);
                bytes += entry.length;
                range.append(hasher.leaf(entry));
                index++;
            }
            if (bytes > BYTES_MAX) {
                throw new ProofException(Reason.TOO_LARGE, "more than " + BYTES_MAX + " bytes");
            }
        }
        if (!range.root().equals(checkpoint.root())) {
            throw new ProofException(
                    Reason.ROOT,
                    "what "
                            + peer
                            + " gives for size "
                            + checkpoint.size()
                            + " is not what it signed,"
                            + " or not what is held here");
        }
        return List.of(entries(held, entries, note));
    }

    private Event entries(long first, List<byte[]> entries, Note note) {
        return new Event.Entries(origin, first, entries, Optional.of(note.bytes()));
    }
}
