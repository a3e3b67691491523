// SPDX-License-Identifier: Apache-2.0
package org.parley.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Actors, the overview's files and the month, with a keyboard, without scripts, on a phone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ActorsAndOverviewTest {
    private final Browsing browsing = new Browsing();

    @AfterAll
    void stop() {
        browsing.close();
    }

    @Test
    void fromTheListToAStateToItsCalendarWithoutScripts() {
        Page page = browsing.open("/actors?lang=en", false, false);
        page.locator("a[href^='/actor/DE?']").first().click();
        assertThat(page.locator("h1")).containsText("Germany");
        assertThat(page.locator("#holders ~ .wide")).containsText("Federal Chancellor");
        page.locator("main a[href^='/due?']").first().click();
        assertThat(page.locator(".month")).isVisible();
        assertThat(page.locator("a[href='/due.ics?party=DE&lang=en']")).isVisible();
        assertThat(browsing.defects()).isEmpty();
        page.context().close();
    }

    @Test
    void aMonthIsChosenWithTheKeyboard() {
        Page page = browsing.open("/due?lang=en&party=DE&asOf=2026-12-01", false, true);
        Locator month =
                page.locator(".months a").filter(new Locator.FilterOptions().setHasText("2027-04"));
        month.focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".month caption")).hasText("2027-04");
        page.locator("[role=region]").first().focus();
        page.keyboard().press("Tab");
        assertThat(page.locator(".month a").first()).isFocused();
        assertThat(browsing.complaints()).isEmpty();
        page.context().close();
    }

    @Test
    void theFilesFollowTheSlider() {
        Page page = browsing.open("/?asOf=2024-06-01&lang=en", false, true);
        page.locator("#day").focus();
        page.locator("#day").press("Shift+ArrowRight");
        assertThat(page.locator("#cite a[href^='/overview.svg?asOf=2024-07-01']")).hasCount(1);
        assertThat(browsing.complaints()).isEmpty();
        page.context().close();
    }

    @Test
    void theOverviewIsPrintedWithItsViewAndLegend() {
        Page page = browsing.open("/?asOf=2024-06-01&lang=zh", false, true);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".viewbar")).isHidden();
        assertThat(page.locator(".viewline")).containsText("2024-06-01");
        assertThat(page.locator(".legend .glyph").first()).isVisible();
        page.context().close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/?lang=en",
                "/actors?lang=zh",
                "/actor/US?lang=en",
                "/a/mmca?lang=zh",
                "/a/nfu?lang=en",
                "/due?lang=en&party=CN"
            })
    void noPageIsWiderThanAPhone(String path) {
        Page page = browsing.open(path, true, true);
        page.setViewportSize(390, 844);
        assertThat(page.evaluate("() => document.documentElement.scrollWidth")).isEqualTo(390);
        assertThat(browsing.defects()).isEmpty();
        page.context().close();
    }
}
