// SPDX-License-Identifier: Apache-2.0
package org.parley.document;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.ServiceLoader;

/** Archives and office files: told by their first bytes, refused with what to do. */
final class Containers {
    private static final int HEAD_BYTES = 4096;

    private Containers() {}

    /**
     * The document as HTML where a plug-in takes it; empty if Parley reads it itself.
     *
     * @throws ParleyException if nothing here reads it
     */
    static Optional<String> asHtml(byte[] bytes, String name) {
        byte[] head = Arrays.copyOf(bytes, Math.min(bytes.length, HEAD_BYTES));
        for (DocumentPlugin plugin : ServiceLoader.load(DocumentPlugin.class)) {
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
        } catch (RuntimeException e) {
            throw refused(
                    name,
                    "a document that " + plugin.getClass().getSimpleName() + " could not read",
                    "save it as HTML or PDF (" + e.getMessage() + ")");
        }
    }

    private static void refuse(byte[] bytes, String name) {
        if (starts(bytes, "PK\3\4") || starts(bytes, "PK\5\6")) {
            throw refused(
                    name,
                    "a ZIP archive or an office file (DOCX, ODT, XLSX)",
                    "unpack it, save the text as HTML or PDF, or add a document plug-in for it");
        }
        if (bytes.length > 2 && (bytes[0] & 0xFF) == 0x1F && (bytes[1] & 0xFF) == 0x8B) {
            throw refused(name, "a gzip file", "unpack it and give the file inside");
        }
        if (bytes.length > 4 && (bytes[0] & 0xFF) == 0xD0 && (bytes[1] & 0xFF) == 0xCF) {
            throw refused(
                    name,
                    "an old office file (DOC)",
                    "save it as HTML or PDF, or add a document plug-in for it");
        }
        if (starts(bytes, "{\\rtf")) {
            throw refused(
                    name,
                    "an RTF file",
                    "save it as HTML or PDF, or add a document plug-in for it");
        }
        if (name.endsWith(".eml")
                && (starts(bytes, "From")
                        || starts(bytes, "Received:")
                        || starts(bytes, "Return-Path:")
                        || starts(bytes, "MIME-Version:"))) {
            throw refused(
                    name,
                    "a mail (EML)",
                    "save its text as HTML, or add a document plug-in for it");
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

    private static ParleyException refused(String name, String what, String todo) {
        return new ParleyException(Code.UNREADABLE, Place.of(name), "this is " + what, todo);
    }
}
