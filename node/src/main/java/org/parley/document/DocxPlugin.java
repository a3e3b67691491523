// SPDX-License-Identifier: Apache-2.0
package org.parley.document;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import javax.xml.stream.XMLStreamException;

/**
 * Word documents (DOCX: ECMA-376 part 1, WordprocessingML): paragraphs, headings, tables and
 * footnotes; of tracked changes what was put in and not what was taken out. Pictures, fields and
 * headers are left alone. A document is a ZIP archive of XML, so both can lie about their size:
 * everything that is unpacked is counted, and no DTD is read (XXE, entities without end).
 */
public final class DocxPlugin implements DocumentPlugin {
    private static final String BODY = "word/document.xml";
    private static final String NOTES = "word/footnotes.xml";
    private static final String ABOUT = "docProps/core.xml";
    private static final Set<String> WANTED = Set.of(BODY, NOTES, ABOUT);

    private static final int PART_BYTES_MAX = 32 * 1024 * 1024;
    private static final int ALL_BYTES_MAX = 8 * PART_BYTES_MAX;
    private static final int ENTRIES_MAX = 10_000;

    @Override
    public boolean takes(byte[] head, String name) {
        return Containers.starts(head, "PK\3\4") && name.toLowerCase(Locale.ROOT).endsWith(".docx");
    }

    @Override
    public String toHtml(byte[] bytes) {
        try {
            Map<String, byte[]> parts = parts(bytes);
            byte[] body = Optional.ofNullable(parts.get(BODY)).orElseThrow(DocxPlugin::broken);
            StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html><head>");
            if (parts.containsKey(ABOUT)) {
                DocxText.head(part(parts, ABOUT), html);
            }
            html.append("</head><body>\n");
            DocxText.body(body, html);
            if (parts.containsKey(NOTES)) {
                DocxText.notes(part(parts, NOTES), html);
            }
            return html.append("</body></html>\n").toString();
        } catch (IOException | XMLStreamException e) {
            throw broken();
        }
    }

    private static byte[] part(Map<String, byte[]> parts, String name) {
        return Optional.ofNullable(parts.get(name)).orElseThrow(DocxPlugin::broken);
    }

    /** The parts that are read. The others are counted too: passing over them unpacks them. */
    private static Map<String, byte[]> parts(byte[] bytes) throws IOException {
        Map<String, byte[]> parts = new HashMap<>();
        long all = 0;
        int entries = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > ENTRIES_MAX) {
                    throw tooMuch();
                }
                if (WANTED.contains(entry.getName())) {
                    byte[] part = zip.readNBytes(PART_BYTES_MAX + 1);
                    if (part.length > PART_BYTES_MAX) {
                        throw tooMuch();
                    }
                    all += part.length;
                    parts.putIfAbsent(entry.getName(), part);
                } else {
                    all += passed(zip, ALL_BYTES_MAX - all);
                }
                if (all > ALL_BYTES_MAX) {
                    throw tooMuch();
                }
            }
        }
        return parts;
    }

    private static long passed(InputStream in, long most) throws IOException {
        byte[] some = new byte[1 << 16];
        long passed = 0;
        for (int n = in.read(some); n >= 0 && passed <= most; n = in.read(some)) {
            passed += n;
        }
        return passed;
    }

    /** The place is told by who knows the name. */
    static ParleyException broken() {
        return new ParleyException(
                Code.CORRUPT,
                Place.of("DOCX"),
                Text.of("this Word document is broken", "此 Word 文件已损坏"),
                Text.of(
                        "open it in a word processor and save it anew, or as PDF",
                        "请用文字处理软件打开并另存，或存为 PDF"));
    }

    private static ParleyException tooMuch() {
        return new ParleyException(
                Code.TOO_LARGE,
                Place.of("DOCX"),
                Text.of("this Word document holds too much for one", "此 Word 文件内容过多"),
                Text.of("split it", "请拆分"));
    }
}
