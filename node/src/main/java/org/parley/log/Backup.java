// SPDX-License-Identifier: Apache-2.0
package org.parley.log;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * A copy of a store that goes on running: as it was at one moment, checked as a whole before it
 * gets its name. Restoring is putting the folder in the store's place; but a log of one's own that
 * was restored may be behind what its peers were told, so ask them before signing again. Keys are
 * not in it. Stateless.
 */
public final class Backup {
    private static final String LOCK = "lock";

    private Backup() {}

    /**
     * Writes a backup.
     *
     * @param store open in this process
     * @param folder the new folder; it must not be there yet
     * @return what the check of the copy counted
     * @throws ParleyException {@code CONFLICT} when the folder is there, {@code UNWRITABLE} when
     *     there is no room, {@code CORRUPT} when the store itself is damaged; then no folder of
     *     that name is left
     */
    public static Fsck.Report write(JournalStore store, Path folder) {
        Path target = folder.toAbsolutePath().normalize();
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new ParleyException(
                    Code.CONFLICT,
                    Place.of(target.toString()),
                    "there is something already",
                    "choose a new folder");
        }
        Path making = target.resolveSibling("making-" + target.getFileName());
        try {
            clear(making);
            Disk disk = new RealDisk(making);
            store.copyTo(disk);
            Fsck.Report report = Fsck.check(disk);
            if (!report.isSound()) {
                throw damaged(report);
            }
            // Opening completes what is begun: bodies that were erased while they were copied.
            JournalStore.open(disk, () -> 0L).close();
            disk.delete(LOCK);
            disk.syncNames();
            Files.move(making, target, StandardCopyOption.ATOMIC_MOVE);
            try (FileChannel parent =
                    FileChannel.open(target.resolveSibling("."), StandardOpenOption.READ)) {
                parent.force(true);
            }
            return report;
        } catch (IOException e) {
            throw new ParleyException(
                    Code.UNWRITABLE,
                    Place.of(target.toString()),
                    String.valueOf(e.getMessage()),
                    "make room, or choose another folder");
        }
    }

    private static ParleyException damaged(Fsck.Report report) {
        Fsck.Finding first =
                report.findings().stream()
                        .filter(finding -> !finding.flaw().mends())
                        .findFirst()
                        .orElseThrow();
        return new ParleyException(
                Code.CORRUPT,
                Place.of(first.place()),
                first.flaw().what().en(),
                "check the store; an older backup may be whole");
    }

    /** What an interrupted backup left. */
    private static void clear(Path making) throws IOException {
        if (!Files.exists(making)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> all = Files.list(making)) {
            files = all.toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
        Files.delete(making);
    }
}
