// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers of Chinese and English texts. */
class NumbersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500枚|500|exact",
                "1,550 warheads|1550|exact",
                "1.2万枚|12000|exact",
                "47亿美元|4700000000|exact",
                "180多例|180|more-than",
                "约500枚|500|about",
                "超过500枚|500|more-than",
                "至少12枚|12|at-least",
                "不超过700件|700|at-most",
                "不足300枚|300|less-than",
                "近400枚|400|about",
                "五百枚|500|exact",
                "about 500|500|about",
                "more than 500|500|more-than",
                "at least 12|12|at-least",
                "no more than 700|700|at-most",
                "fewer than 300|300|less-than",
                "nearly 400|400|about",
                "4.7 billion dollars|4700000000|exact",
                "12,241 warheads|12241|exact",
                "500以上|500|at-least",
                "500枚左右|500|about",
                "30枚以下|30|exact",
                "30以下|30|at-most",
                "over 60|60|more-than",
                "Moreover 60|60|exact",
                "the 1st of 20|20|exact",
                "Twelve missiles|12|exact",
                "a dozen|12|exact",
                "twenty-one|21|exact"
            })
    void aNumberHasItsValueAndTheWordBefore(String text, String value, String qualifier) {
        assertThat(Numbers.in(text, 0, text.length()))
                .as(text)
                .anySatisfy(found -> {
                    assertThat(found.value()).isEqualByComparingTo(value);
                    assertThat(found.qualifier()).isEqualTo(qualifier);
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"300至400枚|300|400", "300-400 warheads|300|400", "300 to 400|300|400"})
    void aSpanHasBothEnds(String text, String low, String high) {
        assertThat(Numbers.in(text, 0, text.length()))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.value()).isEqualByComparingTo(low);
                    assertThat(found.high().orElseThrow()).isEqualByComparingTo(high);
                    assertThat(found.qualifier()).isEqualTo("range");
                });
    }

    @Test
    void namesAndOrdinalsAreNoNumbers() {
        for (String text : new String[] {"第3次", "SS-18", "B52"}) {
            assertThat(Numbers.in(text, 0, text.length())).as(text).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"二十三|23", "一千五百|1500", "二〇二三|2023", "十|10", "三百零五|305", "一万二千|12000", "两|2"})
    void writtenOutNumbersAreRead(String text, long value) {
        assertThat(Words.chinese(text)).hasValue(value);
        assertThat(Words.chinese(text + "年")).isEmpty();
    }

    @Test
    void englishWordsAreReadInAnyCase() {
        assertThat(Words.english("Twenty")).hasValue(20);
        assertThat(Words.english("many")).isEmpty();
    }
}
