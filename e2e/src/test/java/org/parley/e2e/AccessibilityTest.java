// SPDX-License-Identifier: Apache-2.0
package org.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.proof.canonical.Hash;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** axe-core on every page, light and dark, in both languages: nothing serious or critical. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessibilityTest {
    /** With a claim, a date that its weekday contradicts, and a number that is new. */
    private static final String DOCUMENT =
            """
            EXERCISE: Arden and Borel talk

            On Friday, 6 May 2031 Arden and Borel held the first round of talks on risks in Geneva.

            A report said that Arden has a stockpile of 120 nuclear warheads.
            """;

    private static final List<String> PAGES =
            List.of(
                    "/",
                    "/a/new-start?asOf=2022-04-01",
                    "/a/new-start?asOf=2026-03-01&accordingTo=RU",
                    "/a/new-start/timeline?asOf=2023-06-01",
                    "/a/new-start/duties?asOf=2023-06-01",
                    "/a/new-start/rules?asOf=2023-06-01",
                    "/a/new-start/explain/limits.warheads?asOf=2017-09-01&party=RU",
                    "/a/new-start/explain/disputes.launchers?asOf=2022-04-01&party=US",
                    "/a/new-start/statements/ru-2022-view?asOf=2023-06-01",
                    "/a/cfe?asOf=1997-01-01",
                    "/a/open-skies?asOf=2010-01-01",
                    "/claims?",
                    "/claims/06?",
                    "/flags?",
                    "/flags/over-limit?",
                    "/due?party=DE",
                    "/estimates?",
                    "/gaps?",
                    "/documents?",
                    "/documents/" + hash() + "?",
                    "/contradictions?",
                    "/actors?",
                    "/actor/CN?",
                    "/incidents?",
                    "/a/ottawa?asOf=2026-03-01",
                    "/a/theater?asOf=2024-10-01",
                    "/a/jcpoa?asOf=2025-12-01",
                    "/a/nobody?");

    private Browsing browsing;

    @BeforeAll
    void start(@TempDir Path home) throws IOException {
        Files.createDirectories(home.resolve("documents"));
        Files.writeString(
                home.resolve("actors.yaml"),
                "format: 1\nactors:\n  XA: {name: {en: Arden}}\n  XB: {name: {en: Borel}}\n");
        Files.writeString(home.resolve("documents").resolve("talks.txt"), DOCUMENT);
        browsing = new Browsing(Browsing.site(home));
    }

    private static String hash() {
        return Hash.of(DOCUMENT.getBytes(StandardCharsets.UTF_8)).hex();
    }

    static List<Look> looks() {
        List<Look> looks = new ArrayList<>();
        for (String page : PAGES) {
            for (String language : List.of("en", "zh")) {
                String path = page + (page.contains("?") ? "&" : "?") + "lang=" + language;
                looks.add(new Look(path.replace("?&", "?"), false));
                looks.add(new Look(path.replace("?&", "?"), true));
            }
        }
        return looks;
    }

    record Look(String path, boolean dark) {}

    @AfterAll
    void stop() {
        browsing.close();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void nothingSeriousOrCritical(Look look) {
        Page page = browsing.open(look.path(), look.dark(), true);
        assertThat(Axe.found(page, look.dark())).isEqualTo(List.of());
        assertThat(browsing.defects()).isEmpty();
        page.context().close();
    }
}
