// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.parley.extraction.score.Lint;
import org.parley.lexicon.Lexicon;
import org.parley.lexicon.Pattern;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The words and patterns that are shipped, tried on their own sentences. */
public class LexiconFilesTest {
    private static final Path ROOT = Path.of(System.getProperty("parley.root", ".."));

    public static Lexicon shipped() {
        return LexiconFolder.open(ROOT.resolve("library"), Path.of("no-such-home"));
    }

    @TestFactory
    Stream<DynamicTest> everyPatternFindsItsExamplesAndNoneOfItsCounterExamples() {
        Lexicon shipped = shipped();
        return shipped.patterns().stream()
                .map(pattern ->
                        dynamicTest(
                                pattern.id() + " at " + pattern.place(),
                                () ->
                                        assertThat(Lint.of(alone(shipped, pattern)).wrong())
                                                .isEmpty()));
    }

    /** All patterns stay, for they compete; only one keeps its sentences. */
    private static Lexicon alone(Lexicon shipped, Pattern kept) {
        List<Pattern> patterns =
                shipped.patterns().stream()
                        .map(pattern ->
                                pattern.id().equals(kept.id())
                                        ? pattern
                                        : new Pattern(
                                                pattern.id(),
                                                pattern.language(),
                                                pattern.kind(),
                                                pattern.set(),
                                                pattern.forms(),
                                                pattern.needs(),
                                                pattern.notIf(),
                                                List.of(),
                                                pattern.place()))
                        .toList();
        return Lexicon.of(shipped.entries(), patterns, shipped.hash());
    }

    @Test
    void noWayToSayAThingIsDeadAndNoNameMeansTwoThings() {
        Lint.Result result = Lint.of(shipped());
        assertThat(result.tried()).isGreaterThan(250);
        assertThat(result.wrong()).isEmpty();
        assertThat(result.remarks())
                .extracting(org.parley.Problem::what)
                .noneMatch(message -> message.contains("(dead?)") || message.contains(" names "));
    }

    @Test
    void partiesOfMechanismsAndSeatsOfOutletsAreKnownCodes() {
        Lexicon shipped = shipped();
        List<String> unknown =
                shipped.entries().stream()
                        .flatMap(entry ->
                                Stream.of("party", "parties", "of")
                                        .flatMap(key -> entry.of(key).stream())
                                        .flatMap(codes -> Stream.of(codes.split(" ")))
                                        .filter(code -> shipped.entry("party", code).isEmpty())
                                        .map(code -> entry.place() + ": " + code))
                        .toList();
        assertThat(shipped.entries("mechanism")).hasSizeGreaterThan(30);
        assertThat(unknown).isEmpty();
    }
}
