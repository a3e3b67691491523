// SPDX-License-Identifier: Apache-2.0
package org.parley.bench;

import io.javalin.Javalin;

import org.parley.web.Site;
import org.parley.web.WebServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** The overview of the whole library over HTTP, beside the same bytes ready made. */
final class FirstPage {
    private static final LocalDate FIRST = LocalDate.of(2010, 1, 1);
    private static final int DAYS = 5_900;

    /**
     * Answers of one kind.
     *
     * @param cpuMillis of the whole process for one of them, that of the asking client in it
     */
    record Row(String what, double p50Millis, double p99Millis, double cpuMillis) {}

    record Result(List<Row> rows, int requests, int bytes) {}

    private FirstPage() {}

    /**
     * @param requests of each kind, after as many to warm up
     */
    static Result run(Path library, int requests) {
        Site site = Site.open(library, Path.of("no-home"), java.time.Clock.systemUTC(), "bench");
        List<Row> rows = new ArrayList<>();
        byte[] page;
        try (WebServer server =
                        WebServer.start(
                                site,
                                "127.0.0.1",
                                0,
                                (address, failure) -> {
                                    throw new IllegalStateException(address, failure);
                                });
                HttpClient client = HttpClient.newHttpClient()) {
            URI front = server.address();
            page = read(client, front.resolve("?lang=en&asOf=2020-01-01"));
            rows.add(timed("as of a random day", client, front, "", requests));
            rows.add(
                    timed(
                            "as of a random day, as known on it",
                            client,
                            front,
                            "&knownOn=asOf",
                            requests));
            rows.add(
                    timed(
                            "the same, according to US",
                            client,
                            front,
                            "&knownOn=asOf&accordingTo=US",
                            requests));
            rows.add(sameBytes(client, page, requests));
        }
        return new Result(rows, requests, page.length);
    }

    /** What the server and the client take for themselves. */
    private static Row sameBytes(HttpClient client, byte[] page, int requests) {
        Javalin bare =
                Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.concurrency.useVirtualThreads = true;
                    config.routes.get(
                            "/",
                            context ->
                                    context.contentType("text/html; charset=utf-8").result(page));
                });
        bare.start("127.0.0.1", 0);
        try {
            URI address = URI.create("http://127.0.0.1:" + bare.port() + "/");
            return timed("the same bytes, ready made", client, address, "", requests);
        } finally {
            bare.stop();
        }
    }

    private static Row timed(String what, HttpClient client, URI front, String axes, int requests) {
        Random random = new Random(1);
        double[] millis = new double[requests];
        double cpu = 0;
        for (int i = -requests; i < requests; i++) {
            if (i == 0) {
                cpu = Clock.cpuMillis();
            }
            LocalDate day = FIRST.plusDays(random.nextInt(DAYS));
            URI asked = front.resolve("?lang=en&asOf=" + day + axes);
            long start = System.nanoTime();
            read(client, asked);
            if (i >= 0) {
                millis[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        cpu = Clock.cpuMillis() - cpu;
        Arrays.sort(millis);
        return new Row(what, millis[requests / 2], millis[requests * 99 / 100], cpu / requests);
    }

    private static byte[] read(HttpClient client, URI address) {
        try {
            HttpResponse<byte[]> answer =
                    client.send(
                            HttpRequest.newBuilder(address).build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(address + ": " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
