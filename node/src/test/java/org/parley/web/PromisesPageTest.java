// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.nio.file.Path;

/** Promises of talks and what came of them, and meetings of what is no contact itself. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PromisesPageTest {
    private final Pages pages = Pages.open(Path.of("no-such-home"));

    @AfterAll
    void stop() {
        pages.close();
    }

    /** The table of promises, in words. */
    private String promises(String id, String caption, String language) {
        String page = pages.words("/a/" + id + "?lang=" + language);
        int at = page.indexOf(caption);
        assertThat(at).as(id).isPositive();
        return page.substring(at, Math.min(page.length(), at + 900));
    }

    /** A date that was set is not the meeting. */
    @Test
    void aPromiseLeadsOverItsPlanToTheMeeting() {
        assertThat(promises("us-cn-ac", "Promised and kept", "en"))
                .contains("2023-10-31 → scheduled 2023-11-02 2023-11-06 China 6 United States 6");
    }

    /** Neither the treaty of 1998 nor a postponement promises a session. */
    @Test
    void aSessionThatOneSideSaysWasRefusedIsShownWithBothWords() {
        String table = promises("mmca", "Promised and kept", "en");
        assertThat(table)
                .contains("refused 2020-12-16 told by United States")
                .contains("postponed 2020-12-17 told by China")
                .doesNotContain("1998")
                .doesNotContain("not seen");
        assertThat(promises("mmca", "承诺与履行", "zh")).contains("据中国");
    }

    @Test
    void theLagRunsToTheFirstDayOfAMeeting() {
        assertThat(promises("mmca", "Promised and kept", "en"))
                .contains("2024-04-03 China 140 United States 140");
    }

    /** A treaty is not open since its last conference. */
    @Test
    void whatIsNoContactOnlyHoldsMeetings() {
        String npt = pages.words("/a/npt?lang=en");
        assertThat(npt).contains("Meetings last held").doesNotContain("The contact open");
        assertThat(pages.words("/a/npt?lang=zh")).contains("会议 最近一次于");
        assertThat(pages.words("/a/us-cn-ac?lang=en")).contains("The contact suspended");
    }

    @Test
    void chinesePagesNameReportersAndArticlesInChinese() {
        assertThat(pages.words("/a/us-cn-ac?lang=zh")).contains("《环球时报》");
        assertThat(pages.words("/a/us-cn-ac?lang=en")).contains("Global Times");
        assertThat(pages.words("/a/npt/rules?lang=zh")).contains("第三条第4款");
        assertThat(pages.words("/a/npt/rules?lang=en")).contains("Article III.4");
        assertThat(pages.words("/due?lang=zh&party=DE")).contains("第七条第2款");
    }

    @Test
    void anOldFigureIsCalledLastKnown() {
        assertThat(pages.words("/a/jcpoa?lang=en")).contains("last known 2017-05-16");
        assertThat(pages.words("/a/jcpoa?lang=en&asOf=2017-08-01"))
                .doesNotContain("last known 2017-05-16");
        assertThat(pages.words("/a/jcpoa?lang=zh")).contains("最近所知2017-05-16");
    }
}
