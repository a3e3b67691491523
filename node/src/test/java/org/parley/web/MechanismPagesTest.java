// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.parley.agreement.Words;
import org.parley.record.Library;
import org.parley.statement.Body;
import org.parley.statement.Source;
import org.parley.statement.Statement;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Every mechanism of the list is in the library, has a page in both languages, and sources. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MechanismPagesTest {
    private static final Path ROOT = Path.of(System.getProperty("parley.root", ".."));
    private static final Library LIBRARY =
            Library.open(ROOT.resolve("library"), ROOT.resolve("no-such-home"));

    private final Pages pages = Pages.open(Path.of("no-such-home"));

    @AfterAll
    void stop() {
        pages.close();
    }

    private static List<String> wanted() throws IOException {
        try (InputStream in = MechanismPagesTest.class.getResourceAsStream("mechanisms.txt")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    @Test
    void theLibraryHasEveryMechanismOfTheList() throws IOException {
        assertThat(wanted()).hasSize(79);
        assertThat(LIBRARY.ids()).containsAll(wanted());
    }

    @TestFactory
    List<DynamicTest> everyMechanismHasAPageInBothLanguages() {
        List<DynamicTest> tests = new ArrayList<>();
        for (String id : LIBRARY.ids()) {
            for (String language : List.of("en", "zh")) {
                tests.add(
                        DynamicTest.dynamicTest(
                                id + " " + language, () -> assertIsShown(id, language)));
            }
        }
        return tests;
    }

    private void assertIsShown(String id, String language) {
        HttpResponse<String> answer = pages.get("/a/" + id + "?lang=" + language);
        String title = LIBRARY.load(id).agreement().title().in(language);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("<h1").contains(title);
        assertThat(pages.defects()).isEmpty();
    }

    @Test
    void everyMechanismSaysWhatItIsInBothLanguages() {
        assertThat(LIBRARY.loadAll())
                .allSatisfy(loaded -> {
                    var agreement = loaded.found().orElseThrow().agreement();
                    assertThat(Words.AGREEMENT_KINDS).contains(agreement.kind());
                    assertThat(agreement.title().has("zh")).as(loaded.id()).isTrue();
                    if (!List.of("new-start", "start-i", "inf", "sort", "cfe", "open-skies")
                            .contains(loaded.id())) {
                        var summary = agreement.profile().summary().orElseThrow();
                        assertThat(summary.has("zh")).as(loaded.id()).isTrue();
                    }
                });
    }

    @Test
    void everyMechanismDoesWhatItsKindPromises() {
        assertThat(LIBRARY.loadAll())
                .allSatisfy(loaded -> {
                    Library.Case one = loaded.found().orElseThrow();
                    boolean works =
                            switch (one.agreement().kind()) {
                                case "treaty" ->
                                        !one.agreement().duties().isEmpty()
                                                || !one.agreement().limits().isEmpty()
                                                || !one.agreement().quotas().isEmpty();
                                case "dialogue", "channel", "meeting" ->
                                        one.record().statements().stream()
                                                .anyMatch(MechanismPagesTest::tellsSomething);
                                case "topic", "measure", "source", "format" ->
                                        !one.record().statements().isEmpty()
                                                || !one.agreement().profile().touches().isEmpty();
                                default -> !one.record().statements().isEmpty();
                            };
                    assertThat(works).as(loaded.id()).isTrue();
                });
    }

    private static boolean tellsSomething(Statement statement) {
        return statement.body() instanceof Body.Contact
                || statement.body() instanceof Body.Claim
                || statement.text().isPresent();
    }

    /** What is only recalled has none, and says on the page that it is unverified. */
    @Test
    void everyStatementOfTheLibraryHasASourceOrIsMarked() {
        List<String> without = new ArrayList<>();
        for (Library.Loaded loaded : LIBRARY.loadAll()) {
            for (Statement statement : loaded.found().orElseThrow().record().statements()) {
                Source source = statement.source();
                boolean sourced = source.primary().isPresent() || source.read().isPresent();
                if (!sourced && !statement.unverified()) {
                    without.add(loaded.id() + " " + statement.ref());
                }
            }
        }
        assertThat(without).isEmpty();
    }
}
