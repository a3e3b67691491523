// SPDX-License-Identifier: Apache-2.0
package org.parley.lexicon;

import org.parley.Place;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds patterns among the hits of a sentence. From each first element the nearest next hit is
 * tried first; what led nowhere is remembered per element and hit, whatever it began with, so that
 * the work for one form in one sentence is at most elements × hits × the hits that a gap spans.
 */
final class Matcher {
    static final String WORD = "word";

    /** How far before and after a match a word still rules it out. */
    private static final int NEAR = 12;

    /** What patterns know of each of their words, by it. */
    private final Map<String, Key> words = new HashMap<>();

    /** What begins with a hit of a category, by it. */
    private final Map<String, Key> categories = new HashMap<>();

    /** A word or a category, with the forms that begin with it. */
    private static final class Key {
        /** Counted up, so that a set of words is a row of bits. */
        private final int number;

        private final List<Indexed> forms = new ArrayList<>();

        /** What each of them needs, side by side: for most this is all that is looked at. */
        private long[] needed = {};

        private Key(int number) {
            this.number = number;
        }

        private void add(Indexed form) {
            forms.add(form);
            needed = Arrays.copyOf(needed, forms.size());
            needed[forms.size() - 1] = form.categories;
        }
    }

    /** A form with what a sentence must have for it. */
    private static final class Indexed {
        private final Pattern pattern;
        private final Pattern.Form form;

        /** Without a hit of each of these categories it cannot be. */
        private final long categories;

        /** Numbers of words: of each of these sets one must stand in the sentence. */
        private final List<int[]> words = new ArrayList<>();

        /** Of each of these something must stand in the sentence. */
        private final List<Element> others = new ArrayList<>();

        private Indexed(Pattern pattern, Pattern.Form form, Map<String, Key> keys) {
            this.pattern = pattern;
            this.form = form;
            long bits = 0;
            for (int i = 0; i < form.elements().size(); i++) {
                Element element = form.elements().get(i);
                boolean needed = !element.optional();
                bits |= needed ? Hit.bit(element.category()) : 0;
                if (element.category().equals(WORD) && !element.values().isEmpty()) {
                    int[] known =
                            element.values().stream()
                                    .mapToInt(word -> key(keys, word).number)
                                    .toArray();
                    if (needed && i > 0) {
                        words.add(known);
                    }
                } else if (needed && i > 0) {
                    others.add(element);
                }
            }
            this.categories = bits;
        }
    }

    private static Key key(Map<String, Key> keys, String name) {
        return keys.computeIfAbsent(name, _ -> new Key(keys.size()));
    }

    Matcher(List<Pattern> patterns) {
        for (Pattern pattern : patterns) {
            for (Pattern.Form form : pattern.forms()) {
                Element first = form.elements().getFirst();
                Indexed indexed = new Indexed(pattern, form, words);
                if (first.category().equals(WORD)) {
                    first.values().forEach(word -> key(words, word).add(indexed));
                } else {
                    key(categories, first.category()).add(indexed);
                }
            }
        }
    }

    /**
     * The words that patterns look for themselves, in an order that does not change from one start
     * of Java to the next as that of a set does: it is the order of the senses of a hit.
     */
    static List<Entry> words(List<Pattern> patterns) {
        Map<String, Entry> words = new LinkedHashMap<>();
        for (Pattern pattern : patterns) {
            for (Pattern.Form form : pattern.forms()) {
                for (Element element : form.elements()) {
                    if (element.category().equals(WORD)) {
                        element.values().stream()
                                .sorted()
                                .forEach(word -> add(words, word, form.place()));
                    }
                }
            }
        }
        return List.copyOf(words.values());
    }

    private static void add(Map<String, Entry> words, String word, Place place) {
        words.putIfAbsent(word, new Entry(WORD, word, List.of(word), Map.of(), place));
    }

    List<Match> matches(String text, List<Hit> hits) {
        return search(text, hits).matches;
    }

    /** How many hits are looked at for it; the test that it stays in bounds counts them. */
    long steps(String text, List<Hit> hits) {
        return search(text, hits).steps;
    }

    private Search search(String text, List<Hit> hits) {
        Search search = new Search(text, hits, words.size());
        // All words have to be known before a form is tried that needs some of them.
        List<Begin> begins = new ArrayList<>();
        for (int i = 0; i < hits.size(); i++) {
            for (Entry sense : hits.get(i).senses()) {
                boolean word = sense.category().equals(WORD);
                Key key = word ? words.get(sense.id()) : categories.get(sense.category());
                if (key == null) {
                    continue;
                }
                if (word) {
                    search.words.set(key.number);
                }
                if (key.needed.length > 0) {
                    begins.add(new Begin(key, i));
                }
            }
        }
        for (Begin begin : begins) {
            List<Indexed> forms = search.begun(begin.key);
            for (int i = 0; i < forms.size(); i++) {
                Indexed indexed = forms.get(i);
                if (indexed.form.elements().getFirst().takes(hits.get(begin.hit))) {
                    search.from(begin.hit, indexed);
                }
            }
        }
        return search;
    }

    /** Where forms may begin. */
    private record Begin(Key key, int hit) {}

    /** The work for one sentence. */
    private static final class Search {
        private final String text;
        private final List<Hit> hits;
        private final List<Match> matches = new ArrayList<>();

        /** Of forms that were tried: where they led nowhere. */
        private final Map<Indexed, boolean[]> failed = new HashMap<>();

        /** The forms that may be in the sentence, by what they begin with. */
        private final Map<Key, List<Indexed>> begun = new HashMap<>();

