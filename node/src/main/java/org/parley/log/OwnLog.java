// SPDX-License-Identifier: Apache-2.0
package org.parley.log;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.proof.canonical.Hash;
import org.parley.proof.checkpoint.Checkpoint;
import org.parley.proof.merkle.TreeRange;
import org.parley.proof.note.Note;
import org.parley.proof.note.SignerKey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The log that a node writes itself. Entries, the tree that holds them and the signature on it
 * become durable in one commit: there is no time in which an entry is accepted and not yet in a
 * signed tree. For one thread at a time; {@link GroupCommit} shares it among many.
 */
public final class OwnLog {
    /** Bounds what one commit holds in memory; whoever has more commits again. */
    public static final int ENTRIES_MAX = 16_384;

    private final LogStore store;
    private final String origin;
    private final SignerKey key;
    private TreeRange range;

    /** Where entries came to lie, under which checkpoint. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
    public record Appended(long first, int count, byte[] checkpoint) {
        /** The size that the checkpoint signs. */
        public long size() {
            return first + count;
        }
    }

    private OwnLog(LogStore store, String origin, SignerKey key, TreeRange range) {
        this.store = store;
        this.origin = origin;
        this.key = key;
        this.range = range;
    }

    /**
     * Goes on with the log that the store holds. Where the last checkpoints were given out and not
     * kept, and the process ended, the key signs the last of them again: what it signs was durable
     * before it was first given out, and is what was signed then.
     *
     * @param key Ed25519, with the log's origin as its name
     * @throws ParleyException {@code CORRUPT} when entries lie there that no checkpoint covers
     */
    public static OwnLog open(LogStore store, String origin, SignerKey key) {
        long held = store.held(origin);
        long signed = store.signed(origin);
        if (held != signed) {
            throw new ParleyException(
                    Code.CORRUPT,
                    Place.of(origin),
                    held + " entries, of which " + signed + " are signed",
                    "restore the folder from a backup");
        }
        StoredTree tree = new StoredTree(store, origin);
        TreeRange range = TreeRange.of(held, tree);
        Optional<Head> head = store.head(origin);
        head.ifPresent(one -> requireSigned(one, TreeRange.of(one.size(), tree).root()));
        OwnLog log = new OwnLog(store, origin, key, range);
        if (head.filter(one -> one.size() < held).isPresent()) {
            store.commit(List.of(log.entries(HashedEntries.of(List.of()), log.sign(range))));
        }
        return log;
    }

    /** Signing on from a tree that differs from the one signed last would be a fork of our own. */
    private static void requireSigned(Head head, Hash root) {
        Checkpoint signed = Checkpoint.parse(Note.parse(head.checkpoint()).text());
        if (signed.size() != head.size() || !signed.root().equals(root)) {
            throw new ParleyException(
                    Code.CORRUPT,
                    Place.of(head.origin() + ":" + head.size()),
                    "the entries are not those of the last checkpoint",
                    "restore the folder from a backup");
        }
    }

    public String origin() {
        return origin;
    }

    public long size() {
        return range.size();
    }

    /** The first commit of a log: a checkpoint over nothing, so that others can take it up. */
    public Appended begin() {
        return append(List.of(), List.of());
    }

    /**
     * Appends, signs, and makes durable, with one sync for all of it.
     *
     * @param beside what is to be durable together with the entries, such as their bodies
     * @throws ParleyException as {@link LogStore#commit}; then nothing was appended
     */
    public Appended append(List<byte[]> entries, List<Event> beside) {
        if (entries.size() > ENTRIES_MAX) {
            throw new ParleyException(
                    Code.TOO_LARGE,
                    Place.of(origin),
                    entries.size() + " entries at once",
                    "at most " + ENTRIES_MAX);
        }
        HashedEntries hashed = HashedEntries.of(entries);
        TreeRange grown = range.copy();
        for (int i = 0; i < hashed.size(); i++) {
            grown.append(hashed.leaf(i));
        }
        byte[] note = sign(grown);
        List<Event> events = new ArrayList<>(beside);
        events.add(entries(hashed, note));
        store.commit(events);
        long first = range.size();
        range = grown;
        return new Appended(first, entries.size(), note);
    }

    private byte[] sign(TreeRange tree) {
        String text = new Checkpoint(origin, tree.size(), tree.root()).text();
        return Note.of(text).signedBy(key.sign(text)).bytes();
    }

    private Event.Entries entries(HashedEntries entries, byte[] note) {
        return new Event.Entries(origin, range.size(), entries, Optional.of(note), true);
    }
}
