// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How words begin. */
class WordStartsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "two|0|true",
                "Twofold|0|true",
                "tw|0|false",
                "tow|0|false",
                "network two|0|false",
                "network two|8|true",
                "betwo|2|false",
                "an end|0|true",
                "and|0|false",
                "a|0|true",
                "有two|1|false",
                "é|0|false",
                "[[[|0|false"
            })
    void itKnowsThreeLettersOrAWholeWordOfLess(String text, int at, boolean known) {
        assertThat(WordStarts.of("two a an").has(text, at)).isEqualTo(known);
    }
}
