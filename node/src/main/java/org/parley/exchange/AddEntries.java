// SPDX-License-Identifier: Apache-2.0
package org.parley.exchange;

import org.parley.log.LogStore;
import org.parley.log.StoredTree;
import org.parley.proof.ProofException;
import org.parley.proof.ProofException.Reason;
import org.parley.proof.canonical.Hash;
import org.parley.proof.merkle.ConsistencyProof;
import org.parley.proof.merkle.Subtree;
import org.parley.proof.tile.Tile;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The body of a mirror's {@code add-entries} (c2sp.org/tlog-mirror, a draft: the only place that
 * knows its bytes): entries of one log in packages of at most 256, each with the proof that it
 * stands in the tree of size {@code end}. Immutable.
 */
record AddEntries(String origin, long start, long end, List<Pack> packs) {
    /** As clients send at most; it bounds what a mirror holds in memory. */
    static final int PACKS_MAX = 32;

    private static final int PROOF_MAX = 63;
    private static final int HASH_BYTES = 32;

    AddEntries {
        packs = List.copyOf(packs);
    }

    /** Entries from {@code first} on, and the proof for the tile they stand in. */
    record Pack(long first, List<byte[]> entries, List<Hash> proof) {
        Pack {
            entries = List.copyOf(entries);
            proof = List.copyOf(proof);
        }

        long until() {
            return first + entries.size();
        }

        /** The subtree that its proof is about: from the tile's first leaf. */
        Subtree subtree() {
            return new Subtree(first - first % Tile.WIDTH, until());
        }
    }

    /** What a client sends next: packages from {@code start} of the log as it is at size end. */
    static AddEntries of(LogStore store, String origin, long start, long end) {
        List<Pack> packs = new ArrayList<>();
        StoredTree tree = new StoredTree(store, origin);
        long first = start;
        while (first < end && packs.size() < PACKS_MAX) {
            long until = Math.min(end, first - first % Tile.WIDTH + Tile.WIDTH);
            Subtree subtree = new Subtree(first - first % Tile.WIDTH, until);
            packs.add(
                    new Pack(
                            first,
                            store.entries(origin, first, until),
                            ConsistencyProof.prove(subtree, end, tree).hashes()));
            first = until;
        }
        return new AddEntries(origin, start, end, packs);
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] name = origin.getBytes(StandardCharsets.UTF_8);
        out.writeBytes(ByteBuffer.allocate(2).putShort((short) name.length).array());
        out.writeBytes(name);
        out.writeBytes(ByteBuffer.allocate(18).putLong(start).putLong(end).array());
        for (Pack pack : packs) {
            for (byte[] entry : pack.entries()) {
                out.writeBytes(ByteBuffer.allocate(2).putShort((short) entry.length).array());
                out.writeBytes(entry);
            }
            out.write(pack.proof().size());
            pack.proof().forEach(hash -> out.writeBytes(hash.bytes()));
        }
        return out.toByteArray();
    }

    /**
     * Reads as many whole packages as there are; what follows the last is left out, as the format
     * asks.
     *
     * @throws ProofException when not even the head is whole, or an interval makes no sense
     */
    static AddEntries parse(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        String origin;
        long start;
        long end;
        try {
            origin = new String(taken(in, in.getShort() & 0xffff), StandardCharsets.UTF_8);
            start = in.getLong();
            end = in.getLong();
            taken(in, in.getShort() & 0xffff);
        } catch (BufferUnderflowException e) {
            throw new ProofException(Reason.FORM, "the request ends early");
        }
        if (start < 0 || start > end) {
            throw new ProofException(Reason.OUT_OF_RANGE, "entries " + start + " to " + end);
        }
        List<Pack> packs = new ArrayList<>();
        long first = start;
        try {
            while (first < end && in.hasRemaining() && packs.size() < PACKS_MAX) {
                long until = Math.min(end, first - first % Tile.WIDTH + Tile.WIDTH);
                List<byte[]> entries = new ArrayList<>();
                for (long i = first; i < until; i++) {
                    entries.add(taken(in, in.getShort() & 0xffff));
                }
                int hashes = in.get() & 0xff;
                if (hashes > PROOF_MAX) {
                    throw new ProofException(Reason.PROOF_LENGTH, hashes + " hashes");
                }
                List<Hash> proof = new ArrayList<>();
                for (int i = 0; i < hashes; i++) {
                    proof.add(Hash.fromBytes(taken(in, HASH_BYTES)));
                }
                packs.add(new Pack(first, entries, proof));
                first = until;
            }
        } catch (BufferUnderflowException e) {
            // A connection that broke off: the whole packages before it count.
        }
        return new AddEntries(origin, start, end, packs);
    }

    private static byte[] taken(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }
}
