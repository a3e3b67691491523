// SPDX-License-Identifier: Apache-2.0
package org.parley.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.record.Library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What the read-back says of three treaties, word for word. {@code mvn -Dgolden=write test
 * -Dtest=AgreementReadBackTest} writes the files anew: then read them.
 */
final class AgreementReadBackTest {
    private static final Path ROOT = Path.of(System.getProperty("parley.root", ".."));
    private static final Path GOLDEN = ROOT.resolve("node/src/test/resources/org/parley/agreement");

    @ParameterizedTest
    @ValueSource(strings = {"new-start", "cfe", "open-skies"})
    void aTreatyIsReadBackWordForWord(String id) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Sentence sentence : sentences(id)) {
            text.append(sentence.path())
                    .append("\n  ")
                    .append(sentence.text().en())
                    .append("\n  ")
                    .append(sentence.text().zh())
                    .append("\n\n");
        }
        Path file = GOLDEN.resolve("read-back-" + id + ".txt");
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(file, text);
        }
        assertThat(text.toString()).isEqualTo(Files.readString(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"new-start", "cfe", "open-skies", "start-i", "inf", "sort"})
    void everyProvisionIsReadBack(String id) {
        Agreement agreement = agreement(id);
        TreeSet<String> read = new TreeSet<>();
        sentences(id).forEach(sentence -> read.add(sentence.path()));
        for (String path : agreement.provisions().keySet()) {
            assertThat(read).anyMatch(one -> one.equals(path) || one.startsWith(path + "."));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"new-start", "cfe", "open-skies", "start-i", "inf", "sort"})
    void aSentenceIsOneSentence(String id) {
        for (Sentence sentence : sentences(id)) {
            assertThat(sentence.text().en()).endsWith(".").doesNotContain("  ", ",,", "%");
            assertThat(sentence.text().zh()).endsWith("。").doesNotContain("  ", "，，", "%s");
        }
    }

    @Test
    void theLimitOfTheTreatyReadsLikeItsArticle() {
        Map<String, String> limit =
                sentences("new-start").stream()
                        .filter(sentence -> sentence.path().equals("limits.warheads"))
                        .findFirst()
                        .orElseThrow()
                        .text()
                        .byLanguage();
        assertThat(limit)
                .containsEntry(
                        "en",
                        "Each party may have at most 1,550 of “Warheads on deployed ICBMs and SLBMs"
                                + " and counted for deployed heavy bombers”, from 7 years after"
                                + " entry into force until the end of the agreement (Treaty"
                                + " II.1(b)).");
    }

    private static List<Sentence> sentences(String id) {
        Agreement agreement = agreement(id);
        return ReadBack.of(agreement, new Formulas(agreement));
    }

    private static Agreement agreement(String id) {
        return Library.load(ROOT.resolve("library/agreements").resolve(id)).agreement();
    }
}
