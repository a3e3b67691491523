// SPDX-License-Identifier: Apache-2.0
package org.parley.archive;

import org.parley.extraction.FoundClaim;
import org.parley.proof.canonical.Hash;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was read, as lines of JSON: the document, a line for each claim, and the hash of all lines
 * before. It is derived: a file that is damaged or of another form is as good as none.
 */
final class ReadingFile {
    private static final String FORMAT = "parley/found/v1";
    private static final long BYTES_MAX = 64L * 1024 * 1024;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ReadingFile() {}

    /** The first line. */
    record First(String format, Reading.Head head) {}

    static byte[] bytes(Reading reading) {
        StringBuilder text = new StringBuilder();
        text.append(MAPPER.writeValueAsString(new First(FORMAT, reading.head()))).append('\n');
        for (FoundClaim claim : reading.claims()) {
            text.append(MAPPER.writeValueAsString(claim)).append('\n');
        }
        String hash = Hash.of(text.toString().getBytes(StandardCharsets.UTF_8)).hex();
        return text.append(hash).append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    static Optional<Reading> read(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > BYTES_MAX) {
                return Optional.empty();
            }
            String text = Files.readString(file);
            int end = text.lastIndexOf('\n', text.length() - 2) + 1;
            String body = text.substring(0, end);
            String hash = Hash.of(body.getBytes(StandardCharsets.UTF_8)).hex();
            return text.substring(end).equals(hash + "\n") ? parse(body) : Optional.empty();
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }

    private static Optional<Reading> parse(String body) {
        List<String> lines = body.lines().toList();
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        First first = MAPPER.readValue(lines.getFirst(), First.class);
        if (!first.format().equals(FORMAT)) {
            return Optional.empty();
        }
        List<FoundClaim> claims = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            claims.add(MAPPER.readValue(line, FoundClaim.class));
        }
        return Optional.of(new Reading(first.head(), claims));
    }
}
