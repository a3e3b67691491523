// SPDX-License-Identifier: Apache-2.0
package org.parley.flag;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Text;
import org.parley.statement.Notice;

import java.nio.file.Path;
import java.util.List;

/** A log that was shown shorter, and one that was not. */
final class RolledBackLogTest {
    @TempDir private Path folder = Path.of(".");

    private static final Notice SHORTER =
            new Notice(
                    "rolled-back-log",
                    "XB",
                    "cd.evidence",
                    Text.of("sizes 2 and 3; cd.evidence", "规模 2 与 3；cd.evidence"),
                    List.of());

    @Test
    void raisesWithBothSizesAndTheFilesName() {
        assertThat(
                        Exercise.in(folder, "", "")
                                .noticing(SHORTER)
                                .flags(new RolledBackLog(), "2031-01-01"))
                .singleElement()
                .satisfies(flag -> {
                    assertThat(flag.about()).isEqualTo("cd.evidence");
                    assertThat(flag.text().in("en"))
                            .contains("shown shorter than before: sizes 2 and 3");
                });
    }

    @Test
    void doesNotRaiseWithoutEvidence() {
        Exercise exercise = Exercise.in(folder, "", "");
        assertThat(exercise.flags(new RolledBackLog(), "2031-01-01")).isEmpty();
        assertThat(exercise.noticing(SHORTER).flags(new ForkedLog(), "2031-01-01")).isEmpty();
    }
}
