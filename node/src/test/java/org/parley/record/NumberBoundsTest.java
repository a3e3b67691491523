// SPDX-License-Identifier: Apache-2.0
package org.parley.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.ParleyException;
import org.parley.statement.Statement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Numbers that could overflow on the way to a total are refused where they stand. */
final class NumberBoundsTest {
    @TempDir Path folder;

    private static final String RULES =
            """
            format: 1
            id: exercise
            title: {en: Exercise}
            kind: treaty
            exercise: true
            parties: [XA, XB]
            zone: GMT
            items: {hull: {is: [HULL], id: uid, state: [active], fields: {cells: integer 0..20}}}
            counts: {mass: {declared: true, decimals: 1}, cells: {each: item.cells}}
            limits: {mass: {count: mass, at-most: 5}}
            """;
    private static final String RECORD =
            """
            exercise: true
            statements:
            - {ref: list, kind: declare, by: XA, as-of: 2030-02-01, items: [{id: H-1, kind: HULL, state: active},
               {id: H-2, kind: HULL, state: active}]}
            - {ref: change, kind: change, by: XA, item: H-1, at: 2030-03-01, set: {cells: 4}}
            """;

    @Test
    void aBoundTooLargeForItsCountIsRefused() {
        assertThat(load(RULES.replace("at-most: 5", "at-most: 900719925474099"))).isNotNull();
        refuses("at-most: 5", "at-most: 900719925474100", "10:16", "to 900719925474099.1");
    }

    @Test
    void aTypeWithATooLargeBoundIsRefused() {
        refuses("0..20", "0..9007199254740992", "8:", "to 9007199254740991");
        refuses("0..20", "0..99999999999999999999", "8:", "to 9007199254740991");
    }

    @Test
    void aCountHasAtMostNineDecimals() {
        assertThat(load(RULES.replace("decimals: 1", "decimals: 9"))).isNotNull();
        refuses("decimals: 1", "decimals: 10", "9:43", "10 lies outside 0 to 9");
    }

    @Test
    void aRecordHoldsOnlySoManyItems() {
        int lines = 0;
        Library.Case made = load(RULES);
        for (Statement statement : made.record().statements()) {
            lines = RecordReader.itemLines(lines, statement, 3);
        }
        assertThat(lines).isEqualTo(3);
        Statement last = made.record().statements().getLast();
        assertThatThrownBy(() -> RecordReader.itemLines(3, last, 3))
                .isInstanceOf(ParleyException.class)
                .hasMessageContaining("record.yaml:5:3: too large: more than 3 items");
    }

    private void refuses(String rule, String instead, String at, String what) {
        assertThatThrownBy(() -> load(RULES.replace(rule, instead)))
                .isInstanceOf(ParleyException.class)
                .hasMessageContaining("agreement.yaml:" + at)
                .hasMessageContaining(what);
    }

    private Library.Case load(String rules) {
        try {
            Files.createDirectories(folder.resolve("record"));
            Files.writeString(folder.resolve("agreement.yaml"), rules);
            Files.writeString(folder.resolve("record/record.yaml"), RECORD);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return Library.load(folder);
    }
}
