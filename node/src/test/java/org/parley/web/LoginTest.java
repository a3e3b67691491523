// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.webauthn4j.data.UserVerificationRequirement;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.login.Role;
import org.parley.party.SimulatedNodes;
import org.parley.proof.canonical.Json;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The door of the pages: who comes in, and every other answer is one and the same no. */
class LoginTest {
    private static final String NO = "this passkey is not known here, or its answer does not hold";
    private static final String NO_LINK = "this link was used, is too old, or was never given";
    private static final String DATA =
            """
            under: duties.half_yearly_data
            as-of: 2030-01-01
            counts: {launchers: 780}
            audience: parties
            """;

    @TempDir private Path home;
    private final SimulatedNodes nodes = new SimulatedNodes(12, "XA", "XB");
    private GuardedPages pages;

    @BeforeEach
    void open() throws IOException {
        Path folder = home.resolve("agreements/exercise-arden-borel");
        Files.createDirectories(folder);
        Files.copy(
                Path.of(System.getProperty("parley.root", ".."))
                        .resolve("exercises/arden-borel/agreement.yaml"),
                folder.resolve("agreement.yaml"));
        pages = new GuardedPages(home, nodes.node("XA"));
    }

    @AfterEach
    void close() {
        pages.close();
    }

    private static void assertRefused(HttpResponse<String> answer, String message) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
        assertThat(answer.body()).contains(message);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    private String lastOfTrail() {
        return pages.trail().getLast();
    }

