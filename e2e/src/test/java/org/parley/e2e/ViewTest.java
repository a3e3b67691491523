// SPDX-License-Identifier: Apache-2.0
package org.parley.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** Moving through an agreement's life, with a keyboard, with a pointer, without scripts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ViewTest {
    /** If the page is wider than the window: the innermost elements that make it so. */
    private static final String STICKING_OUT =
            """
            () => document.documentElement.scrollWidth <= window.innerWidth ? []
                : [...document.querySelectorAll('body *')]
                    .filter(one => one.getBoundingClientRect().right > window.innerWidth
                        && !one.parentElement.closest(".wide, svg")
                        && ![...one.children].some(
                            child => child.getBoundingClientRect().right > window.innerWidth))
                    .map(one => one.outerHTML.slice(0, 200))
            """;

    private final Browsing browsing = new Browsing();

    @AfterAll
    void stop() {
        browsing.close();
    }

    private static void shows(Page page, String day) {
        assertThat(page.locator(".viewline strong").first()).hasText(day);
        assertThat(page).hasURL(Pattern.compile("asOf=" + day));
    }

    @Test
    void theSliderIsMovedByKeysAndTheAddressFollows() {
        Page page = browsing.open("/a/new-start?asOf=2017-09-01&lang=en", false, true);
        Locator slider = page.locator("#day");
        slider.focus();

        slider.press("ArrowRight");
        shows(page, "2017-09-02");
        slider.press("Shift+ArrowRight");
        shows(page, "2017-10-02");
        slider.press("PageUp");
        shows(page, "2018-04-02");
        slider.press("ArrowLeft");
        shows(page, "2018-04-01");
        slider.press("Home");
        shows(page, "2010-01-01");
        slider.press("End");
        shows(page, "2026-11-21");

        assertThat(slider).isFocused();
        assertThat(slider).hasAttribute("aria-valuetext", "2026-11-21");
        assertThat(browsing.complaints()).isEmpty();
        page.context().close();
    }

    @Test
    void stepsAndChoicesChangeTheViewAndTheAddress() {
        Page page = browsing.open("/a/new-start?asOf=2022-04-01&lang=en", false, true);
        page.locator("#steps a").nth(4).click();
        shows(page, "2022-05-01");
        page.locator("#accordingTo").selectOption("US");
        assertThat(page).hasURL(Pattern.compile("accordingTo=US"));
        assertThat(page.locator(".viewline")).containsText("United States");
        page.locator("input[name=known][value=same]").check();
        assertThat(page).hasURL(Pattern.compile("knownOn=asOf"));
        assertThat(browsing.complaints()).isEmpty();
        page.context().close();
    }

    @Test
    void chartsBecomeInteractiveWhenAsked() {
        Page page = browsing.open("/a/new-start?asOf=2022-04-01&lang=en", false, true);
        page.locator("#interactive").click();
        assertThat(page.locator(".drawing.live").first()).isVisible();
        assertThat(page.locator(".drawing.live svg").first()).isVisible();
        assertThat(browsing.complaints()).isEmpty();
        page.context().close();
    }

    @Test
    void theOverviewIsDraggedThroughTimeAndNarrowed() {
        Page page = browsing.open("/?asOf=2024-06-01&lang=en", false, true);
        Locator talks =
                page.locator(
                        "tr",
                        new Page.LocatorOptions().setHas(page.locator("a[href^='/a/us-cn-ac?']")));
        assertThat(talks).containsText("open");
        Locator slider = page.locator("#day");
        slider.focus();
        slider.press("Shift+ArrowRight");
        slider.press("Shift+ArrowRight");
        shows(page, "2024-08-01");
        assertThat(talks).containsText("suspended");
        page.locator("#subject").selectOption("mines");
        assertThat(page).hasURL(Pattern.compile("subject=mines"));
        assertThat(page.locator("a[href^='/a/ottawa?']")).isVisible();
        assertThat(talks).hasCount(0);
        assertThat(browsing.complaints()).isEmpty();
        page.context().close();
    }

    @Test
    void theCalendarShowsACountrysYearWithoutScripts() {
        Page page = browsing.open("/due?lang=en&asOf=2026-12-01", false, false);
        page.locator("#party").selectOption("DE");
        page.locator("form.axes button").click();
        page.locator(".months a").filter(new Locator.FilterOptions().setHasText("2027-04")).click();
        assertThat(page.locator(".month caption")).hasText("2027-04");
        assertThat(page.locator(".month")).containsText("Anti-Personnel Mine Ban Convention");
        page.context().close();
    }

    @Test
    void everythingWorksWithoutScripts() {
        Page page = browsing.open("/a/new-start?asOf=2017-09-01&lang=en", false, false);
        assertThat(page.locator(".chart svg").first()).isVisible();
        page.locator("#steps a").nth(3).click();
        shows(page, "2017-09-02");
        page.locator("#asOf").fill("2022-04-01");
        page.locator("#accordingTo").selectOption("RU");
        page.locator("#view button").click();
        shows(page, "2022-04-01");
        assertThat(page.locator(".viewline")).containsText("Russia");
        page.locator("#figure-warheads summary").click();
        assertThat(page.locator("#figure-warheads table")).isVisible();
        page.locator("table.limits td.n a").first().click();
        assertThat(page.locator("main")).containsText("agreement.yaml:");
        page.context().close();
    }

    @Test
    void aPageIsPrintedWholeAndWithItsView() {
        Page page = browsing.open("/a/new-start?asOf=2022-04-01&lang=zh", false, true);
        byte[] pdf = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true).setTagged(true));
        assertThat(new String(pdf, 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
        assertThat(pdf.length).isGreaterThan(50_000);
        page.emulateMedia(
                new Page.EmulateMediaOptions()
                        .setMedia(com.microsoft.playwright.options.Media.PRINT));
        assertThat(page.locator(".viewbar")).isHidden();
        assertThat(page.locator("#figure-warheads table")).isVisible();
        assertThat(page.locator("#cite")).containsText("2022-04-01");
        page.context().close();
    }

    @Test
    void aNarrowScreenScrollsTablesNotThePage() {
        Page page = browsing.open("/a/new-start?asOf=2022-04-01&lang=en", false, true);
        page.setViewportSize(360, 740);
        assertThat(page.evaluate(STICKING_OUT)).isEqualTo(List.of());
        page.context().close();
    }
}
