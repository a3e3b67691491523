// SPDX-License-Identifier: Apache-2.0
package org.parley.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.parley.Place;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The tree of names against a naive search. */
class TrieTest {
    private static final Place HERE = Place.of("names");

    private static String random(Random random, String letters, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }

    private static List<String> found(Trie trie, String text) {
        return trie.hits(text, 0, text.length()).stream()
                .map(hit -> hit.from() + " " + hit.senses().getFirst().id())
                .sorted()
                .toList();
    }

    @Test
    void itFindsWhatANaiveSearchFinds() {
        int all = 0;
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            Trie.Builder builder = new Trie.Builder();
            List<String> names = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                String name = random(random, "中美俄条约", 1 + random.nextInt(4));
                if (!names.contains(name)) {
                    names.add(name);
                    builder.add(name, new Entry("party", name, List.of(name), Map.of(), HERE));
                }
            }
            String text = random(random, "中美俄条约和", 60);
            List<String> naive = new ArrayList<>();
            for (String name : names) {
                for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
                    naive.add(at + " " + name);
                }
            }
            naive.sort(null);
            assertThat(found(builder.build(), text)).as("seed %d", seed).isEqualTo(naive);
            all += naive.size();
        }
        assertThat(all).isGreaterThan(3000);
    }

    @Test
    void latinNamesAreWordsAndCapitalsCount() {
        Trie.Builder builder = new Trie.Builder();
        for (String name : List.of("INF", "talks", "suspend*")) {
            builder.add(name, new Entry("x", name, List.of(name), Map.of(), HERE));
        }
        assertThat(found(builder.build(), "INF Talks suspended"))
                .containsExactly("0 INF", "10 suspend*", "4 talks");
        assertThat(found(builder.build(), "inf INFO smalltalks talksy unsuspended")).isEmpty();
        assertThat(found(builder.build(), "在INF条约")).containsExactly("1 INF");
    }
}
