// SPDX-License-Identifier: Apache-2.0
package org.parley.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.parley.ParleyException;
import org.parley.testing.Randomly;

/** Reads files of words and of patterns, and says where one is wrong. */
class LexiconReaderTest {
    private static final String WORDS =
            """
            format: 1
            category: party
            entries:
              XA: {zh: [阿登, 阿登国], en: [Arden], codes: XA}
              XB: {zh: 博雷尔, en: Borel}
            """;
    private static final String PATTERNS =
            """
            format: 1
            language: en
            patterns:
              en.talks:
                kind: meeting
                set: {status: held}
                needs: [sides]
                match:
                - "{party} ~20 [held|hold] ~8 [talks]"
                not_if: [football]
                examples:
                - {text: Arden and Borel held talks., expect: {actors: XA XB}}
                counter: [The clubs held talks.]
            """;

    private static LexiconReader read(String text) {
        LexiconReader reader = new LexiconReader();
        reader.read("words.yaml", text);
        return reader;
    }

    private static String refused(String text) {
        ParleyException refused = catchThrowableOfType(ParleyException.class, () -> read(text));
        assertThat(refused).as(text).isNotNull();
        return refused.place() + " " + refused.getMessage();
    }

    @Test
    void anEntryHasItsNamesOfAllLanguagesAndWhatElseIsSaid() {
        Entry entry = read(WORDS).entries().getFirst();
        assertThat(entry.category()).isEqualTo("party");
        assertThat(entry.id()).isEqualTo("XA");
        assertThat(entry.names()).containsExactly("阿登", "阿登国", "Arden");
        assertThat(entry.of("codes")).contains("XA");
        assertThat(entry.of("zh")).isEmpty();
        assertThat(entry.place()).hasToString("words.yaml:4:7");
    }

    @Test
    void aPatternHasItsWaysItsNeedsAndItsSentences() {
        Pattern pattern = read(PATTERNS).patterns().getFirst();
        assertThat(pattern.id()).isEqualTo("en.talks");
        assertThat(pattern.language()).isEqualTo("en");
        assertThat(pattern.set()).containsEntry("status", "held");
        assertThat(pattern.needs()).containsExactly("sides");
        assertThat(pattern.notIf()).containsExactly("football");
        assertThat(pattern.forms().getFirst().begins()).isEqualTo("party");
        assertThat(pattern.examples()).extracting(Example::positive).containsExactly(true, false);
        assertThat(pattern.examples().getFirst().expect()).containsEntry("actors", "XA XB");
    }

    @Test
    void theFirstSignThatIsWrongInAWayToSayItIsPointedAt() {
        assertThat(refused(PATTERNS.replace("[talks]", "[talks")))
                .startsWith("words.yaml:9:35 ")
                .contains("\"]\" is missing");
        assertThat(refused(PATTERNS.replace("~20", "~99")))
                .startsWith("words.yaml:9:17 ")
                .contains("from 1 to 80");
    }

    @Test
    void whatIsMissingOrNotKnownIsSaidWithItsPlace() {
        assertThat(refused(PATTERNS.replace("not_if", "not_iff"))).startsWith("words.yaml:10:5 ");
        assertThat(refused(PATTERNS.replace("    kind: meeting\n", "")))
                .startsWith("words.yaml:5:5 ")
                .contains("kind");
        assertThat(refused(WORDS.replace("category: party\n", "")))
                .startsWith("words.yaml:1:1 ")
                .contains("category");
        assertThat(refused(PATTERNS.replace("- \"{party} ~20 [held|hold] ~8 [talks]\"", "  []")))
                .contains("matches nothing");
        assertThat(
                        refused(
                                PATTERNS.replace(
                                        "- \"{party} ~20 [held|hold] ~8 [talks]\"", "- [a, b]")))
                .startsWith("words.yaml:9:")
                .contains("put it in quotes");
    }

    @Test
    void aNameIsNeitherEmptyNorEndless() {
        assertThat(refused(WORDS.replace("Arden", "\" \""))).startsWith("words.yaml:4:");
        assertThat(refused(WORDS.replace("Arden", "A".repeat(161))))
                .startsWith("words.yaml:4:")
                .contains("from 1 to 160");
        assertThat(read(WORDS.replace("Arden", "A".repeat(160))).entries()).hasSize(2);
    }

    @Test
    void anEntryThatIsNoMapIsRefused() {
        assertThat(refused("category: party\nentries: {XA: Arden}\n"))
                .startsWith("words.yaml:2:15 ")
                .contains("key: value");
        assertThat(refused("- a\n- b\n")).startsWith("words.yaml:1:1 ");
    }

    @Test
    void aFileThatWasCutOrSpoiltIsReadOrRefusedButEndsNoProgram() {
        Randomly.check(
                400,
                random -> {
                    StringBuilder text = new StringBuilder(random.bool() ? WORDS : PATTERNS);
                    int at = random.ints(0, text.length() - 1);
                    switch (random.ints(0, 2)) {
                        case 0 -> text.setLength(at);
                        case 1 -> text.setCharAt(at, "[]{}~:|*?\"\n 条".charAt(random.ints(0, 12)));
                        default -> text.insert(at, random.string());
                    }
                    try {
                        read(text.toString());
                    } catch (ParleyException refused) {
                        assertThat(refused.place().origin()).isEqualTo("words.yaml");
                        assertThat(refused.getMessage()).startsWith("words.yaml");
                    }
                });
    }

    @Test
    void patternsOfAFileShareWordsAndEitherOfTwoCategories() {
        String shared =
                PATTERNS.replace("patterns:", "words: {old: [held], have: [=old, hold]}\npatterns:")
                        .replace("[held|hold] ~8 [talks]", "[=have|call] ~8 {meeting:x|y/line}");
        Pattern pattern = read(shared).patterns().getFirst();
        assertThat(pattern.forms())
                .extracting(Pattern.Form::written)
                .containsExactly(
                        "{party} ~20 [held|hold|call] ~8 {meeting:x|y}",
                        "{party} ~20 [held|hold|call] ~8 {line}");
        assertThat(refused(PATTERNS.replace("[talks]", "[=none]")))
                .contains("patterns.yaml".replace("patterns", "words") + ":9")
                .contains("no words have the name \"none\"");
    }
}
