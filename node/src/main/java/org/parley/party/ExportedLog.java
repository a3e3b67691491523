// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.exchange.StoredLog;
import org.parley.proof.note.VerifierKey;
import org.parley.record.Folders;
import org.parley.record.NewFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A node's own log as the files of c2sp.org/tlog-tiles, written to a folder.
 *
 * @param size how many entries
 * @param files how many files
 * @param keys that signed it
 */
public record ExportedLog(String origin, long size, int files, List<VerifierKey> keys) {
    public ExportedLog {
        keys = List.copyOf(keys);
    }

    /**
     * Writes them, the checkpoint last.
     *
     * @throws ParleyException {@code UNWRITABLE}
     */
    public static ExportedLog write(Node node, Path folder) {
        String origin = node.origin();
        int[] files = {0};
        new StoredLog(node.store(), origin, () -> node.shown(origin))
                .each((path, bytes) -> {
                    Path file = folder.resolve(path);
                    try {
                        Files.createDirectories(file.resolveSibling(""));
                    } catch (IOException e) {
                        throw new ParleyException(
                                Code.UNWRITABLE,
                                Place.of(Folders.shown(file)),
                                Folders.why(e),
                                "check the path and the permissions");
                    }
                    NewFile.write(file, bytes, false);
                    files[0]++;
                });
        return new ExportedLog(
                origin, node.head().size(), files[0], node.roster().logKeysEver(origin));
    }
}
