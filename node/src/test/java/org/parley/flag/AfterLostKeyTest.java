// SPDX-License-Identifier: Apache-2.0
package org.parley.flag;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Text;
import org.parley.statement.Notice;

import java.nio.file.Path;
import java.util.List;

/** Statements from a time when a key may have been another's. */
final class AfterLostKeyTest {
    @TempDir private Path folder = Path.of(".");

    @Test
    void raisesWithTheStatementsAndTheReport() {
        Notice notice =
                new Notice(
                        "after-lost-key",
                        "XA",
                        "XA/9",
                        Text.of("2 statements, according to XA/9", "2 条陈述，依据 XA/9"),
                        List.of("XA/5", "XA/7"));
        assertThat(
                        Exercise.in(folder, "", "")
                                .noticing(notice)
                                .flags(new AfterLostKey(), "2031-01-01"))
                .singleElement()
                .satisfies(flag -> {
                    assertThat(flag.statements()).containsExactly("XA/5", "XA/7");
                    assertThat(flag.text().in("en")).endsWith("according to XA/9");
                });
    }

    @Test
    void doesNotRaiseWhereNoLossWasReported() {
        assertThat(Exercise.in(folder, "", "").flags(new AfterLostKey(), "2031-01-01")).isEmpty();
    }
}
