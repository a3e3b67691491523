// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.regex.Pattern;

/** Patterns that are tried only where they can begin. */
class SoughtTest {
    private static final String PATTERN =
            "(?:^|[，。])(?:这|此)是|\\b(?:every (?:year|two)|[A-Z]\\w+"
                    + " Pact)\\b|(?<!不)(?i:no)?每年|《[^》]{1,9}》$";

    @Test
    void itFindsWhatThePatternFindsInEveryPartOfAText() {
        Pattern pattern = Pattern.compile(PATTERN);
        Sought sought = Sought.of(PATTERN);
        String text = "此是，这是 every year，Arden Pact不每年No每年《条约》每年 Borel 12";
        int found = 0;
        for (int from = 0; from < text.length(); from++) {
            for (int to = from; to <= text.length(); to++) {
                String part = text.substring(from, to);
                boolean at = pattern.matcher(text).region(from, to).lookingAt();
                boolean in = pattern.matcher(text).region(from, to).find();
                assertThat(sought.at(text, from, to)).as(part).isEqualTo(at);
                assertThat(sought.in(text, from, to)).as(part).isEqualTo(in);
                assertThat(sought.is(part)).as(part).isEqualTo(pattern.matcher(part).matches());
                found += at ? 1 : 0;
            }
        }
        assertThat(found).isPositive();
    }

    @Test
    void itSaysWhereItStands() {
        Sought sought = Sought.of("每年|(?<w>every) year");
        assertThat(sought.find("yes, every year", 0, 15).orElseThrow().start("w")).isEqualTo(5);
        assertThat(sought.match("yes, every year", 5, 15).orElseThrow().end()).isEqualTo(15);
        assertThat(sought.match("yes, every year", 5, 14)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {".*年", "[^，]年", "年?", "(?<=每)年", "\\p{L}年", "[一-龥]年"})
    void whatCanBeginWithAnythingIsRefused(String pattern) {
        assertThatThrownBy(() -> Sought.of(pattern)).isInstanceOf(IllegalArgumentException.class);
    }
}
