// SPDX-License-Identifier: Apache-2.0
package org.parley.flag;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** Used up in the first half of the period, and later. */
final class QuotaSpentEarlyTest {
    @TempDir Path folder;

    private static final String RULES =
            """
            forms: {visit: {say: inspect, fields: {start: date, refused: boolean}}}
            quotas:
              visits: {uses: visit, by: each-party, at-most: CAP, per: year, not-counted: form.refused}
            """;

    @Test
    void raisesWhereNothingIsLeftInTheFirstHalf() {
        assertThat(visits(2, "2030-03-01", "2030-06-01").flags(new QuotaSpentEarly(), "2030-10-01"))
                .singleElement()
                .satisfies(flag -> {
                    assertThat(flag.code()).isEqualTo("quota-spent-early");
                    assertThat(flag.text().in("en")).contains("used up on 2030-06-01");
                });
    }

    @Test
    void doesNotRaiseInTheSecondHalf() {
        assertThat(visits(2, "2030-03-01", "2030-09-01").flags(new QuotaSpentEarly(), "2030-10-01"))
                .isEmpty();
    }

    @Test
    void doesNotRaiseForAQuotaOfOne() {
        assertThat(visits(1, "2030-03-01").flags(new QuotaSpentEarly(), "2030-10-01")).isEmpty();
    }

    private Exercise visits(int cap, String... days) {
        StringBuilder record = new StringBuilder();
        for (int i = 0; i < days.length; i++) {
            record.append("- {ref: v")
                    .append(i)
                    .append(", form: visit, by: XA, published: ")
                    .append(days[i].substring(0, 10))
                    .append(", fields: {start: ")
                    .append(days[i].substring(0, 10))
                    .append(", refused: ")
                    .append(days[i].endsWith("refused"))
                    .append("}}\n");
        }
        return Exercise.in(folder, RULES.replace("CAP", Integer.toString(cap)), record.toString());
    }
}
