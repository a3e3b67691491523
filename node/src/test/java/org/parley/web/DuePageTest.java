// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.nio.file.Path;

/** The calendar of one party and its feed, on the shipped library. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DuePageTest {
    private final Pages pages = Pages.open(Path.of("no-such-home"));

    @AfterAll
    void stop() {
        pages.close();
    }

    /** Folded lines put together again (RFC 5545, 3.1). */
    private String feed(String address) {
        return pages.body(address).replace("\r\n ", "");
    }

    /**
     * The treaties whose lists of members the record lacks must not look as if nothing were due.
     */
    @Test
    void whatIsNotWorkedOutIsSaid() {
        assertThat(pages.words("/due?lang=en&party=DE"))
                .contains(
                        "not worked out for Germany: Biological Weapons Convention, Treaty on the"
                                + " Non-Proliferation of Nuclear Weapons (membership not in the"
                                + " record)");
        assertThat(pages.words("/actor/DE?lang=en")).contains("not worked out for Germany:");
        assertThat(pages.words("/due?lang=zh&party=DE")).contains("（记录中没有其成员身份）");
        assertThat(feed("/due.ics?lang=en&party=DE"))
                .contains("X-WR-CALDESC:not worked out for Germany: Biological Weapons Convention");
    }

    @Test
    void whereNothingIsLeftOutNothingIsSaid() {
        assertThat(pages.words("/due?lang=en&party=XA")).doesNotContain("not worked out");
        assertThat(feed("/due.ics?lang=en&party=XA")).doesNotContain("X-WR-CALDESC");
    }

    @Test
    void aSubscribedCalendarHasANameAndIsReadAgain() {
        assertThat(feed("/due.ics?lang=en&party=CN"))
                .contains("\r\nNAME:Arms control · China\r\n")
                .contains("\r\nX-WR-CALNAME:Arms control · China\r\n")
                .contains("\r\nREFRESH-INTERVAL;VALUE=DURATION:P1D\r\n")
                .contains("\r\nX-PUBLISHED-TTL:PT24H\r\n");
        assertThat(feed("/due.ics?lang=zh&party=CN")).contains("\r\nNAME:军控义务 · 中国\r\n");
    }

    @Test
    void theWindowIsFromToOrStartEnd() {
        for (String window :
                new String[] {"from=2027-04-01&to=2027-04-30", "start=2027-04-01&end=2027-04-30"}) {
            assertThat(pages.words("/due?lang=en&party=DE&" + window))
                    .contains("3 duties fall due from 2027-04-01 to 2027-04-30")
                    .doesNotContain("2027-05-31");
        }
    }

    @Test
    void theMonthOpensWhereTheNextDutyIs() {
        assertThat(pages.body("/due?lang=en&party=DE&asOf=2026-12-20&end=2027-12-31"))
                .contains("<caption>2027-03</caption>");
        assertThat(pages.body("/due?lang=en&party=DE&asOf=2026-12-20&month=2027-01"))
                .contains("<caption>2027-01</caption>");
    }
}
