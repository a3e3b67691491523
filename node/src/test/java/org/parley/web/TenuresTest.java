// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.parley.Place;
import org.parley.contradiction.Contradictions;
import org.parley.contradiction.Discrepancy;
import org.parley.contradiction.ReadText;
import org.parley.document.DocumentReader;
import org.parley.extraction.LexiconFolder;
import org.parley.extraction.reading.Extractor;
import org.parley.time.Edtf;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What texts say of who left an office, beside the tenures of the library. */
class TenuresTest {
    private static final Path LIBRARY =
            Path.of(System.getProperty("parley.root", "..")).resolve("library");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);
    private static final Extractor EXTRACTOR =
            new Extractor(LexiconFolder.open(LIBRARY, Path.of("no-such-home")));
    private static final String SUMMER = "中国与美国恢复军事对话。今年夏天，李尚福将军被免去国防部长职务，原因未予披露。";
    private static final String OCTOBER =
            "The United States and China resumed military talks. Li Shangfu was removed as defense"
                    + " minister on 24 October 2023.";

    private static Contradictions compare(LocalDate knownOn, ReadText... texts) {
        return Contradictions.of(
                List.of(texts), Tenures.of(People.read(List.of(LIBRARY)), knownOn), knownOn);
    }

    private static ReadText text(String name, String words, String day) {
        Extractor.Extraction extraction =
                EXTRACTOR.extract(
                        DocumentReader.read(words.getBytes(StandardCharsets.UTF_8), name),
                        Optional.of(LocalDate.parse(day)));
        return ReadText.of(extraction, name, Optional.of(Edtf.parse(day, Place.of(name))), TODAY);
    }

    private static List<String> rules(Contradictions compared) {
        return compared.discrepancies().stream().map(Discrepancy::ruleWord).toList();
    }

    @Test
    void anotherDateThanThatOfTheTenureIsTold() {
        Contradictions compared = compare(TODAY, text("summer.txt", SUMMER, "2023-12-21"));

        assertThat(rules(compared)).containsExactly("record-other-date");
        assertThat(compared.discrepancies().getFirst().beside())
                .singleElement()
                .satisfies(fact ->
                        assertThat(fact.says().en())
                                .contains("Li Shangfu")
                                .endsWith("until 2023-10-24."));
    }

    @Test
    void theSameDateIsAsRecorded() {
        Contradictions compared = compare(TODAY, text("october.txt", OCTOBER, "2023-12-21"));

        assertThat(rules(compared)).isEmpty();
        assertThat(compared.asRecorded()).isEqualTo(1);
    }

    @Test
    void twoTextsWithTwoDatesOfOneRemovalAreSetSideBySide() {
        List<ReadText> texts =
                List.of(
                        text("summer.txt", SUMMER, "2023-12-21"),
                        text("october.txt", OCTOBER, "2023-12-22"));

        Contradictions compared = Contradictions.of(texts, List.of(), TODAY);

        assertThat(compared.discrepancies())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.sides()).hasSize(2);
                    assertThat(one.ruleWord()).isEqualTo("other-date");
                });
    }

    @Test
    void whatWasNotYetKnownIsSetBesideNothing() {
        assertThat(Tenures.of(People.read(List.of(LIBRARY)), LocalDate.of(2023, 10, 23)))
                .noneMatch(fact -> fact.ref().startsWith("li-shangfu/"));
        assertThat(Tenures.of(People.read(List.of(LIBRARY)), LocalDate.of(2023, 10, 24)))
                .anyMatch(fact -> fact.ref().startsWith("li-shangfu/until/"));
    }
}
