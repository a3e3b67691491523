// SPDX-License-Identifier: Apache-2.0
package org.parley.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.parley.Place;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Patterns over hits. */
class MatcherTest {
    private static final Place HERE = Place.of("pattern");

    private static Lexicon lexicon(String form, String... notIf) {
        Pattern pattern = new Pattern(
                "p", "en", "meeting", Map.of(), List.of(FormReader.read(form, HERE)), Set.of(),
                List.of(notIf), List.of(), HERE);
        Entry party = new Entry("party", "XA", List.of("Arden"), Map.of(), HERE);
        return Lexicon.of(List.of(party), List.of(pattern), "hash");
    }

    private static int matches(Lexicon lexicon, String text) {
        return lexicon.matches(text, lexicon.hits(text, 0, text.length(), List.of())).size();
    }

    @Test
    void aGapIsNoLongerThanItSaysAndEndsAtAComma() {
        Lexicon near = lexicon("{party} ~8 [met]");
        assertThat(matches(near, "Arden has met")).isEqualTo(1);
        assertThat(matches(near, "Arden has never met")).isZero();
        assertThat(matches(near, "Arden, we met")).isZero();
        assertThat(matches(lexicon("{party} ..8 [met]"), "Arden, we met")).isEqualTo(1);
    }

    @Test
    void aWordCloseByRulesAMatchOut() {
        Lexicon lexicon = lexicon("{party} ~8 [met]", "demand");
        assertThat(matches(lexicon, "Arden met demand")).isZero();
        assertThat(matches(lexicon, "Arden met Borel")).isEqualTo(1);
    }

    @Test
    void anOptionalElementMayBeLeftOut() {
        Lexicon lexicon = lexicon("{party} [has]? [met]");
        assertThat(matches(lexicon, "Arden has met")).isEqualTo(1);
        assertThat(matches(lexicon, "Arden met")).isEqualTo(1);
        assertThat(matches(lexicon, "Arden had met")).isZero();
    }

    /** Without memory of dead ends this would take 500 over 11 ways: more than 10^19. */
    @Test
    void manyGapsOverManyHitsEnd() {
        String form = "[a]" + " ~80 [a]?".repeat(10) + " ~80 [z]";
        String text = "a ".repeat(500) + "end";
        assertThat(matches(lexicon(form), text)).isZero();
    }
}
