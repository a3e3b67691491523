// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Problem;
import org.parley.Text;
import org.parley.contradiction.Contradictions;
import org.parley.contradiction.ReadText;
import org.parley.evidence.Fact;
import org.parley.evidence.RecordLookup;
import org.parley.record.Folders;
import org.parley.record.Library;
import org.parley.review.Desk;
import org.parley.review.Documents;
import org.parley.time.Edtf;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All documents of a desk as reviewed, compared with each other and with the library.
 *
 * @param problems documents that could not be read; the others are compared without them
 */
public record Compared(Contradictions contradictions, List<Problem> problems) {
    /** Their texts stand in memory together. */
    static final int DOCUMENTS_MAX = 1_000;

    private static final String LOOKUPS = "contradictions.yaml";

    public Compared {
        problems = List.copyOf(problems);
    }

    /**
     * Reads and compares.
     *
     * @param dates days that a person gave to documents, by the end of their names
     * @param today no document was published later
     */
    public static Compared of(
            Desk desk,
            Path shipped,
            Library library,
            Map<String, Edtf> dates,
            LocalDate knownOn,
            LocalDate today) {
        List<Problem> problems = Collections.synchronizedList(new ArrayList<>());
        List<Documents.Listed> all = desk.list();
        if (all.size() > DOCUMENTS_MAX) {
            problems.add(tooMany(all.size()).problem());
        }
        // The latest are the ones that somebody who adds to them asks about.
        List<ReadText> texts =
                all.subList(Math.max(0, all.size() - DOCUMENTS_MAX), all.size()).parallelStream()
                        .flatMap(one -> {
                            try {
                                return Stream.of(text(desk, one, given(dates, one.name()), today));
                            } catch (ParleyException e) {
                                problems.add(e.problem());
                                return Stream.empty();
                            }
                        })
                        .toList();
        return new Compared(
                Contradictions.of(texts, record(shipped, library, knownOn), knownOn), problems);
    }

    private static ReadText text(
            Desk desk, Documents.Listed one, Optional<Edtf> given, LocalDate today) {
        Optional<LocalDate> day = given.flatMap(Edtf::latest);
        Desk.Open open = day.isPresent() ? desk.open(one.id(), day.get()) : desk.open(one.id());
        if (!open.loaded().isIntact()) {
            throw new ParleyException(
                    Code.CORRUPT,
                    Place.of(one.name()),
                    Text.of("its bytes are not those of its id", "其字节与编号不符"),
                    Text.of("restore the document", "请恢复该文件"));
        }
        return ReadText.of(
                open.reviewed().standing(), one.name(), given, one.taken().orElse(today));
    }

    private static ParleyException tooMany(int documents) {
        return new ParleyException(
                Code.TOO_LARGE,
                Place.of("documents"),
                Text.of(
                        documents + " documents; the last " + DOCUMENTS_MAX + " are compared",
                        "有 " + documents + " 份文件；只比较最后 " + DOCUMENTS_MAX + " 份"),
                Text.of(
                        "compare some of them with parley contradictions FILE",
                        "请用 parley contradictions FILE 比较其中一部分"));
    }

    private static Optional<Edtf> given(Map<String, Edtf> dates, String name) {
        return dates.entrySet().stream()
                .filter(date -> name.endsWith(date.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static List<Fact> record(Path shipped, Library library, LocalDate knownOn) {
        Path file = shipped.resolve(LOOKUPS);
        List<Fact> record = new ArrayList<>(Tenures.of(People.read(List.of(shipped)), knownOn));
        if (Files.isRegularFile(file)) {
            record.addAll(
                    RecordLookup.read(Folders.shown(file), Folders.text(file), library)
                            .knownOn(knownOn));
        }
        return record;
    }
}
