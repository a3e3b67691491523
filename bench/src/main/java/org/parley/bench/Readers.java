// SPDX-License-Identifier: Apache-2.0
package org.parley.bench;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.seg.Segment;

import org.parley.document.DocumentReader;
import org.parley.document.ReadDocument;
import org.parley.extraction.LexiconFolder;
import org.parley.extraction.reading.Extractor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The programs that read documents, and what they read. */
final class Readers {
    private static final Path OWN = Path.of("node/src/test/resources/extraction");

    /**
     * A document as it lies on the disk.
     *
     * @param bytes end to end begins with these
     * @param text the same, decoded: with it begins who reads only text
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares or changes it
    record Sample(String name, byte[] bytes, String text) {}

    /** Reads one document; gives how many things it found, so that no work can be left out. */
    @FunctionalInterface
    interface Reader {
        long read(Sample sample);
    }

    private Readers() {}

    /** The folder that PARLEY_DOCUMENTS names, or empty. */
    static String named() {
        return System.getenv().getOrDefault("PARLEY_DOCUMENTS", "");
    }

    /** The sample documents, or texts of the tests, which are made up. */
    static List<Sample> samples() throws IOException {
        boolean own = named().isEmpty();
        Path folder = own ? OWN : Path.of(named());
        List<Sample> samples = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder, own ? 4 : 1)) {
            for (Path file : files.filter(Readers::isText).sorted().toList()) {
                byte[] bytes = Files.readAllBytes(file);
                samples.add(
                        new Sample(
                                file.toString(), bytes, new String(bytes, StandardCharsets.UTF_8)));
            }
        }
        if (samples.isEmpty()) {
            throw new IOException("no *.txt or *.md in " + folder);
        }
        return samples;
    }

    private static boolean isText(Path file) {
        String name = String.valueOf(file.getFileName());
        return (name.endsWith(".txt") || name.endsWith(".md")) && !name.equals("README.md");
    }

    /** A reader, loaded as far as it loads anything before its first document. */
    static Reader open(String who) {
        return switch (who) {
            case "parley" -> parley();
            case "text" ->
                    sample -> DocumentReader.read(sample.bytes(), sample.name()).blocks().size();
            case "hanlp" -> hanLp(true);
            case "hanlp-words" -> hanLp(false);
            default -> throw new IllegalArgumentException(who);
        };
    }

    /** Bytes to claims, as {@code parley evidence} does it. */
    private static Reader parley() {
        Extractor extractor =
                new Extractor(LexiconFolder.open(Path.of("library"), Path.of("no-home")));
        return sample -> {
            ReadDocument document = DocumentReader.read(sample.bytes(), sample.name());
            return extractor.extract(document).claims().size();
        };
    }

    /** Text to words with their classes; names of persons, places, organisations on request. */
    private static Reader hanLp(boolean names) {
        Segment segment =
                HanLP.newSegment()
                        .enableNameRecognize(names)
                        .enableTranslatedNameRecognize(names)
                        .enablePlaceRecognize(names)
                        .enableOrganizationRecognize(names);
        return sample -> segment.seg(sample.text()).size();
    }

    /** Everything that a reader finds in all samples. */
    static long all(Reader reader, List<Sample> samples) {
        return samples.stream().mapToLong(reader::read).sum();
    }

    /** The names of readers in the order of the table. */
    static List<String> names() {
        return List.of("parley", "text", "hanlp", "hanlp-words");
    }
}
