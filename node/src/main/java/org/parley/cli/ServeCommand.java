// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.parley.web.Site;
import org.parley.web.WebServer;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;

/** Serves the pages until it is interrupted. */
@Command(name = "serve", description = "Serve the pages on this machine.")
final class ServeCommand extends LibraryCommand {
    private static final int FRAMES_SHOWN = 12;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "the address to listen on; only this machine's own (127.0.0.1)")
    String host = "127.0.0.1";

    @Option(names = "--port", paramLabel = "N", description = "0 for any free one (8420)")
    int port = 8420;

    @Option(
            names = "--no-browser",
            description = "for scripts that say it: this command never opens a browser")
    boolean noBrowser;

    @Override
    public Integer call() throws InterruptedException {
        return serve(
                options, host, port, command(), (server, out) -> out.println(server.address()));
    }

    /** What to say or do once the pages are there. */
    interface Ready {
        void then(WebServer server, PrintWriter out);
    }

    /** Serves until the process is told to end; then open answers are finished first. */
    static int serve(Options options, String host, int port, CommandSpec spec, Ready ready)
            throws InterruptedException {
        options.open();
        Site site = Site.open(options.shipped(), options.home, Clock.systemUTC(), Version.number());
        Thread.ofPlatform().daemon().name("reading").start(site::readAll);
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        WebServer server =
                WebServer.start(
                        site,
                        host,
                        port,
                        (address, failure) -> {
                            err.println("while answering " + address);
                            trace(failure, err);
                            err.flush();
                        });
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "stopping"));
        ready.then(server, out);
        out.flush();
        new CountDownLatch(1).await();
        return 0;
    }

    /** Where it failed, innermost last; frames beyond the first few are the server's own. */
    private static void trace(Throwable failure, PrintWriter err) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            err.println(cause);
            Arrays.stream(cause.getStackTrace())
                    .limit(FRAMES_SHOWN)
                    .forEach(frame -> err.println("    at " + frame));
        }
    }
}
