// SPDX-License-Identifier: Apache-2.0
package org.parley.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The log and what nodes do with it, against what disk and processor allow and against a peer. */
final class LogBench {
    private static final Path FOLDER = Path.of("bench/target/log");
    private static final List<Integer> WRITERS = List.of(1, 64, 1_024);

    private final boolean quick;
    private final LogReport report;

    private LogBench(boolean quick, LogReport report) {
        this.quick = quick;
        this.report = report;
    }

    /** Measures, and gives the section of docs/performance.md. */
    static String run(boolean quick) throws Exception {
        Writers.delete(FOLDER);
        Files.createDirectories(FOLDER);
        LogBench bench = new LogBench(quick, new LogReport());
        bench.appends();
        bench.kept();
        Writers.delete(FOLDER);
        return bench.report.text();
    }

    /** Measures what nodes do with each other, and gives its section. */
    static String nodes(boolean quick) throws Exception {
        Writers.delete(FOLDER);
        Files.createDirectories(FOLDER);
        NodesReport report = new NodesReport();
        between(quick, report);
        Writers.delete(FOLDER);
        return report.text();
    }

    /** Ours, the peer's and the disk's turn by turn, so that a noise hits all of them. */
    private void appends() throws IOException, InterruptedException {
        int rounds = quick ? 1 : 3;
        double seconds = quick ? 1 : 6;
        Optional<Path> peer = Tessera.program();
        Writers.append(FOLDER.resolve("warm"), 64, seconds);
        for (int writers : WRITERS) {
            List<Waits> probes = new ArrayList<>();
            List<Writers.Result> own = new ArrayList<>();
            List<Waits> theirs = new ArrayList<>();
            for (int i = 0; i < rounds; i++) {
                say("append, writers: " + writers + ", round " + (i + 1));
                probes.add(Writers.probe(FOLDER));
                own.add(Writers.append(FOLDER.resolve("own"), writers, seconds));
                if (peer.isPresent()) {
                    theirs.add(
                            Tessera.append(peer.get(), FOLDER.resolve("peer"), writers, seconds));
                }
            }
            own.sort(Comparator.comparingDouble(one -> one.waits().perSecond()));
            report.append(
                    median(probes),
                    own.get(rounds / 2),
                    theirs.isEmpty() ? Optional.empty() : Optional.of(median(theirs)));
        }
    }

    private static Waits median(List<Waits> waits) {
        return waits.stream()
                .sorted(Comparator.comparingDouble(Waits::perSecond))
                .toList()
                .get(waits.size() / 2);
    }

    private void kept() throws Exception {
        say("a store of many entries");
        report.kept(Kept.run(FOLDER.resolve("kept"), quick));
        Writers.delete(FOLDER.resolve("kept"));
        say("catching up");
        report.catchUp(CatchUp.run(FOLDER.resolve("catch-up"), quick ? 50_000 : 500_000));
        Writers.delete(FOLDER.resolve("catch-up"));
    }

    private static void between(boolean quick, NodesReport report) throws Exception {
        say("nodes");
        try (Nodes nodes = Between.nodes(FOLDER.resolve("nodes"))) {
            Between between = new Between(nodes, quick);
            report.probe(Writers.probe(FOLDER));
            report.strict(
                    Strict.limit(nodes.parties().getFirst().office(), quick ? 5_000 : 20_000));
            report.asked(between.asked());
            report.signed(between.signed());
            report.cosign(between.cosign());
            say("statements received");
            report.received(1, between.received(1, quick ? 10 : 40));
            report.received(256, between.received(256, quick ? 2 : 8));
            say("statements said");
            report.said(between.said());
        }
    }

    private static void say(String what) {
        System.err.printf(Locale.ROOT, "log: %s, load %.1f%n", what, Clock.load());
    }
}
