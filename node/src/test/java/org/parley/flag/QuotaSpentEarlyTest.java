// SPDX-License-Identifier: Apache-2.0
package org.parley.flag;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** Used up in the first half of the period, and later. */
final class QuotaSpentEarlyTest {
    @TempDir Path folder;

    @Test
    void raisesWhereNothingIsLeftInTheFirstHalf() {
        assertThat(
                        Exercise.visits(folder, 2, "2030-03-01", "2030-06-01")
                                .flags(new QuotaSpentEarly(), "2030-10-01"))
                .singleElement()
                .satisfies(flag -> {
                    assertThat(flag.code()).isEqualTo("quota-spent-early");
                    assertThat(flag.text().in("en")).contains("used up on 2030-06-01");
                });
    }

    @Test
    void doesNotRaiseInTheSecondHalf() {
        assertThat(
                        Exercise.visits(folder, 2, "2030-03-01", "2030-09-01")
                                .flags(new QuotaSpentEarly(), "2030-10-01"))
                .isEmpty();
    }

    @Test
    void doesNotRaiseForAQuotaOfOne() {
        assertThat(
                        Exercise.visits(folder, 1, "2030-03-01")
                                .flags(new QuotaSpentEarly(), "2030-10-01"))
                .isEmpty();
    }
}
