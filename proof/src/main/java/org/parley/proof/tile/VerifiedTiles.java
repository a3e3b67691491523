// SPDX-License-Identifier: Apache-2.0
package org.parley.proof.tile;

import org.parley.proof.ProofException;
import org.parley.proof.ProofException.Reason;
import org.parley.proof.canonical.Hash;
import org.parley.proof.merkle.HashReader;
import org.parley.proof.merkle.TreeHasher;
import org.parley.proof.merkle.TreeRange;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The hashes and entries of a log out of its files, each believed only because it hashes to the
 * root that was signed. Partial tiles are the right edge of the tree: together they must give the
 * root. A full tile must hash to its place in the tile above. For one thread.
 */
public final class VerifiedTiles implements HashReader {
    /** 16 KiB each: all nodes of a tile, not only its lowest. */
    private static final int CACHED_MAX = 512;

    private static final int HASH_BYTES = Tile.HASH_BYTES;

    private final LogFiles files;
    private final long size;
    private final Hash root;
    private final TreeHasher hasher = new TreeHasher();

    private final Map<Tile, TileNodes> cached =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Tile, TileNodes> eldest) {
                    return size() > CACHED_MAX;
                }
            };

    /** The partial tile of each level, once they have given the root. */
    private final Map<Integer, TileNodes> edge = new LinkedHashMap<>();

    /**
     * Reads the right edge of the tree.
     *
     * @param size and root of a checkpoint whose signatures have been checked
     * @throws ProofException when a file is missing, or the edge does not give the root
     */
    public VerifiedTiles(LogFiles files, long size, Hash root) {
        this.files = files;
        this.size = size;
        this.root = root;
        for (int level = 0; level <= Tile.LEVEL_MAX; level++) {
            long hashes = size >>> Tile.HEIGHT * level;
            if (hashes % Tile.WIDTH != 0) {
                Tile tile = Tile.inTree(level, hashes / Tile.WIDTH, size);
                edge.put(level, nodes(tile));
            }
        }
        Hash computed = TreeRange.of(size, this::edgeHash).root();
        if (!computed.equals(root)) {
            throw ProofException.of(Reason.ROOT, "tree of " + size + " leaves", root, computed);
        }
    }

    public long size() {
        return size;
    }

    public Hash root() {
        return root;
    }

    @Override
    public Hash hash(int level, long index) {
        return Hash.fromBytes(bytes(level, index));
    }

    /** The same as {@link #hash} as 32 bytes. */
    public byte[] bytes(int level, long index) {
        if (level < 0 || level > 62 || index < 0 || index >= size >>> level) {
            throw new ProofException(
                    Reason.OUT_OF_RANGE, "node " + level + "/" + index + " of " + size + " leaves");
        }
        int inTile = level % Tile.HEIGHT;
        long first = index << inTile;
        Tile tile = Tile.inTree(level / Tile.HEIGHT, first / Tile.WIDTH, size);
        return verified(tile).node(inTile, (int) (first % Tile.WIDTH) >> inTile);
    }

    /**
     * The entries of a tile of level 0, each checked against its leaf hash.
     *
     * @throws ProofException when they are not there, or not those that were signed
     */
    public List<byte[]> entries(Tile tile) {
        TileNodes leaves = verified(tile);
        List<byte[]> entries = uncheckedEntries(tile);
        for (int i = 0; i < entries.size(); i++) {
            byte[] actual = hasher.leaf(entries.get(i));
            byte[] expected = leaves.node(0, i);
            if (!Arrays.equals(expected, actual)) {
                throw ProofException.ofEntry(
                        tile.index() * Tile.WIDTH + i,
                        Hash.fromBytes(expected),
                        Hash.fromBytes(actual));
            }
        }
        return entries;
    }

    /** The entries as they are in the file: whoever reads them compares them with their leaves. */
    public List<byte[]> uncheckedEntries(Tile tile) {
        byte[] bundle = read(tile, tile.entriesPath(), EntryBundle.BYTES_MAX, true);
        return EntryBundle.parse(bundle, tile.width());
    }

    /** One entry, checked. */
    public byte[] entry(long index) {
        if (index < 0 || index >= size) {
            throw new ProofException(
                    Reason.OUT_OF_RANGE, "entry " + index + " of " + size + " leaves");
        }
        return entries(Tile.inTree(0, index / Tile.WIDTH, size)).get((int) (index % Tile.WIDTH));
    }

    private Hash edgeHash(int level, long index) {
        int inTile = level % Tile.HEIGHT;
        long first = index << inTile;
        return Hash.fromBytes(
                edge(level / Tile.HEIGHT).node(inTile, (int) (first % Tile.WIDTH) >> inTile));
    }

    /** There is one for every partial tile of the tree, from the constructor on. */
    private TileNodes edge(int level) {
        return Objects.requireNonNull(edge.get(level), "no partial tile at this level");
    }

    private TileNodes verified(Tile tile) {
        if (!tile.isFull()) {
            return edge(tile.level());
        }
        TileNodes known = cached.get(tile);
        if (known != null) {
            return known;
        }
        TileNodes nodes = nodes(tile);
        Tile above = Tile.inTree(tile.level() + 1, tile.index() / Tile.WIDTH, size);
        byte[] expected = verified(above).node(0, (int) (tile.index() % Tile.WIDTH));
        byte[] actual = nodes.node(Tile.HEIGHT, 0);
        if (!Arrays.equals(expected, actual)) {
            throw ProofException.of(
                    Reason.ROOT, tile.path(), Hash.fromBytes(expected), Hash.fromBytes(actual));
        }
        cached.put(tile, nodes);
        return nodes;
    }

    private TileNodes nodes(Tile tile) {
        byte[] bytes = read(tile, tile.path(), Tile.WIDTH * HASH_BYTES, false);
        return new TileNodes(bytes, tile.width(), hasher);
    }

    /** A partial tile may have been thrown away when the full one came; then that one is cut. */
    private byte[] read(Tile tile, String path, int bytesMax, boolean entries) {
        Optional<byte[]> found = files.read(path, bytesMax);
        byte[] bytes;
        if (found.isPresent()) {
            bytes = found.get();
        } else {
            Tile full = tile.full();
            byte[] whole =
                    files.read(entries ? full.entriesPath() : full.path(), bytesMax)
                            .orElseThrow(() -> new ProofException(Reason.MISSING, path));
            bytes =
                    entries
                            ? EntryBundle.slice(whole, tile.width())
                            : Arrays.copyOf(whole, tile.width() * HASH_BYTES);
        }
        if (bytes.length > bytesMax || !entries && bytes.length != tile.width() * HASH_BYTES) {
            throw new ProofException(Reason.FORM, path + " has " + bytes.length + " bytes");
        }
        return bytes;
    }
}
