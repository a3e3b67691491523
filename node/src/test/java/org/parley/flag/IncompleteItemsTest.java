// SPDX-License-Identifier: Apache-2.0
package org.parley.flag;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

/** Items of which a count needs more than was stated, and items of which it does not. */
final class IncompleteItemsTest {
    @TempDir Path folder;

    private static final String RULES =
            """
            items: {hull: {is: [HULL], id: uid, state: [active, retired], fields: {cells: integer, tubes: integer}}}
            forms: {change: {say: change, fields: {item: item, field: field, at: time}}}
            counts:
              hulls: {where: item.state == 'active'}
              cells: {where: item.state == 'active', each: item.cells}
              both: {where: item.state == 'active', each: item.cells * item.tubes}
            """;
    private static final String RECORD =
            """
            - {ref: list, kind: declare, by: XA, as-of: 2030-02-01, published: 2030-02-01, items: [ITEMS]}
            """;

    @Test
    void raisesOncePerCountWithTheNumberOfItems() {
        List<Flag> flags =
                flags(
                        """
                        {id: H-1, kind: HULL, state: active, cells: 4, tubes: 1},
                        {id: H-2, kind: HULL, state: active}, {id: H-3, kind: HULL, state: active}\
                        """);
        assertThat(flags).extracting(Flag::about).containsExactly("counts.cells", "counts.both");
        assertThat(flags.getFirst().code()).isEqualTo("incomplete-items");
        assertThat(flags.getFirst().party()).isEqualTo("XA");
        assertThat(flags.getFirst().statements()).containsExactly("list");
        assertThat(flags.getFirst().text().in("en"))
                .isEqualTo(
                        "XA: not counted, because something needed was not stated: cells: 2 items");
        assertThat(flags.getFirst().text().in("zh")).isEqualTo("XA：因所需内容未陈述而未计入：cells：2 项");
    }

    @Test
    void raisesForANumberThatIsTooLargeToBeAdded() {
        String most = "{id: H-1, kind: HULL, state: active, cells: 1000000, tubes: 1000000}";
        assertThat(flags(most)).isEmpty();
        assertThat(flags(most.replace("cells: 1000000", "cells: 1000001")))
                .extracting(Flag::about)
                .containsExactly("counts.both");
        String overflowing = most.replace("1000000", "9007199254740991");
        assertThat(flags(overflowing))
                .extracting(Flag::about)
                .containsExactly("counts.cells", "counts.both");
    }

    @Test
    void doesNotRaiseWhereTheCountDoesNotAsk() {
        assertThat(flags("{id: H-1, kind: HULL, state: retired}")).isEmpty();
    }

    @Test
    void doesNotRaiseOnceTheFieldIsStated() {
        String record =
                RECORD.replace("ITEMS", "{id: H-1, kind: HULL, state: active, tubes: 1}")
                        + """
                        - {ref: told, kind: change, by: XA, item: H-1, at: 2030-04-01, set: {cells: 4}, published: 2030-04-02}
                        """;
        Exercise exercise = Exercise.in(folder, RULES, record);
        assertThat(exercise.flags(new IncompleteItems(), "2030-03-31")).hasSize(2);
        assertThat(exercise.flags(new IncompleteItems(), "2030-04-01")).isEmpty();
    }

    @Test
    void theExplanationNamesTheItemsAndWhatIsMissing() {
        Exercise exercise =
                Exercise.in(
                        folder,
                        RULES,
                        RECORD.replace(
                                "ITEMS",
                                """
                                {id: H-1, kind: HULL, state: active, cells: 4, tubes: 9007199254740991},
                                {id: H-2, kind: HULL, state: active}, {id: H-3, kind: HULL, state: active}\
                                """));
        assertThat(exercise.reasons("counts.cells", "XA"))
                .contains("item.cells was not stated, so nothing is added for H-2, H-3");
        assertThat(exercise.reasons("counts.both", "XA"))
                .contains(
                        "36028797018963964 is more than the 1000000000000 that one item can add,"
                                + " so nothing is added for H-1");
        assertThat(exercise.reasons("counts.hulls", "XA"))
                .noneMatch(reason -> reason.contains("nothing is added"));
    }

    private List<Flag> flags(String items) {
        return Exercise.in(folder, RULES, RECORD.replace("ITEMS", items.replace("\n", " ")))
                .flags(new IncompleteItems(), "2030-10-01");
    }
}
