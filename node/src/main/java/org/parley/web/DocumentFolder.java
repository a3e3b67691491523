// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.contradiction.DocumentShelf;
import org.parley.document.DocumentReader;
import org.parley.document.ReadDocument;
import org.parley.record.Folders;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Documents in files and folders. Read anew each time; thread safe. */
public final class DocumentFolder implements DocumentShelf {
    private static final int FILES_MAX = 10_000;
    private static final List<String> ENDINGS =
            List.of(".txt", ".md", ".markdown", ".html", ".htm", ".pdf");

    private final Map<String, Path> files;

    private DocumentFolder(Map<String, Path> files) {
        this.files = files;
    }

    /**
     * The files named, and of folders what lies right in them and ends as a document does.
     *
     * @throws ParleyException if one is not there, or they are too many
     */
    public static DocumentFolder of(Collection<Path> paths) {
        Map<String, Path> files = new TreeMap<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                Folders.children(path).stream()
                        .filter(DocumentFolder::isDocument)
                        .forEach(file -> files.put(file.toString(), file));
            } else if (Files.isRegularFile(path)) {
                files.put(path.toString(), path);
            } else {
                throw new ParleyException(
                        Code.NOT_FOUND,
                        Place.of(path.toString()),
                        "there is no such file or folder",
                        "name documents, or folders of documents");
            }
        }
        if (files.size() > FILES_MAX) {
            throw new ParleyException(
                    Code.TOO_LARGE,
                    Place.of("documents"),
                    files.size() + " documents",
                    "compare up to " + FILES_MAX + " at a time");
        }
        return new DocumentFolder(files);
    }

    private static boolean isDocument(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Files.isRegularFile(file) && ENDINGS.stream().anyMatch(name::endsWith);
    }

    @Override
    public List<String> list() {
        return new ArrayList<>(files.keySet());
    }

    @Override
    public ReadDocument load(String name) {
        Path file =
                Optional.ofNullable(files.get(name))
                        .orElseThrow(() ->
                                new ParleyException(
                                        Code.NOT_FOUND,
                                        Place.of(name),
                                        "there is no such document",
                                        "see the list"));
        try {
            return DocumentReader.read(Files.readAllBytes(file), name);
        } catch (IOException e) {
            throw new ParleyException(
                    Code.UNAVAILABLE,
                    Place.of(name),
                    "it cannot be read",
                    String.valueOf(e.getMessage()));
        }
    }
}
