// SPDX-License-Identifier: Apache-2.0
package org.parley.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Another log that keeps its entries in files, driven in the same way: Tessera's POSIX storage. Its
 * program is built from bench/peers/tessera and named by PARLEY_TESSERA_BENCH.
 */
final class Tessera {
    private static final Pattern LINE =
            Pattern.compile(
                    "([0-9]+) entries/s\\s+p50 ([0-9.]+).* p99 ([0-9.]+) "
                            + "(?:ms cpu ([0-9.]+) s |.*?)\\(n=([0-9]+)\\)");

    private Tessera() {}

    static Optional<Path> program() {
        return Optional.ofNullable(System.getenv("PARLEY_TESSERA_BENCH"))
                .map(Path::of)
                .filter(Files::isExecutable);
    }

    /** How long a batch waits for more: what served it best with that many writers. */
    private static String age(int writers) {
        return writers == 1 ? "1ms" : writers <= 64 ? "5ms" : "20ms";
    }

    static Waits append(Path program, Path folder, int writers, double seconds)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Process process =
                new ProcessBuilder(
                                List.of(
                                        program.toString(),
                                        "-dir",
                                        folder.toString(),
                                        "-w",
                                        Integer.toString(writers),
                                        "-age",
                                        age(writers),
                                        "-ci",
                                        "100ms",
                                        "-d",
                                        (long) (seconds * 1e3) + "ms"))
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher line = LINE.matcher(out);
        if (process.waitFor() != 0 || !line.find()) {
            throw new IOException("the peer failed: " + out);
        }
        Writers.delete(folder);
        long number = Long.parseLong(line.group(5));
        double cpu = Optional.ofNullable(line.group(4)).map(Double::parseDouble).orElse(Double.NaN);
        return new Waits(
                number,
                Double.parseDouble(line.group(2)),
                Double.parseDouble(line.group(3)),
                Double.parseDouble(line.group(1)),
                cpu * 1e6 / number);
    }
}
