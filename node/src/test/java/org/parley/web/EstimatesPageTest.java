// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;

import javax.imageio.ImageIO;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EstimatesPageTest {
    private static final String VIEW =
            "?state=CN&kind=stockpile&asOf=2022&knownOn=2023-12-31&since=2022-12-31&lang=en";

    private final Pages pages = Pages.open(Path.of("no-such-home"));

    @AfterAll
    void stop() {
        pages.close();
    }

    @Test
    void thePageShowsWhatWasKnownAndWhatWasRevised() {
        assertThat(pages.words("/estimates" + VIEW))
                .contains("Estimates: China")
                .contains(
                        "2022 military stockpile 390 Federation of American Scientists 2023-09-05")
                .contains("China military stockpile 2022", "350 (2022) 390 (2023-09-05) +40")
                .contains("CC BY 4.0 as recorded there")
                .contains("reaches to 2023-12-31");
        assertThat(pages.words("/estimates" + VIEW.replace("2023-12-31", "2023-01-01")))
                .contains("2022 military stockpile 350", "added up from its parts");
        assertThat(pages.defects()).isEmpty();
    }

    @Test
    void aTotalThatIsNotItsSumIsExplained() {
        assertThat(pages.words("/estimates?state=RU&kind=all&asOf=2022&lang=en"))
                .contains("6,065; the parts it gives come to 4,477")
                .contains("counts deployed strategic warheads twice")
                .contains("is 12,705; the 10 rows of states come to 9,530")
                .contains("equals the states’ total inventory");
    }

    @Test
    void eachQuantityHasAChartOfItsOwnAndEachLineItsVintage() {
        String page = pages.body("/estimates" + VIEW.replace("kind=stockpile", "kind=all"));
        assertThat(page)
                .contains("id=\"figure-stockpile\"", "id=\"figure-total-inventory\"")
                .contains("FAS 2023-09-05", "FAS 2022");
        assertThat(page.split("id=\"figure-stockpile\"", -1)).hasSize(2);
        assertThat(pages.body("/estimates" + VIEW.replace("state=CN", "state=RU")))
                .as("nothing was revised, so there is one line")
                .contains(">FAS 2023-09-05<")
                .doesNotContain(">FAS 2022<");
    }

    @Test
    void twoQuantitiesAreNotComparedAndThePageSaysWhy() {
        String pair = "&a=5,428&aKind=total-inventory&b=3700&bKind=stockpile";
        assertThat(pages.words("/estimates?state=US&knownOn=2022-12-31&lang=en" + pair))
                .contains("Different quantities.")
                .contains("5,428 = 3,708 military stockpile + 1,720 retired warheads");
        assertThat(pages.words("/estimates?state=US&lang=zh" + pair)).contains("口径不同，并不矛盾");
    }

    @Test
    void bothLanguagesHaveEveryPage() {
        assertThat(pages.get("/estimates?lang=zh").body())
                .contains("<html lang=\"zh-Hans\">", "军用库存", "估计数");
        assertThat(pages.get("/estimates").statusCode()).isEqualTo(200);
    }

    @Test
    void filesCarryLicenceAndView() throws IOException {
        assertThat(pages.body("/estimates/stockpile.svg" + VIEW))
                .startsWith("<?xml")
                .contains("CC BY 4.0", "known on 2023-12-31", "China: military stockpile");
        byte[] png = pages.bytes("/estimates/stockpile.png" + VIEW);
        assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isGreaterThan(1000);
        String csv = pages.body("/estimates/figures.csv" + VIEW);
        assertThat(csv).startsWith("# Federation of American Scientists");
        assertThat(csv.lines().filter(line -> line.startsWith("CN,stockpile,")).count())
                .isEqualTo(79);
        assertThat(pages.body("/estimates/revisions.csv" + VIEW))
                .contains("CN,stockpile,2022,fas,350,2022,390,2023-09-05");
        assertThat(pages.body("/estimates/estimates.json" + VIEW))
                .contains("\"vintage\" : \"2023-09-05\"", "\"licence\" : \"CC-BY-4.0\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/estimates?state=XX",
                "/estimates?kind=warheads",
                "/estimates?knownOn=2023",
                "/estimates?asOf=soon",
                "/estimates?sinse=2023-01-01",
                "/gaps?asof=2023-01-01",
                "/claims?known=now",
                "/a/new-start?knownon=2023-01-01",
                "/estimates?a=1&b=-2",
                "/estimates/nothing.svg",
                "/estimates/stockpile.exe"
            })
    void whatCannotBeShownIsSaidInOneMessage(String path) {
        var answer = pages.get(path);
        assertThat(answer.statusCode()).as(path).isIn(400, 404);
        assertThat(answer.body())
                .contains("<h1>" + answer.statusCode() + " ")
                .doesNotContain("Exception");
        assertThat(pages.defects()).isEmpty();
    }
}
