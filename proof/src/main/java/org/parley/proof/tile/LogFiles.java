// SPDX-License-Identifier: Apache-2.0
package org.parley.proof.tile;

import java.util.Optional;

/**
 * Where the files of a log are read from: a folder, an address, an archive. Nothing that comes from
 * it is believed.
 */
@FunctionalInterface
public interface LogFiles {
    /**
     * The file at this path of tlog-tiles, such as {@code checkpoint}, {@code tile/0/000} or {@code
     * tile/entries/x001/234.p/5}; empty when there is none. It throws what it likes when it cannot
     * tell.
     *
     * @param bytesMax more than this is never wanted, and may be answered with the first {@code
     *     bytesMax + 1} bytes
     */
    Optional<byte[]> read(String path, int bytesMax);
}
