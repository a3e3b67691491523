// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that only their owner can read, from their first byte on. Stateless. */
final class OwnFile {
    private static final Set<PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rw-------");

    private OwnFile() {}

    /** Makes an empty one where none is. */
    static void create(Path file) throws IOException {
        Path whole = file.toAbsolutePath();
        boolean posix =
                Files.getFileStore(whole.resolveSibling(".")).supportsFileAttributeView("posix");
        if (posix) {
            Files.createFile(whole, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        } else {
            Files.createFile(whole);
        }
    }

    /** Writes a text into a new one. */
    static void write(Path file, String text) throws IOException {
        create(file);
        Files.writeString(file, text, StandardOpenOption.SYNC, StandardOpenOption.WRITE);
    }
}
