// SPDX-License-Identifier: Apache-2.0
package org.parley.proposal.ollama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.Code;
import org.parley.ParleyException;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** EXERCISE: the client asks a real server on loopback, which answers as none should. */
final class OllamaProposerTest {
    private static final Duration SHORT = Duration.ofMillis(1_500);

    private static String ask(OllamaServer server, Duration patience) {
        try (OllamaProposer proposer =
                new OllamaProposer(server.address(), "exercise:1b", patience)) {
            return proposer.answer("EXERCISE: a paragraph.");
        }
    }

    private static void fails(OllamaServer.Answering answering, String why) {
        try (OllamaServer server = OllamaServer.raw(answering)) {
            long from = System.nanoTime();
            assertThatThrownBy(() -> ask(server, SHORT))
                    .isInstanceOfSatisfying(
                            ParleyException.class,
                            e -> {
                                assertThat(e.code()).isEqualTo(Code.UNREADABLE);
                                assertThat(e.problem().in("en"))
                                        .startsWith(server.address())
                                        .contains("the model gave no answer", why)
                                        .doesNotContain("secret");
                                assertThat(e.problem().in("zh")).contains("模型没有回答");
                            });
            assertThat(Duration.ofNanos(System.nanoTime() - from))
                    .isLessThan(SHORT.multipliedBy(6));
            assertThat(server.asked()).as("it is asked once, not again and again").hasSize(1);
        }
    }

    @Test
    void theModelIsAskedForJsonWithoutChanceAndGetsTheParagraphApartFromTheTask() {
        try (OllamaServer server = OllamaServer.saying(text -> "{\"claims\":[]}")) {
            assertThat(ask(server, Duration.ofSeconds(60))).isEqualTo("{\"claims\":[]}");
            var asked = server.asked().getFirst();
            assertThat(asked.path("model").asString()).isEqualTo("exercise:1b");
            assertThat(asked.path("format").asString()).isEqualTo("json");
            assertThat(asked.path("stream").asBoolean()).isFalse();
            assertThat(asked.path("options").path("temperature").asDouble()).isZero();
            assertThat(asked.path("messages").get(0).path("role").asString()).isEqualTo("system");
            assertThat(asked.path("messages").get(1).path("content").asString())
                    .isEqualTo("EXERCISE: a paragraph.");
        }
    }

    @Test
    void anErrorOfTheServerIsNamedByItsNumberAlone() {
        fails((exchange, text) -> OllamaServer.send(exchange, 500, "secret"), "HTTP 500");
        fails(
                (exchange, text) -> OllamaServer.send(exchange, 404, "{\"error\":\"secret\"}"),
                "404");
    }

    @Test
    void noRedirectIsFollowed() {
        AtomicInteger elsewhere = new AtomicInteger();
        try (OllamaServer other =
                OllamaServer.saying(text -> {
                    elsewhere.incrementAndGet();
                    return "{\"claims\":[]}";
                })) {
            fails(
                    (exchange, text) -> {
                        exchange.getResponseHeaders()
                                .set("Location", other.address() + "/api/chat");
                        OllamaServer.send(exchange, 307, "");
                    },
                    "HTTP 307");
            assertThat(elsewhere).hasValue(0);
        }
    }

    @Test
    void anAnswerWithoutEndIsCutOffBySize() {
        AtomicInteger sent = new AtomicInteger();
        fails(
                (exchange, text) -> {
                    exchange.sendResponseHeaders(200, 0);
                    byte[] some =
                            "x"
                                    .repeat(1 << 16)
                                    .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
                    try {
                        for (int i = 0; i < 100_000; i++) {
                            exchange.getResponseBody().write(some);
                            sent.incrementAndGet();
                        }
                    } catch (IOException e) {
                        // hung up on, as it should be
                    }
                },
                "IOException");
        assertThat(sent.get()).isLessThan(1_000);
    }

    @Test
    void anAnswerThatDripsOrNeverComesIsCutOffByTime() {
        CountDownLatch never = new CountDownLatch(1);
        fails((exchange, text) -> await(never), "no answer in 1500 ms");
        fails(
                (exchange, text) -> {
                    exchange.sendResponseHeaders(200, 0);
                    try {
                        while (never.getCount() > 0) {
                            exchange.getResponseBody().write(' ');
                            exchange.getResponseBody().flush();
                            Thread.sleep(50);
                        }
                    } catch (IOException | InterruptedException e) {
                        // hung up on, as it should be
                    }
                },
                "no answer in 1500 ms");
        never.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whatIsNoAnswerOfOllamaIsNone() {
        fails((exchange, text) -> OllamaServer.send(exchange, 200, "secret"), "Exception");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://192.0.2.1:11434",
                "http://model.example:11434",
                "http://127.0.0.1.example:11434",
                "http://localhost.example",
                "http://127.0.0.1@192.0.2.1:11434",
                "https://127.0.0.1:11434",
                "http://127.0.0.1:11434/v1",
                "http://127.0.0.1:11434?x=http://192.0.2.1",
                "http://0.0.0.0:11434",
                "http://[::ffff:192.0.2.1]:11434",
                "http://2130706433",
                "http://127.999.0.1",
                "file:///etc/hostname",
                "no address"
            })
    void anAddressThatIsNotOfThisMachineIsRefused(String address) {
        assertThatThrownBy(() -> new OllamaProposer(address, "exercise"))
                .isInstanceOfSatisfying(
                        ParleyException.class,
                        e -> {
                            assertThat(e.code()).isEqualTo(Code.USAGE);
                            assertThat(e.problem().in("en"))
                                    .contains("--model-address", "no address of this machine");
                            assertThat(e.problem().in("zh")).contains("这不是本机地址");
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:11434", "http://localhost:1", "http://[::1]:11434/"})
    void anAddressOfThisMachineIsTaken(String address) {
        try (OllamaProposer proposer = new OllamaProposer(address, "exercise:1b")) {
            assertThat(proposer.name()).isEqualTo("model exercise:1b");
        }
    }

    @Test
    void whatIsNoNameOfAModelIsRefused() {
        assertThatThrownBy(() -> new OllamaProposer(OllamaProposer.ADDRESS, "a b\n"))
                .isInstanceOf(ParleyException.class)
                .hasMessageContaining("no name of a model");
    }
}
