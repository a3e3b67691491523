// SPDX-License-Identifier: Apache-2.0
package org.parley.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The section about what nodes do with each other, beside what disk and processor allow. */
final class NodesReport {
    private static final int PACKAGE = 256;

    private final double loadAtStart = Clock.load();
    private final List<String> exchanges = new ArrayList<>();
    private final Aims aims = new Aims();
    private double strictPerSecond;

    /**
     * What one cosigning cannot do without: disk, connection, the check of the log's signature, two
     * signatures.
     */
    private double partsMillis;

    void probe(Waits waits) {
        partsMillis += waits.p50Millis();
        exchanges.add(exchange("1 KiB write + fdatasync", waits, 1));
    }

    void strict(Clock.Row row) {
        int cores = Runtime.getRuntime().availableProcessors();
        strictPerSecond = row.perCpuSecond() * cores;
        partsMillis += 1e3 / row.perCpuSecond();
        exchanges.add(
                String.format(
                        Locale.ROOT,
                        "| Strict Ed25519 checks, one thread's rate × %d processors | %,.0f | | |"
                                + " %.0f |",
                        cores,
                        strictPerSecond,
                        1e6 / row.perCpuSecond()));
    }

    void asked(Waits waits) {
        partsMillis += waits.p50Millis();
        exchanges.add(exchange("A question that the node answers with nothing", waits, 1));
    }

    void signed(Waits waits) {
        partsMillis += waits.p50Millis();
        exchanges.add(exchange("A cosigner's two signatures, Ed25519 and ML-DSA-44", waits, 1));
    }

    void cosign(Waits waits) {
        exchanges.add(exchange("Checkpoint shown to a witness, cosigned by two keys", waits, 1));
        aims.add(
                "Cosigning, round trip: p50",
                "≤ 2 ms",
                String.format(
                        Locale.ROOT,
                        "%.2f ms, %.2f × its parts",
                        waits.p50Millis(),
                        waits.p50Millis() / partsMillis),
                waits.p50Millis() <= 2);
    }

    void received(int each, Waits waits) {
        exchanges.add(
                exchange("Statements of 64 parties received, " + each + " a request", waits, each));
        if (each == PACKAGE) {
            double ratio = waits.perSecond() * each / strictPerSecond;
            aims.add(
                    "Receiving signed statements over HTTP, 64 at once: rate over the checks'",
                    "≥ 0.6 ×",
                    String.format(Locale.ROOT, "%.2f ×", ratio),
                    ratio >= 0.6);
        }
    }

    void said(Waits waits) {
        exchanges.add(exchange("Statements said by 64 clients at once", waits, 1));
    }

    private static String exchange(String what, Waits waits, int each) {
        return String.format(
                Locale.ROOT,
                "| %s | %,.0f | %.2f | %.2f | %.0f |",
                what,
                waits.perSecond() * each,
                waits.p50Millis(),
                waits.p99Millis(),
                waits.cpuMicros() / each);
    }

    String text() {
        return TEXT.replace("LOAD_BEFORE", String.format(Locale.ROOT, "%.1f", loadAtStart))
                .replace("LOAD_AFTER", String.format(Locale.ROOT, "%.1f", Clock.load()))
                .replace("MACHINE", Clock.machine())
                .replace("EXCHANGES", String.join("\n", exchanges))
                .replace("AIMS", aims.rows());
    }

    private static final String TEXT =
            """

            ## Between nodes

            Machine: MACHINE. Load average LOAD_BEFORE at the start of this part, LOAD_AFTER at its end. This part alone:
            `bench/run --only nodes`.

            One node with its journal, 64 made-up parties with logs of their own, HTTP over TLS 1.3 with
            X25519MLKEM768 on loopback. Received: by `add-checkpoint` and `add-entries` of the mirror; the node checks
            proofs, the statements' form and every signature, keeps them, and cosigns with Ed25519 and ML-DSA-44; times
            are of both requests together. Said: over the address for commands; the node composes, signs and keeps.
            CPU time is that of all sides. The parts of a cosigning: one fdatasync, a question that is answered with
            nothing, one check, two signatures.

            | what | statements a second | p50 ms | p99 ms | CPU µs each |
            |---|---|---|---|---|
            EXCHANGES

            | what | aim | measured | met |
            |---|---|---|---|
            AIMS
            """;
}
