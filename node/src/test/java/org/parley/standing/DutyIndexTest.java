// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.agreement.Formulas;
import org.parley.record.Library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A timeline that was asked before does not answer with dates that have changed since. */
final class DutyIndexTest {
    private static final String HEAD =
            """
            format: 1
            id: exercise
            title: {en: Exercise}
            kind: treaty
            exercise: true
            parties: [XA, XB, XC]
            groups: {pair: [XA, XB]}
            zone: GMT
            dates: {eif: act entered-into-force}
            items: {hull: {is: [HULL], id: uid, state: [active, retired], fields: {base: place}}}
            forms: {change: {say: change, fields: {item: item, field: field, at: time}}}
            duties: {change: {who: owner, of: change, by: form.at + 9 days,
              versions: [{from: "FROM", decided: review, by: form.at + 1 day}]}}
            """;
    private static final String RECORD =
            """
            exercise: true
            statements:
            - {ref: eif, kind: act, act: entered-into-force, by: [XA, XB, XC], effective: 2030-01-01, published: 2030-01-01}
            - {ref: moved, form: change, by: XA, item: H-1, at: 2031-06-01, set: {state: retired}, received: 2031-06-05}
            """;

    @TempDir Path folder;

    @Test
    void aDisputeThatBecomesKnownMovesADateBack() throws IOException {
        same(
                "act terminated",
                """
                - {ref: over, kind: act, act: terminated, by: XB, effective: 2031-01-01, published: 2031-01-01}
                - {ref: denied, kind: dispute, by: XC, about: over, claims: {legal-effect: none}, published: 2032-01-01}
                """,
                LocalDate.of(2031, 12, 1),
                LocalDate.of(2032, 12, 1));
    }

    @Test
    void aSignatureTakenBackMovesADateAlthoughNoActIsNew() throws IOException {
        same(
                "all-acted(pair, signed)",
                """
                - {ref: signs, kind: act, act: signed, by: [XA, XB], notified: 2030-06-01, published: 2030-06-01}
                - {ref: back, kind: act, act: signature-withdrawn, by: XB, effective: 2032-06-01, published: 2030-07-01}
                """,
                LocalDate.of(2031, 12, 1),
                LocalDate.of(2032, 12, 1));
    }

    private void same(String from, String statements, LocalDate first, LocalDate then)
            throws IOException {
        Files.createDirectories(folder.resolve("record"));
        Files.writeString(folder.resolve("agreement.yaml"), HEAD.replace("FROM", from));
        Files.writeString(folder.resolve("record/record.yaml"), RECORD + statements);
        Library.Case made = Library.load(folder);
        Formulas formulas = new Formulas(made.agreement());
        var statementsRead = made.record().statements();
        var coverage = made.record().coverage();
        Timeline timeline = Timeline.of(made.agreement(), formulas, statementsRead, coverage);
        View before = new View(first, first, Optional.empty());
        View after = new View(then, then, Optional.empty());
        assertThat(timeline.at(before).tallies()).isNotEqualTo(timeline.at(after).tallies());
        for (View view : List.of(before, after)) {
            assertThat(timeline.at(view).tallies())
                    .isEqualTo(
                            Standing.of(made.agreement(), formulas, statementsRead, coverage, view)
                                    .tallies());
        }
    }
}
