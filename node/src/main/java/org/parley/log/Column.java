// SPDX-License-Identifier: Apache-2.0
package org.parley.log;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Cells of one width, one after the other, that only grow: hashes of a level, places of entries. It
 * grows in chunks, so that appending never copies what is there. One writer; what lies below a size
 * that was published is safe for many readers.
 */
final class Column {
    private static final int CHUNK_CELLS = 8_192;

    private final int width;
    private volatile List<byte[]> chunks = List.of();
    private long size;

    Column(int width) {
        this.width = width;
    }

    long size() {
        return size;
    }

    void add(byte[] cell) {
        int at = room();
        System.arraycopy(cell, 0, chunks.getLast(), at, width);
        size++;
    }

    /** Where the next cell goes in the last chunk. */
    private int room() {
        int at = (int) (size % CHUNK_CELLS);
        if (at == 0) {
            grow();
        }
        return at * width;
    }

    /** Adds cells that lie one after the other. */
    void addAll(byte[] cells, int from, int count) {
        int at = from;
        int left = count;
        while (left > 0) {
            int inChunk = (int) (size % CHUNK_CELLS);
            if (inChunk == 0) {
                grow();
            }
            int some = Math.min(left, CHUNK_CELLS - inChunk);
            System.arraycopy(cells, at, chunks.getLast(), inChunk * width, some * width);
            size += some;
            at += some * width;
            left -= some;
        }
    }

    private void grow() {
        List<byte[]> more = new ArrayList<>(chunks);
        more.add(new byte[CHUNK_CELLS * width]);
        chunks = more;
    }

    void addLong(long value) {
        int at = room();
        ByteBuffer.wrap(chunks.getLast()).putLong(at, value);
        size++;
    }

    long longAt(long index) {
        return ByteBuffer.wrap(chunk(index)).getLong((int) (index % CHUNK_CELLS) * width);
    }

    /** Copies cells out. */
    void copy(long from, int count, byte[] target, int targetAt) {
        long index = from;
        int left = count;
        int at = targetAt;
        while (left > 0) {
            int inChunk = (int) (index % CHUNK_CELLS);
            int some = Math.min(left, CHUNK_CELLS - inChunk);
            System.arraycopy(chunk(index), inChunk * width, target, at, some * width);
            index += some;
            left -= some;
            at += some * width;
        }
    }

    private byte[] chunk(long index) {
        return chunks.get((int) (index / CHUNK_CELLS));
    }
}
