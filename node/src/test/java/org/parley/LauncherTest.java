// SPDX-License-Identifier: Apache-2.0
package org.parley;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The launcher with Javas of its own making: a script that only says a version. */
@DisabledOnOs(OS.WINDOWS)
final class LauncherTest {
    private static final Path ROOT = SourceTree.ofThisProject().root();

    @TempDir Path folder;

    private record Ran(int exit, String out, String err) {}

    @ParameterizedTest
    @ValueSource(
            strings = {"17.0.15", "25", "25-ea", "25.0.2", "25.0.2.1", "25.0.3-ea", "26", "26.0.3"})
    void aJavaThatDoesNotFitIsRefusedWithOneMessage(String version) throws Exception {
        Ran ran = launch(saying(version));
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err().lines())
                .singleElement()
                .asString()
                .startsWith("Parley needs Java 25, version 25.0.3 or newer")
                .contains(" is " + version + ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"25.0.3", "25.0.10", "25.0.3.1", "25.1.0"})
    void aJavaThatFitsIsTaken(String version) throws Exception {
        Ran ran = launch(saying(version));
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).contains("-Dparley.root=", "-jar", "parley.jar --version");
    }

    @Test
    void aJavaThatIsNotThereIsNamed() throws Exception {
        Ran ran = launch(folder.resolve("absent"));
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err()).contains("absent is no program");
    }

    /** Starts a copy of the launcher through a link, so that nothing is built in this project. */
    private Ran launch(Path java) throws IOException, InterruptedException {
        Path home = Files.createDirectories(folder.resolve("a home"));
        Path copy = Files.copy(ROOT.resolve("parley"), home.resolve("parley"));
        assertThat(copy.toFile().setExecutable(true)).isTrue();
        Path jar = home.resolve("node/target/dist/parley.jar");
        Files.createDirectories(jar.getParent());
        Files.createFile(jar);
        Path link = Files.createSymbolicLink(folder.resolve("link"), copy);
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(link.toString(), "--version");
        builder.directory(folder.toFile());
        builder.environment().put("PARLEY_JAVA", java.toString());
        builder.redirectOutput(out.toFile()).redirectError(err.toFile());
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ran(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private Path saying(String version) throws IOException {
        Path java = folder.resolve("java");
        String script =
                """
                #!/bin/sh
                echo "    java.version = %s" >&2
                echo "run with $*"
                """;
        Files.writeString(java, script.replace("%s", version), StandardCharsets.UTF_8);
        assertThat(java.toFile().setExecutable(true)).isTrue();
        return java;
    }
}
