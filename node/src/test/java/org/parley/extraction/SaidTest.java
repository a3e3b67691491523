// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.parley.document.DocumentReader;
import org.parley.extraction.reading.Extractor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Sentences of our own, and all that is claimed from each, slot by slot: {@code said.txt}. After a
 * sentence stand the lines of its claims, none where nothing may be claimed.
 */
class SaidTest {
    private static final Path TABLE = Path.of("src/test/resources/extraction/said.txt");
    private static final Extractor EXTRACTOR = new Extractor(LexiconFilesTest.shipped());
    private static final LocalDate DAY = LocalDate.of(2023, 11, 2);

    @TestFactory
    Stream<DynamicTest> aSentenceGivesTheseClaimsAndNoOthers() throws IOException {
        List<String> lines = Files.readAllLines(TABLE);
        List<Integer> rows =
                IntStream.range(0, lines.size())
                        .filter(i ->
                                !lines.get(i).isBlank()
                                        && "# =".indexOf(lines.get(i).charAt(0)) < 0)
                        .boxed()
                        .toList();
        assertThat(rows).hasSizeGreaterThan(80);
        return rows.stream()
                .map(row ->
                        dynamicTest(
                                lines.get(row),
                                () ->
                                        assertThat(shown(lines.get(row)))
                                                .isEqualTo(
                                                        lines.stream()
                                                                .skip(row + 1)
                                                                .takeWhile(line ->
                                                                        line.startsWith("= "))
                                                                .map(line -> line.substring(2))
                                                                .toList())));
    }

    static List<String> shown(String text) {
        byte[] raw = (text + "\n").getBytes(StandardCharsets.UTF_8);
        return EXTRACTOR
                .extract(DocumentReader.read(raw, "text.md"), Optional.of(DAY))
                .claims()
                .stream()
                .map(SaidTest::shown)
                .toList();
    }

    /** Kind, parties, mechanism, action or figure, date, status, assertion, voices. */
    static String shown(FoundClaim claim) {
        StringBuilder shown = new StringBuilder(claim.kind().word());
        shown.append(' ').append(String.join("+", claim.actors()));
        claim.mechanism().ifPresent(id -> shown.append(" of ").append(id));
        claim.about().action().ifPresent(action -> shown.append(' ').append(action));
        claim.figure()
                .ifPresent(figure ->
                        shown.append(' ')
                                .append(figure.qualifier())
                                .append(' ')
                                .append(figure.value())
                                .append(figure.high().map(high -> ".." + high).orElse(""))
                                .append(' ')
                                .append(figure.measure())
                                .append(figure.unit().length() == 3 ? " " + figure.unit() : ""));
        claim.when().ifPresent(when -> shown.append(" @").append(when.edtf().orElse("?")));
        claim.status().ifPresent(status -> shown.append(' ').append(status.word()));
        shown.append(' ').append(claim.assertion().word());
        if (!claim.chain().isEmpty()) {
            shown.append(
                    claim.chain().stream()
                            .map(voice -> voice.type().word())
                            .collect(Collectors.joining(" < ", " by ", "")));
        }
        return shown.toString();
    }
}
