// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.SplittableRandom;

class CharactersTest {
    @Test
    void countsAsTheJdkDoesAtEveryPlaceEvenWhereHalvesStandAlone() {
        SplittableRandom random = new SplittableRandom(7);
        StringBuilder text = new StringBuilder();
        while (text.length() < 5_000) {
            switch (random.nextInt(4)) {
                case 0 -> text.appendCodePoint(0x20000 + random.nextInt(100));
                case 1 -> text.append('\uD840');
                case 2 -> text.append('\uDC00');
                default -> text.append('核');
            }
        }
        Characters characters = new Characters(text.toString());
        for (int at = 0; at <= text.length(); at++) {
            assertThat(characters.before(at)).isEqualTo(text.codePointCount(0, at));
        }
    }
}
