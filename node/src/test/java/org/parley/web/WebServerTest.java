// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.ParleyException;
import org.parley.exchange.TcpDoor;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import javax.imageio.ImageIO;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebServerTest {
    private static final Path HOME = Path.of("no-such-home");

    private final Pages pages = Pages.open(HOME);

    @AfterAll
    void stop() {
        pages.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?lang=zh",
                "/a/new-start",
                "/a/new-start?asOf=2017-09-01&lang=zh",
                "/a/new-start?asOf=2023-06-01&accordingTo=RU",
                "/a/new-start?asOf=2023-06-01&known=same",
                "/a/new-start/timeline",
                "/a/new-start/rules",
                "/a/new-start/duties?state=contested&party=US",
                "/a/new-start/explain/limits.warheads?party=RU&asOf=2017-09-01",
                "/a/new-start/explain/duties.half_yearly_data?party=RU&for=2023-03-01",
                "/a/new-start/explain/quotas.inspections?party=US",
                "/a/new-start/explain/disputes.launchers?party=US&asOf=2022-04-01",
                "/a/new-start/statements/ru-2022-view",
                "/a/cfe",
                "/a/inf",
                "/a/open-skies?asOf=2010-01-01",
                "/a/sort",
                "/a/start-i?asOf=2005-01-01",
                "/flags",
                "/flags/over-limit"
            })
    void everyPageAnswers(String path) {
        HttpResponse<String> answer = pages.get(path);

        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.body()).contains("<h1", "<main id=\"main\"");
        assertThat(pages.defects()).isEmpty();
    }

    @Test
    void aCrowdThatSaysNothingIsSentAwayAndOthersAreAnswered() throws IOException {
        List<Socket> crowd = new ArrayList<>();
        try {
            for (int n = 0; n < TcpDoor.CONNECTIONS_MAX + 8; n++) {
                crowd.add(new Socket("127.0.0.1", pages.address().getPort()));
            }

            assertThat(pages.get("/flags").statusCode()).isEqualTo(200);
            Socket first = crowd.getFirst();
            first.setSoTimeout(10_000);
            assertThat(first.getInputStream().read()).isEqualTo(-1);
        } finally {
            for (Socket one : crowd) {
                one.close();
            }
        }
    }

    @Test
    void everyAnswerCarriesTheSecurityHeaders() {
        for (String path :
                new String[] {"/", "/nowhere", "/web/parley.css", "/a/new-start?asOf=x"}) {
            var headers = pages.get(path).headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .as(path)
                    .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(headers.firstValue("Server")).isEmpty();
        }
    }

    @Test
    void nothingInAPageRunsOrIsStyledByItself() {
        String page = pages.body("/a/new-start?asOf=2023-06-01");
        assertThat(page).doesNotContain(" style=\"", " onclick", "<style", "javascript:");
        assertThat(page.replaceAll("<script src=\"/web/[a-z]+\\.js\" defer></script>", ""))
                .doesNotContain("<script");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/a/new-start?asOf=2021-02-30",
                "/a/new-start?asOf=2021",
                "/a/new-start?asOf=0001-01-01",
                "/a/new-start?asOf=2021-01-01&asOf=2022-01-01",
                "/a/new-start?knownOn=yesterday",
                "/a/new-start?known=never",
                "/a/new-start?accordingTo=FR",
                "/a/new-start?accordingTo=%3Cscript%3E",
                "/a/new-start?lang=fr",
                "/a/new-start?day=-1",
                "/a/new-start?day=99999999999",
                "/a/new-start/duties?state=broken",
                "/a/new-start/duties?party=FR",
                "/a/new-start?"
                        + "asOf=2020-01-01aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void aBadParameterGetsOneClearMessage(String path) {
        HttpResponse<String> answer = pages.get(path);

        assertThat(answer.statusCode()).as(path).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("<script>", "Exception");
        assertThat(pages.defects()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nowhere",
                "/a",
                "/a/nobody",
                "/web/",
                "/web/secret.txt",
                "/web/..%2f..%2fpom.xml",
                "/META-INF/MANIFEST.MF",
                "/a/new-start/explain/limits.nothing",
                "/a/new-start/statements/nobody",
                "/a/new-start/charts/nothing.svg",
                "/a/new-start/charts/warheads.exe",
                "/a/new-start/tables/nothing.csv",
                "/flags/nothing"
            })
    void whatIsNotThereIsNotFound(String path) {
        HttpResponse<String> answer = pages.get(path);

        // Jetty itself refuses an escaped slash with 400 before any of our code sees it.
        assertThat(answer.statusCode()).as(path).isIn(404, 400);
        assertThat(answer.body()).doesNotContain("modelVersion", "Exception");
        assertThat(pages.defects()).isEmpty();
    }

    @Test
    void thePageTellsTheBrowserWhereItsViewStands() {
        HttpResponse<String> answer =
                pages.get(
                        "/a/new-start?asOf=2020-01-01&known=day&knownOn=2020-02-01",
                        "HX-Request",
                        "true");
        assertThat(answer.headers().firstValue("HX-Replace-Url"))
                .contains("/a/new-start?asOf=2020-01-01&knownOn=2020-02-01&lang=en");
    }

    @Test
    void theSliderWithoutScriptLeadsToItsDay() {
        HttpResponse<String> answer = pages.get("/a/new-start?day=4000&lang=en");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse(""))
                .contains("/a/new-start?asOf=2020-12-14&lang=en");
    }

    @Test
    void theBrowsersLanguageIsTakenUnlessOneIsAskedFor() {
        assertThat(pages.get("/", "Accept-Language", "zh-CN,zh;q=0.9").body())
                .contains("<html lang=\"zh-Hans\">");
        assertThat(pages.get("/?lang=en", "Accept-Language", "zh-CN").body())
                .contains("<html lang=\"en\">");
    }

    @Test
    void aChartLeavesThePageWithViewAndDateBurntIn() throws IOException {
        String query = "?asOf=2022-04-01&accordingTo=RU&lang=en";
        String svg = pages.body("/a/new-start/charts/launchers.svg" + query);
        assertThat(svg)
                .startsWith("<?xml")
                .contains("2022-04-01", "according to Russia", "2026-11-21", "rules sha256:");
        assertThat(svg).doesNotContain("class=");
        byte[] png = pages.bytes("/a/new-start/charts/launchers.png" + query);
        assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isGreaterThan(1000);
    }

    @Test
    void aTableLeavesThePageWithViewAndDateOnTop() {
        String csv = pages.body("/a/new-start/tables/limit-warheads.csv?asOf=2018-03-01&lang=en");
        assertThat(csv)
                .startsWith("# New START (new-start): ")
                .contains("# As of 2018-03-01, known on 2026-11-21")
                .contains("as_of,party,value,bound,state,statements")
                .contains("2017-09-01,RU,1561,1550,not-yet-binding");
        assertThat(csv.lines().filter(line -> line.matches("\\d{4}-.*")).count()).isEqualTo(47);
    }

    @Test
    void statusJsonIsTheSameAsTheCommandLines() {
        assertThat(pages.body("/a/new-start/status.json?asOf=2017-09-01"))
                .contains("\"agreement\" : \"new-start\"", "\"state\" : \"not-yet-binding\"");
    }

    @Test
    void onlyThisMachinesOwnAddressIsListenedOn() {
        Site site = Site.open(Path.of("nowhere"), HOME, Clock.systemUTC(), "test");
        for (String host : new String[] {"0.0.0.0", "192.0.2.1", "::", "no such host"}) {
            assertThatThrownBy(() -> WebServer.start(site, host, 0, (address, e) -> {}))
                    .as(host)
                    .isInstanceOf(ParleyException.class)
                    .hasMessageContaining("TLS");
        }
    }
}
