// SPDX-License-Identifier: Apache-2.0
package org.parley.flag;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Text;
import org.parley.statement.Notice;

import java.nio.file.Path;
import java.util.List;

/** Evidence of two histories that the record's holder has, and none. */
final class ForkedLogTest {
    @TempDir private Path folder = Path.of(".");

    private static final Notice FORK =
            new Notice(
                    "forked-log",
                    "XB",
                    "ab.evidence",
                    Text.of("sizes 3 and 3; ab.evidence", "规模 3 与 3；ab.evidence"),
                    List.of("XA/4"));

    private List<Flag> flags(Detector detector, String day, Notice... notices) {
        return Exercise.in(folder, "", "").noticing(notices).flags(detector, day);
    }

    @Test
    void raisesInEveryViewWithTheFilesName() {
        for (String day : List.of("2029-01-01", "2031-01-01")) {
            assertThat(flags(new ForkedLog(), day, FORK))
                    .singleElement()
                    .satisfies(flag -> {
                        assertThat(flag.code()).isEqualTo("forked-log");
                        assertThat(flag.party()).isEqualTo("XB");
                        assertThat(flag.text().in("en"))
                                .contains("XB: two")
                                .endsWith("ab.evidence");
                        assertThat(flag.text().in("zh")).contains("两套").endsWith("ab.evidence");
                        assertThat(flag.statements()).containsExactly("XA/4");
                    });
        }
    }

    @Test
    void doesNotRaiseWithoutEvidenceOrForAnotherKindOfIt() {
        assertThat(flags(new ForkedLog(), "2031-01-01")).isEmpty();
        assertThat(flags(new RolledBackLog(), "2031-01-01", FORK)).isEmpty();
    }
}
