// SPDX-License-Identifier: Apache-2.0
package org.parley.bench;

import org.parley.bench.Readers.Sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The section about documents: what was measured, beside what, and what was aimed at. */
final class DocumentsReport {
    private static final Map<String, String> NAMES =
            Map.of(
                    "parley", "**Parley**, bytes to claims",
                    "text", "Parley, bytes to text",
                    "hanlp", "HanLP portable 1.8.6, words and names of text",
                    "hanlp-words", "HanLP portable 1.8.6, words of text");

    private final List<Sample> samples;
    private final long characters;
    private final double loadAtStart = Clock.load();
    private final Map<String, Documents.Turn> rates = new LinkedHashMap<>();
    private final List<String> alone = new ArrayList<>();
    private final List<String> grown = new ArrayList<>();
    private final List<String> aims = new ArrayList<>();
    private double shortRate;
    private double lastRatio = 1;

    DocumentsReport(List<Sample> samples) {
        this.samples = samples;
        this.characters = samples.stream().mapToLong(one -> one.text().length()).sum();
    }

    private void aim(String what, String aim, String measured, boolean met) {
        aims.add(String.join(" | ", "| " + what, aim, measured, (met ? "yes" : "**no**") + " |"));
    }

    void rate(String who, Documents.Turn turn) {
        rates.put(who, turn);
        if (who.equals("parley")) {
            double documents = samples.size() / turn.cpuSeconds();
            double each = characters / turn.cpuSeconds();
            aim(
                    "Documents a CPU second, bytes to claims",
                    "≥ 100",
                    String.format(Locale.ROOT, "%.0f", documents),
                    documents >= 100);
            aim(
                    "Characters a CPU second, bytes to claims",
                    "≥ 1 million",
                    String.format(Locale.ROOT, "%.2f million", each / 1e6),
                    each >= 1e6);
        }
        if (who.equals("hanlp")) {
            double ratio = turn.cpuSeconds() / parley().cpuSeconds();
            aim(
                    "The same over HanLP's with names",
                    "≥ 1 ×",
                    String.format(Locale.ROOT, "%.2f ×", ratio),
                    ratio >= 1);
        }
    }

    private Documents.Turn parley() {
        return rates.getOrDefault("parley", new Documents.Turn(1, 1));
    }

    private String row(String who, Documents.Turn turn) {
        return String.format(
                Locale.ROOT,
                "| %s | %.0f | %s | %.1f | %.1f | %.2f |",
                NAMES.getOrDefault(who, who),
                samples.size() / turn.cpuSeconds(),
                Clock.Row.rate(characters / turn.cpuSeconds()),
                1e3 * turn.cpuSeconds() / samples.size(),
                1e3 * turn.wallSeconds() / samples.size(),
                turn.cpuSeconds() / parley().cpuSeconds());
    }

    void alone(String who, Reading.Result result) {
        alone.add(
                String.format(
                        Locale.ROOT,
                        "| %s | %.0f | %.0f | %.0f | %.0f |",
                        NAMES.getOrDefault(who, who),
                        result.loadMillis(),
                        result.loadCpuMillis(),
                        result.firstMillis(),
                        result.heapMegabytes()));
        if (who.equals("parley")) {
            aim(
                    "Heap that lives after all of them",
                    "< 300 MB",
                    String.format(Locale.ROOT, "%.0f MB", result.heapMegabytes()),
                    result.heapMegabytes() < 300);
            aim(
                    "Start: words and patterns loaded in a new process",
                    "< 1 s",
                    String.format(Locale.ROOT, "%.2f s", result.loadMillis() / 1e3),
                    result.loadMillis() < 1_000);
        }
    }

    void grown(Sample sample, double cpuSeconds) {
        int length = sample.text().length();
        double rate = length / cpuSeconds;
        grown.add(
                String.format(
                        Locale.ROOT,
                        "| %,d | %,d | %.2f | %s |",
                        length,
                        sample.bytes().length,
                        cpuSeconds,
                        Clock.Row.rate(rate)));
        shortRate = shortRate == 0 ? rate : shortRate;
        lastRatio = shortRate / rate;
    }

    String text() {
        aim(
                "A character of the longest text over one of the shortest",
                "≤ 1.5 ×",
                String.format(Locale.ROOT, "%.2f ×", lastRatio),
                lastRatio <= 1.5);
        List<String> rows = new ArrayList<>();
        rates.forEach((who, turn) -> rows.add(row(who, turn)));
        return TEXT.replace("LOAD_BEFORE", String.format(Locale.ROOT, "%.1f", loadAtStart))
                .replace("LOAD_AFTER", String.format(Locale.ROOT, "%.1f", Clock.load()))
                .replace("MACHINE", Clock.machine())
                .replace(
                        "TEXTS",
                        Readers.named().isEmpty()
                                ? "made-up texts of the tests, since PARLEY_DOCUMENTS names no"
                                        + " sample documents"
                                : "the sample documents of PARLEY_DOCUMENTS")
                .replace("COUNT", String.format(Locale.ROOT, "%,d", samples.size()))
                .replace("CHARACTERS", String.format(Locale.ROOT, "%,d", characters))
                .replace("RATES", String.join("\n", rows))
                .replace("ALONE", String.join("\n", alone))
                .replace("GROWN", String.join("\n", grown))
                .replace("AIMS", String.join("\n", aims));
    }

    private static final String TEXT =
            """

            ## Documents

            Machine: MACHINE. Load average LOAD_BEFORE at the start of this part, LOAD_AFTER at its end. This part alone:
            `bench/run --only documents`. Read were TEXTS: COUNT, with CHARACTERS characters.

            One thread; its own CPU time, by turns, median of the rounds. Parley begins with bytes and ends with claims
            that have actors, dates, figures, voices and places in the source; HanLP begins with the decoded text and
            ends with words and their classes. The two answer different questions: the ratio says what each costs.

            | reader | documents a CPU second | characters a CPU second | CPU ms each | wall ms each | CPU over Parley's |
            |---|---|---|---|---|---|
            RATES

            A new process each time with `-Xmx300m`, no class cache, median by loading time. Loaded: words, patterns or
            models. First: from the start of Java until the first document is read. Heap: what lives after a collection
            when all have been read many times.

            | reader | loaded, ms | its CPU, ms | first document, ms | heap, MB |
            |---|---|---|---|---|
            ALONE

            A made-up text that grows; every paragraph has another name, other figures and another date.

            | characters | bytes | CPU s | characters a CPU second |
            |---|---|---|---|
            GROWN

            | what | aim | measured | met |
            |---|---|---|---|
            AIMS
            """;
}
