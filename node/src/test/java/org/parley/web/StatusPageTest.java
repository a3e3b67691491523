// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the page of an agreement says, on days that matter. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatusPageTest {
    private final Pages pages = Pages.open(Path.of("no-such-home"));

    @AfterAll
    void stop() {
        pages.close();
    }

    @Test
    void aFigureOverALimitThatDoesNotBindYetIsSaidToBeThat() {
        assertThat(pages.words("/a/new-start?asOf=2017-09-01&lang=en"))
                .contains("1,561 1,550 −11 not yet binding");
    }

    @Test
    void aFigureWhoseSuccessorWasDueIsUnknownWithTheLastOneNamed() {
        assertThat(pages.words("/a/new-start?asOf=2024-06-01&lang=en"))
                .contains("unknown 1,550 unknown last declared 1,549 on 2022-09-01");
    }

    @Test
    void aDisputeNamesBothNumbersAndTheirDifference() {
        assertThat(pages.words("/a/new-start?asOf=2022-04-01&lang=en"))
                .contains("United States declares 800")
                .contains("According to Russia 901")
                .contains("Claimed minus declared: +101");
    }

    @Test
    void aNamedDateIsCalledByItsWordsInTheReadersLanguage() {
        assertThat(pages.words("/a/new-start?asOf=2012-06-01&lang=en"))
                .contains("2011-04-06 inspections may begin");
        assertThat(pages.words("/a/new-start?asOf=2012-06-01&lang=zh"))
                .contains("2011-04-06 可开始视察");
    }

    @Test
    void theViewingPartyStandsFirstElseTheAlphabetDecides() {
        String declared = pages.words("/a/new-start?asOf=2020-10-01&lang=en");
        String viewed = pages.words("/a/new-start?asOf=2020-10-01&accordingTo=US&lang=en");
        assertThat(declared).contains("Deployed warheads Treaty II.1(b) Russia");
        assertThat(viewed).contains("Deployed warheads Treaty II.1(b) United States");
    }

    @Test
    void everyNumberLinksToItsExplanationInTheSameView() {
        assertThat(pages.body("/a/new-start?asOf=2020-10-01&accordingTo=US&lang=en"))
                .contains(
                        "/a/new-start/explain/limits.warheads?"
                                + "asOf=2020-10-01&amp;accordingTo=US&amp;lang=en&amp;party=US");
    }

    @Test
    void anExplanationNamesRuleLineArticleStatementAndSource() {
        assertThat(
                        pages.words(
                                "/a/new-start/explain/limits.warheads?"
                                        + "asOf=2017-09-01&party=RU&lang=en"))
                .contains("Treaty II.1(b)", "agreement.yaml:", "ru-2017-09", "Copy read");
    }

    @Test
    void everyPageCanBeCited() {
        assertThat(pages.words("/a/new-start?asOf=2020-10-01&lang=en"))
                .contains("As of 2020-10-01, known on 2026-11-21, according to declared")
                .contains("accessed 2026-11-21")
                .contains("newest statement");
    }

    /** To accept a change: write what the test shows into the file. */
    @Test
    void thePageReadsAsItDid() throws IOException {
        String now =
                pages.words("/a/sort?asOf=2010-01-01&lang=en")
                        .replaceAll("sha256:[0-9a-f]{16}…", "sha256:…")
                        .replaceAll("(?<=[.:;]) ", "\n");
        Path written =
                Path.of(System.getProperty("parley.root", ".."))
                        .resolve("node/src/test/resources/org/parley/web/sort-2010.txt");
        if (System.getProperty("golden", "").equals("write")) {
            Files.createDirectories(written.getParent());
            Files.writeString(written, now + "\n");
        }
        try (InputStream golden = StatusPageTest.class.getResourceAsStream("sort-2010.txt")) {
            assertThat(golden).isNotNull();
            assertThat(now + "\n")
                    .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
