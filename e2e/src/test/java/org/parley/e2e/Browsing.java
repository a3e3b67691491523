// SPDX-License-Identifier: Apache-2.0
package org.parley.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;

import org.parley.web.Site;
import org.parley.web.WebServer;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on the shipped library, on a fixed day, and a Chromium to look at it. */
final class Browsing implements AutoCloseable {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    /** Debian's; no browser is ever downloaded. */
    static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    /** Without these a headless Chromium asks its makers' servers for updates. */
    static final List<String> QUIET =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");

    private final WebServer server;
    private final Playwright playwright;
    private final Browser browser;
    private final List<String> defects = new CopyOnWriteArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    Browsing() {
        this(site(root().resolve("no-such-home")));
    }

    static Path root() {
        return Path.of(System.getProperty("parley.root", ".."));
    }

    /** The pages of the shipped library and a home folder. */
    static Site site(Path home) {
        return Site.open(root().resolve("library"), home, Clock.fixed(NOW, ZoneOffset.UTC), "test");
    }

    Browsing(Site site) {
        server =
                WebServer.start(
                        site, "127.0.0.1", 0, (address, e) -> defects.add(address + ": " + e));
        playwright = Playwright.create();
        browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(CHROMIUM)
                                        .setArgs(QUIET));
    }

    /** What failed in the server. */
    List<String> defects() {
        return defects;
    }

    /** What the browser complained of: errors of scripts, refused by the content policy. */
    List<String> complaints() {
        return complaints;
    }

    Page open(String path, boolean dark, boolean scripts) {
        BrowserContext context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT)
                                .setJavaScriptEnabled(scripts)
                                .setLocale("en-GB")
                                .setViewportSize(1280, 900));
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(path + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(path + ": " + error));
        page.navigate(server.address() + path.substring(1));
        return page;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
        server.close();
    }
}
