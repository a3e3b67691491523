// SPDX-License-Identifier: Apache-2.0
package org.parley.archive;

import org.parley.document.ReadDocument;
import org.parley.extraction.FoundClaim.Kind;
import org.parley.extraction.Proposed;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Words that models proposed, as JSON: which words, where, and of what kind. No value is kept: each
 * is read in the words again, so that a file that somebody changed cannot make one up.
 */
final class ProposedFile {
    private static final String FORMAT = "parley/proposed/v1";
    private static final long BYTES_MAX = 8L * 1024 * 1024;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ProposedFile() {}

    /** The file. */
    record Whole(String format, String document, List<Words> proposed) {}

    /** One proposal. */
    record Words(Kind kind, int from, int to, String by, String words) {}

    static byte[] bytes(ReadDocument document, List<Proposed> proposed) {
        String text = document.text().value();
        List<Words> words =
                proposed.stream()
                        .map(one ->
                                new Words(
                                        one.kind(),
                                        one.from(),
                                        one.to(),
                                        one.by(),
                                        text.substring(one.from(), one.to())))
                        .toList();
        return (MAPPER.writeValueAsString(new Whole(FORMAT, document.id(), words)) + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Those whose words stand where they stood; a damaged file is as good as none. */
    static List<Proposed> read(Path file, ReadDocument document) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > BYTES_MAX) {
                return List.of();
            }
            Whole whole = MAPPER.readValue(Files.readString(file), Whole.class);
            return whole.format().equals(FORMAT) && whole.document().equals(document.id())
                    ? whole.proposed().stream()
                            .filter(one -> stands(one, document.text().value()))
                            .map(one -> new Proposed(one.kind(), one.from(), one.to(), one.by()))
                            .toList()
                    : List.of();
        } catch (IOException | JacksonException | NullPointerException e) {
            return List.of();
        }
    }

    private static boolean stands(Words one, String text) {
        return one.from() >= 0
                && one.from() < one.to()
                && one.to() <= text.length()
                && text.substring(one.from(), one.to()).equals(one.words());
    }
}
