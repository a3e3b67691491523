// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.regex.Pattern;

/** Characters of which every character of a text is asked. */
class CharSetTest {
    private static final String ASKED = "0123456789abcdeABCDE上年月一二前";

    @Test
    void itHasItsCharactersAndNoOthers() {
        CharSet set = CharSet.of("a年\uFFFF");
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            assertThat(set.has((char) c)).isEqualTo("a年\uFFFF".indexOf(c) >= 0);
        }
    }

    @Test
    void aPatternBeginsWithWhatItsTextsBeginWith() {
        Pattern pattern = Pattern.compile("(?<![年])(?:[上一])?(?:年前|\\d{2,4}(?!c)|(?:ab|a年)c|[B-D])");
        CharSet begins = CharSet.beginning(pattern, ASKED);
        for (String text : new String[] {"上年前", "年前", "12", "9月", "abc", "a年c", "B", "一D"}) {
            boolean matches = pattern.matcher(text).lookingAt();
            assertThat(matches).as(text).isEqualTo(!text.equals("9月"));
            assertThat(begins.has(text.charAt(0))).as(text).isTrue();
        }
        for (char c : "bcdeAE月二前".toCharArray()) {
            assertThat(begins.has(c)).as(String.valueOf(c)).isFalse();
        }
    }
}
