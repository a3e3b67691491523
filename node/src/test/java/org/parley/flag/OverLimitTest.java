// SPDX-License-Identifier: Apache-2.0
package org.parley.flag;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Optional;

/** A figure beyond a limit that binds, and those that are not. */
final class OverLimitTest {
    @TempDir Path folder;

    private static final String RULES =
            """
            counts: {hulls: {declared: true}}
            limits: {hulls: {count: hulls, at-most: 100, from: eif + 2 years}}
            """;

    @Test
    void raisesWhereACurrentFigureLiesBeyondALimitThatBinds() {
        assertThat(declared(101, "2032-01-01").flags(new OverLimit(), "2032-01-01"))
                .singleElement()
                .satisfies(flag -> {
                    assertThat(flag.code()).isEqualTo("over-limit");
                    assertThat(flag.party()).isEqualTo("XA");
                    assertThat(flag.about()).isEqualTo("limits.hulls");
                    assertThat(flag.statements()).containsExactly("hulls");
                    assertThat(flag.text().in("en"))
                            .isEqualTo("XA: hulls 101, limit 100, in the view declared");
                });
    }

    @Test
    void raisesInTheViewOfThePartyThatClaimsMore() {
        Exercise exercise =
                Exercise.in(
                        folder,
                        RULES,
                        statement(100, "2032-01-01")
                                + """
                                - {ref: more, kind: dispute, by: XB, about: hulls, claims: {counts: {hulls: 104}}, published: 2032-01-02}
                                """);
        assertThat(exercise.flags(new OverLimit(), "2032-02-01")).isEmpty();
        assertThat(exercise.flags(new OverLimit(), "2032-02-01", Optional.of("XB")))
                .singleElement()
                .satisfies(flag ->
                        assertThat(flag.text().in("en")).contains("104").contains("view XB"));
    }

    @Test
    void doesNotRaiseAtExactlyTheBound() {
        assertThat(declared(100, "2032-01-01").flags(new OverLimit(), "2032-01-01")).isEmpty();
    }

    @Test
    void doesNotRaiseBeforeTheLimitBinds() {
        assertThat(declared(101, "2031-12-31").flags(new OverLimit(), "2031-12-31")).isEmpty();
    }

    @Test
    void doesNotRaiseOnceTheFigureIsNoLongerCurrent() {
        Exercise exercise =
                Exercise.in(
                        folder,
                        RULES
                                + "duties: {data: {who: each-party, say: declare, every: year, by:"
                                + " period.end + 30 days}}\n",
                        statement(101, "2032-01-01"));
        assertThat(exercise.flags(new OverLimit(), "2032-06-01")).hasSize(1);
        assertThat(exercise.flags(new OverLimit(), "2034-06-01")).isEmpty();
    }

    private Exercise declared(long hulls, String day) {
        return Exercise.in(folder, RULES, statement(hulls, day));
    }

    private static String statement(long hulls, String day) {
        return """
        - {ref: hulls, kind: declare, by: XA, as-of: DAY, published: DAY, counts: {hulls: NUMBER}}
        """
                .replace("DAY", day)
                .replace("NUMBER", Long.toString(hulls));
    }
}
