// SPDX-License-Identifier: Apache-2.0
package org.parley.log;

import org.parley.proof.canonical.Hash;
import org.parley.proof.merkle.TreeRange;
import org.parley.proof.tile.Tile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What is known of one log without reading its entries: where each lies, the hashes of its tiles,
 * the tree's edge, the last checkpoint. All of it is computed from the journal. Guarded by the
 * store's lock.
 */
final class HeldLog {
    private final String origin;
    private final Column places;
    private final List<Column> levels = new ArrayList<>();
    private TreeRange range = new TreeRange();

    /** The last checkpoint; of one's own log, the last that was given out. */
    private Optional<Head> head = Optional.empty();

    /** The last checkpoint that stands in the journal. */
    private Optional<Head> kept = Optional.empty();

    /** How many entries are under a checkpoint, whether it was kept or not. */
    private long signed;

    HeldLog(String origin) {
        this.origin = origin;
        this.places = new Column(Long.BYTES);
        for (int level = 0; level <= Tile.LEVEL_MAX; level++) {
            levels.add(new Column(Tile.HASH_BYTES));
        }
    }

    String origin() {
        return origin;
    }

    long size() {
        return places.size();
    }

    Optional<Head> head() {
        return head;
    }

    /** The last checkpoint that stands in the journal. */
    Optional<Head> kept() {
        return kept;
    }

    long signed() {
        return signed;
    }

    /** How many entries have come since the last checkpoint that stands in the journal. */
    long sinceKept() {
        return size() - kept.map(Head::size).orElse(0L);
    }

    /** The index nearest to the end whose lower half this is. */
    long index(int lower) {
        return size() + (lower - (int) size());
    }

    TreeRange range() {
        return range;
    }

    void add(long place, byte[] leaf) {
        places.addLong(place);
        range.append(
                leaf,
                (level, index, hash) -> {
                    if (level % Tile.HEIGHT == 0) {
                        levels.get(level / Tile.HEIGHT).add(hash);
                    }
                });
    }

    void checkpointed(byte[] note) {
        givenOut(note);
        kept = head;
    }

    /** A checkpoint of all there is does not stand in the journal. */
    void givenOut(byte[] note) {
        head = Optional.of(new Head(origin, range.size(), range.root(), note));
        signed = size();
    }

    /** The same, read back: only its author can make it again. */
    void signedAgain() {
        signed = size();
    }

    long place(long index) {
        return places.longAt(index);
    }

    long hashes(int level) {
        return level > Tile.LEVEL_MAX ? 0 : levels.get(level).size();
    }

    byte[] hashes(int level, long from, int count) {
        byte[] out = new byte[count * Tile.HASH_BYTES];
        levels.get(level).copy(from, count, out, 0);
        return out;
    }

    /** The places as they were computed before, one after the other. */
    void restorePlaces(byte[] bytes, int from, int count) {
        places.addAll(bytes, from, count);
    }

    /** The hashes of one level of tiles as they were computed before. */
    void restoreHashes(int level, byte[] bytes, int from, int count) {
        levels.get(level).addAll(bytes, from, count);
    }

    /**
     * Goes on from the places and hashes that were restored.
     *
     * @param headSize below 0 when there is no head
     */
    void restored(long headSize, byte[] note) {
        range = TreeRange.of(places.size(), this::node);
        if (headSize >= 0) {
            Hash root = TreeRange.of(headSize, this::node).root();
            head = Optional.of(new Head(origin, headSize, root, note));
            kept = head;
            signed = headSize;
        }
    }

    /** The places of some entries, one after the other. */
    byte[] places(long from, int count) {
        byte[] out = new byte[count * Long.BYTES];
        places.copy(from, count, out, 0);
        return out;
    }

    /** A node of the tree from the tiles' hashes. */
    private Hash node(int level, long index) {
        int height = level % Tile.HEIGHT;
        int count = 1 << height;
        byte[] cells = hashes(level / Tile.HEIGHT, index << height, count);
        TreeRange subtree = new TreeRange();
        for (int i = 0; i < count; i++) {
            subtree.append(
                    Arrays.copyOfRange(cells, i * Tile.HASH_BYTES, (i + 1) * Tile.HASH_BYTES));
        }
        return subtree.root();
    }
}
