// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.log.Database;
import org.parley.log.Fsck;
import org.parley.log.JournalStore;
import org.parley.log.LogStore;
import org.parley.log.PostgresFsck;
import org.parley.log.PostgresStore;
import org.parley.log.RealDisk;
import org.parley.record.Folders;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * Where a node's record lies: in a journal in its folder, or in the database that its settings
 * name. Stateless.
 */
final class NodeStore {
    /** In the environment; it is asked before the file. */
    static final String PASSWORD = "PARLEY_DB_PASSWORD";

    private NodeStore() {}

    /** Makes an empty one. */
    static void create(NodeHome home, Optional<Database> database, SecureRandom chance) {
        if (database.isPresent()) {
            PostgresStore.create(database.get());
        } else {
            JournalStore.create(disk(home.store()), chance::nextLong);
        }
    }

    /**
     * Opens it.
     *
     * @throws ParleyException {@code UNAVAILABLE} when another process has it
     */
    static LogStore open(NodeHome home, SecureRandom chance) {
        return open(home, database(home), chance);
    }

    /** The same, before there are settings that say where it lies. */
    static LogStore open(NodeHome home, Optional<Database> database, SecureRandom chance) {
        return database.isPresent()
                ? PostgresStore.open(database.get())
                : JournalStore.open(disk(home.store()), chance::nextLong);
    }

    /** Opens it only to read what is in it now, also while a node runs on it. */
    static LogStore openToRead(NodeHome home) {
        Optional<Database> database = database(home);
        return database.isPresent()
                ? PostgresStore.open(database.get())
                : JournalStore.openToRead(disk(home.store()));
    }

    /**
     * The same, and what is read is on the disk: for who signs it. A database answers no sooner.
     */
    static LogStore openToVouch(NodeHome home) {
        Optional<Database> database = database(home);
        return database.isPresent()
                ? PostgresStore.open(database.get())
                : JournalStore.openToVouch(disk(home.store()));
    }

    /** Checks all of it, also while a node runs on it. */
    static Fsck.Report check(NodeHome home, Fsck.Watch watch) {
        Optional<Database> database = database(home);
        if (database.isPresent()) {
            return PostgresFsck.check(database.get(), watch);
        }
        try {
            return Fsck.check(disk(home.store()), watch);
        } catch (IOException e) {
            throw unreadable(home.store(), e);
        }
    }

    private static Optional<Database> database(NodeHome home) {
        return home.settings()
                .store()
                .map(url -> new Database(url, password(home.databasePassword())));
    }

    /**
     * The password: from the environment, else from a file that its owner alone can read.
     *
     * @throws ParleyException {@code REFUSED} when others can read it too
     */
    static Optional<String> password(Path file) {
        Optional<String> given = Optional.ofNullable(System.getenv(PASSWORD));
        if (given.isPresent() || !Files.isRegularFile(file)) {
            return given;
        }
        try {
            boolean posix = Files.getFileStore(file).supportsFileAttributeView("posix");
            if (posix
                    && !PosixFilePermissions.toString(Files.getPosixFilePermissions(file))
                            .endsWith("------")) {
                throw new ParleyException(
                        Code.REFUSED,
                        Place.of(Folders.shown(file)),
                        "others on this machine can read this password",
                        "make it yours alone: chmod 600");
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        }
        return Optional.of(Folders.text(file).strip());
    }

    static RealDisk disk(Path folder) {
        try {
            return new RealDisk(folder);
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    private static ParleyException unreadable(Path where, IOException e) {
        return new ParleyException(
                Code.UNREADABLE,
                Place.of(Folders.shown(where)),
                Folders.why(e),
                "check the path and the permissions");
    }
}
