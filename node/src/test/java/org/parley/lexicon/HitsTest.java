// SPDX-License-Identifier: Apache-2.0
package org.parley.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.parley.Place;
import org.parley.testing.Randomly;
import org.parley.testing.Source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is recognised in a text, and what gives way to what. */
class HitsTest {
    private static final Place HERE = Place.of("names");

    private static Entry entry(String category, String name) {
        return new Entry(category, name, List.of(name), Map.of(), HERE);
    }

    private static Lexicon lexicon(List<Entry> entries, String... forms) {
        List<Pattern> patterns = new ArrayList<>();
        for (String form : forms) {
            patterns.add(
                    new Pattern(
                            "p" + patterns.size(),
                            "zh",
                            "meeting",
                            Map.of(),
                            List.of(FormReader.read(form, HERE)),
                            Set.of(),
                            List.of(),
                            List.of(),
                            HERE));
        }
        return Lexicon.of(entries, patterns, "hash");
    }

    private static List<String> shown(Lexicon lexicon, String text, Hit... given) {
        return lexicon.hits(text, 0, text.length(), List.of(given)).stream()
                .map(hit ->
                        hit.senses().getFirst().category()
                                + " "
                                + text.substring(hit.from(), hit.to()))
                .toList();
    }

    @Test
    void theLongerOfTwoNamesCounts() {
        Lexicon lexicon =
                lexicon(
                        List.of(
                                entry("party", "阿登"),
                                entry("organisation", "阿登科学家联盟"),
                                entry("party", "盟国")));
        assertThat(shown(lexicon, "阿登科学家联盟国")).containsExactly("organisation 阿登科学家联盟");
        assertThat(shown(lexicon, "阿登和盟国")).containsExactly("party 阿登", "party 盟国");
    }

    @Test
    void oneNameMayMeanSeveralThings() {
        Lexicon lexicon = lexicon(List.of(entry("party", "Arden"), entry("place", "Arden")));
        Hit hit = lexicon.hits("in Arden", 0, 8, List.of()).getFirst();
        assertThat(hit.is("party")).isTrue();
        assertThat(hit.is("place")).isTrue();
        assertThat(hit.is("date")).isFalse();
    }

    @Test
    void noWordOfAPatternIsSeenInsideTheNameOfATreaty() {
        Lexicon lexicon =
                lexicon(
                        List.of(entry("mechanism", "暂停试验条约"), entry("say", "宣布暂停")),
                        "[暂停] ~9 [试验]");
        assertThat(shown(lexicon, "暂停试验条约")).containsExactly("mechanism 暂停试验条约");
        assertThat(shown(lexicon, "宣布暂停试验")).contains("say 宣布暂停", "word 暂停", "word 试验");
    }

    @Test
    void whatWasFoundBeforeWinsOverAnEqualName() {
        Lexicon lexicon = lexicon(List.of(entry("party", "五月")));
        Hit date = new Hit(0, 3, List.of(entry("date", "五月初")));
        assertThat(shown(lexicon, "五月初", date)).containsExactly("date 五月初");
        assertThat(shown(lexicon, "五月")).containsExactly("party 五月");
    }

    @Test
    void hitsOfAPartOfATextStandInThatPart() {
        Lexicon lexicon = lexicon(List.of(entry("party", "阿登")));
        String text = "阿登阿登阿登";
        assertThat(lexicon.hits(text, 1, 5, List.of()))
                .extracting(Hit::from, Hit::to)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(2, 4));
    }

    /** Against the plainest reading of the rule, and every index against the text. */
    @Test
    void everyHitIsANameOfTheTextAndNamesNeverOverlap() {
        Randomly.check(
                400,
                random -> {
                    List<Entry> names = random.list(r -> entry("party", word(r, 1 + r.ints(0, 3))));
                    List<Entry> topics =
                            random.list(r -> entry("topic", word(r, 1 + r.ints(0, 3))));
                    List<Entry> all = new ArrayList<>(names);
                    all.addAll(topics);
                    Lexicon lexicon = lexicon(all);
                    String text = word(random, random.ints(0, 80));
                    List<Hit> hits = lexicon.hits(text, 0, text.length(), List.of());
                    int end = 0;
                    int last = 0;
                    for (Hit hit : hits) {
                        assertThat(hit.from()).isGreaterThanOrEqualTo(last);
                        last = hit.from();
                        for (Entry sense : hit.senses()) {
                            assertThat(text.substring(hit.from(), hit.to())).isEqualTo(sense.id());
                        }
                        if (hit.is("party")) {
                            assertThat(hit.from()).isGreaterThanOrEqualTo(end);
                            end = hit.to();
                        }
                    }
                    for (Entry name : names) {
                        int at = text.indexOf(name.id());
                        Hit there = new Hit(at, at + name.id().length(), List.of(name));
                        assertThat(at < 0 || hits.stream().anyMatch(hit -> covers(hit, there)))
                                .as("%s in %s is covered", name.id(), text)
                                .isTrue();
                    }
                });
    }

    private static boolean covers(Hit hit, Hit there) {
        return hit.is("party") && hit.meets(there);
    }

    private static String word(Source random, int length) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append("中美俄条约".charAt(random.ints(0, 4)));
        }
        return word.toString();
    }

    @Test
    void anyTextIsSearchedAndEveryIndexIsWithinIt() {
        Lexicon lexicon =
                lexicon(
                        List.of(
                                entry("party", "a"),
                                entry("party", "ß*"),
                                entry("party", "中*"),
                                entry("party", "İx"),
                                entry("party", "𠀀")),
                        "[a] ~9 [b]");
        Randomly.check(
                400,
                random -> {
                    String text = random.string() + "a 中 𠀀" + random.string();
                    for (Hit hit : lexicon.hits(text, 0, text.length(), List.of())) {
                        assertThat(hit.from()).isBetween(0, text.length() - 1);
                        assertThat(hit.to()).isBetween(hit.from() + 1, text.length());
                        assertThat(hit.length()).isEqualTo(hit.to() - hit.from());
                    }
                    lexicon.matches(text, lexicon.hits(text, 0, text.length(), List.of()));
                });
    }
}
