// SPDX-License-Identifier: Apache-2.0
package org.parley.exchange;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.log.LogStore;
import org.parley.proof.canonical.Hash;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Asks over HTTPS with {@link HybridTls}. Each peer has a client of its own, which believes that
 * peer's key only: an answer cannot come from another party. Thread safe.
 */
public final class HttpsCarrier implements Carrier, AutoCloseable {
    private static final Duration CONNECT_MAX = Duration.ofSeconds(10);
    private static final Duration ANSWER_MAX = Duration.ofSeconds(60);
    private static final int REPLY_BYTES_MAX = LogStore.BODY_BYTES_MAX + (64 << 10);

    private final Supplier<Identity> own;
    private final Function<String, Peer> peers;
    private final Map<Ends, HttpClient> clients = new ConcurrentHashMap<>();

    /**
     * @param peers where a party's node listens, and by which key it is known
     */
    public HttpsCarrier(Identity own, Function<String, Peer> peers) {
        this(() -> own, peers);
    }

    /**
     * @param own who this node is; asked for each question, for keys change while a node runs
     */
    public HttpsCarrier(Supplier<Identity> own, Function<String, Peer> peers) {
        this.own = own;
        this.peers = peers;
    }

    /**
     * Where a node listens.
     *
     * @param pins of the keys it is known by; two while it changes its key
     */
    public record Peer(String host, int port, Set<Hash> pins) {
        public Peer {
            pins = Set.copyOf(pins);
        }

        public Peer(String host, int port, Hash pin) {
            this(host, port, Set.of(pin));
        }
    }

    /** Between whom a client was made. */
    private record Ends(Hash own, Set<Hash> peer) {}

    @Override
    public Reply ask(String party, Ask ask) {
        Peer peer = peers.apply(party);
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(
                                    new URI(
                                            "https",
                                            null,
                                            peer.host(),
                                            peer.port(),
                                            ask.path(),
                                            null,
                                            null))
                            .timeout(ANSWER_MAX)
                            .method(
                                    ask.method(),
                                    HttpRequest.BodyPublishers.ofByteArray(ask.body()))
                            .build();
            Identity self = own.get();
            HttpResponse<InputStream> response =
                    clients.computeIfAbsent(
                                    new Ends(self.pin(), peer.pins()),
                                    ends -> client(self, peer.pins()))
                            .send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                byte[] bytes = body.readNBytes(REPLY_BYTES_MAX + 1);
                if (bytes.length > REPLY_BYTES_MAX) {
                    throw noAnswer(party, "answers without end");
                }
                return new Reply(
                        response.statusCode(),
                        response.headers().firstValue("Content-Type").orElse(""),
                        bytes);
            }
        } catch (IOException | URISyntaxException e) {
            throw noAnswer(
                    party,
                    Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw noAnswer(party, "interrupted");
        }
    }

    private static ParleyException noAnswer(String party, String why) {
        return new ParleyException(
                Code.UNREACHABLE,
                Place.of(party),
                why,
                "it is tried again at the next round; if its node runs, compare rosters: it may not"
                        + " believe this node's key yet; or carry a courier file");
    }

    static HttpClient client(Identity self, Set<Hash> pins) {
        return HttpClient.newBuilder()
                .sslContext(
                        HybridTls.context(
                                () -> self,
                                seen ->
                                        pins.contains(seen)
                                                ? Optional.of("peer")
                                                : Optional.empty(),
                                new SecureRandom()))
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_MAX)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public void close() {
        clients.values().forEach(HttpClient::shutdownNow);
        clients.clear();
    }
}
