// SPDX-License-Identifier: Apache-2.0
package org.parley.flag;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** A figure above a limit whose day has not come, and those that are not. */
final class ExceededNotYetBindingTest {
    @TempDir Path folder;

    private static final String RULES =
            """
            counts: {hulls: {declared: true}}
            limits: {hulls: {count: hulls, at-most: 100, from: eif + 2 years}}
            """;

    @Test
    void raisesAboveALimitThatDoesNotBindYetAndSaysWhenItWill() {
        assertThat(declared(130).flags(new ExceededNotYetBinding(), "2031-06-01"))
                .singleElement()
                .satisfies(flag -> {
                    assertThat(flag.code()).isEqualTo("exceeded-not-yet-binding");
                    assertThat(flag.text().in("en"))
                            .isEqualTo("XB: hulls 130, above 100, which binds from 2032-01-01");
                });
    }

    @Test
    void doesNotRaiseOnTheDayTheLimitBinds() {
        assertThat(declared(130).flags(new ExceededNotYetBinding(), "2031-12-31")).hasSize(1);
        assertThat(declared(130).flags(new ExceededNotYetBinding(), "2032-01-01")).isEmpty();
    }

    @Test
    void doesNotRaiseBelowTheBound() {
        assertThat(declared(100).flags(new ExceededNotYetBinding(), "2031-06-01")).isEmpty();
    }

    private Exercise declared(long hulls) {
        return Exercise.in(
                folder,
                RULES,
                """
                - {ref: hulls, kind: declare, by: XB, as-of: 2031-01-01, published: 2031-01-01, counts: {hulls: NUMBER}}
                """
                        .replace("NUMBER", Long.toString(hulls)));
    }
}
