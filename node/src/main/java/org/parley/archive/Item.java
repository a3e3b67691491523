// SPDX-License-Identifier: Apache-2.0
package org.parley.archive;

import java.io.IOException;

/**
 * Something to be taken in.
 *
 * @param name what it is called
 * @param origin where it is from: a path, an address, {@code -}
 * @param content how its bytes are had; called once, by any thread
 */
public record Item(String name, String origin, Content content) {

    /** Gives bytes. */
    @FunctionalInterface
    public interface Content {
        byte[] bytes() throws IOException, InterruptedException;
    }
}
