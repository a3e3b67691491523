// SPDX-License-Identifier: Apache-2.0
package org.parley.proposal.ollama;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * EXERCISE: speaks the protocol of Ollama's {@code /api/chat} as its documentation has it, on
 * loopback, with answers that a test gives. No model stands behind it.
 */
public final class OllamaServer implements AutoCloseable {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<JsonNode> asked = new CopyOnWriteArrayList<>();

    /** How a request is answered. */
    @FunctionalInterface
    public interface Answering {
        void answer(HttpExchange exchange, String paragraph) throws IOException;
    }

    private OllamaServer(Answering answering) {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext(
                "/api/chat",
                exchange -> {
                    try (exchange) {
                        JsonNode request = MAPPER.readTree(exchange.getRequestBody());
                        asked.add(request);
                        JsonNode messages = request.path("messages");
                        answering.answer(
                                exchange,
                                messages.get(messages.size() - 1).path("content").asString(""));
                    }
                });
        server.start();
    }

    /** Answers in whatever way. */
    public static OllamaServer raw(Answering answering) {
        return new OllamaServer(answering);
    }

    /** Answers each paragraph as a model would that says these words. */
    public static OllamaServer saying(Function<String, String> words) {
        return new OllamaServer(
                (exchange, paragraph) -> send(exchange, 200, message(words.apply(paragraph))));
    }

    static String message(String content) {
        ObjectNode whole = MAPPER.createObjectNode();
        whole.put("model", "exercise").put("created_at", "2030-02-06T00:00:00Z");
        whole.putObject("message").put("role", "assistant").put("content", content);
        whole.put("done", true).put("done_reason", "stop");
        whole.put("prompt_eval_count", 1).put("eval_count", 1);
        return MAPPER.writeValueAsString(whole);
    }

    static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** What it was asked. */
    public List<JsonNode> asked() {
        return List.copyOf(asked);
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
