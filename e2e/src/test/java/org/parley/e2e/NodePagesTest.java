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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.Place;
import org.parley.party.Beginning;
import org.parley.party.NodeHome;
import org.parley.party.RunningNode;
import org.parley.party.Saying;
import org.parley.web.NodePages;
import org.parley.web.Site;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Two nodes that talk to each other over TLS, and a browser on the second one's pages. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NodePagesTest {
    private static final SecureRandom CHANCE = new SecureRandom();

    private final List<RunningNode> running = new ArrayList<>();
    private Browsing browsing;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        List<NodeHome> homes = new ArrayList<>();
        List<Integer> ports = new ArrayList<>();
        for (String party : List.of("XA", "XB")) {
            NodeHome home = new NodeHome(folder.resolve(party));
            int port = freePort();
            Path rules = Browsing.root().resolve("exercises/arden-borel");
            Beginning.of(rules, party).at("127.0.0.1", port).in(home, CHANCE);
            homes.add(home);
            ports.add(port);
        }
        homes.get(0).enrol(homes.get(1).ownCard(), Place.of("XB.card"));
        homes.get(1).enrol(homes.get(0).ownCard(), Place.of("XA.card"));
        for (int i = 0; i < 2; i++) {
            RunningNode node = RunningNode.open(homes.get(i), Clock.systemUTC(), CHANCE);
            running.add(node);
            node.listen("127.0.0.1", ports.get(i), (where, failure) -> {});
        }
        for (int i = 0; i < 5; i++) {
            String yaml =
                    "{under: duties.half_yearly_data, as-of: 2030-03-0"
                            + (i + 1)
                            + ", counts: {launchers: 78"
                            + i
                            + "}, audience: parties}";
            new Saying("declare", yaml, List.of("duty")).by(running.getFirst().node());
        }
        for (int i = 0; i < 2; i++) {
            for (RunningNode node : running) {
                assertThat(node.round()).allSatisfy(round -> assertThat(round.problem()).isEmpty());
            }
        }
        Site site = Browsing.site(folder.resolve("XB"));
        site.attach(new NodePages(running.getLast().node()));
        browsing = new Browsing(site);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @AfterAll
    void stop() {
        browsing.close();
        running.forEach(RunningNode::close);
    }

    @Test
    void theBrowserChecksAStatementAndSaysWhatItCannot() {
        Page page = browsing.open("/node/proof/XA/3?lang=en", false, true);
        assertThat(page.locator("#verdict")).containsText("Fail: 0.");
        for (String check : List.of("id", "body", "leaf", "origin", "inclusion")) {
            assertThat(page.locator("[data-check=" + check + "]"))
                    .hasAttribute("data-result", "ok");
        }
        Locator rows = page.locator("tr[data-of]");
        assertThat(rows.filter(has("Ed25519")).first()).hasAttribute("data-result", "ok");
        assertThat(page.locator("tr[data-result=ok]")).not().hasCount(0);
        assertThat(page.locator("#checks")).containsText("ML-DSA-44");
        assertThat(browsing.complaints()).isEmpty();
        page.context().close();
    }

    private static Locator.FilterOptions has(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    /** One bit of what the page shows is turned over; what depends on it is said to fail. */
    @ParameterizedTest
    @CsvSource({
        "#statement, 60, '[data-check=id]'",
        "#statement, 60, '[data-check=leaf]'",
        "#statement, 60, '[data-check=inclusion]'",
        "#statement, 60, 'tr[data-of=statement]'",
        "#statement, -3, '[data-check=leaf]'",
        "#statement, -8, 'tr[data-of=statement]'",
        "#body, 12, '[data-check=body]'",
        "#path li:first-child code, 5, '[data-check=inclusion]'",
        "#checkpoint, 3, '[data-check=origin]'",
        "#checkpoint, 3, 'tr[data-of=checkpoint][data-line=\"0\"]'",
        "#leaf, 12, '[data-check=leaf]'",
        "#id, 12, '[data-check=id]'"
    })
    void aFlippedBitIsReportedAsFailed(String where, int at, String fails) {
        Page page = browsing.open("/node/proof/XA/3?lang=en", false, true);
        assertThat(page.locator("#verdict")).containsText("Fail: 0.");
        page.evaluate(
                """
                ([where, at]) => {
                    const place = document.querySelector(where);
                    const text = place.textContent;
                    const i = at < 0 ? text.length + at : at;
                    const flipped = String.fromCharCode(text.charCodeAt(i) ^ 1);
                    place.textContent = text.slice(0, i) + flipped + text.slice(i + 1);
                }
                """,
                List.of(where, at));
        page.locator("#again").click();
        assertThat(page.locator(fails)).hasAttribute("data-result", "failed");
        assertThat(page.locator(fails)).containsText("FAILS");
        assertThat(page.locator("#verdict")).not().containsText("Fail: 0.");
        page.context().close();
    }

    @Test
    void somethingIsSaidWithoutScriptsAndAMistakeLosesNothing() {
        Page page = browsing.open("/node?lang=en", false, false);
        page.locator("a[href*='template=kinds.dispute'][href*='about=XA%2F1']").click();
        Locator entry = page.locator("#say-yaml");
        assertThat(entry).hasValue(Pattern.compile("about: XA/1"));
        entry.fill("about: XA/1\nclaims: {counts: {launchers: many}}\n");
        page.locator("form.say button").click();
        assertThat(page.locator("#say-problem")).containsText("said:2:");
        assertThat(entry).hasValue(Pattern.compile("launchers: many"));
        entry.fill("about: XA/1\nclaims: {counts: {launchers: 790}}\n");
        page.locator("form.say button").click();
        assertThat(page.locator("#said")).containsText("Said: XB/");
        assertThat(page.locator("tr").filter(has("XA/1"))).containsText("disputed");
        assertThat(browsing.defects()).isEmpty();
        page.context().close();
    }

    @Test
    void withoutScriptsAProofPageSaysThatNothingWasChecked() {
        Page page = browsing.open("/node/proof/XA/0?lang=en", false, false);
        assertThat(page.locator("#verdict")).containsText("No script ran");
        assertThat(page.locator("#checks")).containsText("parley verify");
        assertThat(page.locator("#again")).isHidden();
        page.context().close();
    }
}
