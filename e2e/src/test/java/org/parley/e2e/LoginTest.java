// SPDX-License-Identifier: Apache-2.0
package org.parley.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.parley.exchange.PagesKey;
import org.parley.login.Drafts;
import org.parley.login.Login;
import org.parley.login.PeopleFile;
import org.parley.party.Beginning;
import org.parley.party.NodeHome;
import org.parley.party.RunningNode;
import org.parley.web.Door;
import org.parley.web.NodePages;
import org.parley.web.Site;
import org.parley.web.WebServer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/**
 * Three people, each with a Chromium and a passkey of its own (its virtual authenticator), on a
 * node's pages over TLS: let in by links, one drafts, another releases.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LoginTest {
    private static final SecureRandom CHANCE = new SecureRandom();

    private final List<String> defects = new CopyOnWriteArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final List<String> groups = new CopyOnWriteArrayList<>();
    private RunningNode running;
    private Login login;
    private WebServer server;
    private Playwright playwright;
    private Browser browser;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException, GeneralSecurityException {
        NodeHome home = new NodeHome(folder);
        Beginning.of(Browsing.root().resolve("exercises/arden-borel"), "XA").in(home, CHANCE);
        running = RunningNode.open(home, Clock.systemUTC(), CHANCE);
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        PagesKey key = PagesKey.create("localhost", Instant.now(), CHANCE);
        login =
                new Login(
                        new PeopleFile(folder, Clock.systemUTC(), CHANCE),
                        "https://localhost:" + port,
                        "localhost",
                        Clock.systemUTC(),
                        CHANCE,
                        line -> {});
        Site site = Browsing.site(folder);
        site.attach(
                new NodePages(running.node())
                        .keeping(new Drafts(folder, Clock.systemUTC(), CHANCE)));
        server =
                WebServer.start(
                        site,
                        new Door(
                                "127.0.0.1",
                                port,
                                Optional.of(key.context(CHANCE)),
                                Optional.of(login)),
                        (address, e) -> defects.add(address + ": " + e));
        playwright = Playwright.create();
        List<String> arguments = new ArrayList<>(Browsing.QUIET);
        // As if somebody had told the browser to trust the node's own certificate, and no other.
        arguments.add("--ignore-certificate-errors-spki-list=" + pin(key));
        browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(Browsing.CHROMIUM)
                                        .setArgs(arguments));
    }

    private static String pin(PagesKey key) throws GeneralSecurityException {
        byte[] pem = key.certificates().getBytes(StandardCharsets.US_ASCII);
        byte[] open =
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(pem))
                        .getPublicKey()
                        .getEncoded();
        return Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(open));
    }

    @AfterAll
    void stop() {
        browser.close();
        playwright.close();
        server.close();
        running.close();
    }

    /** A person's own browser window with a passkey device in it. */
    private Page person() {
        BrowserContext context =
                browser.newContext(new Browser.NewContextOptions().setLocale("en-GB"));
        Page page = context.newPage();
        CDPSession session = context.newCDPSession(page);
        session.send("WebAuthn.enable");
        JsonObject device = new JsonObject();
        device.addProperty("protocol", "ctap2");
        device.addProperty("transport", "internal");
        device.addProperty("hasResidentKey", true);
        device.addProperty("hasUserVerification", true);
        device.addProperty("isUserVerified", true);
        device.addProperty("automaticPresenceSimulation", true);
        JsonObject options = new JsonObject();
        options.add("options", device);
        session.send("WebAuthn.addVirtualAuthenticator", options);
        session.send("Network.enable");
        session.on(
                "Network.responseReceived",
                event -> {
                    JsonObject response = event.getAsJsonObject("response");
                    if (response.has("securityDetails")) {
                        JsonObject details = response.getAsJsonObject("securityDetails");
                        groups.add(
                                details.get("protocol").getAsString()
                                        + " "
                                        + details.get("keyExchangeGroup").getAsString());
                    }
                });
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void enter(Page page, String link) {
        page.navigate(link);
        button(page, "Make a passkey").click();
        assertThat(page).hasTitle(Pattern.compile("^Log in"));
        button(page, "Log in with a passkey").click();
        assertThat(page.locator("#who")).containsText("Logged in:");
    }

    private String invited(Page administrator, String name, String role) {
        administrator.navigate(login.origin() + "/node/people?lang=en");
        administrator.locator("#people-name").fill(name);
        administrator.locator("#people-role").selectOption(role);
        button(administrator, "Make a link").click();
        return administrator.locator("#link").textContent();
    }

    /** In both languages, light and dark. */
    private static void accessible(Page page, String address) {
        for (String language : List.of("en", "zh")) {
            page.navigate(address + "?lang=" + language);
            for (boolean dark : new boolean[] {false, true}) {
                page.emulateMedia(
                        new Page.EmulateMediaOptions()
                                .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT));
                assertThat(Axe.found(page, dark)).as(page.url()).isEqualTo(List.of());
            }
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.NO_PREFERENCE));
    }

    @Test
    void oneDraftsAndAnotherReleases() {
        String first = login.first().orElseThrow();
        Page administrator = person();
        enter(administrator, first);
        Page drafter = person();
        enter(drafter, invited(administrator, "Ana", "drafter"));
        Page officer = person();
        enter(officer, invited(administrator, "Bo", "officer"));
        assertThat(officer.locator("#who")).containsText("Bo (releasing officer)");

        drafter.navigate(login.origin() + "/node?lang=en&template=kinds.declare");
        drafter.locator("#say-yaml")
                .fill(
                        "under: duties.half_yearly_data\nas-of: 2030-01-01\n"
                                + "counts: {launchers: 780}\naudience: parties\n");
        button(drafter, "Save as a draft").click();
        assertThat(drafter.locator(".state")).hasText("waits for release");
        assertThat(button(drafter, "Release")).hasCount(0);

        accessible(administrator, login.origin() + "/node/people");
        accessible(officer, login.origin() + "/node/drafts");
        accessible(person(), login.origin() + "/login");
        officer.navigate(login.origin() + "/node/drafts?lang=en");
        officer.locator("input[name=why]").fill("Which site?");
        button(officer, "Send back").click();
        assertThat(officer.locator(".state")).hasText("sent back");

        drafter.reload();
        assertThat(drafter.locator("q")).hasText("Bo: Which site?");
        drafter.getByText("Write it anew").click();
        assertThat(drafter.locator("#say-yaml")).hasValue(Pattern.compile("launchers: 780"));
        button(drafter, "Save as a draft").click();

        officer.navigate(login.origin() + "/node/drafts?lang=en");
        button(officer, "Release").click();
        assertThat(officer.locator("#said")).containsText("Said: XA/0");
        assertThat(running.node().progress("XA")).hasSize(1);

        button(officer, "Log out").click();
        officer.navigate(login.origin() + "/node?lang=en");
        assertThat(button(officer, "Log in with a passkey")).isVisible();
        officer.navigate(first);
        button(officer, "Make a passkey").click();
        assertThat(officer.locator("#told")).containsText("this link was used");

        assertThat(defects).isEmpty();
        // The one refusal just above; nothing else, and nothing from the content policy.
        assertThat(complaints).hasSize(1).first().asString().contains("403");
        assertThat(groups).isNotEmpty().allMatch(one -> one.equals("TLS 1.3 X25519MLKEM768"));
    }
}
