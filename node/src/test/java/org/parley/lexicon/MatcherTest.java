// SPDX-License-Identifier: Apache-2.0
package org.parley.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.parley.Place;
import org.parley.testing.Randomly;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Patterns over hits. */
class MatcherTest {
    private static final Place HERE = Place.of("pattern");

    private static Lexicon lexicon(String form, String... notIf) {
        Pattern pattern =
                new Pattern(
                        "p",
                        "en",
                        "meeting",
                        Map.of(),
                        List.of(FormReader.read(form, HERE)),
                        Set.of(),
                        List.of(notIf),
                        List.of(),
                        HERE);
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

    /** Tries every choice of hits; true if one fits. */
    private static boolean naive(
            String text, List<Hit> hits, List<Element> elements, int next, int last) {
        if (next == elements.size()) {
            return true;
        }
        Element element = elements.get(next);
        if (element.optional() && naive(text, hits, elements, next + 1, last)) {
            return true;
        }
        for (int i = last + 1; i < hits.size(); i++) {
            String between =
                    text.substring(
                            hits.get(last).to(), Math.max(hits.get(last).to(), hits.get(i).from()));
            boolean near =
                    element.gap() == 1
                            ? between.equals("") || between.equals(" ")
                            : between.length() <= element.gap()
                                    && (element.acrossCommas() || !between.contains("，"));
            if (near && element.takes(hits.get(i)) && naive(text, hits, elements, next + 1, i)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void itFindsAMatchWhereAndOnlyWhereTryingEverythingFindsOne() {
        int[] found = new int[2];
        Randomly.check(
                600,
                random -> {
                    StringBuilder form = new StringBuilder("[a]");
                    int more = random.ints(1, 4);
                    for (int i = 0; i < more; i++) {
                        form.append(random.pick(List.of(" ", " ~3 ", " ..4 ", " ~6 ")))
                                .append(random.pick(List.of("[a]", "[b|c]", "[c]", "{party}")))
                                .append(i < more - 1 && random.bool() ? "?" : "");
                    }
                    Lexicon lexicon = lexicon(form.toString());
                    StringBuilder words = new StringBuilder();
                    for (int i = random.ints(0, 24); i > 0; i--) {
                        words.append(
                                        random.pick(
                                                List.of(
                                                        "a", "b", "c", "Arden", "，", "，", "条",
                                                        "约")))
                                .append(random.bool() ? " " : "，");
                    }
                    String text = words.toString();
                    List<Hit> hits = lexicon.hits(text, 0, text.length(), List.of());
                    List<Match> matches = lexicon.matches(text, hits);
                    List<Element> elements = FormReader.read(form.toString(), HERE).elements();
                    for (int i = 0; i < hits.size(); i++) {
                        Hit first = hits.get(i);
                        boolean expected =
                                elements.getFirst().takes(first)
                                        && naive(text, hits, elements, 1, i);
                        assertThat(
                                        matches.stream()
                                                .filter(match ->
                                                        match.hits().getFirst().equals(first)))
                                .as("%s in %s at %d", form, text, first.from())
                                .hasSize(expected ? 1 : 0);
                        found[expected ? 1 : 0]++;
                    }
                    for (Match match : matches) {
                        for (int i = 1; i < match.hits().size(); i++) {
                            assertThat(match.hits().get(i).from())
                                    .isGreaterThanOrEqualTo(match.hits().get(i - 1).to());
                        }
                        assertThat(match.from()).isEqualTo(match.hits().getFirst().from());
                        assertThat(match.to()).isEqualTo(match.hits().getLast().to());
                    }
                });
        assertThat(found[0]).isPositive();
        assertThat(found[1]).isPositive();
    }

    @Test
    void anElementMayNameWhatAnEntrySaysOfItself() {
        Pattern pattern =
                new Pattern(
                        "p",
                        "en",
                        "meeting",
                        Map.of(),
                        List.of(FormReader.read("[join] ~9 {mechanism:treaty|club}", HERE)),
                        Set.of(),
                        List.of(),
                        List.of(),
                        HERE);
        Entry treaty =
                new Entry(
                        "mechanism", "arden-pact", List.of("Pact"), Map.of("type", "treaty"), HERE);
        Entry talks =
                new Entry(
                        "mechanism",
                        "arden-talks",
                        List.of("Talks"),
                        Map.of("type", "forum"),
                        HERE);
        Lexicon lexicon = Lexicon.of(List.of(treaty, talks), List.of(pattern), "hash");
        assertThat(matches(lexicon, "join the Pact")).isEqualTo(1);
        assertThat(matches(lexicon, "join the Talks")).isZero();
    }

    /** Without memory of dead ends this would take 500 over 11 ways: more than 10^19. */
    @Test
    void manyGapsOverManyHitsEnd() {
        String form = "[a]" + " ~80 [a]?".repeat(10) + " ~80 [z]";
        String text = "a ".repeat(500) + "end";
        assertThat(matches(lexicon(form), text)).isZero();
    }

    /** Ways to choose hits for a form before it fails: what trying everything would look at. */
    private static long ways(List<Hit> hits, List<Element> elements, int next, int last) {
        if (next == elements.size()) {
            return 0;
        }
        long[][] from = new long[elements.size() + 1][hits.size()];
        for (int element = elements.size() - 1; element >= next; element--) {
            for (int i = hits.size() - 1; i >= 0; i--) {
                for (int to = i + 1; to < hits.size(); to++) {
                    Hit hit = hits.get(to);
                    if (hit.from() - hits.get(i).to() > elements.get(element).gap()) {
                        break;
                    }
                    boolean takes = elements.get(element).takes(hit);
                    from[element][i] += 1 + (takes ? from[element + 1][to] : 0);
                }
            }
        }
        return from[next][last];
    }

    @Test
    void aFormThatFailsInEveryWayLooksAtEachHitOnceForEachElementAndHit() {
        String form = "[a] " + "~80 [a|b] ".repeat(FormReader.ELEMENTS_MAX - 2) + "~80 [c]";
        Pattern pattern =
                new Pattern(
                        "p",
                        "en",
                        "meeting",
                        Map.of(),
                        List.of(FormReader.read(form, HERE)),
                        Set.of(),
                        List.of(),
                        List.of(),
                        HERE);
        List<Element> elements = pattern.forms().getFirst().elements();
        Lexicon lexicon = Lexicon.of(List.of(), List.of(pattern), "hash");
        Matcher matcher = new Matcher(List.of(pattern));
        long before = 0;
        for (int words : List.of(100, 200, 400)) {
            // The last word of the form stands there, but before all others.
            String text = "c " + "a b ".repeat(words / 2);
            List<Hit> hits = lexicon.hits(text, 0, text.length(), List.of());
            assertThat(hits).hasSize(words + 1);
            assertThat(matcher.matches(text, hits)).isEmpty();
            long steps = matcher.steps(text, hits);
            int within = FormReader.GAP_MAX / 2 + 2;
            assertThat(steps)
                    .isPositive()
                    .isLessThanOrEqualTo((long) elements.size() * words * within);
            // A search that goes back would look at more than a million times as many.
            assertThat(ways(hits, elements, 1, 1)).isGreaterThan(steps * 1_000_000);
            if (before > 0) {
                assertThat(steps).isLessThan(before * 5 / 2);
            }
            before = steps;
        }
    }
}
