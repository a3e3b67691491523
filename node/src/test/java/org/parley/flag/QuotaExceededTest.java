// SPDX-License-Identifier: Apache-2.0
package org.parley.flag;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** More used than there is, and uses that do not count. */
final class QuotaExceededTest {
    @TempDir Path folder;

    @Test
    void raisesWhereMoreWasUsedThanThereIs() {
        assertThat(
                        Exercise.visits(folder, 2, "2030-03-01", "2030-08-01", "2030-09-01")
                                .flags(new QuotaExceeded(), "2030-10-01"))
                .singleElement()
                .satisfies(flag -> {
                    assertThat(flag.code()).isEqualTo("quota-exceeded");
                    assertThat(flag.party()).isEqualTo("XA");
                    assertThat(flag.about()).isEqualTo("quotas.visits");
                    assertThat(flag.text().in("en")).startsWith("XA: visits 3/2 in ");
                    assertThat(flag.statements()).containsExactly("v0", "v1", "v2");
                });
    }

    @Test
    void doesNotRaiseWhereItIsJustUsedUp() {
        assertThat(
                        Exercise.visits(folder, 2, "2030-03-01", "2030-08-01")
                                .flags(new QuotaExceeded(), "2030-10-01"))
                .isEmpty();
    }

    @Test
    void doesNotRaiseForOneThatDoesNotCount() {
        assertThat(
                        Exercise.visits(folder, 2, "2030-03-01", "2030-08-01", "2030-09-01 refused")
                                .flags(new QuotaExceeded(), "2030-10-01"))
                .isEmpty();
    }

    @Test
    void doesNotRaiseWhereTheUsesLieInTwoPeriods() {
        assertThat(
                        Exercise.visits(
                                        folder,
                                        2,
                                        "2030-12-30",
                                        "2030-12-31",
                                        "2031-01-01",
                                        "2031-01-02")
                                .flags(new QuotaExceeded(), "2031-10-01"))
                .isEmpty();
    }
}
