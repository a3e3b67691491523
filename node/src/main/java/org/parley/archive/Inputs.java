// SPDX-License-Identifier: Apache-2.0
package org.parley.archive;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Text;
import org.parley.record.Folders;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What is meant by the names on a command line: files, folders with all documents below them, a
 * dash. Sorted within a folder; links in folders are not followed and hidden files are passed over,
 * so that a folder never brings in what does not lie in it.
 */
public final class Inputs {
    /** The most documents that can be taken in at once. */
    public static final int ITEMS_MAX = 100_000;

    private static final int DEPTH_MAX = 64;

    /** What documents are called. Those that need a plug-in are here too, so that it is said. */
    private static final Set<String> ENDINGS =
            Set.of(
                    "txt",
                    "md",
                    "markdown",
                    "html",
                    "htm",
                    "xhtml",
                    "pdf",
                    "docx",
                    "doc",
                    "odt",
                    "rtf",
                    "eml");

    private Inputs() {}

    /** The items of one name. */
    public static List<Item> of(String name, InputStream standard) {
        if (name.equals("-")) {
            return List.of(new Item("-", () -> new Item.Bytes(bounded(standard, "-"), "-")));
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
            throw tooMany(folder, Text.of("folders in folders", "层文件夹"), DEPTH_MAX);
        }
        for (Path child : Folders.children(folder)) {
            if (String.valueOf(child.getFileName()).startsWith(".")
                    || Files.isSymbolicLink(child)) {
                continue;
            }
            if (Files.isDirectory(child)) {
                below(child, depth + 1, items);
            } else if (Files.isRegularFile(child) && isDocument(child)) {
                items.add(file(child));
            }
            if (items.size() > ITEMS_MAX) {
                throw tooMany(folder, Text.of("files", "个文件"), ITEMS_MAX);
            }
        }
    }

    private static boolean isDocument(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    private static ParleyException tooMany(Path folder, Text what, int max) {
        return new ParleyException(
                Code.TOO_LARGE,
                Place.of(Folders.shown(folder)),
                Text.of("more than " + max + " " + what.en(), "超过 " + max + " " + what.zh()),
                Text.of("name the folders in it one by one", "请逐个给出其中的文件夹"));
    }

    private static Item file(Path file) {
        String origin = file.toAbsolutePath().normalize().toString();
        return new Item(file.toString(), () -> new Item.Bytes(read(file), origin));
    }

    private static byte[] read(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new ParleyException(
                    Code.UNREADABLE,
                    Place.of(file.toString()),
                    Text.of("there is no such file", "没有此文件"),
                    Text.of("check the path", "请检查路径"));
        }
        // A pipe or a device has no end; nothing of it is opened.
        if (!Files.isRegularFile(file)) {
            throw new ParleyException(
                    Code.UNREADABLE,
                    Place.of(file.toString()),
                    Text.of("this is no file", "这不是文件"),
                    Text.of("name a file", "请给出文件"));
        }
        if (Files.size(file) > Archive.DOCUMENT_BYTES_MAX) {
            throw tooLarge(
                    file.toString(),
                    Text.of(Files.size(file) + " bytes", Files.size(file) + " 字节"));
        }
        try (InputStream in = Files.newInputStream(file)) {
            return bounded(in, file.toString());
        }
    }

    static byte[] bounded(InputStream in, String name) throws IOException {
        byte[] content = in.readNBytes(Archive.DOCUMENT_BYTES_MAX + 1);
        if (content.length > Archive.DOCUMENT_BYTES_MAX) {
            throw tooLarge(
                    name,
                    Text.of(
                            "more than " + Archive.DOCUMENT_BYTES_MAX + " bytes",
                            "超过 " + Archive.DOCUMENT_BYTES_MAX + " 字节"));
        }
        return content;
    }

    private static ParleyException tooLarge(String name, Text what) {
        return new ParleyException(
                Code.TOO_LARGE,
                Place.of(name),
                what,
                Text.of(
                        "a document may have " + Archive.DOCUMENT_BYTES_MAX + "; split it",
                        "一份文件不得超过 " + Archive.DOCUMENT_BYTES_MAX + " 字节；请拆分"));
    }
}
