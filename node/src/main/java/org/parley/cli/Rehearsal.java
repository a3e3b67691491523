// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.parley.web.Site;
import org.parley.web.WebServer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * What the launcher runs once after a build, to learn which classes the usual commands and the
 * first pages need: they go into the class cache. What it prints is thrown away.
 */
final class Rehearsal {
    private static final List<List<String>> COMMANDS =
            List.of(
                    List.of("--help"),
                    List.of("list"),
                    List.of("status", "new-start"),
                    List.of("status", "new-start", "--json"),
                    List.of("status", "--party", "CN"),
                    List.of("due", "new-start", "--as-of", "2020-01-01"),
                    List.of("timeline", "new-start"));

    private Rehearsal() {}

    public static void main(String[] arguments) throws IOException {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        for (List<String> command : COMMANDS) {
            Parley.run(nowhere, nowhere, command.toArray(String[]::new));
        }
        Site site =
                Site.open(
                        ShippedLibrary.find(),
                        Path.of("no-home"),
                        Clock.systemUTC(),
                        Version.number());
        try (WebServer server = WebServer.start(site, "127.0.0.1", 0, (address, failure) -> {})) {
            for (String page : List.of("", "a/new-start")) {
                read(server.address().resolve(page));
            }
        }
        System.exit(0);
    }

    private static void read(URI page) throws IOException {
        try (InputStream body = page.toURL().openStream()) {
            body.transferTo(OutputStream.nullOutputStream());
        }
    }
}
