// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.party.ExercisePlay;
import org.parley.party.ExerciseYear;
import org.parley.record.Folders;
import org.parley.web.NodePages;
import org.parley.web.Site;
import org.parley.web.WebServer;

import picocli.CommandLine.Model.CommandSpec;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * EXERCISE: a treaty year of two fictional parties, played on real nodes of this machine, then both
 * standings beside one another.
 */
final class TwoPartyDemo {
    private final Options options;
    private final CommandSpec spec;
    private final int port;
    private final LocalDate until;

    private final boolean keep;

    /**
     * @param keep whether the nodes' folder stays when the demo ends
     */
    TwoPartyDemo(Options options, CommandSpec spec, int port, LocalDate until, boolean keep) {
        this.options = options;
        this.spec = spec;
        this.port = port;
        this.until = until;
        this.keep = keep;
    }

    int run() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        boolean chinese = options.language.equals("zh");
        Path library = options.shipped();
        Path agreement =
                library.toAbsolutePath().resolveSibling("exercises").resolve("arden-borel");
        BiConsumer<String, Exception> defects =
                (where, failure) -> {
                    err.println("while answering " + where + ": " + failure);
                    err.flush();
                };
        Path folder = folder();
        out.println("EXERCISE 演练");
        out.println(
                chinese
                        ? "两个虚构缔约方和一个中立见证方的节点，位于 " + folder
                        : "The nodes of two fictional parties and a neutral witness, in " + folder);
        out.flush();
        // One hook that does both: hooks run side by side, and open files come before folders.
        AtomicReference<Runnable> closing = new AtomicReference<>(() -> {});
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> end(closing.get(), folder, err), "stopping"));
        ExercisePlay play =
                ExercisePlay.begin(folder, agreement, ports(), new SecureRandom(), defects);
        closing.set(play::close);
        int said =
                play.play(
                        until,
                        (day, done, of) -> {
                            if (day.getDayOfMonth() == 1 || day.equals(until)) {
                                err.println(day + "  " + done + " / " + of);
                                err.flush();
                            }
                        });
        out.println(said + (chinese ? " 条陈述" : " statements"));
        Clock clock = Clock.fixed(play.clock().instant(), ZoneOffset.UTC);
        WebServer left = pages(play, "XA", "XB", folder, library, clock, port, defects);
        WebServer right = pages(play, "XB", "XA", folder, library, clock, 0, defects);
        tell(out, chinese ? "双方对照：" : "Both: ", left.address().resolve("node/both"));
        tell(out, "XA: ", left.address().resolve("a/" + ExerciseYear.AGREEMENT));
        tell(out, "XB: ", right.address().resolve("a/" + ExerciseYear.AGREEMENT));
        out.println(chinese ? "按 Ctrl-C 结束。" : "Press Ctrl-C to end.");
        out.flush();
        new CountDownLatch(1).await();
        return 0;
    }

    private void end(Runnable closing, Path folder, PrintWriter err) {
        closing.run();
        if (!keep) {
            try {
                remove(folder);
            } catch (IOException e) {
                err.println(folder + ": " + Folders.why(e));
                err.flush();
            }
        }
    }

    /** Removes a folder of made-up nodes, with all that is in it. */
    static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(one);
            }
        }
    }

    private void tell(PrintWriter out, String what, URI page) {
        out.println(what + page + "?lang=" + options.language);
    }

    private static WebServer pages(
            ExercisePlay play,
            String party,
            String other,
            Path folder,
            Path library,
            Clock clock,
            int port,
            BiConsumer<String, Exception> defects) {
        Site site = Site.open(library, folder.resolve(party), clock, Version.number());
        site.attach(new NodePages(play.node(party).node()).beside(play.node(other).node()));
        return WebServer.start(site, "127.0.0.1", port, defects);
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("parley-exercise-");
        } catch (IOException e) {
            throw new ParleyException(
                    Code.UNWRITABLE,
                    Place.of("exercise"),
                    Folders.why(e),
                    "make room for temporary files");
        }
    }

    private static List<Integer> ports() {
        List<Integer> ports = new ArrayList<>();
        List<ServerSocket> open = new ArrayList<>();
        try {
            for (int i = 0; i < 3; i++) {
                ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                open.add(socket);
                ports.add(socket.getLocalPort());
            }
            for (ServerSocket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new ParleyException(
                    Code.UNAVAILABLE, Place.of("127.0.0.1"), Folders.why(e), "free some ports");
        }
        return ports;
    }
}
