// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** An answer that did not reach its file is not taken for a whole one. */
final class StandardOutputTest {
    private static final Path FULL = Path.of("/dev/full");

    @Test
    void aFullDiskIsNoticedAlthoughTheWriterSwallowsIt() {
        assumeTrue(Files.exists(FULL), "this system has no /dev/full");
        try (FileOutputStream disk = new FileOutputStream(FULL.toFile())) {
            StandardOutput output = new StandardOutput(disk);
            new PrintWriter(output, true, StandardCharsets.UTF_8).println("one line");
            assertThat(output.problem()).isPresent();
            assertThat(output.problem().orElseThrow().in("en"))
                    .isEqualTo(
                            "standard output: cannot be written: no space left on device; what was"
                                    + " written so far is not whole; check the free space");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatIsWrittenWholeIsNoProblem() {
        ByteArrayOutputStream disk = new ByteArrayOutputStream();
        StandardOutput output = new StandardOutput(disk);
        new PrintWriter(output, true, StandardCharsets.UTF_8).println("条约");
        assertThat(disk.toString(StandardCharsets.UTF_8)).isEqualTo("条约" + System.lineSeparator());
        assertThat(output.problem()).isEmpty();
    }
}
