// SPDX-License-Identifier: Apache-2.0
package org.parley.archive;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Problem;
import org.parley.Text;
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
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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
    private static final String PROPOSED = "proposed";
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
        Optional<Entry> known = known(entry.id());
        if (known.isPresent() && isSound(entry.id())) {
            Entry kept = entry.date().map(known.get()::dated).orElse(known.get());
            if (!kept.equals(known.get())) {
                write(about(entry.id()), EntryJson.bytes(kept));
            }
            return kept;
        }
        boolean anew = !Files.exists(about(entry.id()));
        if (anew && size() >= DOCUMENTS_MAX) {
            throw new ParleyException(
                    Code.TOO_LARGE,
                    Place.of(Folders.shown(folder)),
                    Text.of(
                            "it holds " + DOCUMENTS_MAX + " documents",
                            "已有 " + DOCUMENTS_MAX + " 份文件"),
                    Text.of("use another home folder for more", "更多文件请用另一个主文件夹"));
        }
        write(content(entry.id()), content);
        write(about(entry.id()), EntryJson.bytes(entry));
        count += anew ? 1 : 0;
        return entry;
    }

    private static void require(byte[] content, Entry entry) {
        if (content.length > DOCUMENT_BYTES_MAX) {
            throw new ParleyException(
                    Code.TOO_LARGE,
                    Place.of(entry.name()),
                    Text.of(content.length + " bytes", content.length + " 字节"),
                    Text.of(
                            "a document may have " + DOCUMENT_BYTES_MAX + "; split it",
                            "一份文件不得超过 " + DOCUMENT_BYTES_MAX + " 字节；请拆分"));
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

    /** The same where it can be read; one of which the file about it is damaged is none. */
    Optional<Entry> known(String id) {
        try {
            return find(id);
        } catch (ParleyException e) {
            return Optional.empty();
        }
    }

    /**
     * The document meant by an id, by the first characters of its hash, or by its name.
     *
     * @throws ParleyException if there is none, or more than one, or it is damaged
     */
    public Entry require(String asked) {
        String id = idOf(asked);
        return find(id).orElseThrow(() -> Called.none(asked));
    }

    /**
     * Its id, which a document has even where nothing else of it can be read.
     *
     * @throws ParleyException if there is none, or more than one
     */
    public String idOf(String asked) {
        return Called.id(this, asked);
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
            throw corrupt(file, Folders.cause(e));
        }
        throw corrupt(file, Text.of("its bytes are not those that were taken in", "其字节与收入时不同"));
    }

    private static ParleyException corrupt(Path file, Text what) {
        return new ParleyException(
                Code.CORRUPT,
                Place.of(Folders.shown(file)),
                what,
                Text.of(
                        "ingest the document again from where it came, or remove it",
                        "请从来源处重新收入该文件，或将其移除"));
    }

    /**
     * Tells the file of a document from another in its place, without reading it: its size and when
     * it was written. A copy that was mended was written later.
     */
    public String stamp(String id) {
        Path file = content(id);
        try {
            return Files.size(file) + " " + Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return "none";
        }
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

    /**
     * All that is there: one file that is damaged does not hide the others.
     *
     * @param entries in the order in which they were taken in; of one moment by id
     * @param damaged by the id of the document what is wrong with the file about it
     */
    public record Stock(List<Entry> entries, SortedMap<String, Problem> damaged) {
        public Stock {
            entries = List.copyOf(entries);
            damaged = Collections.unmodifiableSortedMap(new TreeMap<>(damaged));
        }

        /** What is wrong, in the order of the ids. */
        public List<Problem> problems() {
            return List.copyOf(damaged.values());
        }
    }

    /** All documents, and those of which nothing can be told. */
    public Stock stock() {
        List<Entry> entries = new ArrayList<>();
        SortedMap<String, Problem> damaged = new TreeMap<>();
        for (String id : ids()) {
            try {
                find(id).ifPresent(entries::add);
            } catch (ParleyException e) {
                damaged.put(id, e.problem());
            }
        }
        entries.sort(Comparator.comparing(Entry::taken).thenComparing(Entry::id));
        return new Stock(entries, damaged);
    }

    /** The documents of {@link #stock} of which something can be told. */
    public List<Entry> entries() {
        return stock().entries();
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
        for (String kind : List.of("sha256", FOUND, PROPOSED)) {
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
    public synchronized void remove(String id) {
        delete(about(id));
        delete(content(id));
        delete(found(id));
        delete(proposed(id));
        count = -1;
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new ParleyException(
                    Code.UNWRITABLE,
                    Place.of(Folders.shown(file)),
                    Folders.cause(e),
                    Text.of("check the permissions", "请检查权限"));
        }
    }

    private Path content(String id) {
        String hex = id.substring(PREFIX.length());
        return folder.resolve("sha256").resolve(hex.substring(0, 2)).resolve(hex.substring(2));
    }

    /** Where what was read in it is kept, which is derived. */
    Path found(String id) {
        return derived(FOUND, id, ".jsonl");
    }

    Path proposed(String id) {
        return derived(PROPOSED, id, ".json");
    }

    private Path derived(String kind, String id, String ending) {
        String hex = id.substring(PREFIX.length());
        return folder.resolve(kind).resolve(hex.substring(0, 2)).resolve(hex.substring(2) + ending);
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
                    Folders.cause(e),
                    Text.of(
                            "check the permissions and the free space; nothing was changed",
                            "请检查权限和剩余空间；未作任何更改"));
        }
        NewFile.write(file, content, true);
        try (FileChannel channel = FileChannel.open(shelf, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Not every system opens folders; the content is on the disk all the same.
        }
    }
}
