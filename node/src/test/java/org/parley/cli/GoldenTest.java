// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the commands print on an exercise, kept beside the test. {@code -Dgolden=write} writes it
 * anew; the difference is then for a person to read.
 */
final class GoldenTest {
    private static final String VIEW = " --as-of 2030-10-01 --known-on 2030-10-01";

    @TempDir Path home;

    @ParameterizedTest
    @CsvSource({
        "status.txt, status arden-borel",
        "status.zh.txt, status arden-borel --lang zh",
        "due.txt, due arden-borel",
        "due.zh.txt, due arden-borel --lang zh --party XB",
        "due-all.txt, due all --from 2030-01-01 --to 2030-12-31",
        "due.json, due arden-borel --json",
        "due.ics, due arden-borel --ics -",
        "due.zh.ics, due arden-borel --party XB --lang zh --ics -",
        "timeline.txt, timeline arden-borel",
        "timeline.zh.txt, timeline arden-borel --lang zh",
        "figures.csv, export arden-borel --csv",
        "limits.csv, export arden-borel --csv --what limits",
        "duties.csv, export arden-borel --csv --what duties --according-to XB",
        "quotas.csv, export arden-borel --csv --what quotas",
        "acts.csv, export arden-borel --csv --what acts",
        "disputes.csv, export arden-borel --csv --what disputes",
        "statements.csv, export arden-borel --csv --what statements",
        "items.csv, export arden-borel --csv --what items",
        "declarations.csv, export arden-borel --csv --what declarations",
        "items.map.yaml, export arden-borel --mapping --what items",
        "timeline.json, timeline arden-borel --json --according-to XA",
    })
    void printsWhatIsKept(String name, String command) throws IOException {
        Session session = Session.at(home, (command + VIEW).split(" ", -1));
        assertThat(session.err()).isEmpty();
        assertThat(session.code()).isZero();
        // An id stands for the whole text of a statement; others test how it is made.
        String printed = session.out().replaceAll("[0-9a-f]{64}", "(hash)");
        Path kept = Path.of("src/test/resources/golden/out").resolve(name);
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(kept, printed, StandardCharsets.UTF_8);
        }
        assertThat(printed).isEqualTo(Files.readString(kept, StandardCharsets.UTF_8));
    }
}
