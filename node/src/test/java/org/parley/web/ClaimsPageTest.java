// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpResponse;
import java.nio.file.Path;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClaimsPageTest {
    private final Pages pages = Pages.open(Path.of("no-such-home"));

    @AfterAll
    void stop() {
        pages.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void everyPairHasItsPage(String language) {
        String list = pages.body("/claims?lang=" + language);
        for (int i = 1; i <= 18; i++) {
            String path = (i < 10 ? "/claims/0" : "/claims/") + i + "?lang=" + language;
            assertThat(list).contains("href=\"" + path.replace("&", "&amp;") + "\"");
            HttpResponse<String> page = pages.get(path);
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(page.body()).as(path).contains("class=\"sides\"").doesNotContain("null");
        }
        assertThat(pages.defects()).isEmpty();
    }

    @Test
    void aQuoteKeepsItsLanguageAndBothSidesHaveTheSameParts() {
        String page = pages.body("/claims/01?lang=en");
        assertThat(page)
                .contains("<blockquote lang=\"zh-Hans\">中美两军将在明年1月初")
                .contains("<blockquote lang=\"zh-Hans\">中美正在安排");
        assertThat(page.split("<p class=\"who\">", -1)).hasSize(3);
        assertThat(page.split("<blockquote", -1)).hasSize(3);
        assertThat(pages.words("/claims/01?lang=en"))
                .contains("Verdict: dates differ.")
                .contains("South China Morning Post (media)");
        assertThat(pages.words("/claims/01?lang=zh")).contains("比较结果：日期不一。").contains("《南华早报》（媒体）");
    }

    @Test
    void theRecordStandsBesideWithItsPlace() {
        assertThat(pages.words("/claims/06?lang=en"))
                .contains("ambiguous")
                .contains("1,550")
                .contains("1,549")
                .contains("new-start/limits.warheads");
    }

    @Test
    void aMechanismOfTheLibraryIsLinked() {
        assertThat(pages.body("/claims/06?lang=en")).contains("href=\"/a/new-start?lang=en\"");
        assertThat(pages.body("/claims/13?lang=en")).doesNotContain("/a/ukraine-crisis");
    }

    @Test
    void whatHadNotBeenSaidIsNotShown() {
        String words = pages.words("/claims?lang=en&knownOn=2022-12-31");
        assertThat(words).contains("4 pairs").doesNotContain("2023");
        assertThat(pages.get("/claims/02?lang=en&knownOn=2022-12-31").statusCode()).isEqualTo(404);
        assertThat(pages.get("/claims/99").statusCode()).isEqualTo(404);
        assertThat(pages.get("/claims?knownOn=soon").statusCode()).isEqualTo(400);
    }
}
