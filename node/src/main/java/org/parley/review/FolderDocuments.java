// SPDX-License-Identifier: Apache-2.0
package org.parley.review;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Text;
import org.parley.document.DocumentReader;
import org.parley.proof.canonical.Hash;
import org.parley.record.Folders;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Files, each a document: for who has no archive. Looked at anew each time; thread safe. */
public final class FolderDocuments implements Documents {
    private static final Set<String> ENDINGS =
            Set.of("txt", "md", "markdown", "html", "htm", "pdf", "docx", "eml");
    private static final long BYTES_MAX = 16L << 20;
    private static final int FILES_MAX = 10_000;

    private final List<Path> places;
    private final Function<Path, String> names;

    /** What was read, as long as its file is the same. */
    private final Map<Path, Kept> kept = new LinkedHashMap<>();

    private record Kept(String stamp, String id) {}

    private FolderDocuments(List<Path> places, Function<Path, String> names) {
        this.places = List.copyOf(places);
        this.names = names;
    }

    /** What lies right in a folder, under the names of its files; nothing if there is none. */
    public FolderDocuments(Path folder) {
        this(List.of(folder), FolderDocuments::name);
    }

    /**
     * The files named, under the paths by which they are named; of folders what lies right in them.
     *
     * @throws ParleyException {@code NOT_FOUND} if one is not there
     */
    public static FolderDocuments of(List<Path> places) {
        for (Path path : places) {
            if (!Files.exists(path)) {
                throw new ParleyException(
                        Code.NOT_FOUND,
                        Place.of(path.toString()),
                        Text.of("there is no such file or folder", "没有此文件或文件夹"),
                        Text.of("name documents, or folders of documents", "请给出文件或文件夹"));
            }
        }
        return new FolderDocuments(places, Path::toString);
    }

    @Override
    public synchronized List<Listed> list() {
        return files().stream()
                .map(file ->
                        new Listed(id(file), names.apply(file), Optional.empty(), Optional.empty()))
                .toList();
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private List<Path> files() {
        TreeMap<String, Path> found = new TreeMap<>();
        for (Path place : places) {
            if (Files.isDirectory(place)) {
                Folders.children(place).stream()
                        .filter(FolderDocuments::isDocument)
                        .forEach(file -> found.put(file.toString(), file));
            } else if (Files.isRegularFile(place)) {
                found.put(place.toString(), place);
            }
        }
        if (found.size() > FILES_MAX) {
            throw new ParleyException(
                    Code.TOO_LARGE,
                    Place.of("documents"),
                    Text.of(found.size() + " documents", found.size() + " 份文件"),
                    Text.of(
                            "at most " + FILES_MAX + "; take them in with ingest instead",
                            "至多 " + FILES_MAX + " 份；请改用 ingest 收入"));
        }
        return List.copyOf(found.values());
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
                    Text.of(Files.size(file) + " bytes", Files.size(file) + " 字节"),
                    Text.of("at most " + BYTES_MAX, "至多 " + BYTES_MAX + " 字节"));
        }
        return Files.readAllBytes(file);
    }

    private static ParleyException unreadable(Path file, IOException e) {
        return new ParleyException(
                Code.UNREADABLE,
                Place.of(Folders.shown(file)),
                Folders.cause(e),
                Text.of("check the permissions", "请检查权限"));
    }

    @Override
    public Loaded load(String id) {
        Path file = file(id);
        try {
            byte[] bytes = bytes(file);
            String hash = Hash.of(bytes).toString();
            return new Loaded(
                    DocumentReader.read(bytes, names.apply(file)),
                    hash,
                    Optional.empty(),
                    Optional.empty(),
                    List.of());
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private synchronized Path file(String id) {
        // Most are asked for right after they were listed: then no other file is looked at.
        Optional<Path> known =
                kept.entrySet().stream()
                        .filter(one -> one.getValue().id().equals(id))
                        .map(Map.Entry::getKey)
                        .filter(file -> Files.isRegularFile(file) && id(file).equals(id))
                        .findFirst();
        if (known.isPresent()) {
            return known.get();
        }
        List<Path> found =
                id.isEmpty()
                        ? List.of()
                        : files().stream().filter(file -> id(file).startsWith(id)).toList();
        if (found.isEmpty()) {
            throw new ParleyException(
                    Code.NOT_FOUND,
                    Place.of(id.substring(0, Math.min(id.length(), 64))),
                    Text.of("there is no such document", "没有此文件"),
                    Text.of("see the list of documents", "见文件列表"));
        }
        return found.getFirst();
    }
}
