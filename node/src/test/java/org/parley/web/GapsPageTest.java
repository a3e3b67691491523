// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.nio.file.Path;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GapsPageTest {
    private final Pages pages = Pages.open(Path.of("no-such-home"));

    @AfterAll
    void stop() {
        pages.close();
    }

    @Test
    void theMatrixShowsWhatStandsAndWhatDoesNotOnEachDay() {
        assertThat(pages.words("/gaps?asOf=2019-01-01&lang=en"))
                .contains("What is limited by what")
                .contains("Each kind as of 2019-01-01")
                .contains("Nothing that limits, bans, verifies or notifies stands on this day.");
        String body = pages.body("/gaps?asOf=2019-01-01&lang=en");
        assertThat(body)
                .contains("href=\"/a/new-start?asOf=2019-01-01")
                .contains("/a/new-start/explain/limits.warheads?asOf=2019-01-01")
                .contains("<th scope=\"col\" aria-current=\"date\">");
        assertThat(pages.defects()).isEmpty();
    }

    @Test
    void theOptionsNameWhatStaysHiddenAndTheirSource() {
        assertThat(pages.words("/gaps?lang=en"))
                .contains(
                        "Showing more, short of numbers", "What stays hidden", "arXiv 1809.04170");
    }

    @Test
    void bothLanguagesAndFilesAnswer() {
        assertThat(pages.body("/gaps?lang=zh")).contains("<html lang=\"zh-Hans\">", "约束与空缺");
        assertThat(pages.body("/gaps/gaps.csv?asOf=2019-01-01&lang=en"))
                .startsWith("# Gap matrix as of 2019-01-01")
                .contains("chemical,cwc,notifies,stands");
        assertThat(pages.body("/gaps/gaps.json?asOf=2019-01-01"))
                .contains("\"asOf\" : \"2019-01-01\"", "\"hole\" : true");
        assertThat(pages.get("/gaps?asOf=soon").statusCode()).isEqualTo(400);
        assertThat(pages.defects()).isEmpty();
    }
}
