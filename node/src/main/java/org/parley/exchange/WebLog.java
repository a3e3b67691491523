// SPDX-License-Identifier: Apache-2.0
package org.parley.exchange;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.proof.tile.LogFiles;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/**
 * A public log behind an address (c2sp.org/tlog-tiles). Nobody is believed for where he answers
 * from, so plain http will do; each answer is bounded in size and time. For one thread.
 */
public final class WebLog implements LogFiles, AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(60);

    /** What one audit reads at most, all files together. */
    private static final long BYTES_MAX = 4L << 30;

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final String base;
    private final HttpClient client;
    private long read;

    /**
     * @param address {@code http://…} or {@code https://…}, of the folder with the checkpoint
     * @throws ParleyException {@code BAD_VALUE} when it is no such address
     */
    public WebLog(String address) {
        this.base = address.endsWith("/") ? address : address + "/";
        uri("checkpoint");
        this.client =
                HttpClient.newBuilder()
                        .connectTimeout(CONNECT)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
    }

    private URI uri(String path) {
        try {
            URI uri = URI.create(base + path);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (web && uri.getHost() != null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw new ParleyException(
                Code.BAD_VALUE,
                Place.of(base),
                "no address of a log",
                "as in https://log.example/folder");
    }

    @Override
    public Optional<byte[]> read(String path, int bytesMax) {
        HttpRequest request = HttpRequest.newBuilder(uri(path)).timeout(ANSWER).build();
        try {
            HttpResponse<InputStream> response =
                    client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream in = response.body()) {
                if (response.statusCode() == NOT_FOUND) {
                    return Optional.empty();
                }
                if (response.statusCode() != OK) {
                    throw unreachable(path, "it answered " + response.statusCode());
                }
                byte[] bytes = in.readNBytes(bytesMax + 1);
                read += bytes.length;
                if (read > BYTES_MAX) {
                    throw unreachable(path, "more than " + BYTES_MAX + " bytes in all");
                }
                return Optional.of(bytes);
            }
        } catch (IOException e) {
            throw unreachable(path, e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreachable(path, "interrupted");
        }
    }

    private ParleyException unreachable(String path, String why) {
        return new ParleyException(
                Code.UNREACHABLE, Place.of(base + path), why, "check the address, or try later");
    }

    @Override
    public void close() {
        client.close();
    }
}
