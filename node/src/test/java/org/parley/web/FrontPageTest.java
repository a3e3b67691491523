// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.List;

/** The overview, the calendar and the register of incidents, on the shipped library. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FrontPageTest {
    private final Pages pages = Pages.open(Path.of("no-such-home"));

    @AfterAll
    void stop() {
        pages.close();
    }

    /** The row of a mechanism: from its link to the end of the row. */
    private String row(String address, String id) {
        String page = pages.body(address);
        int at = page.indexOf("/a/" + id + "?");
        assertThat(at).as(id + " on " + address).isPositive();
        return page.substring(at, page.indexOf("</tr>", at))
                .replaceAll("<svg.*?</svg>", "")
                .replaceAll("<[^>]+>", " ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /?lang=en                               | new-start | ended
                    /?lang=en&asOf=2017-09-01               | new-start | in force
                    /?lang=en&asOf=2023-06-01               | new-start | suspended by a party
                    /?lang=en&asOf=2024-01-01               | us-cn-ac  | open
                    /?lang=en&asOf=2024-09-01               | us-cn-ac  | suspended
                    /?lang=zh&asOf=2024-09-01               | us-cn-ac  | 已暂停
                    /?lang=en&asOf=2025-12-01               | jcpoa     | contested
                    /?lang=en&asOf=2025-12-01&accordingTo=IR| jcpoa     | ended
                    /?lang=en&asOf=2025-12-01&accordingTo=US| jcpoa     | left
                    /?lang=en&asOf=2015-01-01               | ctbt      | not in force
                    /?lang=en                               | cfe       | Canada, United States
                    """)
    void theWordOfAMechanism(String address, String id, String word) {
        assertThat(row(address, id)).contains(word);
    }

    /** A suspension that was not known yet is not shown. */
    @Test
    void whatWasNotKnownIsNotShown() {
        String known = "/?lang=en&asOf=2024-07-20&knownOn=2024-07-10";
        assertThat(row(known, "us-cn-ac")).doesNotContain("suspended");
        assertThat(row("/?lang=en&asOf=2024-07-20", "us-cn-ac")).contains("suspended");
    }

    @Test
    void filtersNarrow() {
        String chemical = pages.body("/?lang=en&subject=chemical");
        assertThat(chemical).contains("/a/cwc?").doesNotContain("/a/new-start?");
        String pakistan = pages.body("/?lang=en&party=PK");
        assertThat(pakistan).doesNotContain("/a/new-start?");
        assertThat(pages.body("/?lang=en&shelf=contacts")).doesNotContain("/a/cwc?");
        assertThat(pages.body("/?lang=en&subject=chemical&shelf=documents"))
                .contains("Take a filter away");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/?accordingTo=QQ",
                "/?asOf=2021-02-30",
                "/?from=abcd",
                "/due?start=x",
                "/due?party=DE&start=2026-01-01&end=2025-01-01",
                "/due?month=2026-13",
                "/due?party=ZZ",
                "/due?party=DE&from=2026-01-01&start=2026-01-01",
                "/due?party=DE&form=2026-01-01",
                "/due.ics?party=DE&until=2026-01-01",
                "/incidents?party=CN",
                "/?subject=bogus",
                "/?shelf=bogus",
                "/?partie=CN"
            })
    void badAddressesAreAnsweredWith400(String address) {
        assertThat(pages.get(address).statusCode()).isEqualTo(400);
        assertThat(pages.defects()).isEmpty();
    }

    /** Whoever only signed is counted in the record, not among the members. */
    @Test
    void membersAreCountedOnTheDay() {
        assertThat(row("/?lang=en&asOf=1996-01-01", "cwc"))
                .contains("deposited, in the record: 47");
        assertThat(row("/?lang=en", "ctbt")).containsPattern("deposited, in the record: 1\\d\\d");
        assertThat(row("/?lang=zh", "cwc")).containsPattern("记录中的成员：1\\d\\d");
    }

    @Test
    void theChosenPartysPlaceStandsInTheRow() {
        assertThat(row("/?lang=en&party=CN", "ctbt")).contains("China:  signatory");
        assertThat(row("/?lang=en&party=RU", "open-skies")).contains("Russia:  left");
        assertThat(row("/?lang=zh&party=RU", "cfe")).contains("俄罗斯:  已退出");
        assertThat(row("/?lang=en&party=RU&asOf=2020-01-01", "open-skies"))
                .doesNotContain("Russia:");
    }

    /** A party that left suspends nothing any more, and the number of parties is without it. */
    @Test
    void whoLeftIsNoLongerAmongThoseThatSuspend() {
        assertThat(row("/?lang=en", "cfe")).contains("suspended by a party", "1 left");
        assertThat(row("/?lang=en&asOf=2020-01-01", "cfe")).doesNotContain("1 left");
    }

    @Test
    void theRegisterOfIncidentsSaysHowFarItReaches() {
        assertThat(pages.words("/incidents?lang=en"))
                .contains("reaches only as far as accounts were read", "may well have happened");
        assertThat(pages.words("/incidents?lang=zh")).contains("登记范围仅限已读到的陈述");
    }

    /** One language, what is near, and the way to all that there is. */
    @Test
    void anUnknownMechanismIsAnsweredShortly() {
        String english = pages.words("/a/new-stat?lang=en");
        assertThat(english).contains("404", "did you mean \"new-start\"?", "All mechanisms");
        String far = pages.words("/a/zzzzzzzzzz?lang=en");
        assertThat(far).contains("see the list of all").doesNotContain("vienna-document");
        String chinese = pages.words("/a/new-stat?lang=zh");
        assertThat(chinese)
                .contains("没有“new-stat”这一机制；是否为“new-start”？", "全部机制")
                .doesNotContain("did you mean");
    }

    /** What is nearly right is answered with the nearest that is. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /?subject=nuclea           | nuclear
                    /?shelf=contact            | contacts
                    /?lang=en&partie=CN        | party
                    /overview.csv?subject=mine | mines
                    """)
    void theNearestNameIsGiven(String address, String near) {
        assertThat(pages.body(address)).contains("\"" + near + "\"?");
    }

    @Test
    void oneCountrysYearOverAllAgreements() {
        String page =
                pages.body("/due?lang=en&party=DE&start=2026-12-01&end=2027-12-31&month=2027-04");
        assertThat(page)
                .contains("2027-04-30", "Anti-Personnel Mine Ban Convention", "Cluster Munitions")
                .contains("2027-05-31", "Arms Trade Treaty");
        String feed = pages.body("/due.ics?lang=en&party=DE&start=2026-12-01&end=2027-12-31");
        assertThat(feed)
                .startsWith("BEGIN:VCALENDAR")
                .contains("DTSTART;VALUE=DATE:20270430")
                .contains("END:VCALENDAR");
    }

    @Test
    void nobodyChosenNothingListed() {
        assertThat(pages.body("/due?lang=en")).contains("Choose a party");
    }

    @Test
    void anIncidentHasTwoAccounts() {
        String page = pages.words("/incidents?lang=en");
        assertThat(page).contains("2020-12", "United States", "China");
        assertThat(pages.words("/incidents?lang=en&asOf=2019-01-01")).doesNotContain("2020-12");
    }

    @Test
    void thePictureCarriesItsViewAndItsChoice() {
        String svg = pages.body("/overview.svg?lang=en&asOf=2024-09-01&subject=chemical");
        assertThat(svg)
                .startsWith("<?xml")
                .contains("Where arms control stands", "As of 2024-09-01, known on 2026-11-21")
                .contains("Subject: chemical", "Chemical Weapons Convention", "in force")
                .doesNotContain("New START");
        String chinese = pages.body("/overview.svg?lang=zh&asOf=2024-09-01&knownOn=asOf");
        assertThat(chinese).contains("军备控制现状", "知悉截止日2024-09-01", "已暂停");
        byte[] png = pages.bytes("/overview.png?lang=zh&shelf=norms");
        assertThat(new String(png, 1, 3, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("PNG");
    }

    /** In a picture too a state is told by its word, its shape and its ink. */
    @Test
    void everyShapeOfThePictureHasItsWordBesideIt() {
        String svg = pages.body("/overview.svg?lang=en&asOf=2024-09-01");
        for (String word :
                List.of("in force", "suspended by a party", "no recent evidence", "stated")) {
            assertThat(svg).contains(">" + word + "</text>");
        }
        String page = pages.body("/?lang=en&asOf=2024-09-01");
        assertThat(page.substring(page.indexOf("class=\"legend\"")))
                .contains("glyph", "contested", "cancelled");
    }

    @Test
    void theTableHasOneLineForEachStretch() {
        String csv = pages.body("/overview.csv?lang=en&asOf=2023-06-01&party=RU");
        assertThat(csv)
                .contains("# As of 2023-06-01, known on 2026-11-21", "# Party: Russia")
                .contains(
                        "agreements,treaty,new-start,New START,RU US,in-force,in force,2011-02-05")
                .containsPattern("new-start,.*,suspended-by-some,.*,2023-02-28,.*,RU,now,");
        assertThat(csv).doesNotContain(",ottawa,");
        String page = pages.body("/?lang=en&asOf=2023-06-01&party=RU");
        assertThat(page)
                .contains("/overview.svg?asOf=2023-06-01", "/overview.png?", "/overview.csv?");
    }

    /** The years under the slider stand where their first days are. */
    @Test
    void yearsStandAtTheirDays() {
        List<Tick> ticks =
                Tick.of(java.time.LocalDate.of(2009, 1, 1), java.time.LocalDate.of(2013, 1, 1));
        assertThat(ticks.getFirst()).isEqualTo(new Tick(2009, "0.00%"));
        assertThat(ticks.getLast()).isEqualTo(new Tick(2013, "100.00%"));
        assertThat(ticks.get(1)).isEqualTo(new Tick(2010, "24.98%"));
    }
}
