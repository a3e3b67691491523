// SPDX-License-Identifier: Apache-2.0
package org.parley.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SpacedTableTest {
    @Test
    void columnsApartByBlanksAreCells() {
        assertThat(
                        blocks(
                                """
                                EXERCISE: a title of the text

                                State       Deployed   Total
                                Arden       1 770      5 177
                                Borel       120        225
                                """))
                .containsExactly(
                        "TITLE: EXERCISE: a title of the text",
                        "TABLE_ROW: State | Deployed | Total",
                        "TABLE_ROW: Arden | 1 770 | 5 177",
                        "TABLE_ROW: Borel | 120 | 225");
    }

    @Test
    void anEmptyCornerIsACellAndALongNameLeavesOneBlank() {
        assertThat(
                        blocks(
                                """
                                EXERCISE: a title of the text

                                                  Deployed   Total
                                Republic of Borel 120        225
                                Arden             60         90
                                """))
                .containsExactly(
                        "TITLE: EXERCISE: a title of the text",
                        "TABLE_ROW: | Deployed | Total",
                        "TABLE_ROW: Republic of Borel | 120 | 225",
                        "TABLE_ROW: Arden | 60 | 90");
    }

    @Test
    void linksAndColumnsOfWordsAreNoTable() {
        assertThat(
                        blocks(
                                """
                                EXERCISE: a title of the text

                                Home   News   Reports   About
                                Share   Print   Mail   More

                                A sentence   that was spread   over its line
                                and another   that was spread   over it too.
                                """))
                .noneMatch(block -> block.startsWith("TABLE_ROW"));
    }

    private static java.util.List<String> blocks(String text) {
        return Reading.blocks(Reading.of(text));
    }
}