    @Test
    void theFirstPersonRegistersByTheLinkAndLogsIn() throws IOException {
        String token = GuardedPages.token(pages.first());
        assertThat(token).matches("[0-9a-f]{64}");
        GuardedPages.Browser browser = pages.browser();
        browser.register(token);
        assertThat(browser.cookie()).isEmpty();

        HttpResponse<String> answer = browser.login();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                .matches(
                        "__Host-parley=[\\w-]{43}; Path=/; Max-Age=28800; HttpOnly;"
                                + " SameSite=Strict; Secure");
        HttpResponse<String> page = browser.get("/node?lang=en");
        assertThat(page.body()).contains("Logged in: administrator", "href=\"/node/people");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(pages.people().people()).hasSize(1);
        assertThat(pages.trail())
                .containsExactly(
                        "registered administrator as administrator from 127.0.0.1",
                        "came in administrator from 127.0.0.1");

        Path file = home.resolve("people.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file)).doesNotContain(token);
    }

    @Test
    void anAdministratorLetsOthersInAndShutsThemOut() {
        GuardedPages.Browser first = pages.in("administrator", Role.ADMINISTRATOR);
        HttpResponse<String> made =
                first.form("/node/people/link?lang=en", Map.of("name", "Ana", "role", "viewer"));
        String link = made.body().replaceAll("(?s).*<code id=\"link\">([^<]+)</code>.*", "$1");
        assertThat(link).startsWith(pages.origin() + "/login/link#");

        GuardedPages.Browser other = pages.browser();
        other.register(GuardedPages.token(link));
        assertThat(other.login().statusCode()).isEqualTo(200);
        assertThat(other.get("/node?lang=zh").body()).contains("已登录：Ana（查阅人）");

        first.form("/node/people/remove?lang=en", Map.of("name", "Ana"));
        assertThat(other.get("/node?lang=en").statusCode()).isEqualTo(303);
        assertRefused(other.login(), NO);
        assertThat(pages.trail())
                .contains("link for Ana as viewer by administrator")
                .contains("removed Ana by administrator");
    }

    @Test
    void aLinkWorksOnce() {
        String token = pages.people().link("Ana", Role.VIEWER);
        GuardedPages.Browser one = pages.browser();
        GuardedPages.Browser two = pages.browser();
        Json.Obj first = one.beginLink(token);
        Json.Obj second = two.beginLink(token);
        assertThat(one.finish(token, one.device().create(first)).statusCode()).isEqualTo(200);
        assertRefused(two.finish(token, two.device().create(second)), NO_LINK);
        assertRefused(two.post("/login/link/begin?lang=en", Map.of("token", token)), NO_LINK);
        assertThat(pages.people().people()).hasSize(1);
    }

    @Test
    void aLinkThatIsTooOldOrWasNeverGivenDoesNotWork() {
        String token = pages.people().link("Ana", Role.VIEWER);
        GuardedPages.Browser browser = pages.browser();
        Json.Obj asked = browser.beginLink(token);
        pages.wait(Duration.ofMinutes(15));
        assertRefused(browser.finish(token, browser.device().create(asked)), NO_LINK);
        assertRefused(browser.post("/login/link/begin?lang=en", Map.of("token", token)), NO_LINK);
        Map<String, String> unknown = Map.of("token", "00".repeat(32));
        assertRefused(browser.post("/login/link/begin?lang=en", unknown), NO_LINK);
        assertThat(pages.people().people()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://evil.example, localhost, BadOriginException",
        "own, evil.example, BadRpIdException"
    })
    void aPasskeyThatWasMadeElsewhereIsNotRegistered(String origin, String host, String why) {
        String token = pages.people().link("Ana", Role.VIEWER);
        GuardedPages.Browser browser = pages.browser();
        browser.device().at(origin.equals("own") ? pages.origin() : origin);
        Map<String, String> made = browser.device().create(browser.beginLink(token), host);
        assertRefused(browser.finish(token, made), NO);
        assertThat(lastOfTrail()).endsWith(why);
        assertThat(pages.people().people()).isEmpty();
    }

    @Test
    void aChallengeOfOneLinkDoesNotServeAnother() {
        GuardedPages.Browser browser = pages.browser();
        Json.Obj asked = browser.beginLink(pages.people().link("Ana", Role.VIEWER));
        String other = pages.people().link("Administrator 2", Role.ADMINISTRATOR);
        assertRefused(browser.finish(other, browser.device().create(asked)), NO);
        assertThat(lastOfTrail()).endsWith("Challenge");
    }

    @Test
    void anAnswerThatWasMadeForAnotherSiteIsRefused() {
        GuardedPages.Browser browser = pages.in("Ana", Role.VIEWER);
        browser.bring("");
        browser.device().at("https://evil.example");
        assertRefused(browser.login(), NO);
        assertThat(lastOfTrail()).endsWith("BadOriginException");
    }

    @Test
    void anAnswerCountsOnceAndNotForLong() {
        GuardedPages.Browser browser = pages.in("Ana", Role.VIEWER);
        browser.bring("");
        Map<String, String> answer = browser.device().get(browser.begin());
        assertThat(browser.post("/login/finish?lang=en", answer).statusCode()).isEqualTo(200);
        browser.bring("");
        assertRefused(browser.post("/login/finish?lang=en", answer), NO);
        assertThat(lastOfTrail()).endsWith("Challenge");

        Map<String, String> late = browser.device().get(browser.begin());
        pages.wait(Duration.ofMinutes(5));
        assertRefused(browser.post("/login/finish?lang=en", late), NO);
        assertThat(lastOfTrail()).endsWith("Challenge");
    }

    @Test
    void aCopyOfAPasskeyShowsByItsCount() {
        GuardedPages.Browser browser = pages.in("Ana", Role.VIEWER);
        browser.device().countsNoFurther();
        browser.bring("");
        assertRefused(browser.login(), NO);
        assertThat(lastOfTrail()).endsWith("MaliciousCounterValueException");
    }

    @Test
    void withoutTheDevicesOwnCheckOfItsUserNobodyComesIn() {
        GuardedPages.Browser browser = pages.in("Ana", Role.VIEWER);
        browser.bring("");
        Map<String, String> answer =
                browser.device().get(browser.begin(), UserVerificationRequirement.DISCOURAGED);
        assertRefused(browser.post("/login/finish?lang=en", answer), NO);
        assertThat(lastOfTrail()).endsWith("UserNotVerifiedException");
    }

    @ParameterizedTest
    @CsvSource({
        "signature, -1, BadSignatureException",
        "authenticator, 0, BadRpIdException",
        "authenticator, -1, BadSignatureException",
        "handle, 0, UserHandle",
        "id, 0, NobodyHere",
        "client, 0, StreamReadException"
    })
    void anAnswerInWhichOneByteIsAnotherIsRefused(String field, int at, String why) {
        GuardedPages.Browser browser = pages.in("Ana", Role.VIEWER);
        browser.bring("");
        Map<String, String> answer = new TreeMap<>(browser.device().get(browser.begin()));
        byte[] bytes = Base64.getUrlDecoder().decode(answer.get(field));
        bytes[at < 0 ? bytes.length + at : at] ^= 1;
        answer.put(field, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        assertRefused(browser.post("/login/finish?lang=en", answer), NO);
        assertThat(lastOfTrail()).endsWith(": " + why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%%%", "AAAA", "nothing of the kind"})
    void whatIsNoAnswerAtAllIsRefusedToo(String text) {
        GuardedPages.Browser browser = pages.in("Ana", Role.VIEWER);
        browser.bring("");
        Map<String, String> whole = browser.device().get(browser.begin());
        for (String field : whole.keySet()) {
            Map<String, String> answer = new HashMap<>(whole);
            answer.put(field, text);
            assertRefused(browser.post("/login/finish?lang=en", answer), NO);
        }
        String token = pages.people().link("Bo", Role.VIEWER);
        browser.beginLink(token);
        assertRefused(browser.finish(token, Map.of("attestation", text, "client", text)), NO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/node?lang=en",
                "/node/drafts",
                "/node/people",
                "/node/evidence",
                "/node/proof/XA/0",
                "/a/new-start",
                "/a/exercise-arden-borel/status.json",
                "/overview.csv",
                "/due.ics",
                "/nothing",
                "/login/../node",
                "/web/../node"
            })
    void nothingIsShownToWhoHasNotComeIn(String path) {
        HttpResponse<String> answer = pages.browser().get(path);
        assertThat(answer.statusCode()).isIn(303, 404);
        assertThat(answer.body()).doesNotContain("launchers", "New START", "Borel");
    }

    @Test
    void theLoginPagesAreOpenAndRunNoScriptOfTheirOwn() {
        for (String path : new String[] {"/login?lang=en", "/login/link?lang=zh"}) {
            HttpResponse<String> answer = pages.browser().get(path);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body())
                    .contains("/web/passkey.js", "<noscript>", "EXERCISE")
                    .doesNotContain(" onclick", "<script>");
        }
        assertThat(pages.browser().get("/web/passkey.js").statusCode()).isEqualTo(200);
    }

    /** Each role, and what it may not do; the form itself is in order. */
    @ParameterizedTest
    @CsvSource({
        "VIEWER, /node/say",
        "VIEWER, /node/drafts/ID/release",
        "VIEWER, /node/drafts/ID/back",
        "VIEWER, /node/drafts/ID/withdraw",
        "VIEWER, /node/people/link",
        "VIEWER, /node/people/remove",
        "DRAFTER, /node/drafts/ID/release",
        "DRAFTER, /node/drafts/ID/back",
        "DRAFTER, /node/people/link",
        "OFFICER, /node/people/link",
        "OFFICER, /node/people/remove",
        "ADMINISTRATOR, /node/say",
        "ADMINISTRATOR, /node/drafts/ID/release",
        "ADMINISTRATOR, /node/drafts/ID/withdraw"
    })
    void nobodyDoesMoreThanTheirRole(Role role, String path) {
        var draft = pages.drafts().save("Somebody", "declare", DATA);
        GuardedPages.Browser browser = pages.in("Ana", role);
        Map<String, String> fields = new TreeMap<>();
        fields.put("kind", "declare");
        fields.put("yaml", DATA);
        fields.put("office", "duty");
        fields.put("seen", draft.seen());
        fields.put("why", "no");
        fields.put("name", "Eve");
        fields.put("role", "administrator");
        assertRefused(
                browser.form(path.replace("ID", draft.id()) + "?lang=en", fields),
                "a " + role.word() + " may not do this");
        assertThat(nodes.node("XA").progress("XA")).isEmpty();
        assertThat(pages.drafts().all()).hasSize(1).first().isEqualTo(draft);
        assertThat(pages.people().people()).hasSize(1);
        assertThat(pages.people().links()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', ours",
        "null, ours",
        "https://evil.example, ours",
        "http://localhost, ours",
        "own, ''",
        "own, other"
    })
    void aFormFromElsewhereOrOfAnotherSessionIsTurnedAway(String origin, String token) {
        GuardedPages.Browser browser = pages.in("Ana", Role.DRAFTER);
        String word =
                switch (token) {
                    case "ours" -> browser.token();
                    case "other" -> pages.in("Bo", Role.DRAFTER).token();
                    default -> token;
                };
        for (String path : new String[] {"/node/say?lang=en", "/login/out?lang=en"}) {
            HttpResponse<String> answer =
                    browser.post(
                            path,
                            Map.of("token", word, "kind", "declare", "yaml", DATA),
                            origin.equals("own") ? pages.origin() : origin);
            assertThat(answer.statusCode()).isEqualTo(403);
        }
        assertThat(pages.drafts().all()).isEmpty();
        assertThat(browser.get("/node?lang=en").statusCode()).isEqualTo(200);
    }

    @Test
    void aLoginIsNotMadeForSomebodyFromAnotherSite() {
        GuardedPages.Browser browser = pages.in("Ana", Role.VIEWER);
        browser.bring("");
        Map<String, String> answer = browser.device().get(browser.begin());
        HttpResponse<String> refused =
                browser.post("/login/finish?lang=en", answer, "https://evil.example");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void aSessionThatSomebodyElseChoseIsNeverOpened() {
        GuardedPages.Browser browser = pages.browser();
        String chosen = "__Host-parley=" + "A".repeat(43);
        browser.bring(chosen);
        browser.register(pages.people().link("Ana", Role.VIEWER));
        assertThat(browser.login().statusCode()).isEqualTo(200);
        String opened = browser.cookie();
        assertThat(opened).isNotEqualTo(chosen);
        browser.bring(chosen);
        assertThat(browser.get("/node?lang=en").statusCode()).isEqualTo(303);

        browser.bring(opened);
        assertThat(browser.login().statusCode()).isEqualTo(200);
        assertThat(browser.cookie()).isNotEqualTo(opened);
        browser.bring(opened);
        assertThat(browser.get("/node?lang=en").statusCode()).isEqualTo(303);
    }

    @Test
    void aSessionEndsByItselfAndWhenItIsEnded() {
        GuardedPages.Browser browser = pages.in("Ana", Role.VIEWER);
        for (int i = 0; i < 16; i++) {
            assertThat(browser.get("/node?lang=en").statusCode()).as("%s", i).isEqualTo(200);
            pages.wait(Duration.ofMinutes(29));
        }
        pages.wait(Duration.ofMinutes(16));
        assertThat(browser.get("/node?lang=en").statusCode()).isEqualTo(303);

        assertThat(browser.login().statusCode()).isEqualTo(200);
        pages.wait(Duration.ofMinutes(30));
        assertThat(browser.get("/node?lang=en").statusCode()).isEqualTo(303);

        assertThat(browser.login().statusCode()).isEqualTo(200);
        String word = browser.cookie();
        assertThat(browser.form("/login/out?lang=en", Map.of()).statusCode()).isEqualTo(303);
        browser.bring(word);
        assertThat(browser.get("/node?lang=en").statusCode()).isEqualTo(303);
    }

    @Test
    void ofMoreThanFourSessionsOfOnePersonTheOldestEnds() {
        GuardedPages.Browser browser = pages.in("Ana", Role.VIEWER);
        String first = browser.cookie();
        for (int i = 0; i < 4; i++) {
            browser.bring("");
            assertThat(browser.login().statusCode()).isEqualTo(200);
        }
        assertThat(browser.get("/node?lang=en").statusCode()).isEqualTo(200);
        browser.bring(first);
        assertThat(browser.get("/node?lang=en").statusCode()).isEqualTo(303);
    }

    @Test
    void oneAddressMayNotKnockForEver() {
        GuardedPages.Browser browser = pages.in("Ana", Role.VIEWER);
        browser.bring("");
        Map<String, String> unknown = Map.of("token", "00".repeat(32));
        for (int i = 0; i < 30; i++) {
            assertRefused(browser.post("/login/link/begin?lang=en", unknown), NO_LINK);
        }
        HttpResponse<String> answer = browser.post("/login/begin?lang=zh", Map.of());
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.body()).contains("此地址尝试次数过多");
        pages.wait(Duration.ofMinutes(11));
        assertThat(browser.login().statusCode()).isEqualTo(200);
    }
}
