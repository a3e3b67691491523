// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The real pages on the shipped library, on a fixed day, asked for over HTTP. */
final class Pages implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private final WebServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> defects = new CopyOnWriteArrayList<>();

    private Pages(Path home, Optional<NodePages> node) {
        Site site = site(home);
        node.ifPresent(site::attach);
        server =
                WebServer.start(
                        site, "127.0.0.1", 0, (address, e) -> defects.add(address + ": " + e));
    }

    /** The shipped library and a home folder, on the fixed day. */
    static Site site(Path home) {
        Path library = Path.of(System.getProperty("parley.root", "..")).resolve("library");
        return Site.open(library, home, Clock.fixed(NOW, ZoneOffset.UTC), "test");
    }

    static Pages open(Path home) {
        return new Pages(home, Optional.empty());
    }

    /** The pages on a node. */
    static Pages open(Path home, NodePages node) {
        return new Pages(home, Optional.of(node));
    }

    /** Where they are: {@code http://127.0.0.1:PORT/}. */
    URI address() {
        return server.address();
    }

    /** What failed inside while answering. */
    List<String> defects() {
        return defects;
    }

    HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(server.address() + path.substring(1)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    byte[] bytes(String path) {
        try {
            URI address = URI.create(server.address() + path.substring(1));
            return client.send(
                            HttpRequest.newBuilder(address).build(),
                            HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String body(String path) {
        return get(path).body();
    }

    /** The words of a page: tags are dropped, spaces gathered. */
    String words(String path) {
        return body(path)
                .replaceAll("(?s)<(script|style|svg)\\b.*?</\\1>", " ")
                .replaceAll("<[^>]+>", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }

    @Override
    public void close() {
        // First the client: the server waits a second for connections that are kept open.
        client.shutdownNow();
        client.close();
        server.close();
    }
}
