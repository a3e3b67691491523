// SPDX-License-Identifier: Apache-2.0
package org.parley.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Gathers what was measured and writes it down; each part comes from one run. */
final class Report {
    private static final String HEAD =
            """
            # Performance

            Written by `bench/run`; do not edit. The numbers of a part are from one run on one machine, so only the
            ratios mean something elsewhere; a part that says how to run it alone may be from another run. CPU time is that of the whole process, in all threads; rates are per CPU
            second. Everything is made up and seeded; the counting rules are New START's.
            """;

    private final List<Clock.Row> totals = new ArrayList<>();
    private final List<Clock.Row> loads = new ArrayList<>();
    private final List<Clock.Row> texts = new ArrayList<>();
    private final List<String> rest = new ArrayList<>();
    private final double loadAtStart = Clock.load();

    void totals(Clock.Row row) {
        if (!totals.isEmpty() && totals.getFirst().answer() != row.answer()) {
            throw new IllegalStateException(row.what() + " gives other totals than Parley");
        }
        totals.add(row);
    }

    void load(Clock.Row row) {
        loads.add(row);
    }

    void text(Clock.Row row) {
        texts.add(row);
    }

    void slider(Slider.Result result, int changes) {
        rest.add(
                String.format(
                        Locale.ROOT,
                        """

                        ## Slider

                        200 random jumps of (as of, known on), each the whole standing, over %,d changes in 15 years
                        with two lists every half year; after 200 jumps to warm up.

                        | | p50 | p99 | slowest |
                        |---|---|---|---|
                        | wall | %.2f ms | %.2f ms | %.2f ms |
                        | CPU of the thread | %.2f ms | %.2f ms | |

                        The naive fold takes %,.0f ms for one view. Making the index and the first standing from
                        statements in memory took %.1f s wall, %.1f s CPU. Used heap afterwards: %,d MB. Duties listed one by one
                        in the last standing: %,d.

                        The heap holds the statements as well as the index. The last standing was compared with the
                        naive fold's: equal.
                        """,
                        changes,
                        result.p50Millis(),
                        result.p99Millis(),
                        result.maxMillis(),
                        result.p50CpuMillis(),
                        result.p99CpuMillis(),
                        result.naiveMillis(),
                        result.loadSeconds(),
                        result.loadCpuSeconds(),
                        result.heapMegabytes(),
                        result.duties()));
    }

    void page(FirstPage.Result result) {
        StringBuilder text = new StringBuilder();
        text.append(
                String.format(
                        Locale.ROOT,
                        """

                        ## Overview of the whole library

                        The front page over HTTP, %,d requests of each kind after as many to warm up; a page has about
                        %,d bytes. CPU time is that of server and client together, for one request.

                        | what | wall p50 | wall p99 | CPU |
                        |---|---|---|---|
                        """,
                        result.requests(),
                        result.bytes()));
        for (FirstPage.Row row : result.rows()) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "| %s | %.1f ms | %.1f ms | %.1f ms |%n",
                            row.what(),
                            row.p50Millis(),
                            row.p99Millis(),
                            row.cpuMillis()));
        }
        rest.add(text.toString());
    }

    void starts(List<ColdStart.Result> results) {
        StringBuilder text = new StringBuilder();
        text.append(
                String.format(
                        Locale.ROOT,
                        """

                        ## Cold start

                        A new process each time, median of %d. The last two have the same class cache and options as the
                        commands; the first of these parses what `status --party` has to read.

                        | what | wall | CPU |
                        |---|---|---|
                        """,
                        results.getFirst().runs()));
        for (ColdStart.Result result : results) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "| %s | %.0f ms | %.0f ms |%n",
                            result.what(),
                            result.wallMillis(),
                            result.cpuMillis()));
        }
        rest.add(text.toString());
    }

    void section(String section) {
        rest.add(section);
    }

    /** The file with a section in place of the one with the same title, or after all others. */
    static String with(String text, String section) {
        String title = section.substring(0, section.indexOf('\n', 1) + 1);
        int at = text.indexOf(title);
        if (at < 0) {
            return text + section;
        }
        int next = text.indexOf("\n## ", at + title.length());
        return text.substring(0, at) + section + (next < 0 ? "" : text.substring(next));
    }

    String text(String machine, boolean quick) {
        StringBuilder text = new StringBuilder(HEAD);
        text.append("\nMachine: ").append(machine);
        text.append(
                String.format(
                        Locale.ROOT,
                        ". Load average %.1f at the start, %.1f at the end. Command:"
                                + " `bench/run%s`.%n",
                        loadAtStart,
                        Clock.load(),
                        quick ? " --quick" : ""));
        text.append("\n## Running totals\n\n");
        text.append(
                "Deployed vehicles, warheads and launchers of both parties after every change.");
        text.append(" Decoded changes in; all engines\ngave the same totals (checksum ");
        text.append(Long.toHexString(totals.getFirst().answer())).append(").\n\n");
        text.append(
                "| engine | changes | wall s | CPU s | changes per CPU second | Parley is … × |\n");
        text.append("|---|---|---|---|---|---|\n");
        for (Clock.Row row : totals) {
            double ratio = totals.getFirst().perCpuSecond() / row.perCpuSecond();
            text.append(row.line()).append(String.format(Locale.ROOT, " %.1f |%n", ratio));
        }
        table(text, "\nLoading the tables, apart:\n", loads);
        table(text, "\n## Before a statement is decoded\n", texts);
        rest.forEach(text::append);
        return text.toString();
    }

    private static void table(StringBuilder text, String title, List<Clock.Row> rows) {
        text.append(title);
        text.append(
                "\n| what | number | wall s | CPU s | per CPU second |\n|---|---|---|---|---|\n");
        rows.forEach(row -> text.append(row.line()).append('\n'));
    }
}
