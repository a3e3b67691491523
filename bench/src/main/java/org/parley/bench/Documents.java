// SPDX-License-Identifier: Apache-2.0
package org.parley.bench;

import org.parley.bench.Readers.Reader;
import org.parley.bench.Readers.Sample;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Documents end to end, bytes to claims, beside a segmenter that finds names in the same texts. */
final class Documents {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** The heap that a process of its own may have: what lives in it must fit the aim. */
    private static final String HEAP = "-Xmx300m";

    /** One turn of a reader: seconds for all samples, once. */
    record Turn(double cpuSeconds, double wallSeconds) {}

    private final boolean quick;
    private final List<Sample> samples;

    private Documents(boolean quick, List<Sample> samples) {
        this.quick = quick;
        this.samples = samples;
    }

    /** Measures, and gives the section of docs/performance.md. */
    static String run(boolean quick) throws Exception {
        Documents documents = new Documents(quick, Readers.samples());
        DocumentsReport report = new DocumentsReport(documents.samples);
        documents.rates().forEach(report::rate);
        for (String who : Readers.names()) {
            if (!who.equals("text")) {
                report.alone(who, documents.alone(who));
            }
        }
        documents.growth(report);
        return report.text();
    }

    /** Turn by turn, so that a noise hits all of them; of each the turn with the median time. */
    private Map<String, Turn> rates() {
        Map<String, Reader> readers = new LinkedHashMap<>();
        Readers.names().forEach(who -> readers.put(who, Readers.open(who)));
        double seconds = quick ? 1 : 6;
        readers.forEach((who, reader) -> {
            say("warming up " + who);
            turn(reader, 2 * seconds);
        });
        Map<String, List<Turn>> turns = new LinkedHashMap<>();
        for (int round = 0; round < (quick ? 1 : 5); round++) {
            say("round " + (round + 1));
            readers.forEach((who, reader) ->
                    turns.computeIfAbsent(who, first -> new ArrayList<>())
                            .add(turn(reader, seconds)));
        }
        Map<String, Turn> medians = new LinkedHashMap<>();
        turns.forEach((who, all) -> {
            all.sort(Comparator.comparingDouble(Turn::cpuSeconds));
            medians.put(who, all.get(all.size() / 2));
        });
        return medians;
    }

    /** Reads all samples again and again for so many CPU seconds of this thread. */
    private Turn turn(Reader reader, double seconds) {
        long wall = System.nanoTime();
        long cpu = THREADS.getCurrentThreadCpuTime();
        long end = cpu + (long) (seconds * 1e9);
        long first = -1;
        int times = 0;
        while (THREADS.getCurrentThreadCpuTime() < end) {
            long found = Readers.all(reader, samples);
            if (found == 0 || first >= 0 && found != first) {
                throw new IllegalStateException("found " + found + ", before " + first);
            }
            first = found;
            times++;
        }
        double cpuSeconds = (THREADS.getCurrentThreadCpuTime() - cpu) / 1e9;
        return new Turn(cpuSeconds / times, (System.nanoTime() - wall) / 1e9 / times);
    }

    private Reading.Result alone(String who) throws IOException, InterruptedException {
        say("a process of its own: " + who);
        int runs = quick ? 1 : 7;
        List<Reading.Result> results = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            results.add(once(who));
        }
        results.sort(Comparator.comparingDouble(Reading.Result::loadMillis));
        return results.get(runs / 2);
    }

    private static Reading.Result once(String who) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                HEAP,
                                "--sun-misc-unsafe-memory-access=allow",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Reading.class.getName(),
                                who)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(who + " ended with " + process.exitValue());
        }
        return Reading.Result.of(out);
    }

    /** One text made longer and longer: what one character costs must not grow with it. */
    private void growth(DocumentsReport report) {
        Reader parley = Readers.open("parley");
        for (int thousands : quick ? List.of(50, 100) : List.of(250, 500, 1_000, 2_000)) {
            Sample sample = LongText.of(thousands * 1_000);
            say(String.format(Locale.ROOT, "a text of %,d characters", sample.text().length()));
            if (thousands == 250) {
                parley.read(sample);
            }
            long cpu = THREADS.getCurrentThreadCpuTime();
            parley.read(sample);
            report.grown(sample, (THREADS.getCurrentThreadCpuTime() - cpu) / 1e9);
        }
    }

    private static void say(String what) {
        System.err.printf(Locale.ROOT, "documents: %s, load %.1f%n", what, Clock.load());
    }
}
