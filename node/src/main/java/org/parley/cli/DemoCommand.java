// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.awt.Desktop;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Opens New START in the browser. */
@Command(
        name = "demo",
        description = "Show in the browser where New START stood on any day.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    private static final String SHOWN = "new-start";

    @Mixin final Options options = new Options();

    @Option(names = "--port", paramLabel = "N", description = "the port (default: any free one)")
    int port;

    @Option(names = "--no-browser", description = "only print the address")
    boolean noBrowser;

    @Spec @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        return ServeCommand.serve(
                options,
                "127.0.0.1",
                port,
                Optional.ofNullable(spec).orElseThrow(),
                (server, out) -> {
                    URI page = server.address().resolve("a/" + SHOWN + "?lang=" + options.language);
                    out.println(page);
                    boolean chinese = options.language.equals("zh");
                    out.println(chinese ? "按 Ctrl-C 结束。" : "Press Ctrl-C to end.");
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
