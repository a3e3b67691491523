// SPDX-License-Identifier: Apache-2.0
package org.parley.archive;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.record.Folders;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What is meant by the names on a command line: files, folders with all below them, a dash. Sorted
 * within a folder; links in folders are not followed and hidden files are passed over, so that a
 * folder never brings in what does not lie in it.
 */
public final class Inputs {
    /** The most documents that can be taken in at once. */
    public static final int ITEMS_MAX = 100_000;

    private static final int DEPTH_MAX = 64;

    private Inputs() {}

    /** The items of one name. */
    public static List<Item> of(String name, InputStream standard) {
        if (name.equals("-")) {
            return List.of(new Item("-", "-", () -> bounded(standard, "-")));
        }
        Path path = Path.of(name);
        List<Item> items = new ArrayList<>();
        if (Files.isDirectory(path)) {
            below(path, 0, items);
        } else {
            items.add(file(path));
        }
        return items;
    }

    private static void below(Path folder, int depth, List<Item> items) {
        if (depth > DEPTH_MAX) {
            throw tooMany(folder, "folders in folders", DEPTH_MAX);
        }
        for (Path child : Folders.children(folder)) {
            if (String.valueOf(child.getFileName()).startsWith(".")
                    || Files.isSymbolicLink(child)) {
                continue;
            }
            if (Files.isDirectory(child)) {
                below(child, depth + 1, items);
            } else if (Files.isRegularFile(child)) {
                items.add(file(child));
            }
            if (items.size() > ITEMS_MAX) {
                throw tooMany(folder, "files", ITEMS_MAX);
            }
        }
    }

    private static ParleyException tooMany(Path folder, String what, int max) {
        return new ParleyException(
                Code.TOO_LARGE,
                Place.of(Folders.shown(folder)),
                "more than " + max + " " + what,
                "name the folders in it one by one");
    }

    private static Item file(Path file) {
        String origin = file.toAbsolutePath().normalize().toString();
        return new Item(file.toString(), origin, () -> read(file));
    }

    private static byte[] read(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new ParleyException(
                    Code.UNREADABLE,
                    Place.of(file.toString()),
                    "there is no such file",
                    "check the path");
        }
        // A pipe or a device has no end; nothing of it is opened.
        if (!Files.isRegularFile(file)) {
            throw new ParleyException(
                    Code.UNREADABLE, Place.of(file.toString()), "this is no file", "name a file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return bounded(in, file.toString());
        }
    }

    static byte[] bounded(InputStream in, String name) throws IOException {
        byte[] content = in.readNBytes(Archive.DOCUMENT_BYTES_MAX + 1);
        if (content.length > Archive.DOCUMENT_BYTES_MAX) {
            throw new ParleyException(
                    Code.TOO_LARGE,
                    Place.of(name),
                    "more than " + Archive.DOCUMENT_BYTES_MAX + " bytes",
                    "split it");
        }
        return content;
    }
}
