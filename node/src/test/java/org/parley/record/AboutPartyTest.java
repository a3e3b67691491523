// SPDX-License-Identifier: Apache-2.0
package org.parley.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.ParleyException;
import org.parley.standing.Figure;
import org.parley.standing.Standing;
import org.parley.standing.View;
import org.parley.web.export.CaseStanding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/** A table of what an observer says of parties. */
final class AboutPartyTest {
    private static final String AGREEMENT =
            """
            format: 1
            id: exercise
            title: {en: Exercise}
            kind: treaty
            exercise: true
            parties: {list: [XA, XB], unverified: true}
            observers: [XORG]
            zone: GMT
            dates: {eif: {date: 2030-01-01, unverified: true}}
            counts: {stock: {declared: true}, members: {declared: true}}
            limits: {stock: {count: stock, at-most: 10}}
            """;
    private static final String MAPPING =
            """
            exercise: true
            ---
            table: seen.csv
            rows: declare
            by: XORG
            about-party: COLUMN
            as-of: date
            published: date
            counts: {stock: stock}
            ---
            exercise: true
            statements:
            - {ref: number, kind: declare, by: XORG, as-of: 2031-01-01, counts: {members: 2}, published: 2031-01-01}
            """;

    @TempDir Path folder;

    private Library.Case made(String column) throws IOException {
        Files.createDirectories(folder.resolve("record"));
        Files.writeString(folder.resolve("agreement.yaml"), AGREEMENT);
        Files.writeString(folder.resolve("record/record.yaml"), MAPPING.replace("COLUMN", column));
        Files.writeString(
                folder.resolve("record/seen.csv"),
                "date,of,stock\n2031-01-01,XA,7\n2031-01-01,XB,12\n");
        return Library.load(folder);
    }

    @Test
    void aFigureOfAPartyIsTheObserversWord() throws IOException {
        Standing standing =
                CaseStanding.of(
                        made("of"),
                        View.declared(LocalDate.of(2031, 6, 1), LocalDate.of(2032, 1, 1)));
        Figure figure = standing.figure("stock", "XB", Optional.empty()).orElseThrow();
        assertThat(figure.value()).isEqualTo(12);
        assertThat(figure.by()).isEqualTo("XORG");
        assertThat(figure.isOfAnother()).isTrue();
        assertThat(standing.figure("stock", "XORG", Optional.empty())).isEmpty();
    }

    @Test
    void whatAnObserverCountsOfNobodyIsShownAsItsOwn() throws IOException {
        Standing standing =
                CaseStanding.of(
                        made("of"),
                        View.declared(LocalDate.of(2031, 6, 1), LocalDate.of(2032, 1, 1)));
        assertThat(standing.figure("members", "XORG", Optional.empty()))
                .get()
                .extracting(Figure::value, Figure::isOfAnother)
                .containsExactly(2L, false);
    }

    @Test
    void aColumnThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> made("off"))
                .isInstanceOf(ParleyException.class)
                .hasMessageContaining("no column");
    }

    @Test
    void aListAndADateThatAreRecalledSaySo() throws IOException {
        Library.Case one = made("of");
        assertThat(one.agreement().dates().get("eif").unverified()).isTrue();
        assertThat(one.agreement().parties()).containsExactly("XA", "XB");
        assertThat(one.agreement().notes())
                .singleElement()
                .satisfies(note -> {
                    assertThat(note.en()).contains("unverified");
                    assertThat(note.zh()).contains("未经核实");
                });
    }
}
