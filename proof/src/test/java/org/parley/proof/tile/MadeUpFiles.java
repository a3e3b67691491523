// SPDX-License-Identifier: Apache-2.0
package org.parley.proof.tile;

import org.parley.proof.merkle.MadeUpTree;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The tiles and bundles of a tree kept in memory, by their paths. */
public final class MadeUpFiles {
    private MadeUpFiles() {}

    public static Map<String, byte[]> of(MadeUpTree tree) {
        Map<String, byte[]> files = new TreeMap<>();
        for (Tile tile : Tile.added(0, tree.range().size())) {
            ByteArrayOutputStream hashes = new ByteArrayOutputStream();
            int first = (int) (tile.index() * Tile.WIDTH);
            for (int i = first; i < first + tile.width(); i++) {
                hashes.writeBytes(tree.hash(Tile.HEIGHT * tile.level(), i).bytes());
            }
            files.put(tile.path(), hashes.toByteArray());
            if (tile.level() == 0) {
                List<byte[]> entries = tree.entries().subList(first, first + tile.width());
                files.put(tile.entriesPath(), EntryBundle.format(entries));
            }
        }
        return files;
    }
}
