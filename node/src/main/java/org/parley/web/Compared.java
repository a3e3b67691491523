// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import org.parley.ParleyException;
import org.parley.Problem;
import org.parley.contradiction.Contradictions;
import org.parley.contradiction.DocumentShelf;
import org.parley.contradiction.ReadText;
import org.parley.document.ReadDocument;
import org.parley.evidence.Fact;
import org.parley.evidence.RecordLookup;
import org.parley.extraction.Extractor;
import org.parley.extraction.LexiconFolder;
import org.parley.record.Folders;
import org.parley.record.Library;
import org.parley.time.Edtf;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All documents of a shelf, compared with each other and with the library.
 *
 * @param problems documents that could not be read; the others are compared without them
 */
public record Compared(Contradictions contradictions, List<Problem> problems) {
    private static final String LOOKUPS = "contradictions.yaml";

    public Compared {
        problems = List.copyOf(problems);
    }

    /**
     * Reads and compares.
     *
     * @param dates days that a person gave to documents, by the end of their names
     */
    public static Compared of(
            DocumentShelf shelf,
            Path shipped,
            Path home,
            Library library,
            Map<String, Edtf> dates,
            LocalDate knownOn) {
        Extractor extractor = new Extractor(LexiconFolder.open(shipped, home));
        List<ReadText> texts = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (String name : shelf.list()) {
            try {
                ReadDocument document = shelf.load(name);
                Optional<Edtf> given = given(dates, name);
                Extractor.Extraction extraction =
                        given.isPresent()
                                ? extractor.extract(document, given.flatMap(Edtf::latest))
                                : extractor.extract(document);
                texts.add(ReadText.of(extraction, given, knownOn));
            } catch (ParleyException e) {
                problems.add(e.problem());
            }
        }
        return new Compared(
                Contradictions.of(texts, record(shipped, library, knownOn), knownOn), problems);
    }

    private static Optional<Edtf> given(Map<String, Edtf> dates, String name) {
        return dates.entrySet().stream()
                .filter(date -> name.endsWith(date.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static List<Fact> record(Path shipped, Library library, LocalDate knownOn) {
        Path file = shipped.resolve(LOOKUPS);
        return Files.isRegularFile(file)
                ? RecordLookup.read(Folders.shown(file), Folders.text(file), library)
                        .knownOn(knownOn)
                : List.of();
    }
}
