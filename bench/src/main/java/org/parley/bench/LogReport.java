// SPDX-License-Identifier: Apache-2.0
package org.parley.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The section about the log: what was measured, what it was compared with, what was aimed at. */
final class LogReport {
    static final String TITLE = "## The log\n";

    private final double loadAtStart = Clock.load();
    private final List<String> appends = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();
    private final Aims aims = new Aims();
    private boolean peerMissing;

    void append(Waits probe, Writers.Result own, Optional<Waits> peer) {
        int writers = own.writers();
        appends.add(
                String.format(
                        Locale.ROOT,
                        "| %,d | write + fdatasync | %,.0f | %.2f | %.2f | %.0f | |",
                        writers,
                        probe.perSecond(),
                        probe.p50Millis(),
                        probe.p99Millis(),
                        probe.cpuMicros()));
        appends.add(
                append(
                        writers,
                        "**Parley**",
                        own.waits(),
                        String.format(Locale.ROOT, "%.0f", own.diskBytes())));
        peer.ifPresent(waits -> appends.add(append(writers, "Tessera POSIX", waits, "")));
        peerMissing |= peer.isEmpty();
        if (writers == 1) {
            double ratio = own.waits().p50Millis() / probe.p50Millis();
            aims.add(
                    "Append, one writer: p50 over the disk's",
                    "≤ 2 ×",
                    String.format(Locale.ROOT, "%.2f ×", ratio),
                    ratio <= 2);
        } else if (peer.isPresent()) {
            double ratio = own.waits().perSecond() / peer.get().perSecond();
            int least = writers == 64 ? 6 : 2;
            aims.add(
                    String.format(Locale.ROOT, "Append, %,d writers: rate over Tessera's", writers),
                    "≥ " + least + " ×",
                    String.format(Locale.ROOT, "%.1f ×", ratio),
                    ratio >= least);
        }
        double more = own.diskBytes() / Writers.ENTRY_BYTES - 1;
        aims.add(
                String.format(Locale.ROOT, "Disk over the entries' bytes, writers: %,d", writers),
                "≤ 4 %",
                String.format(Locale.ROOT, "%.1f %%", 100 * more),
                more <= 0.04);
    }

    private static String append(int writers, String what, Waits waits, String bytes) {
        return String.format(
                Locale.ROOT,
                "| %,d | %s | %,.0f | %.2f | %.2f | %s | %s |",
                writers,
                what,
                waits.perSecond(),
                waits.p50Millis(),
                waits.p99Millis(),
                Double.isNaN(waits.cpuMicros())
                        ? ""
                        : String.format(Locale.ROOT, "%.0f", waits.cpuMicros()),
                bytes);
    }

    void kept(Kept.Result result) {
        kept.add(result.fsck().line());
        kept.add(result.hash().line());
        kept.add(
                String.format(
                        Locale.ROOT,
                        "| A new process after a kill, until its first entry is durable | %,d |"
                                + " %.3f | %.3f | |",
                        result.entries(),
                        result.restartSeconds(),
                        result.restartCpuSeconds()));
        double ratio = result.fsck().cpuSeconds() / result.hash().cpuSeconds();
        aims.add(
                "Check of the store: CPU over that of SHA-256 alone",
                "≤ 2 ×",
                String.format(Locale.ROOT, "%.2f ×", ratio),
                ratio <= 2);
        aims.add(
                "Restart after a kill",
                "≤ 2 s",
                String.format(Locale.ROOT, "%.2f s", result.restartSeconds()),
                result.restartSeconds() <= 2);
        aims.add(
                String.format(
                        Locale.ROOT,
                        "Disk over the entries' bytes, %,d in commits of 1,024",
                        result.entries()),
                "≤ 4 % and index",
                String.format(
                        Locale.ROOT,
                        "%.1f %%, index %.0f bytes an entry",
                        100 * result.overhead(),
                        result.indexBytes()),
                result.overhead() <= 0.04);
    }

    void catchUp(Clock.Row row) {
        kept.add(row.line());
        aims.add(
                "Copying a log, hashes only",
                "≥ 200,000 a CPU second",
                String.format(Locale.ROOT, "%,.0f", row.perCpuSecond()),
                row.perCpuSecond() >= 200_000);
    }

    String text() {
        return TEXT.replace("LOAD_BEFORE", String.format(Locale.ROOT, "%.1f", loadAtStart))
                .replace("LOAD_AFTER", String.format(Locale.ROOT, "%.1f", Clock.load()))
                .replace("MACHINE", Clock.machine())
                .replace(
                        "PEER",
                        peerMissing
                                ? "\n"
                                        + "Tessera: peer not at hand in this run"
                                        + " (PARLEY_TESSERA_BENCH).\n"
                                : "")
                .replace("APPENDS", String.join("\n", appends))
                .replace("KEPT", String.join("\n", kept))
                .replace("AIMS", aims.rows());
    }

    private static final String TEXT =
            """

            ## The log

            Machine: MACHINE. Load average LOAD_BEFORE at the start of this part, LOAD_AFTER at its end. This part alone:
            `bench/run --only log`. Entries of 1 KiB, random; files in `bench/target`; what drives the log is on the
            same processors.

            Appending, in one process, without signed statements: each writer waits for its entry before the next.
            Parley answers when entry, tree and signed checkpoint are durable; Tessera when the entry is integrated, its
            checkpoint follows within 100 ms. Median of the rounds, each with the disk's, Parley's and Tessera's turn.
            CPU time is that of the whole process.
            PEER
            | writers | what | a second | p50 ms | p99 ms | CPU µs each | bytes on disk each |
            |---|---|---|---|---|---|---|
            APPENDS

            What is kept. The processes that are started again take the largest number of entries behind a snapshot that
            there can be. Checking hashes on two threads.

            | what | entries | wall s | CPU s | per CPU second |
            |---|---|---|---|---|
            KEPT

            | what | aim | measured | met |
            |---|---|---|---|
            AIMS
            """;
}
