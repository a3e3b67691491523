// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All keys of XA are lost: what a person types then, on two nodes that run as processes. */
final class KeyLossCommandsTest {
    private static final Path ROOT = Path.of(System.getProperty("parley.root", ".."));
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir Path folder;

    private final Map<String, Process> running = new HashMap<>();
    private final Map<String, Integer> ports = new HashMap<>();
    private Homes homes = new Homes(Path.of("."));

    private void begin(String party, String home, String more) throws IOException {
        if (!ports.containsKey(party)) {
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                ports.put(party, free.getLocalPort());
            }
        }
        homes.done(
                "node init --party "
                        + party
                        + " --agreement "
                        + Homes.AGREEMENT
                        + " --listen 127.0.0.1:"
                        + ports.get(party)
                        + more
                        + " --home @"
                        + home);
        Files.writeString(homes.path(home + ".card"), homes.done("node card --home @" + home));
    }

    private void run(String home) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> words =
                new ArrayList<>(
                        List.of(
                                java,
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-Dparley.root=" + ROOT,
                                "-cp",
                                System.getProperty("java.class.path"),
                                Parley.class.getName()));
        words.addAll(List.of("node", "run", "--every", "1"));
        words.addAll(List.of("--home", homes.path(home).toString()));
        words.addAll(List.of("--library", ROOT.resolve("library").toString()));
        running.put(
                home,
                new ProcessBuilder(words)
                        .redirectErrorStream(true)
                        .redirectOutput(homes.path(home + ".out").toFile())
                        .start());
        told(home + ".out", () -> Files.readString(homes.path(home + ".out")), "Ctrl-C");
    }

    private interface Asked {
        String ask() throws IOException;
    }

    /** Waits until something is told; how long it takes is not tested. */
    private void told(String what, Asked asked, String... words) throws IOException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        String told = asked.ask();
        while (!List.of(words).stream().allMatch(told::contains)) {
            assertThat(System.nanoTime()).as(what + "\n" + told).isLessThan(until);
            Thread.onSpinWait();
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            told = asked.ask();
        }
    }

    private void status(String home, String... words) throws IOException {
        told("status of " + home, () -> homes.done("node status --home @" + home), words);
    }

    private void end(String home) throws InterruptedException {
        Process process = running.remove(home);
        if (process != null) {
            process.destroy();
            process.waitFor();
        }
    }

    @AfterEach
    void endAll() throws InterruptedException {
        for (String home : List.copyOf(running.keySet())) {
            end(home);
        }
    }

    private static String hash(String told) {
        Matcher hash = Pattern.compile("Card: sha256:([0-9a-f]{64})").matcher(told);
        assertThat(hash.find()).isTrue();
        return hash.group(1);
    }

    @Test
    void thePartyBeginsAnewAndItsLogGoesOn() throws IOException, InterruptedException {
        homes = new Homes(folder);
        begin("XA", "XA", "");
        begin("XB", "XB", "");
        homes.done("node enrol @XB.card --home @XA");
        homes.done("node enrol @XA.card --home @XB");
        run("XA");
        run("XB");
        homes.done("act act=entered-into-force effective=2026-01-01 --home @XA");
        homes.done(Homes.DECLARE + " audience=parties --home @XA");
        status("XB", "declare", "received by XB");
        end("XA");

        String begun =
                homes.done(
                        "node init --party XA --agreement "
                                + Homes.AGREEMENT
                                + " --replaces @XA.card --listen 127.0.0.1:"
                                + ports.get("XA")
                                + " --home @new");
        Files.writeString(homes.path("XA2.card"), homes.done("node card --home @new"));
        homes.done("node enrol @XB.card --home @new");

        // XB's people were not called yet.
        assertThat(homes.run("node recover --home @new").err()).contains("were not asked yet: XB");
        assertThat(homes.run("node lost --begun --since 0 --home @new").err())
                .contains("were not asked yet: XB");
        assertThat(homes.run(Homes.DECLARE + " --home @new").err())
                .contains("began anew", "parley node recover", "parley node lost --begun");

        Session slip = homes.run("node enrol --replace @XA2.card --hash 00 --home @XB");
        assertThat(slip.code()).isEqualTo(1);
        assertThat(slip.err()).contains("read the hash to you").doesNotContain(hash(begun));
        assertThat(
                        homes.done(
                                "node enrol --replace @XA2.card --hash "
                                        + hash(begun)
                                        + " --home @XB"))
                .contains("XB/");

        assertThat(homes.done("node recover --home @new"))
                .contains("0 → ", "may sign again")
                .doesNotContain("0 → 0");
        assertThat(homes.run("node lost --begun --since 99 --home @new").err())
                .contains("--since", "the log has");
        homes.done("node lost --begun --since 2 --home @new");
        run("new");
        homes.done("act act=withdrawn notified=2026-11-01 effective=2027-06-01 --home @new");
        status("XB", "received by XB", "key");
        status("new", "XB", "acknowledged");
        // The words above can stand in the status before the log's word on the card has come.
        told("roster of XB", () -> homes.done("node roster --home @XB"), "card 2 since XA/");
        end("XB");
        end("new");
        homes.done("fsck --home @new");
        homes.done("fsck --home @XB");
    }

    @Test
    void aStolenOfficeIsReportedWhileTheNodeRuns() throws IOException, InterruptedException {
        homes = new Homes(folder);
        begin("XA", "XA", "");
        begin("XB", "XB", "");
        homes.done("node enrol @XB.card --home @XA");
        homes.done("node enrol @XA.card --home @XB");
        run("XA");
        run("XB");
        homes.done(Homes.DECLARE + " audience=parties --home @XA");
        status("XB", "declare", "received by XB");

        assertThat(homes.done("node lost --office --since 0 --home @XA")).contains("XA/", "Roster");
        homes.done(Homes.DECLARE + " audience=parties --home @XA");

        told("roster of XB", () -> homes.done("node roster --home @XB"), "card 2 since XA/");
        end("XA");
        end("XB");
        homes.done("fsck --home @XB");
    }
}
