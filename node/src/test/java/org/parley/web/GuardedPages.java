// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.parley.exchange.PagesKey;
import org.parley.login.Drafts;
import org.parley.login.Login;
import org.parley.login.PeopleFile;
import org.parley.login.Role;
import org.parley.party.Node;
import org.parley.proof.canonical.CanonicalJson;
import org.parley.proof.canonical.Json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A node's pages on TLS and behind a login, asked for over HTTP; the clock is the test's. */
final class GuardedPages implements AutoCloseable {
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([\\w-]{43})\"");
    private static final SecureRandom CHANCE = new SecureRandom();

    private final AtomicReference<Instant> now = new AtomicReference<>(Pages.NOW);
    private final List<String> trail = new CopyOnWriteArrayList<>();
    private final List<String> defects = new CopyOnWriteArrayList<>();
    private final PagesKey key = PagesKey.create("localhost", Instant.now(), CHANCE);
    private final PeopleFile people;
    private final Login login;
    private final Drafts drafts;
    private final HttpClient client;
    private final WebServer server;

    GuardedPages(Path home, Node node) {
        InstantSource clock = now::get;
        int port = freePort();
        people = new PeopleFile(home, clock, CHANCE);
        drafts = new Drafts(home, clock, CHANCE);
        login =
                new Login(
                        people,
                        "https://localhost:" + port,
                        "localhost",
                        clock,
                        CHANCE,
                        trail::add);
        Site site = Pages.site(home);
        site.attach(new NodePages(node, trail::add).keeping(drafts));
        server =
                WebServer.start(
                        site,
                        new Door(
                                "127.0.0.1",
                                port,
                                Optional.of(key.context(CHANCE)),
                                Optional.of(login)),
                        (address, e) -> defects.add(address + ": " + e));
        client =
                HttpClient.newBuilder()
                        .sslContext(trusting())
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As a browser in which the node's own certificate was installed. */
    private SSLContext trusting() {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            byte[] pem = key.certificates().getBytes(StandardCharsets.US_ASCII);
            store.setCertificateEntry(
                    "node",
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(pem)));
            TrustManagerFactory trust =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), CHANCE);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    void wait(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    List<String> trail() {
        return trail;
    }

    PeopleFile people() {
        return people;
    }

    Drafts drafts() {
        return drafts;
    }

    String origin() {
        return login.origin();
    }

    /** The first person's link, as it is printed at the start. */
    String first() {
        return login.first().orElseThrow();
    }

    static String token(String link) {
        return link.substring(link.indexOf('#') + 1);
    }

    Browser browser() {
        return new Browser();
    }

    /** Somebody who is logged in. */
    Browser in(String name, Role role) {
        Browser browser = new Browser();
        browser.register(people.link(name, role));
        assertThat(browser.login().statusCode()).isEqualTo(200);
        return browser;
    }

    /** One person's browser: a device, and the cookies that were set. */
    final class Browser {
        private final Device device = new Device(origin());
        private String cookie = "";

        Device device() {
            return device;
        }

        String cookie() {
            return cookie;
        }

        void bring(String other) {
            cookie = other;
        }

        HttpResponse<String> get(String path) {
            return send(request(path).GET());
        }

        private HttpRequest.Builder request(String path) {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create(origin() + path))
                            .timeout(Duration.ofMinutes(1));
            return cookie.isEmpty() ? request : request.header("Cookie", cookie);
        }

        private HttpResponse<String> send(HttpRequest.Builder request) {
            try {
                HttpResponse<String> answer =
                        client.send(request.build(), HttpResponse.BodyHandlers.ofString());
                answer.headers()
                        .firstValue("Set-Cookie")
                        .ifPresent(set -> cookie = set.substring(0, set.indexOf(';')));
                return answer;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        HttpResponse<String> post(String path, Map<String, String> fields) {
            return post(path, fields, origin());
        }

        HttpResponse<String> post(String path, Map<String, String> fields, String from) {
            StringBuilder form = new StringBuilder();
            fields.forEach((name, value) ->
                    form.append(form.isEmpty() ? "" : "&")
                            .append(name)
                            .append('=')
                            .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
            HttpRequest.Builder request =
                    request(path)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(form.toString()));
            return send(from.isEmpty() ? request : request.header("Origin", from));
        }

        /** The same with the word that this session's forms carry. */
        HttpResponse<String> form(String path, Map<String, String> fields) {
            Map<String, String> all = new TreeMap<>(fields);
            all.put("token", token());
            return post(path, all);
        }

        String token() {
            Matcher token = TOKEN.matcher(get("/node?lang=en").body());
            assertThat(token.find()).isTrue();
            return token.group(1);
        }

        Json.Obj asked(String path, Map<String, String> fields) {
            HttpResponse<String> answer = post(path, fields);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return (Json.Obj) CanonicalJson.read(answer.body().getBytes(StandardCharsets.UTF_8));
        }

        void register(String token) {
            HttpResponse<String> answer = finish(token, device.create(beginLink(token)));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }

        Json.Obj beginLink(String token) {
            return asked("/login/link/begin?lang=en", Map.of("token", token));
        }

        HttpResponse<String> finish(String token, Map<String, String> made) {
            Map<String, String> fields = new TreeMap<>(made);
            fields.put("token", token);
            return post("/login/link/finish?lang=en", fields);
        }

        Json.Obj begin() {
            return asked("/login/begin?lang=en", Map.of());
        }

        HttpResponse<String> login() {
            return post("/login/finish?lang=en", device.get(begin()));
        }
    }

    @Override
    public void close() {
        client.close();
        server.close();
        assertThat(defects).isEmpty();
    }
}
