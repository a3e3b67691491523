// SPDX-License-Identifier: Apache-2.0
package org.parley.proof.merkle;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.parley.proof.canonical.Hash;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A tree kept in memory, and its root by the letter of RFC 6962. */
public final class MadeUpTree implements HashReader {
    private record Node(int level, long index) {}

    private final Map<Node, Hash> nodes = new HashMap<>();
    private final List<byte[]> entries = new ArrayList<>();
    private final TreeRange range = new TreeRange();

    public static MadeUpTree of(int size, String salt) {
        MadeUpTree tree = new MadeUpTree();
        for (int i = 0; i < size; i++) {
            tree.add((salt + i).getBytes(UTF_8));
        }
        return tree;
    }

    public void add(byte[] entry) {
        entries.add(entry);
        range.appendEntry(
                entry,
                (level, index, hash) -> nodes.put(new Node(level, index), Hash.fromBytes(hash)));
    }

    public List<byte[]> entries() {
        return entries;
    }

    public TreeRange range() {
        return range;
    }

    @Override
    public Hash hash(int level, long index) {
        Hash hash = nodes.get(new Node(level, index));
        if (hash == null) {
            throw new AssertionError("asked for " + level + "/" + index);
        }
        return hash;
    }

    /** MTH(D[from:to]) as it is defined: slow and plain. */
    Hash root(int from, int to) {
        if (from == to) {
            return Hash.of();
        }
        if (to - from == 1) {
            return Hash.of(new byte[] {0}, entries.get(from));
        }
        int k = 1;
        while (2 * k < to - from) {
            k *= 2;
        }
        return Hash.of(new byte[] {1}, root(from, from + k).bytes(), root(from + k, to).bytes());
    }
}
