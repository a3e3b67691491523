// SPDX-License-Identifier: Apache-2.0
package org.parley.archive;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Text;
import org.parley.record.Folders;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** The file about a document, as docs/formats/archive.md has it. */
final class EntryJson {
    private static final int BYTES_MAX = 64 * 1024;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private EntryJson() {}

    static byte[] bytes(Entry entry) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("format", "parley/document/v1");
        node.put("id", entry.id());
        node.put("name", entry.name());
        node.put("mediaType", entry.mediaType());
        node.put("bytes", entry.bytes());
        node.put("taken", entry.taken().toString());
        node.put("origin", entry.origin());
        entry.date().ifPresent(date -> node.put("date", date.toString()));
        entry.fingerprint().ifPresent(print -> node.put("fingerprint", print));
        return (MAPPER.writeValueAsString(node) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    static Entry read(Path file, String id) {
        try {
            if (Files.size(file) > BYTES_MAX) {
                throw corrupt(
                        file,
                        Text.of(
                                "it has more than " + BYTES_MAX + " bytes",
                                "超过 " + BYTES_MAX + " 字节"));
            }
            if (!(MAPPER.readTree(Files.readAllBytes(file)) instanceof ObjectNode node)) {
                throw corrupt(file, Text.of("it is no JSON object", "不是 JSON 对象"));
            }
            Entry entry =
                    new Entry(
                            text(node, "id"),
                            text(node, "name"),
                            text(node, "mediaType"),
                            node.path("bytes").asLong(-1),
                            Instant.parse(text(node, "taken")),
                            text(node, "origin"),
                            optional(node, "date").map(LocalDate::parse),
                            optional(node, "fingerprint"));
            if (!entry.id().equals(id) || !text(node, "format").equals("parley/document/v1")) {
                throw corrupt(file, Text.of("it is about something else", "所述并非此文件"));
            }
            return entry;
        } catch (IOException e) {
            throw corrupt(file, Folders.cause(e));
        } catch (JacksonException | DateTimeException e) {
            throw corrupt(file, Text.of("it cannot be understood", "无法解读"));
        }
    }

    private static Optional<String> optional(ObjectNode node, String key) {
        return node.has(key) ? Optional.of(text(node, key)) : Optional.empty();
    }

    private static String text(ObjectNode node, String key) {
        return node.path(key).asString("");
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
}
