// SPDX-License-Identifier: Apache-2.0
package org.parley.archive;

import java.io.IOException;

/**
 * Something to be taken in.
 *
 * @param name what it is called: a path or an address as given
 * @param content how its bytes are had; called once, by any thread
 */
public record Item(String name, Content content) {

    /** Gives bytes. */
    @FunctionalInterface
    public interface Content {
        Bytes read() throws IOException, InterruptedException;
    }

    /**
     * What it holds.
     *
     * @param origin where it is from: a whole path, {@code -}, or the address that answered, which
     *     may be another than the one asked
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes as they came; nobody compares them
    public record Bytes(byte[] content, String origin) {}
}
