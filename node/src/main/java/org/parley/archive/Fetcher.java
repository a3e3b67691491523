// SPDX-License-Identifier: Apache-2.0
package org.parley.archive;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/**
 * Fetches addresses, one at a time, with bounds on size, time and redirections. It goes to public
 * hosts only, also where a page sends it: a list of addresses, or a page, must not be able to ask
 * the machines of the reader's own network. Java keeps the answer about a name for 30 seconds, so
 * that the host that was looked at is the one that is asked.
 */
public final class Fetcher {
    private static final Duration CONNECT_MAX = Duration.ofSeconds(15);
    private static final int SECONDS_MAX = 60;
    private static final int REDIRECTIONS_MAX = 5;

    private final Predicate<InetAddress> allowed;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .connectTimeout(CONNECT_MAX)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    public Fetcher() {
        this(PublicHost::isPublic);
    }

    Fetcher(Predicate<InetAddress> allowed) {
        this.allowed = allowed;
    }

    /**
     * The bytes behind an address.
     *
     * @throws ParleyException if it may not be asked, does not answer, or sends too much
     */
    public synchronized Item.Bytes fetch(URI address) throws InterruptedException {
        URI at = address;
        for (int hops = 0; hops <= REDIRECTIONS_MAX; hops++) {
            requireAllowed(at, address);
            Answer answer = ask(at, address);
            if (answer.next().isEmpty()) {
                return new Item.Bytes(answer.content(), at.toString());
            }
            at =
                    Addresses.parse(
                            at.resolve(answer.next().get()).toString(),
                            Place.of(address.toString()));
        }
        throw failed(Code.UNREACHABLE, address, "it sends on more than five times");
    }

    @SuppressWarnings("ArrayRecordComponent") // bytes as they came; nobody compares them
    private record Answer(byte[] content, Optional<String> next) {}

    private void requireAllowed(URI at, URI address) {
        try {
            for (InetAddress host : InetAddress.getAllByName(at.getHost())) {
                if (!allowed.test(host)) {
                    throw failed(
                            Code.REFUSED,
                            address,
                            at.getHost() + " is no public host, and is not asked");
                }
            }
        } catch (UnknownHostException e) {
            throw failed(Code.UNREACHABLE, address, "no host is called " + at.getHost());
        }
    }

    private Answer ask(URI at, URI address) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(at)
                        .timeout(CONNECT_MAX)
                        .header("User-Agent", "parley (reads public documents)")
                        .build();
        // The limit holds while the bytes come in, so that an endless answer is not read to its
        // end.
        CompletableFuture<HttpResponse<byte[]>> asked =
                client.sendAsync(
                        request,
                        HttpResponse.BodyHandlers.limiting(
                                HttpResponse.BodyHandlers.ofByteArray(),
                                Archive.DOCUMENT_BYTES_MAX));
        try {
            return answer(asked.get(SECONDS_MAX, TimeUnit.SECONDS), address);
        } catch (TimeoutException e) {
            asked.cancel(true);
            throw failed(Code.UNREACHABLE, address, "not done after " + SECONDS_MAX + " seconds");
        } catch (ExecutionException | CancellationException e) {
            throw why(e, address);
        }
    }

    private static Answer answer(HttpResponse<byte[]> response, URI address) {
        int status = response.statusCode();
        Optional<String> next = response.headers().firstValue("Location");
        if (status / 100 == 3 && next.isPresent()) {
            return new Answer(new byte[0], next);
        }
        if (status != 200) {
            throw failed(Code.UNREACHABLE, address, "it answers with status " + status);
        }
        return new Answer(response.body(), Optional.empty());
    }

    private static ParleyException why(Exception e, URI address) {
        Throwable cause = Optional.ofNullable(e.getCause()).orElse(e);
        return switch (cause) {
            case ParleyException known -> known;
            case HttpTimeoutException late ->
                    failed(Code.UNREACHABLE, address, "it does not answer in time");
            case IOException broken when isTooLong(broken) ->
                    failed(
                            Code.TOO_LARGE,
                            address,
                            "more than " + Archive.DOCUMENT_BYTES_MAX + " bytes");
            default -> failed(Code.UNREACHABLE, address, "no connection to it");
        };
    }

    /** What the JDK says of a body above the limit, which has no class of its own. */
    private static boolean isTooLong(IOException broken) {
        return String.valueOf(broken.getMessage()).contains("body exceeds capacity");
    }

    private static ParleyException failed(Code code, URI address, String what) {
        return new ParleyException(
                code, Place.of(address.toString()), what, "open it in a browser and save it");
    }
}
