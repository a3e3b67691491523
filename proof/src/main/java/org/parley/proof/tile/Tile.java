// SPDX-License-Identifier: Apache-2.0
package org.parley.proof.tile;

import org.parley.proof.ProofException;
import org.parley.proof.ProofException.Reason;
import org.parley.proof.note.Lines;

import java.util.ArrayList;
import java.util.List;

/**
 * Up to 256 hashes that stand side by side in a tree, as in c2sp.org/tlog-tiles. Immutable.
 *
 * @param level 0 for leaf hashes; each hash of a higher level is the root of a full tile below
 * @param index of the tile in its level
 * @param width how many hashes, from 1 to 256
 */
public record Tile(int level, long index, int width) {
    /** The width of a full tile. */
    public static final int WIDTH = 256;

    public static final int HASH_BYTES = 32;

    /** One level of tiles is eight levels of the tree. */
    public static final int HEIGHT = 8;

    /** The highest level of tiles that a tree of fewer than 2^63 leaves has. */
    public static final int LEVEL_MAX = 7;

    private static final String HASHES = "tile/";
    private static final String ENTRIES = "tile/entries/";

    /**
     * @throws ProofException when no tree has such a tile
     */
    public Tile {
        boolean inside = level >= 0 && level <= LEVEL_MAX && index >= 0;
        if (!inside
                || index > Long.MAX_VALUE >>> HEIGHT * (level + 1)
                || width < 1
                || width > WIDTH) {
            throw new ProofException(
                    Reason.OUT_OF_RANGE,
                    "no tile: level " + level + ", index " + index + ", width " + width);
        }
    }

    /**
     * The tile at this place as a tree of this size has it.
     *
     * @throws ProofException when the tree has none there
     */
    public static Tile inTree(int level, long index, long size) {
        long hashes = level > LEVEL_MAX || level < 0 ? 0 : size >>> HEIGHT * level;
        if (index < 0 || index > hashes / WIDTH) {
            throw new ProofException(
                    Reason.OUT_OF_RANGE, "tile " + level + "/" + index + " of " + size + " leaves");
        }
        return new Tile(level, index, (int) Math.min(WIDTH, hashes - index * WIDTH));
    }

    /** The tiles that a tree has at one size and had not, or not as wide, at a smaller one. */
    public static List<Tile> added(long olderSize, long size) {
        List<Tile> tiles = new ArrayList<>();
        for (int level = 0; level <= LEVEL_MAX; level++) {
            long before = olderSize >>> HEIGHT * level;
            long hashes = size >>> HEIGHT * level;
            for (long i = before / WIDTH; i * WIDTH < hashes && hashes > before; i++) {
                tiles.add(inTree(level, i, size));
            }
        }
        return List.copyOf(tiles);
    }

    public boolean isFull() {
        return width == WIDTH;
    }

    /** The full tile at the same place. */
    public Tile full() {
        return new Tile(level, index, WIDTH);
    }

    /** Where the hashes are: {@code tile/0/x001/234}, {@code tile/0/x001/234.p/5}. */
    public String path() {
        return HASHES + level + "/" + place();
    }

    /** Where the entries of a tile of level 0 are: {@code tile/entries/x001/234}. */
    public String entriesPath() {
        if (level != 0) {
            throw new ProofException(Reason.OUT_OF_RANGE, "entries have level 0, not " + level);
        }
        return ENTRIES + place();
    }

    /** Whether the path is one of {@link #entriesPath}. */
    public static boolean isEntriesPath(String path) {
        return path.startsWith(ENTRIES);
    }

    private String place() {
        StringBuilder out = new StringBuilder(digits(index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            out.insert(0, "x" + digits(rest % 1000) + "/");
        }
        return isFull() ? out.toString() : out + ".p/" + width;
    }

    private static String digits(long n) {
        return (n < 10 ? "00" : n < 100 ? "0" : "") + n;
    }

    /**
     * Reads back what {@link #path} or {@link #entriesPath} writes.
     *
     * @throws ProofException when it is anything else
     */
    public static Tile parse(String path) {
        boolean entries = isEntriesPath(path);
        String rest = path.length() > 100 ? "" : path;
        String[] parts = rest.split("/", -1);
        try {
            int level = entries ? 0 : (int) Lines.number(parts[1]);
            int partial = rest.indexOf(".p/");
            int width = partial < 0 ? WIDTH : (int) Lines.number(rest.substring(partial + 3));
            long index = 0;
            String place = partial < 0 ? rest : rest.substring(0, partial);
            for (String group : place.split("/", -1)) {
                String digits = group.startsWith("x") ? group.substring(1) : group;
                index = digits.matches("[0-9]{3}") ? index * 1000 + Integer.parseInt(digits) : 0;
            }
            Tile tile = new Tile(level, index, width);
            if ((entries ? tile.entriesPath() : tile.path()).equals(path)) {
                return tile;
            }
        } catch (ArrayIndexOutOfBoundsException e) {
            // The refusal below says the same for every wrong form.
        }
        throw new ProofException(Reason.FORM, "no path of a tile: " + Lines.quoted(path));
    }
}
