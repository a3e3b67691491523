// SPDX-License-Identifier: Apache-2.0
package org.parley.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A new process for every command, as a person runs it. */
final class ColdStart {
    private static final Pattern TIME = Pattern.compile("(\\d+)m(\\d+\\.\\d+)s");

    /** Medians over the runs, in milliseconds. */
    record Result(String what, double wallMillis, double cpuMillis, int runs) {}

    private ColdStart() {}

    static Result run(String what, List<String> command, int runs)
            throws IOException, InterruptedException {
        List<String> timed = new ArrayList<>(List.of("bash", "-c", "\"$@\" >&2; times", "bash"));
        timed.addAll(command);
        List<Double> wall = new ArrayList<>();
        List<Double> cpu = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            long start = System.nanoTime();
            Process process =
                    new ProcessBuilder(timed)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            String out =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException("failed: " + command);
            }
            wall.add((System.nanoTime() - start) / 1e6);
            cpu.add(seconds(out) * 1e3);
        }
        Collections.sort(wall);
        Collections.sort(cpu);
        return new Result(what, wall.get(runs / 2), cpu.get(runs / 2), runs);
    }

    /** The shell's second line is its children's user and system time; its own is next to none. */
    private static double seconds(String times) {
        double seconds = 0;
        Matcher matcher = TIME.matcher(times);
        while (matcher.find()) {
            seconds +=
                    60 * Double.parseDouble(matcher.group(1))
                            + Double.parseDouble(matcher.group(2));
        }
        return seconds;
    }
}
