// SPDX-License-Identifier: Apache-2.0
package org.parley.exchange;

import org.parley.log.LogStore;
import org.parley.proof.ProofException;
import org.parley.proof.tile.EntryBundle;
import org.parley.proof.tile.LogFiles;
import org.parley.proof.tile.Tile;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * A log of a store as the files of c2sp.org/tlog-tiles: for who reads it over a network, and for
 * the auditor's code, which believes nothing that a store says. Partial tiles are cut from what
 * there is, so that none has to be written. Thread safe.
 *
 * @param checkpoint the signed note that is served
 */
public record StoredLog(LogStore store, String origin, Supplier<Optional<byte[]>> checkpoint)
        implements LogFiles {

    @Override
    public Optional<byte[]> read(String path, int bytesMax) {
        if (path.equals("checkpoint")) {
            return checkpoint.get();
        }
        try {
            Tile tile = Tile.parse(path);
            long first = tile.index() * Tile.WIDTH;
            if (Tile.isEntriesPath(path)) {
                return Optional.of(
                        EntryBundle.format(store.entries(origin, first, first + tile.width())));
            }
            return Optional.of(store.tile(origin, tile.level(), tile.index(), tile.width()));
        } catch (ProofException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }
}
