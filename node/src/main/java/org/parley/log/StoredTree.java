// SPDX-License-Identifier: Apache-2.0
package org.parley.log;

import org.parley.proof.canonical.Hash;
import org.parley.proof.merkle.HashReader;
import org.parley.proof.merkle.TreeHasher;
import org.parley.proof.tile.Tile;

import java.util.Arrays;

/**
 * The hashes of a log that a store holds, for proofs about it. What lies between two levels of
 * tiles is computed from the lower one. For one thread.
 */
public final class StoredTree implements HashReader {
    private final LogStore store;
    private final String origin;
    private final TreeHasher hasher = new TreeHasher();

    public StoredTree(LogStore store, String origin) {
        this.store = store;
        this.origin = origin;
    }

    @Override
    public Hash hash(int level, long index) {
        int height = level % Tile.HEIGHT;
        int count = 1 << height;
        long first = index << height;
        int at = (int) (first % Tile.WIDTH);
        byte[] tile = store.tile(origin, level / Tile.HEIGHT, first / Tile.WIDTH, at + count);
        byte[][] nodes = new byte[count][];
        for (int i = 0; i < count; i++) {
            int from = (at + i) * Tile.HASH_BYTES;
            nodes[i] = Arrays.copyOfRange(tile, from, from + Tile.HASH_BYTES);
        }
        for (int left = count / 2; left > 0; left /= 2) {
            for (int i = 0; i < left; i++) {
                nodes[i] = hasher.node(nodes[2 * i], nodes[2 * i + 1]);
            }
        }
        return Hash.fromBytes(nodes[0]);
    }
}
