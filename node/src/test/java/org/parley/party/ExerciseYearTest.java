// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.record.Library;
import org.parley.standing.DutyStanding;
import org.parley.standing.Standing;
import org.parley.standing.View;
import org.parley.web.export.CaseStanding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;

/** The year that the demonstration plays, read as a record. */
class ExerciseYearTest {
    private static final LocalDate LAST = LocalDate.of(2030, 12, 31);

    @TempDir Path folder;

    @Test
    void itHasTheSizeOfATreatyYear() {
        assertThat(count("change")).isEqualTo(1_800);
        assertThat(count("inspect")).isEqualTo(36);
        assertThat(count("declare")).isEqualTo(4);
    }

    @Test
    void allOfItIsLawful() throws IOException {
        Standing end = CaseStanding.of(year(), View.declared(LAST, LAST));

        assertThat(end.limits())
                .hasSize(6)
                .allSatisfy(limit -> assertThat(limit.headroom().orElseThrow()).isBetween(1L, 50L));
        assertThat(end.duties())
                .filteredOn(duty -> duty.state() != DutyStanding.State.UPCOMING)
                .hasSize(45)
                .extracting(duty -> duty.id() + " " + duty.state().word())
                .allMatch(one -> one.endsWith(" met"));
        // Changes are so many that they are counted.
        assertThat(end.tallies()).hasSize(2);
        assertThat(end.tallies())
                .allSatisfy(tally ->
                        assertThat(tally.numbers())
                                .containsExactlyEntriesOf(Map.of(DutyStanding.State.MET, 900L)));
        assertThat(end.findings()).isEmpty();
    }

    private static long count(String kind) {
        return ExerciseYear.steps().stream().filter(step -> step.kind().equals(kind)).count();
    }

    private Library.Case year() throws IOException {
        StringBuilder record = new StringBuilder("exercise: true\nstatements:\n");
        int number = 0;
        for (ExerciseYear.Step step : ExerciseYear.steps()) {
            String other = step.party().equals("XA") ? "XB" : "XA";
            record.append("- {ref: s")
                    .append(number++)
                    .append(", kind: ")
                    .append(step.kind())
                    .append(", by: ")
                    .append(step.party())
                    .append(", made: \"")
                    .append(step.at())
                    .append("\", received: {")
                    .append(other)
                    .append(": \"")
                    .append(step.at().plus(Duration.ofMinutes(1)))
                    .append("\"}, ")
                    .append(step.yaml().substring(1))
                    .append('\n');
        }
        Path rules = Path.of(System.getProperty("parley.root", "..")).resolve("exercises");
        Files.copy(rules.resolve("arden-borel/agreement.yaml"), folder.resolve("agreement.yaml"));
        Files.createDirectories(folder.resolve("record"));
        Files.writeString(folder.resolve("record/year.yaml"), record);
        return Library.load(folder);
    }
}
