// SPDX-License-Identifier: Apache-2.0
package org.parley.log;

import org.parley.proof.merkle.TreeHasher;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.RandomAccess;

/**
 * Entries with their leaf hashes, made in one place and once: whoever has proved something about
 * the hashes and whoever stores them mean the same bytes. Immutable as long as nobody changes the
 * arrays, which are handed over.
 */
public final class HashedEntries extends AbstractList<byte[]> implements RandomAccess {
    private final byte[][] entries;
    private final byte[][] leaves;

    private HashedEntries(byte[][] entries, byte[][] leaves) {
        this.entries = entries;
        this.leaves = leaves;
    }

    /** The same object when they are hashed already. */
    public static HashedEntries of(Collection<byte[]> entries) {
        if (entries instanceof HashedEntries hashed) {
            return hashed;
        }
        byte[][] all = entries.toArray(new byte[0][]);
        byte[][] leaves = new byte[all.length][];
        TreeHasher hasher = new TreeHasher();
        for (int i = 0; i < all.length; i++) {
            leaves[i] = hasher.leaf(all[i]);
        }
        return new HashedEntries(all, leaves);
    }

    /** All of these, one after the other, without hashing them again. */
    public static HashedEntries joined(List<HashedEntries> parts) {
        int size = parts.stream().mapToInt(HashedEntries::size).sum();
        byte[][] all = new byte[size][];
        byte[][] leaves = new byte[size][];
        int at = 0;
        for (HashedEntries part : parts) {
            System.arraycopy(part.entries, 0, all, at, part.entries.length);
            System.arraycopy(part.leaves, 0, leaves, at, part.leaves.length);
            at += part.entries.length;
        }
        return new HashedEntries(all, leaves);
    }

    /** Those from an index on. */
    public HashedEntries from(int first) {
        return first == 0
                ? this
                : new HashedEntries(
                        Arrays.copyOfRange(entries, first, entries.length),
                        Arrays.copyOfRange(leaves, first, leaves.length));
    }

    @Override
    public byte[] get(int index) {
        return entries[index];
    }

    @Override
    public int size() {
        return entries.length;
    }

    /** The leaf hash of an entry; nobody may change it. */
    public byte[] leaf(int index) {
        return leaves[index];
    }
}
