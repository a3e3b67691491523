// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.agreement.Formulas;
import org.parley.record.Library;
import org.parley.web.export.CaseStanding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The last day of a limit that ends, or is left, at an instant: midnight in Moscow. */
final class LastDayTest {
    @TempDir Path folder;

    @ParameterizedTest(name = "{0}, {1}: binds through {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    GMT           | "2023-11-07T00:00+03:00" | 2023-11-05
                    Europe/Moscow | "2023-11-07T00:00+03:00" | 2023-11-06
                    GMT           | "2023-11-06T21:00Z"      | 2023-11-05
                    GMT           | "2023-11-07T00:00Z"      | 2023-11-06
                    GMT           | 2023-11-07               | 2023-11-06
                    Europe/Moscow | 2023-11-07               | 2023-11-06
                    """)
    void aLimitBindsThroughTheLastDayThatItSeesToItsEnd(String zone, String until, LocalDate last)
            throws IOException {
        Library.Case one = made(zone, ", until: " + until, "");
        assertThat(state(one, last)).isEqualTo(LimitStanding.State.WITHIN);
        assertThat(state(one, last.plusDays(1))).isEqualTo(LimitStanding.State.NO_LONGER_BINDING);
        assertThat(limit(one, last).ends()).contains(last.plusDays(1));
        assertThat(
                        new Explainer(
                                        one.agreement(),
                                        new Formulas(one.agreement()),
                                        one.record().statements())
                                .explain(
                                        CaseStanding.of(one, view(last)),
                                        "limits.tanks",
                                        List.of("XA"))
                                .getFirst()
                                .reasons())
                .anySatisfy(reason ->
                        assertThat(reason.en())
                                .startsWith("no longer binds from " + last.plusDays(1) + " ("));
    }

    @ParameterizedTest
    @CsvSource({"GMT, 2023-11-05", "Europe/Moscow, 2023-11-06"})
    void whoLeavesAtAnInstantIsBoundUntilTheDayInWhichItLies(String zone, LocalDate last)
            throws IOException {
        Library.Case one =
                made(
                        zone,
                        "",
                        """
                        - {ref: left, kind: act, act: withdrawn, by: XA, notified: 2023-06-09,
                           effective: "2023-11-07T00:00+03:00", published: 2023-06-09}
                        """);
        assertThat(state(one, last)).isEqualTo(LimitStanding.State.WITHIN);
        assertThat(state(one, last.plusDays(1))).isEqualTo(LimitStanding.State.NO_LONGER_BINDING);
    }

    private static LimitStanding.State state(Library.Case one, LocalDate day) {
        return limit(one, day).state();
    }

    private static LimitStanding limit(Library.Case one, LocalDate day) {
        return CaseStanding.of(one, view(day)).limits().stream()
                .filter(limit -> limit.party().equals("XA"))
                .findFirst()
                .orElseThrow();
    }

    private static View view(LocalDate day) {
        return new View(day, LocalDate.of(9999, 12, 31), Optional.empty());
    }

    private Library.Case made(String zone, String until, String more) throws IOException {
        Files.createDirectories(folder.resolve("record"));
        Files.writeString(
                folder.resolve("agreement.yaml"),
                """
                format: 1
                id: exercise
                title: {en: Exercise}
                kind: treaty
                exercise: true
                parties: [XA, XB]
                zone: ZONE
                dates: {eif: act entered-into-force}
                counts: {tanks: {declared: true}}
                limits: {tanks: {count: tanks, at-most: 10, each: partyUNTIL}}
                """
                        .replace("ZONE", zone)
                        .replace("UNTIL", until));
        Files.writeString(
                folder.resolve("record/record.yaml"),
                """
                exercise: true
                statements:
                - {ref: eif, kind: act, act: entered-into-force, by: [XA, XB], effective: 1992-11-09,
                   published: 1992-11-09}
                - {ref: tanks, kind: declare, by: XA, as-of: 2023-01-01, published: 2023-01-01,
                   counts: {tanks: 9}}
                """
                        + more);
        return Library.load(folder);
    }
}
