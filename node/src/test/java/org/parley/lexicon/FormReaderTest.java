// SPDX-License-Identifier: Apache-2.0
package org.parley.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.ParleyException;
import org.parley.Place;

import java.util.List;

/** Reads ways to say a thing. */
class FormReaderTest {
    private static List<Element> read(String text) {
        return FormReader.read(text, Place.of("form")).elements();
    }

    @Test
    void everySignOfTheLanguageIsRead() {
        List<Element> elements = read("[stop|pause] ..12 {mechanism:treaty|channel} word? now");
        assertThat(elements).hasSize(4);
        assertThat(elements.getFirst().category()).isEqualTo("word");
        assertThat(elements.getFirst().values()).containsOnly("stop", "pause");
        assertThat(elements.get(1).category()).isEqualTo("mechanism");
        assertThat(elements.get(1).values()).containsOnly("treaty", "channel");
        assertThat(elements.get(1).gap()).isEqualTo(12);
        assertThat(elements.get(1).acrossCommas()).isTrue();
        assertThat(elements.get(2).optional()).isTrue();
        assertThat(elements.get(3).gap()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[a",
                "{party",
                "[]",
                "{}",
                "[a|]",
                "~0 a",
                "~81 a",
                "~ a",
                "~999 a",
                "a?",
                "a? b",
                "a b?",
                "a b c d e f g h i j k l m"
            })
    void whatIsNoWayToSayAThingIsRefused(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(ParleyException.class);
    }
}
