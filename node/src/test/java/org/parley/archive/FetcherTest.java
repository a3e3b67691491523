// SPDX-License-Identifier: Apache-2.0
package org.parley.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.Code;
import org.parley.ParleyException;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on this machine stands for the web; only this test may ask it. */
final class FetcherTest {
    private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");
    private static final InetAddress INSIDE = InetAddress.ofLiteral("127.0.0.2");

    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(HERE, 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(
                "/",
                exchange -> {
                    asked.incrementAndGet();
                    answer(exchange);
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange;
                OutputStream out = exchange.getResponseBody()) {
            String path = exchange.getRequestURI().getPath();
            switch (path) {
                case "/text" -> send(exchange, 200, Texts.ARDEN);
                case "/agent" ->
                        send(
                                exchange,
                                200,
                                exchange.getRequestHeaders().getFirst("User-Agent")
                                        + exchange.getRequestHeaders().get("Cookie")
                                        + exchange.getRequestHeaders().get("Accept-Encoding"));
                case "/missing" -> send(exchange, 404, "none");
                case "/onward" -> sendOn(exchange, "/text");
                case "/inside" -> sendOn(exchange, "http://127.0.0.2:" + port() + "/text");
                case "/file" -> sendOn(exchange, "file:///etc/hostname");
                case "/nowhere" -> sendOn(exchange, "http://[");
                case "/round" -> sendOn(exchange, "/round");
                case "/endless" -> {
                    exchange.sendResponseHeaders(200, 0);
                    byte[] some = new byte[1 << 16];
                    while (true) {
                        out.write(some);
                    }
                }
                case "/silent" -> silent();
                default -> send(exchange, 500, "");
            }
        }
    }

    private static void silent() {
        try {
            Thread.sleep(30_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    private static void sendOn(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().set("Location", to);
        exchange.getResponseHeaders().set("Set-Cookie", "a=b");
        exchange.sendResponseHeaders(302, -1);
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    private static Fetcher fetcher(int secondsMax) {
        return new Fetcher(HERE::equals, InetAddress::getAllByName, secondsMax);
    }

    private ParleyException refused(String path, int secondsMax) {
        try (Fetcher fetcher = fetcher(secondsMax)) {
            return catchThrowableOfType(ParleyException.class, () -> fetcher.fetch(at(path)));
        }
    }

    @Test
    void theBytesComeAsTheyAreWithTheAddressThatAnswered() throws InterruptedException {
        try (Fetcher fetcher = fetcher(30)) {
            Item.Bytes bytes = fetcher.fetch(at("/onward"));
            assertThat(bytes.content()).isEqualTo(Texts.bytes(Texts.ARDEN));
            assertThat(bytes.origin()).isEqualTo(at("/text").toString());
            assertThat(new String(fetcher.fetch(at("/agent")).content(), StandardCharsets.UTF_8))
                    .startsWith("parley")
                    .endsWith("nullnull");
        }
    }

    @Test
    void aUserCanAskNoHostOfTheOwnNetwork() {
        try (Fetcher fetcher = new Fetcher()) {
            for (String host : new String[] {"127.0.0.1", "localhost", "[::1]"}) {
                URI address = URI.create("http://" + host + ":" + port() + "/text");
                ParleyException e =
                        catchThrowableOfType(ParleyException.class, () -> fetcher.fetch(address));
                assertThat(e.code()).isEqualTo(Code.REFUSED);
            }
        }
        assertThat(asked).hasValue(0);
    }

    @Test
    void aPageThatSendsOnToThatNetworkIsNotFollowed() {
        assertThat(refused("/inside", 30).code()).isEqualTo(Code.REFUSED);
        assertThat(refused("/file", 30).code()).isEqualTo(Code.BAD_VALUE);
        assertThat(refused("/nowhere", 30).code()).isEqualTo(Code.UNREACHABLE);
        assertThat(asked).hasValue(3);
    }

    @Test
    void aNameIsLookedUpOnceAndTheConnectionGoesToWhatWasLookedAt() throws InterruptedException {
        AtomicInteger lookedUp = new AtomicInteger();
        Fetcher.Names changing =
                host -> new InetAddress[] {lookedUp.getAndIncrement() == 0 ? HERE : INSIDE};
        try (Fetcher fetcher = new Fetcher(HERE::equals, changing, 30)) {
            URI address = URI.create("http://arden.example:" + port() + "/text");
            assertThat(fetcher.fetch(address).content()).isEqualTo(Texts.bytes(Texts.ARDEN));
            assertThat(lookedUp).hasValue(1);
        }
    }

    @Test
    void aNameWithOneAddressInsideIsNotAskedAtAll() {
        Fetcher.Names both = host -> new InetAddress[] {HERE, INSIDE};
        try (Fetcher fetcher = new Fetcher(HERE::equals, both, 30)) {
            URI address = URI.create("http://arden.example:" + port() + "/text");
            ParleyException e =
                    catchThrowableOfType(ParleyException.class, () -> fetcher.fetch(address));
            assertThat(e.code()).isEqualTo(Code.REFUSED);
        }
        assertThat(asked).hasValue(0);
    }

    @Test
    void aNameThatNobodyHasIsTold() {
        Fetcher.Names none =
                host -> {
                    throw new UnknownHostException(host);
                };
        try (Fetcher fetcher = new Fetcher(HERE::equals, none, 30)) {
            ParleyException e =
                    catchThrowableOfType(
                            ParleyException.class,
                            () -> fetcher.fetch(URI.create("https://none.example/")));
            assertThat(e.problem().in("en")).contains("no host is called none.example");
            assertThat(e.problem().in("zh")).contains("没有名为 none.example 的主机");
        }
    }

    @Test
    void anEndlessAnswerIsCutOffAtTheBound() {
        ParleyException e = refused("/endless", 60);
        assertThat(e.code()).isEqualTo(Code.TOO_LARGE);
        assertThat(e.problem().what()).contains("" + Archive.DOCUMENT_BYTES_MAX);
    }

    @Test
    void whoeverIsSilentIsNotWaitedFor() {
        assertThat(refused("/silent", 1).code()).isEqualTo(Code.UNREACHABLE);
    }

    @Test
    void whatIsNotThereAndWhatGoesRoundIsTold() {
        assertThat(refused("/missing", 30).problem().what()).contains("404");
        assertThat(refused("/round", 30).problem().what()).contains("more than five times");
        assertThat(asked).hasValue(7);
    }
}
