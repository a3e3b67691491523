// SPDX-License-Identifier: Apache-2.0
package org.parley.archive;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.proof.canonical.Hash;
import org.parley.record.Folders;
import org.parley.record.NewFile;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The documents of a home folder, {@code archive/sha256/ab/cdef…}: the bytes as they came, and
 * beside them a small file about them. Written whole or not at all, the file about them last, so
 * that a document is there once it can be used. Safe for any number of threads of one program.
 */
public final class Archive {
    /** The most bytes a document may have. */
    public static final int DOCUMENT_BYTES_MAX = 16 * 1024 * 1024;

    /** The most documents an archive may hold. */
    public static final int DOCUMENTS_MAX = 100_000;

    static final String PREFIX = "sha256:";

    private static final String FOUND = "found";
    private static final int ID_CHARS_MIN = 6;
    private static final Pattern FOLDER = Pattern.compile("[0-9a-f]{2}");
    private static final Pattern ABOUT = Pattern.compile("[0-9a-f]{62}\\.json");

    private static final Pattern PART = Pattern.compile("\\..*\\.([0-9]+)\\.part");

    private final Path folder;
    private int count = -1;

    private Archive(Path folder) {
        this.folder = folder;
    }

    /** That of a home folder, which need not exist; nothing is made until something is put in. */
    public static Archive in(Path home) {
        return new Archive(home.resolve("archive"));
    }

    /** The id of a document. */
    public static String id(byte[] content) {
        return PREFIX + Hash.of(content).hex();
    }

    /** Where what is derived from documents can be kept, which may be deleted at any time. */
    public Path derived(String name) {
        return folder.resolve(name);
    }

    /**
     * Puts a document in. One that is there already stays as it is, with the name it came with; a
     * day that a person gives it replaces the former one. A damaged copy is replaced by this one.
     *
     * @throws ParleyException if it is too large, the archive is full, or it cannot be written
     */
    public synchronized Entry put(byte[] content, Entry entry) {
        require(content, entry);
        Optional<Entry> known = find(entry.id());
        boolean sound = known.isPresent() && isSound(entry.id());
        if (known.isPresent() && sound) {
            Entry kept = entry.date().map(known.get()::dated).orElse(known.get());
            if (!kept.equals(known.get())) {
                write(about(entry.id()), EntryJson.bytes(kept));
            }
            return kept;
        }
        if (known.isEmpty() && size() >= DOCUMENTS_MAX) {
            throw new ParleyException(
                    Code.TOO_LARGE,
                    Place.of(Folders.shown(folder)),
                    "it holds " + DOCUMENTS_MAX + " documents",
                    "use another home folder for more");
        }
        write(content(entry.id()), content);
        write(about(entry.id()), EntryJson.bytes(entry));
        count += known.isEmpty() ? 1 : 0;
        return entry;
    }

    private static void require(byte[] content, Entry entry) {
        if (content.length > DOCUMENT_BYTES_MAX) {
            throw new ParleyException(
                    Code.TOO_LARGE,
                    Place.of(entry.name()),
                    content.length + " bytes",
                    "a document may have " + DOCUMENT_BYTES_MAX + "; split it");
        }
        if (!entry.id().equals(id(content)) || entry.bytes() != content.length) {
            throw new IllegalArgumentException("an entry for other bytes: " + entry.id());
        }
    }

    /** Makes an entry for a document that is about to be put in. */
    public static Entry entry(
            byte[] content,
            String name,
            String origin,
            Instant taken,
            Optional<LocalDate> date,
            Optional<String> fingerprint) {
        return new Entry(
                id(content),
                name,
                MediaType.of(content, name),
                content.length,
                taken,
                origin,
                date,
                fingerprint);
    }

    /** The document of this id, if it is there. */
    public Optional<Entry> find(String id) {
        Path about = about(id);
        return Files.isRegularFile(about)
                ? Optional.of(EntryJson.read(about, id))
                : Optional.empty();
    }

    /**
     * The document meant by an id, by the first characters of its hash, or by its name.
     *
     * @throws ParleyException if there is none, or more than one
     */
    public Entry require(String asked) {
        List<Entry> found = named(asked);
        String hex = asked.startsWith(PREFIX) ? asked.substring(PREFIX.length()) : asked;
        if (found.isEmpty() && hex.matches("[0-9a-f]{" + ID_CHARS_MIN + ",64}")) {
            found =
                    ids().stream()
                            .filter(id -> id.startsWith(PREFIX + hex))
                            .flatMap(id -> find(id).stream())
                            .toList();
        }
        if (found.size() > 1) {
            throw notFound(asked, found.size() + " documents are so called; give its id");
        }
        return found.stream()
                .findFirst()
                .orElseThrow(() ->
                        notFound(
                                asked,
                                "give the name or the first "
                                        + ID_CHARS_MIN
                                        + " characters of the id, see parley documents list"));
    }

