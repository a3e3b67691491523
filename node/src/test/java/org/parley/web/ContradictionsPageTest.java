// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class ContradictionsPageTest {
    @TempDir Path home;

    private Pages pages() throws IOException {
        Path folder = Files.createDirectories(home.resolve("documents"));
        Files.writeString(folder.resolve("a.txt"), "双方于2023年11月2日（周五）通话。\n");
        Files.writeString(folder.resolve("notes.csv"), "no document");
        return Pages.open(home);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void aDifferenceIsShownWithItsWordsAndItsRule(String language) throws IOException {
        try (Pages pages = pages()) {
            String page = pages.body("/contradictions?lang=" + language);
            assertThat(page)
                    .contains("2023年11月2日（周五")
                    .contains(language.equals("en") ? "cannot be as worded" : "按字面不可能")
                    .contains(
                            "href=\"/contradictions?lang=" + (language.equals("en") ? "zh" : "en"))
                    .doesNotContain("notes.csv")
                    .doesNotContain("null");
            assertThat(pages.defects()).isEmpty();
        }
    }

    @Test
    void jsonHasTheSame() throws IOException {
        try (Pages pages = pages()) {
            assertThat(pages.body("/contradictions.json?lang=en"))
                    .contains("\"verdict\" : \"impossible\"")
                    .contains("\"rule\" : \"weekday\"");
        }
    }

    @Test
    void aDocumentThatIsAddedIsComparedAndOneThatCannotBeReadIsNamed() throws IOException {
        try (Pages pages = pages()) {
            assertThat(pages.words("/contradictions?lang=en")).contains("1 documents");
            Path folder = home.resolve("documents");
            Files.writeString(folder.resolve("b.txt"), "双方于2023年11月3日通话。\n");
            Files.write(folder.resolve("c.txt"), new byte[] {'P', 'K', 3, 4, 0, 0});
            assertThat(pages.words("/contradictions?lang=en"))
                    .contains("2 documents")
                    .contains("Documents that could not be read")
                    .contains("c.txt");
        }
    }

    @Test
    void aHomeWithoutDocumentsSaysWhereToPutThem() {
        try (Pages pages = Pages.open(Path.of("no-such-home"))) {
            assertThat(pages.words("/contradictions?lang=en"))
                    .contains("./parley contradictions FILE");
        }
    }

    @Test
    void anUnknownParameterIsRefused() throws IOException {
        try (Pages pages = pages()) {
            assertThat(pages.get("/contradictions?of=XA").statusCode()).isEqualTo(400);
        }
    }
}
