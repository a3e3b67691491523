// SPDX-License-Identifier: Apache-2.0
package org.parley.exchange;

import org.parley.log.LogStore;
import org.parley.proof.ProofException;
import org.parley.proof.checkpoint.Checkpoint;
import org.parley.proof.note.Note;
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

    /** Who takes the files of a log one by one. */
    public interface Taking {
        void take(String path, byte[] bytes);
    }

    /**
     * Hands over every file that a reader needs, the checkpoint last: who copies them in this order
     * never has a checkpoint without its tiles.
     */
    public void each(Taking taking) {
        byte[] note = checkpoint.get().orElse(new byte[0]);
        if (note.length == 0) {
            return;
        }
        long size = Checkpoint.of(Note.parse(note)).size();
        for (Tile tile : Tile.added(0, size)) {
            taking.take(tile.path(), store.tile(origin, tile.level(), tile.index(), tile.width()));
            if (tile.level() == 0) {
                long first = tile.index() * Tile.WIDTH;
                taking.take(
                        tile.entriesPath(),
                        EntryBundle.format(store.entries(origin, first, first + tile.width())));
            }
        }
        taking.take("checkpoint", note);
    }
}
