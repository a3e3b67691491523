// SPDX-License-Identifier: Apache-2.0
package org.parley.exchange;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.util.JavalinException;

import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.log.LogStore;
import org.parley.proof.canonical.Hash;

import java.io.EOFException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A node's door to other nodes: HTTP over {@link HybridTls}, both sides' keys pinned. Thread safe;
 * {@link #close} ends it.
 */
public final class ExchangeServer implements AutoCloseable {
    private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";
    private static final int HEADER_BYTES_MAX = 8 << 10;

    /** A peer that sends or reads nothing for so long is cut off; the others are not held up. */
    private static final long IDLE_MS_MAX = 20_000;

    /** Room for a body and its envelope; what an endpoint takes it bounds more closely itself. */
    private static final long REQUEST_BYTES_MAX = LogStore.BODY_BYTES_MAX + (64 << 10);

    private final Javalin javalin;

    private ExchangeServer(Javalin javalin) {
        this.javalin = javalin;
    }

    /**
     * Starts to listen, and tries whether the key exchange is what it should be.
     *
     * @param parties the party that a pin belongs to
     * @param port 0 for any free one
     * @param defects told of what failed and should not have
     * @throws ParleyException {@code UNAVAILABLE} if the address is taken, or the check fails
     */
    public static ExchangeServer start(
            Supplier<Identity> own,
            Function<Hash, Optional<String>> parties,
            Answering answering,
            String host,
            int port,
            BiConsumer<String, Exception> defects) {
        // The node's own key may knock too: the check at start does.
        Function<Hash, Optional<String>> known =
                pin -> pin.equals(own.get().pin()) ? Optional.of("") : parties.apply(pin);
        Javalin javalin =
                Javalin.create(
                        config -> configure(config, own, known, answering, host, port, defects));
        try {
            javalin.start();
        } catch (JavalinException e) {
            throw new ParleyException(
                    Code.UNAVAILABLE,
                    Place.of("--listen"),
                    host + ":" + port + " is in use",
                    "give another port, or 0 for any free one");
        }
        ExchangeServer server = new ExchangeServer(javalin);
        try {
            HybridCheck.check(own.get(), host, server.port());
        } catch (ParleyException e) {
            server.close();
            throw e;
        }
        return server;
    }

    private static void configure(
            JavalinConfig config,
            Supplier<Identity> own,
            Function<Hash, Optional<String>> known,
            Answering answering,
            String host,
            int port,
            BiConsumer<String, Exception> defects) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        config.http.maxRequestSize = REQUEST_BYTES_MAX;
        config.http.generateEtags = false;
        config.jetty.modifyServer(server -> {
            server.setStopTimeout(1_000);
            TcpDoor.bound(server);
        });
        config.jetty.addConnector(
                (server, http) -> connector(server, http, own, known, host, port));
        for (HandlerType method : List.of(HandlerType.GET, HandlerType.POST, HandlerType.PUT)) {
            config.routes.addHttpHandler(
                    method, "/<path>", context -> answer(context, known, answering));
        }
        config.routes.exception(
                Exception.class,
                (failure, context) -> {
                    defects.accept(context.path(), failure);
                    context.status(500).result("this node has a defect; its owner was told\n");
                });
    }

    private static Connector connector(
            Server server,
            HttpConfiguration http,
            Supplier<Identity> own,
            Function<Hash, Optional<String>> known,
            String host,
            int port) {
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setSslContext(HybridTls.context(own, known, new SecureRandom()));
        tls.setNeedClientAuth(true);
        HttpConfiguration bounded = new HttpConfiguration(http);
        bounded.setRequestHeaderSize(HEADER_BYTES_MAX);
        return TcpDoor.secure(server, bounded, tls, host, port, IDLE_MS_MAX);
    }

    private static void answer(
            Context context, Function<Hash, Optional<String>> known, Answering answering) {
        Optional<byte[]> said = said(context);
        if (said.isEmpty()) {
            context.status(400);
            return;
        }
        Ask ask =
                new Ask(
                        context.req().getMethod(),
                        context.path(),
                        said.get(),
                        peer(context, known));
        Reply reply = answering.answer(ask);
        context.status(reply.status()).contentType(reply.type()).result(reply.body());
    }

    /** What was sent; nothing of one who went away in the middle of it, which is no defect. */
    private static Optional<byte[]> said(Context context) {
        try {
            return Optional.of(context.bodyAsBytes());
        } catch (Exception failure) {
            // The method declares nothing, and throws what reading throws.
            if (failure instanceof EOFException) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    private static Optional<String> peer(Context context, Function<Hash, Optional<String>> known) {
        Object found = context.req().getAttribute(CERTIFICATES);
        return found instanceof X509Certificate[] chain && chain.length > 0
                ? known.apply(Identity.pin(chain[0])).filter(party -> !party.isEmpty())
                : Optional.empty();
    }

    public int port() {
        return javalin.port();
    }

    @Override
    public void close() {
        try {
            javalin.stop();
        } catch (JavalinException _) {
            // Jetty waited its time for a connection that would not close; it is closed now.
        }
    }
}
