// SPDX-License-Identifier: Apache-2.0
package org.parley.flag;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

/** A form that the text does not allow, and one that it does, or that cannot be told. */
final class AgainstTextTest {
    @TempDir Path folder;

    private static final String RULES =
            """
            forms: {visit: {say: inspect, fields: {start: date, end: date}}}
            requirements:
              not_before: {of: visit, require: day(form.start) >= day(dates.eif), until: eif + 5 years, article: "Article 9"}
              in_order: {of: visit, require: form.end >= form.start, article: "Article 10"}
            """;

    @Test
    void raisesWhereAFormContradictsARequirement() {
        assertThat(visit("start: 2029-12-31, end: 2030-01-02"))
                .singleElement()
                .satisfies(flag -> {
                    assertThat(flag.code()).isEqualTo("against-text");
                    assertThat(flag.party()).isEqualTo("XB");
                    assertThat(flag.about()).isEqualTo("requirements.not_before");
                    assertThat(flag.text().in("en")).endsWith("day(form.start) >= day(dates.eif)");
                });
    }

    @Test
    void doesNotRaiseWhereTheRequirementHolds() {
        assertThat(visit("start: 2030-01-01, end: 2030-01-02")).isEmpty();
    }

    @Test
    void doesNotRaiseWhereAFieldWasLeftOpen() {
        assertThat(visit("start: 2030-01-01")).isEmpty();
    }

    @Test
    void doesNotRaiseBeforeTheEventItself() {
        assertThat(visit("start: 2032-01-05, end: 2032-01-01")).isEmpty();
    }

    private List<Flag> visit(String fields) {
        return Exercise.in(
                        folder,
                        RULES,
                        "- {ref: visit, form: visit, by: XB, published: 2030-02-01, fields: {"
                                + fields
                                + "}}\n")
                .flags(new AgainstText(), "2031-01-01");
    }
}
