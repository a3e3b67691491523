// SPDX-License-Identifier: Apache-2.0
package org.parley.exchange;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.proof.tile.LogFiles;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** A log in a folder, as c2sp.org/tlog-tiles lays out its files. Thread safe. */
public record FolderLog(Path folder) implements LogFiles {

    @Override
    public Optional<byte[]> read(String path, int bytesMax) {
        try (InputStream in = Files.newInputStream(folder.resolve(path))) {
            return Optional.of(in.readNBytes(bytesMax + 1));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new ParleyException(
                    Code.UNREADABLE,
                    Place.of(folder.resolve(path).toString()),
                    String.valueOf(e.getMessage()),
                    "check the path and the permissions");
        }
    }
}
