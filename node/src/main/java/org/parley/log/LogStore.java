// SPDX-License-Identifier: Apache-2.0
package org.parley.log;

import org.parley.ParleyException;
import org.parley.proof.canonical.Hash;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one node keeps. There are three of it under one contract (LogStoreContract in the tests): a
 * journal on disk, PostgreSQL, and the tests' own in memory, which is the plain statement of what
 * the others have to do. It keeps bytes and their order; who may say what is for others to judge.
 *
 * <p>Thread safe for any number of readers and one writer at a time.
 */
public interface LogStore extends AutoCloseable {
    /** As the format of entry bundles has it (tlog-tiles): a length of two bytes. */
    int ENTRY_BYTES_MAX = 65_535;

    /** Room for the item list of the largest declaration there has been, many times over. */
    int BODY_BYTES_MAX = 16 << 20;

    /** Of a log's origin, which tlog-checkpoint bounds lower, and of a fact's name. */
    int NAME_BYTES_MAX = 1_024;

    /** Room for two checkpoints and what proves that they contradict; facts stay in memory. */
    int FACT_BYTES_MAX = 4 << 20;

    /** How many entries one reading gives at most: the packages of one mirror request. */
    int ENTRIES_READ_MAX = 8_192;

    /**
     * Makes all of these durable, or none. When it returns they are on disk: one sync for the whole
     * list, and no answer to anybody before it.
     *
     * @throws ParleyException {@code CONFLICT} when one does not follow from what is held; nothing
     *     is changed. {@code STOPPED} when writing or syncing failed: the page cache may then hold
     *     what the disk does not, so nothing more is written until the process starts anew (Rebello
     *     et al., Can Applications Recover from fsync Failures?, ATC 2020)
     */
    void commit(List<Event> events);

    /** The logs of which anything is held, in alphabetical order. */
    List<String> origins();

    /** The last checkpoint of which all entries are held. */
    Optional<Head> head(String origin);

    /** The number of entries held; beyond the head's while a copy is being filled. */
    long held(String origin);

    /**
     * The number of entries held under a checkpoint of their author. Beyond the head's after a
     * crash, and for who only reads: of a node's own log the last few checkpoints may have been
     * given out and not kept, for its key signs them again ({@link OwnLog#open}).
     */
    default long signed(String origin) {
        return head(origin).map(Head::size).orElse(0L);
    }

    /**
     * Entries {@code from} to {@code until}, exclusive; at most {@link #ENTRIES_READ_MAX} of them.
     *
     * @throws IndexOutOfBoundsException when they are not held
     */
    List<byte[]> entries(String origin, long from, long until);

    /**
     * The first hashes of a tile of the tree (tlog-tiles): {@code width} times 32 bytes.
     *
     * @param level of tiles: 0 has leaf hashes, each further one is 8 levels of the tree higher
     * @param width 1 to 256
     * @throws IndexOutOfBoundsException when the entries held do not fill it so far
     */
    byte[] tile(String origin, int level, long index, int width);

    /** A body; empty when it never came or was erased. */
    Optional<byte[]> body(Hash hash);

    /** Whether a body was held once and erased. */
    boolean isErased(Hash hash);

    /** What stands under the name of a {@link Event.Fact}. */
    Optional<byte[]> fact(String name);

    /** All facts whose names begin so, by name. */
    Map<String, byte[]> facts(String prefix);

    @Override
    void close();
}