        /** The categories that stand in the sentence. */
        private final long categories;

        private long steps;

        /** The numbers of the words that stand in the sentence. */
        private final BitSet words;

        private Search(String text, List<Hit> hits, int words) {
            this.words = new BitSet(words);
            this.text = text;
            this.hits = hits;
            long all = 0;
            for (int i = 0; i < hits.size(); i++) {
                all |= hits.get(i).categories();
            }
            this.categories = all;
        }

        /** The forms that begin so and may be in the sentence; looked for once. */
        private List<Indexed> begun(Key key) {
            List<Indexed> known = begun.get(key);
            if (known == null) {
                known = List.of();
                for (int i = 0; i < key.needed.length; i++) {
                    if ((key.needed[i] & ~categories) == 0 && hasAllOf(key.forms.get(i))) {
                        known = known.isEmpty() ? new ArrayList<>() : known;
                        known.add(key.forms.get(i));
                    }
                }
                begun.put(key, known);
            }
            return known;
        }

        /** Whether each further element that a form needs stands somewhere in the sentence. */
        private boolean hasAllOf(Indexed indexed) {
            for (int i = 0; i < indexed.words.size(); i++) {
                if (!standsOne(indexed.words.get(i))) {
                    return false;
                }
            }
            for (int i = 0; i < indexed.others.size(); i++) {
                if (!takesOne(indexed.others.get(i))) {
                    return false;
                }
            }
            return true;
        }

        private boolean standsOne(int[] numbers) {
            for (int number : numbers) {
                if (words.get(number)) {
                    return true;
                }
            }
            return false;
        }

        private boolean takesOne(Element element) {
            for (int i = 0; i < hits.size(); i++) {
                steps++;
                if (element.takes(hits.get(i))) {
                    return true;
                }
            }
            return false;
        }

        private void from(int first, Indexed indexed) {
            List<Element> elements = indexed.form.elements();
            if (!goesOn(elements, first)) {
                return;
            }
            int size = (elements.size() + 1) * hits.size();
            boolean[] ways = failed.computeIfAbsent(indexed, _ -> new boolean[size]);
            List<Hit> taken = new ArrayList<>(List.of(hits.get(first)));
            if (rest(elements, 1, first, ways, taken)) {
                Match match = new Match(indexed.pattern, indexed.form, taken);
                if (!isRuledOut(text, indexed.pattern, taken)) {
                    matches.add(match);
                }
            }
        }

        /** Whether the second element is within reach, without which the rest need not begin. */
        private boolean goesOn(List<Element> elements, int first) {
            if (elements.size() == 1 || elements.get(1).optional()) {
                return true;
            }
            Element second = elements.get(1);
            for (int i = first + 1; i < hits.size(); i++) {
                steps++;
                if (!reaches(text, hits.get(first).to(), hits.get(i).from(), second)) {
                    return false;
                }
                if (second.takes(hits.get(i))) {
                    return true;
                }
            }
            return false;
        }

        private boolean rest(
                List<Element> elements, int next, int last, boolean[] ways, List<Hit> taken) {
            if (next == elements.size()) {
                return true;
            }
            int key = next * hits.size() + last;
            if (ways[key]) {
                return false;
            }
            Element element = elements.get(next);
            for (int i = last + 1; i < hits.size(); i++) {
                steps++;
                if (!reaches(text, hits.get(last).to(), hits.get(i).from(), element)) {
                    break;
                }
                if (element.takes(hits.get(i))) {
                    taken.add(hits.get(i));
                    if (rest(elements, next + 1, i, ways, taken)) {
                        return true;
                    }
                    taken.removeLast();
                }
            }
            if (element.optional() && rest(elements, next + 1, last, ways, taken)) {
                return true;
            }
            ways[key] = true;
            return false;
        }
    }

    /** Whether one of the words that rule it out stands in the match or close by. */
    private static boolean isRuledOut(String text, Pattern pattern, List<Hit> taken) {
        if (pattern.notIf().isEmpty()) {
            return false;
        }
        // What another sentence says rules nothing out in this one.
        int from = taken.getFirst().from();
        int first = Math.max(0, from - NEAR);
        while (from > first && !isEnd(text, from - 1)) {
            from--;
        }
        int to = taken.getLast().to();
        int last = Math.min(text.length(), to + NEAR);
        while (to < last && !isEnd(text, to)) {
            to++;
        }
        String near = text.substring(from, to);
        for (String word : pattern.notIf()) {
            if (near.contains(word.endsWith("*") ? word.substring(0, word.length() - 1) : word)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a sentence ends with this character; a full stop after a capital may be U.S. */
    private static boolean isEnd(String text, int at) {
        char c = text.charAt(at);
        return "。！？\n".indexOf(c) >= 0
                || c == '.'
                        && at > 0
                        && Character.isLowerCase(text.charAt(at - 1))
                        && at + 1 < text.length()
                        && text.charAt(at + 1) == ' ';
    }

    private static boolean reaches(String text, int from, int to, Element element) {
        if (to - from > element.gap()) {
            return false;
        }
        for (int at = from; at < to; at++) {
            char c = text.charAt(at);
            if (element.gap() == 1 ? c != ' ' : !element.acrossCommas() && isComma(text, at)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a clause ends here. */
    static boolean isComma(String text, int at) {
        char c = text.charAt(at);
        return "，；：;".indexOf(c) >= 0
                || (c == ',' || c == ':') && at + 1 < text.length() && text.charAt(at + 1) == ' ';
    }
}
