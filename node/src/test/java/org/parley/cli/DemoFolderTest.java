// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The demo plays in the temporary folder, and is ended as a person ends it. */
final class DemoFolderTest {
    private static final Path ROOT = Path.of(System.getProperty("parley.root", ".."));

    @TempDir Path temporary;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theFolderGoesWhenTheDemoIsEndedUnlessItIsToBeKept(boolean keep)
            throws IOException, InterruptedException {
        List<String> words =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-Djava.io.tmpdir=" + temporary,
                                "-cp",
                                System.getProperty("java.class.path"),
                                Parley.class.getName()));
        words.addAll(List.of("demo", "--two-parties", "--until", "2030-01-02"));
        words.addAll(List.of("--library", ROOT.resolve("library").toString()));
        if (keep) {
            words.add("--keep");
        }
        Process demo = new ProcessBuilder(words).redirectErrorStream(true).start();
        StringBuilder told = new StringBuilder();
        try (BufferedReader out = demo.inputReader()) {
            String line = out.readLine();
            while (line != null && !line.contains("Ctrl-C")) {
                told.append(line).append('\n');
                line = out.readLine();
            }
            assertThat(line).as(told.toString()).isNotNull();
            assertThat(nodes()).hasSize(1);
            demo.destroy();
            demo.waitFor();
        }
        assertThat(nodes()).hasSize(keep ? 1 : 0);
    }

    private List<Path> nodes() throws IOException {
        try (Stream<Path> all = Files.list(temporary)) {
            return all.filter(
                            one -> String.valueOf(one.getFileName()).startsWith("parley-exercise"))
                    .toList();
        }
    }
}
