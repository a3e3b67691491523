// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.util.JavalinException;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;

import java.net.BindException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.function.BiConsumer;

/** The pages over HTTP, for this machine only. Thread safe; {@link #close} ends it. */
public final class WebServer implements AutoCloseable {
    /** Only what lies on this host may be loaded, and nothing written into a page runs. */
    private static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'";

    private static final int HEADER_BYTES_MAX = 16 << 10;
    private static final int REQUEST_BYTES_MAX = 256 << 10;
    private static final long IDLE_MS_MAX = 30_000;

    private final Javalin javalin;
    private final String host;

    private WebServer(Javalin javalin, String host) {
        this.javalin = javalin;
        this.host = host;
    }

    /**
     * Starts to listen.
     *
     * @param port 0 for any free one
     * @param defects told of what failed while an address was answered and should not have
     * @throws ParleyException if the address is not this machine's own, or is taken
     */
    public static WebServer start(
            Site site, String host, int port, BiConsumer<String, Exception> defects) {
        requireLoopback(host);
        if (port < 0 || port > 65_535) {
            throw new ParleyException(
                    Code.USAGE, Place.of("--port"), "\"" + port + "\"", "use 0 to 65535");
        }
        Javalin javalin = Javalin.create(config -> configure(config, site, defects));
        try {
            javalin.start(host, port);
        } catch (RuntimeException e) {
            throw taken(e, host, port);
        }
        return new WebServer(javalin, host);
    }

    private static void configure(
            JavalinConfig config, Site site, BiConsumer<String, Exception> defects) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        config.http.maxRequestSize = REQUEST_BYTES_MAX;
        config.http.generateEtags = false;
        config.jetty.modifyHttpConfiguration(http -> {
            http.setRequestHeaderSize(HEADER_BYTES_MAX);
            http.setIdleTimeout(IDLE_MS_MAX);
            http.setSendServerVersion(false);
        });
        config.jetty.modifyServer(server -> server.setStopTimeout(1_000));
        config.routes.before(WebServer::headers);
        new Routes(site, defects).register(config.routes);
    }

    private static void headers(Context context) {
        context.header("Content-Security-Policy", CONTENT_POLICY);
        context.header("X-Content-Type-Options", "nosniff");
        context.header("Referrer-Policy", "no-referrer");
        context.header("X-Frame-Options", "DENY");
        context.header("Cross-Origin-Opener-Policy", "same-origin");
        context.header("Cross-Origin-Resource-Policy", "same-origin");
        context.header("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
        context.header("Cache-Control", "no-cache");
    }

    /** Anything further away needs TLS, which these pages do not offer yet. */
    private static void requireLoopback(String host) {
        boolean loopback;
        try {
            loopback = InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            loopback = false;
        }
        if (!loopback) {
            throw new ParleyException(
                    Code.USAGE,
                    Place.of("--host"),
                    "\"" + host + "\" is not this machine's own address",
                    "use 127.0.0.1; pages for other machines need TLS, which is not offered yet");
        }
    }

    private static RuntimeException taken(RuntimeException failure, String host, int port) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException
                    || String.valueOf(cause.getMessage()).contains("already in use")) {
                return new ParleyException(
                        Code.UNAVAILABLE,
                        Place.of("--port"),
                        host + ":" + port + " is in use",
                        "use --port 0 for any free one");
            }
        }
        return failure;
    }

    public int port() {
        return javalin.port();
    }

    /** Where the pages are: {@code http://127.0.0.1:8080/}. */
    public URI address() {
        String shown = host.contains(":") ? "[" + host + "]" : host;
        return URI.create("http://" + shown + ":" + port() + "/");
    }

    /**
     * Lets open answers finish, for a while, then ends; a reader that hangs on does not keep it.
     */
    public void stop() {
        try {
            javalin.stop();
        } catch (JavalinException _) {
            // Jetty waited its time for a connection that would not close; it is closed now.
        }
    }

    @Override
    public void close() {
        stop();
    }
}
