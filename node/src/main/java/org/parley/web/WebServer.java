// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.util.JavalinException;

import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.exchange.TcpDoor;

import java.net.BindException;
import java.net.URI;
import java.util.function.BiConsumer;

import javax.net.ssl.SSLContext;

/** The pages over HTTP, as far as their {@link Door} opens. Thread safe; {@link #close} ends it. */
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
    private final Door door;

    private WebServer(Javalin javalin, Door door) {
        this.javalin = javalin;
        this.door = door;
    }

    /** Starts to listen, for this machine alone. */
    public static WebServer start(
            Site site, String host, int port, BiConsumer<String, Exception> defects) {
        return start(site, Door.here(host, port), defects);
    }

    /**
     * Starts to listen.
     *
     * @param defects told of what failed while an address was answered and should not have
     * @throws ParleyException if the address is taken
     */
    public static WebServer start(Site site, Door door, BiConsumer<String, Exception> defects) {
        Javalin javalin = Javalin.create(config -> configure(config, site, door, defects));
        try {
            if (door.tls().isPresent()) {
                javalin.start();
            } else {
                javalin.start(door.host(), door.port());
            }
        } catch (RuntimeException e) {
            throw taken(e, door);
        }
        return new WebServer(javalin, door);
    }

    private static void configure(
            JavalinConfig config, Site site, Door door, BiConsumer<String, Exception> defects) {
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
        config.jetty.modifyServer(server -> {
            server.setStopTimeout(1_000);
            TcpDoor.bound(server);
        });
        door.tls()
                .ifPresent(tls ->
                        config.jetty.addConnector(
                                (server, http) -> connector(server, http, tls, door)));
        config.routes.before(WebServer::headers);
        new Routes(site, door.login(), defects).register(config.routes);
    }

    private static Connector connector(
            Server server, HttpConfiguration http, SSLContext tls, Door door) {
        SslContextFactory.Server factory = new SslContextFactory.Server();
        factory.setSslContext(tls);
        return TcpDoor.secure(server, http, factory, door.host(), door.port(), IDLE_MS_MAX);
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

    private static RuntimeException taken(RuntimeException failure, Door door) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException
                    || String.valueOf(cause.getMessage()).contains("already in use")) {
                return new ParleyException(
                        Code.UNAVAILABLE,
                        Place.of("--port"),
                        door.host() + ":" + door.port() + " is in use",
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
        if (door.login().isPresent()) {
            return URI.create(door.login().get().origin() + "/");
        }
        String host = door.host();
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
