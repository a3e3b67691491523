// SPDX-License-Identifier: Apache-2.0
package org.parley.document;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** Archives and office files: told by their first bytes, refused with what to do. */
final class Containers {
    private static final int HEAD_BYTES = 4096;

    private static final Text SAVED =
            Text.of(
                    "save it as HTML or PDF, or add a document plug-in for it",
                    "请存为 HTML 或 PDF，或为其添加文件插件");

    /** Those that are there, looked for once: the search takes longer than to read a page. */
    private static final class Plugins {
        private static final List<ServiceLoader.Provider<DocumentPlugin>> ALL =
                ServiceLoader.load(DocumentPlugin.class).stream().toList();
    }

    private Containers() {}

    /**
     * The document as HTML where a plug-in takes it; empty if Parley reads it itself.
     *
     * @throws ParleyException if nothing here reads it
     */
    static Optional<String> asHtml(byte[] bytes, String name) {
        byte[] head = Arrays.copyOf(bytes, Math.min(bytes.length, HEAD_BYTES));
        for (ServiceLoader.Provider<DocumentPlugin> one : Plugins.ALL) {
            DocumentPlugin plugin = one.get();
            if (plugin.takes(head, name)) {
                return Optional.of(html(plugin, bytes, name));
            }
        }
        refuse(bytes, name);
        return Optional.empty();
    }

    private static String html(DocumentPlugin plugin, byte[] bytes, String name) {
        try {
            return plugin.toHtml(bytes);
        } catch (ParleyException e) {
            throw new ParleyException(
                    e.code(), Place.of(name), e.problem().said(), e.problem().advice());
        } catch (RuntimeException e) {
            String called = plugin.getClass().getSimpleName();
            throw refused(
                    name,
                    Text.of("a document that " + called + " could not read", called + " 未能读取的文件"),
                    Text.of(
                            "save it as HTML or PDF (" + e.getMessage() + ")",
                            "请存为 HTML 或 PDF（" + e.getMessage() + "）"));
        }
    }

    private static void refuse(byte[] bytes, String name) {
        if (starts(bytes, "PK\3\4") || starts(bytes, "PK\5\6")) {
            throw refused(
                    name,
                    Text.of(
                            "a ZIP archive or an office file (ODT, XLSX)",
                            "ZIP 压缩包或办公文件（ODT、XLSX）"),
                    Text.of(
                            "unpack it, save the text as HTML or PDF, or add a document plug-in"
                                    + " for it",
                            "请解压，或把正文存为 HTML 或 PDF，或为其添加文件插件"));
        }
        if (bytes.length > 2 && (bytes[0] & 0xFF) == 0x1F && (bytes[1] & 0xFF) == 0x8B) {
            throw refused(
                    name,
                    Text.of("a gzip file", "gzip 压缩文件"),
                    Text.of("unpack it and give the file inside", "请解压后给出其中的文件"));
        }
        if (bytes.length > 4 && (bytes[0] & 0xFF) == 0xD0 && (bytes[1] & 0xFF) == 0xCF) {
            throw refused(name, Text.of("an old office file (DOC)", "旧式办公文件（DOC）"), SAVED);
        }
        if (starts(bytes, "{\\rtf")) {
            throw refused(name, Text.of("an RTF file", "RTF 文件"), SAVED);
        }
    }

    static boolean starts(byte[] bytes, String head) {
        byte[] wanted = head.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < wanted.length; i++) {
            if (i >= bytes.length || bytes[i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private static ParleyException refused(String name, Text what, Text todo) {
        return new ParleyException(
                Code.UNREADABLE,
                Place.of(name),
                Text.of("this is " + what.en(), "这是" + what.zh()),
                todo);
    }
}
