// SPDX-License-Identifier: Apache-2.0
package org.parley.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Where a store's files lie: a folder of a real disk, or the tests' simulated one, which loses,
 * tears and reorders whatever was not synced. One level, plain names.
 */
public interface Disk {

    /** Opens a file for reading and writing; makes it if it is not there. */
    Handle open(String name) throws IOException;

    /** The names of the files there are, in alphabetical order. */
    List<String> names() throws IOException;

    void delete(String name) throws IOException;

    /** Gives a file another name, replacing what had it; atomic. */
    void rename(String from, String to) throws IOException;

    /** Makes durable which names there are. */
    void syncNames() throws IOException;

    /**
     * Takes the store for this process alone.
     *
     * @throws IOException when another process has it
     */
    AutoCloseable lock(String name) throws IOException;

    /** An open file. Reading is safe for many threads, writing for one. */
    interface Handle extends AutoCloseable {
        long size() throws IOException;

        /** Reads until the buffer is full or the file ends. */
        void read(long position, ByteBuffer target) throws IOException;

        /** Writes all of it. */
        void write(long position, ByteBuffer source) throws IOException;

        /** Makes what was written durable, with the file's length; one fdatasync. */
        void sync() throws IOException;

        void truncate(long size) throws IOException;

        @Override
        void close() throws IOException;
    }
}
