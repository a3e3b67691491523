// SPDX-License-Identifier: Apache-2.0
package org.parley.contradiction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;

/** From when on a text that states no more than a month was out. */
class DatedTextsTest {
    private static boolean isKnown(ReadText text, LocalDate day) {
        return !Contradictions.of(List.of(text), List.of(), day).texts().isEmpty();
    }

    @Test
    void aTextOfAMonthIsKnownFromItsLastDayOn() {
        ReadText month = Texts.dated("month.txt", "EXERCISE。", "2023-12").read();

        assertThat(month.document().published()).hasToString("2023-12");
        assertThat(isKnown(month, LocalDate.of(2023, 12, 30))).isFalse();
        assertThat(isKnown(month, LocalDate.of(2023, 12, 31))).isTrue();
    }
}