    /** By the whole name, or by its last part as people say it. */
    private List<Entry> named(String asked) {
        return entries().stream()
                .filter(entry ->
                        entry.name().equals(asked)
                                || entry.name()
                                        .substring(entry.name().lastIndexOf('/') + 1)
                                        .equals(asked))
                .toList();
    }

    private static ParleyException notFound(String asked, String todo) {
        return new ParleyException(
                Code.NOT_FOUND, Place.of("archive"), "no document \"" + asked + "\"", todo);
    }

    /**
     * The bytes of a document.
     *
     * @throws ParleyException with {@link Code#CORRUPT} if they are not those that were put in
     */
    public byte[] content(Entry entry) {
        Path file = content(entry.id());
        try {
            if (Files.size(file) == entry.bytes()) {
                byte[] content = Files.readAllBytes(file);
                if (id(content).equals(entry.id())) {
                    return content;
                }
            }
        } catch (IOException e) {
            throw corrupt(file, Folders.why(e));
        }
        throw corrupt(file, "its bytes are not those that were taken in");
    }

    private static ParleyException corrupt(Path file, String what) {
        return new ParleyException(
                Code.CORRUPT,
                Place.of(Folders.shown(file)),
                what,
                "ingest the document again from where it came, or remove it");
    }

    private boolean isSound(String id) {
        Path file = content(id);
        try {
            return Files.isRegularFile(file)
                    && Files.size(file) <= DOCUMENT_BYTES_MAX
                    && id(Files.readAllBytes(file)).equals(id);
        } catch (IOException e) {
            return false;
        }
    }

    /** All documents, in the order in which they were taken in; of one moment by id. */
    public List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        ids().forEach(id -> find(id).ifPresent(entries::add));
        entries.sort(Comparator.comparing(Entry::taken).thenComparing(Entry::id));
        return List.copyOf(entries);
    }

    /** The ids of all documents, sorted. */
    public List<String> ids() {
        List<String> ids = new ArrayList<>();
        for (Path shelf : shelves("sha256")) {
            for (Path file : Folders.children(shelf)) {
                String name = String.valueOf(file.getFileName());
                if (ABOUT.matcher(name).matches()) {
                    ids.add(PREFIX + shelf.getFileName() + name.substring(0, 62));
                }
            }
        }
        return ids;
    }

    /** How many there are: counted once, since a folder of many is slow to list. */
    private int size() {
        if (count < 0) {
            count = ids().size();
        }
        return count;
    }

    /**
     * Clears away the parts of files that programs left which were killed while they wrote. What a
     * program that still runs is writing stays.
     */
    public synchronized void sweep() {
        for (String kind : List.of("sha256", FOUND)) {
            for (Path shelf : shelves(kind)) {
                Folders.children(shelf).stream().filter(Archive::isLeft).forEach(Archive::delete);
            }
        }
    }

    private static boolean isLeft(Path file) {
        Matcher part = PART.matcher(String.valueOf(file.getFileName()));
        return part.matches() && ProcessHandle.of(Long.parseLong(part.group(1))).isEmpty();
    }

    private List<Path> shelves(String kind) {
        Path root = folder.resolve(kind);
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        return Folders.children(root).stream()
                .filter(shelf -> FOLDER.matcher(String.valueOf(shelf.getFileName())).matches())
                .filter(Files::isDirectory)
                .toList();
    }

    /** Removes a document. Whoever looks in between sees no document rather than half of one. */
    public synchronized void remove(Entry entry) {
        delete(about(entry.id()));
        delete(content(entry.id()));
        delete(found(entry.id()));
        count = -1;
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new ParleyException(
                    Code.UNWRITABLE,
                    Place.of(Folders.shown(file)),
                    Folders.why(e),
                    "check the permissions");
        }
    }

    private Path content(String id) {
        String hex = id.substring(PREFIX.length());
        return folder.resolve("sha256").resolve(hex.substring(0, 2)).resolve(hex.substring(2));
    }

    /** Where what was read in it is kept, which is derived. */
    Path found(String id) {
        String hex = id.substring(PREFIX.length());
        return folder.resolve(FOUND)
                .resolve(hex.substring(0, 2))
                .resolve(hex.substring(2) + ".jsonl");
    }

    private Path about(String id) {
        Path content = content(id);
        return content.resolveSibling(content.getFileName() + ".json");
    }

    /** Writes a file whole and makes sure that its name, too, is on the disk. */
    static void write(Path file, byte[] content) {
        Path shelf = Optional.ofNullable(file.getParent()).orElse(file);
        try {
            Files.createDirectories(shelf);
        } catch (IOException e) {
            throw new ParleyException(
                    Code.UNWRITABLE,
                    Place.of(Folders.shown(shelf)),
                    Folders.why(e),
                    "check the permissions");
        }
        NewFile.write(file, content, true);
        try (FileChannel channel = FileChannel.open(shelf, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Not every system opens folders; the content is on the disk all the same.
        }
    }
}
