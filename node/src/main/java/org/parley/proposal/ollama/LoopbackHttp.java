// SPDX-License-Identifier: Apache-2.0
package org.parley.proposal.ollama;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;

import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks one server of this machine: no proxy, no redirect, an answer of bounded size in bounded
 * time, its last byte included.
 */
final class LoopbackHttp implements HttpClient, AutoCloseable {
    private static final int OK_FROM = 200;
    private static final int OK_TO = 300;

    private final java.net.http.HttpClient client;
    private final Duration patience;
    private final long bytesMax;

    LoopbackHttp(Duration patience, long bytesMax) {
        this.patience = patience;
        this.bytesMax = bytesMax;
        this.client =
                java.net.http.HttpClient.newBuilder()
                        .version(java.net.http.HttpClient.Version.HTTP_1_1)
                        .followRedirects(java.net.http.HttpClient.Redirect.NEVER)
                        .proxy(java.net.http.HttpClient.Builder.NO_PROXY)
                        .connectTimeout(patience)
                        .build();
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        java.net.http.HttpRequest.Builder made =
                java.net.http.HttpRequest.newBuilder(URI.create(request.url())).timeout(patience);
        request.headers()
                .forEach((name, values) -> values.forEach(value -> made.header(name, value)));
        String body = request.body() == null ? "" : request.body();
        made.method(
                request.method().name(), java.net.http.HttpRequest.BodyPublishers.ofString(body));
        HttpResponse<String> response = answer(made.build());
        if (response.statusCode() < OK_FROM || response.statusCode() >= OK_TO) {
            throw new HttpException(response.statusCode(), "HTTP " + response.statusCode());
        }
        return SuccessfulHttpResponse.builder()
                .statusCode(response.statusCode())
                .headers(response.headers().map())
                .body(response.body())
                .build();
    }

    private HttpResponse<String> answer(java.net.http.HttpRequest request) {
        CompletableFuture<HttpResponse<String>> future =
                client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), bytesMax));
        try {
            return future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new NoAnswerException(late(), e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            // The client keeps the same time and may be the first to say that it is over.
            if (cause instanceof HttpTimeoutException) {
                throw new NoAnswerException(late(), cause);
            }
            throw new NoAnswerException(cause.getClass().getSimpleName(), cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoAnswerException("interrupted", e);
        } finally {
            future.cancel(true);
        }
    }

    private String late() {
        return "no answer in " + patience.toMillis() + " ms";
    }

    /** Nobody here listens to a stream of events. */
    @Override
    public void execute(
            HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        throw new UnsupportedOperationException("answers come whole");
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    /** It did not answer. */
    static final class NoAnswerException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoAnswerException(String why, Throwable cause) {
            super(why, cause);
        }
    }
}
