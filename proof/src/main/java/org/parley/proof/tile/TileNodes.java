// SPDX-License-Identifier: Apache-2.0
package org.parley.proof.tile;

import org.parley.proof.merkle.TreeHasher;

import java.util.Arrays;

/** All complete nodes over the hashes of one tile, up to its root if it is full. Immutable. */
final class TileNodes {
    private final byte[][] levels = new byte[Tile.HEIGHT + 1][];

    /**
     * @param hashes {@code width} times 32 bytes
     */
    TileNodes(byte[] hashes, int width, TreeHasher hasher) {
        int bytes = Tile.HASH_BYTES;
        levels[0] = Arrays.copyOf(hashes, width * bytes);
        for (int level = 1; level <= Tile.HEIGHT; level++) {
            byte[] below = levels[level - 1];
            byte[] here = new byte[(width >> level) * bytes];
            for (int i = 0; i < width >> level; i++) {
                hasher.node(below, 2 * i * bytes, below, (2 * i + 1) * bytes, here, i * bytes);
            }
            levels[level] = here;
        }
    }

    byte[] node(int level, int index) {
        int from = index * Tile.HASH_BYTES;
        return Arrays.copyOfRange(levels[level], from, from + Tile.HASH_BYTES);
    }
}
