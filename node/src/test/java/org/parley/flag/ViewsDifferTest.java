// SPDX-License-Identifier: Apache-2.0
package org.parley.flag;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Two parties' words about one number or duty, and one word. */
final class ViewsDifferTest {
    @TempDir Path folder;

    private static final String RULES =
            """
            counts: {hulls: {declared: true}}
            duties: {initial: {who: each-party, say: declare, by: eif + 45 days}}
            """;
    private static final String DECLARED =
            """
            - {ref: hulls, kind: declare, by: XA, under: duties.initial, as-of: 2030-01-01, published: 2030-01-20, counts: {hulls: 80}}
            """;

    @Test
    void raisesWhereAnotherClaimsADifferentNumberInEveryView() {
        Exercise exercise = Exercise.in(folder, RULES, DECLARED + claimed(90));
        for (Optional<String> viewer :
                List.of(Optional.<String>empty(), Optional.of("XA"), Optional.of("XB"))) {
            assertThat(exercise.flags(new ViewsDiffer(), "2030-10-01", viewer))
                    .singleElement()
                    .satisfies(flag -> {
                        assertThat(flag.code()).isEqualTo("views-differ");
                        assertThat(flag.text().in("en"))
                                .isEqualTo("XA: hulls declared 80, according to XB 90 (+10)");
                    });
        }
    }

    @Test
    void raisesWhereTheyDifferOverADuty() {
        String complaint =
                """
                - {ref: complaint, kind: dispute, by: XB, about: {duty: initial, party: XA, for: 2030-02-15}, claims: {state: missed}, published: 2030-03-01}
                """;
        assertThat(
                        Exercise.in(folder, RULES, DECLARED + complaint)
                                .flags(new ViewsDiffer(), "2030-10-01"))
                .singleElement()
                .satisfies(flag -> assertThat(flag.about()).isEqualTo("duties.initial"));
    }

    @Test
    void doesNotRaiseWhereNobodyDisputes() {
        assertThat(Exercise.in(folder, RULES, DECLARED).flags(new ViewsDiffer(), "2030-10-01"))
                .isEmpty();
    }

    private static String claimed(long hulls) {
        return """
        - {ref: claimed, kind: dispute, by: XB, about: hulls, claims: {counts: {hulls: NUMBER}}, published: 2030-03-01}
        """
                .replace("NUMBER", Long.toString(hulls));
    }
}
