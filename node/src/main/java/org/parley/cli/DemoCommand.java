// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.awt.Desktop;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;

/** Opens New START in the browser. */
@Command(name = "demo", description = "Show in the browser where New START stood on any day.")
final class DemoCommand extends LibraryCommand {
    private static final String SHOWN = "new-start";

    @Option(names = "--port", paramLabel = "N", description = "the port (default: any free one)")
    int port;

    @Option(names = "--no-browser", description = "only print the address")
    boolean noBrowser;

    @Option(
            names = "--two-parties",
            description = "instead: play a treaty year on the nodes of two fictional parties")
    boolean twoParties;

    @Option(
            names = "--until",
            paramLabel = "DATE",
            description = "with --two-parties: the day on which the play stops (2030-12-31)")
    String until = "2030-12-31";

    @Option(
            names = "--keep",
            description = "with --two-parties: leave the nodes' folder when the demo ends")
    boolean keep;

    @Override
    public Integer call() throws InterruptedException {
        if (twoParties) {
            return new TwoPartyDemo(options, command(), port, Options.day(until, "--until"), keep)
                    .run();
        }
        return ServeCommand.serve(
                options,
                "127.0.0.1",
                port,
                command(),
                (server, out) -> {
                    URI page = server.address().resolve("a/" + SHOWN + "?lang=" + language());
                    out.println(page);
                    out.println(in("Press Ctrl-C to end.", "按 Ctrl-C 结束。"));
                    if (!noBrowser) {
                        browse(page);
                    }
                });
    }

    /** A machine without a browser is no failure: the address has been printed. */
    private static void browse(URI page) {
        try {
            String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
            if (system.contains("linux")) {
                new ProcessBuilder("xdg-open", page.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
            } else if (!GraphicsEnvironment.isHeadless() && Desktop.isDesktopSupported()) {
                Desktop.getDesktop().browse(page);
            }
        } catch (IOException | UnsupportedOperationException _) {
            // Nothing to say: whoever started this reads the address above.
        }
    }
}
