// SPDX-License-Identifier: Apache-2.0
package org.parley.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** A reviewer at the keyboard. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReviewTest {
    private static final String TALKS =
            """
            EXERCISE: Arden and Borel talk

            On 6 May 2031 Arden and Borel held the first round of talks on risks in Geneva.

            Arden and Borel will hold another round of talks in Geneva on Thursday.

            Borel's foreign ministry said on Monday, May 12 that Borel will not be the first to use nuclear weapons.
            """;

    private Browsing browsing;

    @BeforeAll
    void start(@TempDir Path home) throws IOException {
        Files.createDirectories(home.resolve("documents"));
        Files.writeString(
                home.resolve("actors.yaml"),
                "format: 1\nactors:\n  XA: {name: {en: Arden}}\n  XB: {name: {en: Borel}}\n");
        for (String name : new String[] {"keys.txt", "links.txt"}) {
            // The bytes differ, or they would be one document.
            Files.writeString(home.resolve("documents").resolve(name), TALKS + "\n" + name + "\n");
        }
        browsing = new Browsing(Browsing.site(home));
    }

    @AfterAll
    void stop() {
        browsing.close();
        assertThat(browsing.defects()).isEmpty();
        assertThat(browsing.complaints()).isEmpty();
    }

    private Page open(String name, boolean scripts) {
        Page page = browsing.open("/documents?lang=en", false, scripts);
        page.locator("tr", new Page.LocatorOptions().setHasText(name)).locator("a").click();
        return page;
    }

    private static void assertShows(Page page, int number, String state) {
        Locator title = page.locator("#claim h2").first();
        assertThat(title).hasText(Pattern.compile("^" + number + "\\. .*: " + state + "$"));
    }

    @Test
    void keysMoveAcceptAndReject() {
        Page page = open("keys.txt", true);
        assertShows(page, 1, "open");
        page.keyboard().press("j");
        assertShows(page, 2, "open");
        page.keyboard().press("k");
        assertShows(page, 1, "open");
        page.keyboard().press("a");
        assertShows(page, 2, "open");
        page.keyboard().press("r");
        // What is typed into a field is text, also where it is a key of the page.
        page.keyboard().type("jka");
        page.keyboard().press("Enter");
        assertShows(page, 3, "open");
        page.keyboard().press("k");
        assertShows(page, 2, "rejected");
        assertThat(page.locator("#claim q")).hasText("jka");
        page.keyboard().press("k");
        assertShows(page, 1, "accepted");
        page.keyboard().press("e");
        assertThat(page.locator("#slot-kind")).isFocused();
        page.keyboard().press("Escape");
        page.keyboard().press("?");
        assertThat(page.locator("kbd").first()).isVisible();
    }

    @Test
    void withoutScriptsLinksAndButtonsDoTheSame() {
        Page page = open("links.txt", false);
        assertShows(page, 1, "open");
        page.locator("#c2").click();
        assertShows(page, 2, "open");
        page.locator("button[value=accept]").click();
        assertShows(page, 3, "open");
        page.locator("#c2").click();
        assertShows(page, 2, "accepted");
        page.locator("input[name=offer]").first().check();
        page.locator(".dating button").click();
        assertThat(page.locator(".viewline")).containsText("given by reviewer");
    }
}
