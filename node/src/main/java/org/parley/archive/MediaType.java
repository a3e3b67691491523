// SPDX-License-Identifier: Apache-2.0
package org.parley.archive;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What sort of file it is, by its first bytes and its name. */
final class MediaType {
    private static final int HEAD = 1024;

    private MediaType() {}

    static String of(byte[] content, String name) {
        String head =
                new String(content, 0, Math.min(HEAD, content.length), StandardCharsets.ISO_8859_1);
        String low = head.stripLeading().toLowerCase(Locale.ROOT);
        String file = name.toLowerCase(Locale.ROOT);
        if (head.startsWith("%PDF-")) {
            return "application/pdf";
        }
        if (head.startsWith("PK") && file.endsWith(".docx")) {
            return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        }
        if (file.endsWith(".eml")) {
            return "message/rfc822";
        }
        if (low.startsWith("<!doctype html") || low.contains("<html")) {
            return "text/html";
        }
        if (file.endsWith(".html") || file.endsWith(".htm")) {
            return "text/html";
        }
        return file.endsWith(".md") || file.endsWith(".markdown") ? "text/markdown" : "text/plain";
    }
}
