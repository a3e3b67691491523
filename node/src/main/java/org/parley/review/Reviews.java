// SPDX-License-Identifier: Apache-2.0
package org.parley.review;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Text;
import org.parley.log.Event;
import org.parley.log.JournalStore;
import org.parley.log.LogStore;
import org.parley.log.RealDisk;
import org.parley.proof.canonical.CanonicalJson;
import org.parley.proof.canonical.Hash;
import org.parley.proof.canonical.MalformedException;
import org.parley.proof.canonical.StatementText;
import org.parley.record.Folders;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The log of decisions in {@code HOME/reviews}: a journal (docs/formats/journal.md), one record for
 * each decision, on the disk before it is acknowledged. The journal is held only while something is
 * read or written, so that pages and commands work side by side. Thread safe.
 */
public final class Reviews {
    /** Of a log that nobody else has; the ending is reserved for names that lead nowhere. */
    static final String ORIGIN = "reviews.parley.invalid";

    private static final String FOLDER = "reviews";
    private static final int BY_LENGTH_MAX = 60;
    private static final int TRIES = 50;
    private static final long TRY_MS = 20;

    private final Path home;
    private final JournalStore.Salts salts;
    private List<Decided> read = List.of();
    private List<String> readFrom = List.of();

    /**
     * The log of a home folder, begun with its first decision.
     *
     * @param salts numbers that nobody can guess, for the journal's files
     */
    public Reviews(Path home, JournalStore.Salts salts) {
        this.home = home;
        this.salts = salts;
    }

    private Path folder() {
        return home.resolve(FOLDER);
    }

    /**
     * All decisions in the order in which they were made; none where nobody decided yet.
     *
     * @throws ParleyException {@code NOT_FOUND} when the folder is there and its journal is not: a
     *     lost log is never an empty one; {@code CORRUPT} when it is damaged
     */
    public synchronized List<Decided> all() {
        if (!Files.isDirectory(folder())) {
            read = List.of();
            readFrom = List.of();
            return read;
        }
        try {
            List<String> files = files();
            if (read.isEmpty() || !files.equals(readFrom)) {
                try (LogStore store = JournalStore.openToRead(new RealDisk(folder()))) {
                    read = read(store);
                    readFrom = files;
                }
            }
            return read;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** The journal's files with their sizes: as long as these are the same, so is the log. */
    private List<String> files() throws IOException {
        try (var files = Files.list(folder())) {
            List<String> sizes = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                String name = String.valueOf(file.getFileName());
                if (name.startsWith("journal")) {
                    sizes.add(name + " " + Files.size(file));
                }
            }
            return sizes;
        }
    }

    private static List<Decided> read(LogStore store) {
        List<Decided> decided = new ArrayList<>();
        long held = store.held(ORIGIN);
        for (long from = 0; from < held; from += LogStore.ENTRIES_READ_MAX) {
            long until = Math.min(held, from + LogStore.ENTRIES_READ_MAX);
            for (byte[] entry : store.entries(ORIGIN, from, until)) {
                decided.add(read(store, entry, Place.of(FOLDER + ":" + decided.size())));
            }
        }
        return List.copyOf(decided);
    }

    private static Decided read(LogStore store, byte[] entry, Place place) {
        try {
            StatementText text = StatementText.read(entry);
            Hash hash = DecisionText.bodyOf(text);
            byte[] body = store.body(hash).orElseThrow(() -> lost(place));
            return DecisionText.read(text, body, place);
        } catch (MalformedException e) {
            throw DecisionText.corrupt(place, Text.same(String.valueOf(e.getMessage())));
        }
    }

    private static ParleyException lost(Place place) {
        return DecisionText.corrupt(place, Text.of("what was decided is not there", "所作决定不在其中"));
    }

    /**
     * Writes a decision; when this returns it is on the disk.
     *
     * @throws ParleyException {@code BAD_VALUE} for a name that cannot stand in a statement; {@code
     *     UNAVAILABLE} when another process keeps the log
     */
    public synchronized Decided add(String by, Instant at, Decision decision) {
        String who = name(by);
        byte[] body = CanonicalJson.write(DecisionText.body(decision));
        StatementText text =
                DecisionText.statement(decision, body, who, at.truncatedTo(ChronoUnit.MILLIS));
        try {
            begin();
            try (LogStore store = open()) {
                store.commit(
                        List.of(
                                new Event.Entries(
                                        ORIGIN,
                                        store.held(ORIGIN),
                                        List.of(text.bytes()),
                                        Optional.empty()),
                                new Event.Body(Hash.of(body), body)));
            }
            return DecisionText.read(text, body, Place.of(FOLDER));
        } catch (IOException e) {
            throw new ParleyException(
                    Code.UNWRITABLE,
                    Place.of(Folders.shown(folder())),
                    Folders.cause(e),
                    Text.of(
                            "check the permissions and the free space; nothing was decided",
                            "请检查权限和剩余空间；未作任何决定"));
        }
    }

    /** A log that is to be there is there with its first file, or not at all. */
    private void begin() throws IOException {
        if (Files.isDirectory(folder())) {
            return;
        }
        Files.createDirectories(home);
        Path begun = Files.createTempDirectory(home, ".reviews");
        JournalStore.create(new RealDisk(begun), salts);
        try {
            Files.move(begun, folder(), StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException e) {
            // Another process began it; its log is the log.
            try (var files = Files.list(begun)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(begun);
        }
    }

    /** Others hold it for as long as one write takes. */
    private LogStore open() throws IOException {
        for (int i = 1; ; i++) {
            try {
                return JournalStore.open(new RealDisk(folder()), salts);
            } catch (ParleyException e) {
                if (e.code() != Code.UNAVAILABLE || i == TRIES) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(TRY_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String name(String by) {
        String name = by.strip();
        if (name.isEmpty()
                || name.length() > BY_LENGTH_MAX
                || name.codePoints().anyMatch(Character::isISOControl)
                || !Quoted.written(name).equals(name)) {
            throw new ParleyException(
                    Code.BAD_VALUE,
                    Place.of("by"),
                    Text.of("who decides is not named", "未写明由谁决定"),
                    Text.of(
                            "a name of at most " + BY_LENGTH_MAX + " characters",
                            "请给出至多 " + BY_LENGTH_MAX + " 个字符的名称"));
        }
        return name;
    }

    private ParleyException unreadable(IOException e) {
        return new ParleyException(
                Code.UNREADABLE,
                Place.of(Folders.shown(folder())),
                Folders.cause(e),
                Text.of("check the permissions", "请检查权限"));
    }
}
