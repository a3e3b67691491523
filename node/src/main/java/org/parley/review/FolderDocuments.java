// SPDX-License-Identifier: Apache-2.0
package org.parley.review;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.document.DocumentReader;
import org.parley.document.ReadDocument;
import org.parley.proof.canonical.Hash;
import org.parley.record.Folders;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The files of one folder, each a document: for who has no archive. Thread safe. */
public final class FolderDocuments implements Documents {
    private static final Set<String> ENDINGS = Set.of("txt", "md", "html", "htm", "pdf");
    private static final long BYTES_MAX = 16L << 20;
    private static final int FILES_MAX = 10_000;

    private final Path folder;

    /** What was read, as long as its file is the same. */
    private final Map<Path, Kept> kept = new LinkedHashMap<>();

    private record Kept(String stamp, String id) {}

    public FolderDocuments(Path folder) {
        this.folder = folder;
    }

    @Override
    public synchronized List<Listed> list() {
        return files().stream().map(file -> new Listed(id(file), name(file))).toList();
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(FolderDocuments::isDocument)
                    .sorted(Comparator.comparing(FolderDocuments::name))
                    .limit(FILES_MAX)
                    .toList();
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    private static boolean isDocument(Path file) {
        String name = name(file);
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && ENDINGS.contains(ending) && Files.isRegularFile(file);
    }

    private String id(Path file) {
        try {
            String stamp = Files.size(file) + " " + Files.getLastModifiedTime(file);
            Kept before = kept.get(file);
            if (before != null && before.stamp().equals(stamp)) {
                return before.id();
            }
            String id = Hash.of(bytes(file)).hex();
            kept.put(file, new Kept(stamp, id));
            return id;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        if (Files.size(file) > BYTES_MAX) {
            throw new ParleyException(
                    Code.TOO_LARGE,
                    Place.of(Folders.shown(file)),
                    Files.size(file) + " bytes",
                    "at most " + BYTES_MAX);
        }
        return Files.readAllBytes(file);
    }

    private static ParleyException unreadable(Path file, IOException e) {
        return new ParleyException(
                Code.UNREADABLE,
                Place.of(Folders.shown(file)),
                Folders.why(e),
                "check the permissions");
    }

    @Override
    public synchronized Loaded load(String id) {
        List<Path> found =
                id.isEmpty()
                        ? List.of()
                        : files().stream().filter(file -> id(file).startsWith(id)).toList();
        if (found.isEmpty()) {
            throw new ParleyException(
                    Code.NOT_FOUND,
                    Place.of(id.substring(0, Math.min(id.length(), 64))),
                    "there is no such document",
                    "see the list of documents");
        }
        Path file = found.getFirst();
        try {
            byte[] bytes = bytes(file);
            String hash = Hash.of(bytes).toString();
            ReadDocument read = DocumentReader.read(bytes, name(file));
            return new Loaded(read, hash);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }
}
