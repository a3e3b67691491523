// SPDX-License-Identifier: Apache-2.0
package org.parley.flag;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.record.Library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A figure beyond a bound that is contested, and one that is beyond or within in plain words. */
final class ExceededContestedTest {
    @TempDir Path folder;

    private static final String PLEA =
            """
            - {ref: pleads, kind: act, act: countermeasure, by: XA, scope: [limits.hulls], effective: 2031-01-01, published: 2031-01-01}
            """;
    private static final String OVER =
            """
            - {ref: over, kind: act, act: terminated, by: XB, effective: 2031-06-01, published: 2031-06-01}
            """;
    private static final String DENIED =
            """
            - {ref: denied, kind: dispute, by: XC, about: over, claims: {legal-effect: none}, published: 2031-06-02}
            """;

    @Test
    void raisesWhereItsHolderPleadsAndSaysThatTheLimitIsContested() {
        Exercise pleaded = declared(130, PLEA);
        assertThat(pleaded.flags(new ExceededContested(), "2031-02-01"))
                .singleElement()
                .satisfies(flag -> {
                    assertThat(flag.code()).isEqualTo("exceeded-contested");
                    assertThat(flag.text().in("en"))
                            .isEqualTo(
                                    "XA: hulls 130, beyond 100; whether that binds is contested");
                });
        assertThat(pleaded.flags(new OverLimit(), "2031-02-01")).isEmpty();
    }

    @Test
    void raisesWhereSomeSayThatTheAgreementIsOverAndOthersDenyIt() {
        Exercise split = declared(130, OVER + DENIED);
        assertThat(split.flags(new ExceededContested(), "2031-07-01")).hasSize(1);
        assertThat(split.flags(new OverLimit(), "2031-07-01")).isEmpty();
        assertThat(split.flags(new ExceededContested(), "2031-05-31")).isEmpty();
        assertThat(split.flags(new OverLimit(), "2031-05-31")).hasSize(1);
    }

    @Test
    void doesNotRaiseInTheViewOfOneWhoSaysThatItBindsOrThatItDoesNot() {
        Exercise split = declared(130, OVER + DENIED);
        Optional<String> denies = Optional.of("XC");
        Optional<String> ended = Optional.of("XB");
        assertThat(split.flags(new ExceededContested(), "2031-07-01", denies)).isEmpty();
        assertThat(split.flags(new OverLimit(), "2031-07-01", denies)).hasSize(1);
        assertThat(split.flags(new ExceededContested(), "2031-07-01", ended)).isEmpty();
        assertThat(split.flags(new OverLimit(), "2031-07-01", ended)).isEmpty();
    }

    @Test
    void doesNotRaiseWithinTheBound() {
        assertThat(declared(100, PLEA).flags(new ExceededContested(), "2031-02-01")).isEmpty();
    }

    private Exercise declared(long hulls, String statements) {
        String rules =
                """
                format: 1
                id: exercise
                title: {en: Exercise}
                kind: treaty
                exercise: true
                parties: [XA, XB, XC]
                zone: GMT
                dates: {eif: act entered-into-force}
                counts: {hulls: {declared: true}}
                limits: {hulls: {count: hulls, at-most: 100, from: eif}}
                """;
        String record =
                """
                exercise: true
                statements:
                - {ref: eif, kind: act, act: entered-into-force, by: [XA, XB, XC], effective: 2030-01-01, published: 2030-01-01}
                - {ref: hulls, kind: declare, by: XA, as-of: 2030-06-01, published: 2030-06-01, counts: {hulls: NUMBER}}
                """;
        try {
            Files.createDirectories(folder.resolve("record"));
            Files.writeString(folder.resolve("agreement.yaml"), rules);
            Files.writeString(
                    folder.resolve("record/record.yaml"),
                    record.replace("NUMBER", Long.toString(hulls)) + statements);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Exercise(Library.load(folder));
    }
}
