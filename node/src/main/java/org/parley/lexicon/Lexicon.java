// SPDX-License-Identifier: Apache-2.0
package org.parley.lexicon;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * All entries and patterns, ready to search with. Immutable once built; safe for any number of
 * threads.
 */
public final class Lexicon {
    /** What says something of names, and is looked for only there. */
    private static final String OF_NAMES = "treaty-name";

    private final Trie trie;
    private final Map<String, Map<String, Entry>> byCategory;
    private final List<Pattern> patterns;
    private final Matcher matcher;
    private final String hash;
    private final List<Entry> all;

    private Lexicon(
            Trie trie,
            Map<String, Map<String, Entry>> byCategory,
            List<Pattern> patterns,
            String hash,
            List<Entry> all) {
        this.trie = trie;
        this.byCategory = byCategory;
        this.patterns = List.copyOf(patterns);
        this.matcher = new Matcher(patterns);
        this.hash = hash;
        this.all = List.copyOf(all);
    }

    /**
     * Builds it.
     *
     * @param hash of the files that it was read from, so that a claim can say which words found it
     */
    public static Lexicon of(List<Entry> entries, List<Pattern> patterns, String hash) {
        Trie.Builder trie = new Trie.Builder();
        Map<String, Map<String, Entry>> byCategory = new LinkedHashMap<>();
        for (Entry entry : entries) {
            byCategory
                    .computeIfAbsent(entry.category(), key -> new LinkedHashMap<>())
                    .merge(entry.id(), entry, (first, second) -> first);
            entry.names().forEach(name -> trie.add(name, entry));
        }
        for (Entry word : Matcher.words(patterns)) {
            trie.add(word.id(), word);
        }
        return new Lexicon(trie.build(), byCategory, patterns, hash, entries);
    }

    public String hash() {
        return hash;
    }

    public List<Pattern> patterns() {
        return patterns;
    }

    /** An entry by its category and id. */
    public Optional<Entry> entry(String category, String id) {
        return Optional.ofNullable(byCategory.getOrDefault(category, Map.of()).get(id));
    }

    /** Every entry, as read. */
    public List<Entry> entries() {
        return all;
    }

    /** The entries of a category, by id. */
    public Map<String, Entry> entries(String category) {
        return byCategory.getOrDefault(category, Map.of());
    }

    /** How many edges its tree of names has. */
    public int size() {
        return trie.size();
    }

    /**
     * What stands in a part of a text, in order. Of two names that overlap the longer one counts:
     * {@code 美国科学家联盟} is then never also {@code 美国}. Words of patterns may overlap each other and
     * stand within titles and verbs, but not within the name of a treaty or of an office.
     *
     * @param given what was found already, dates and numbers; wins over names of the same length
     */
    public List<Hit> hits(String text, int from, int to, List<Hit> given) {
        return hits(names(text, from, to), from, to, given);
    }

    /** Every name that stands in a part of a text, before any gives way to another. */
    public List<Hit> names(String text, int from, int to) {
        return trie.hits(text, from, to);
    }

    /** The same as {@link #hits(String, int, int, List)} of names that were looked up before. */
    public List<Hit> hits(List<Hit> names, int from, int to, List<Hit> given) {
        int length = to - from;
        List<Hit> all = new ArrayList<>(given);
        all.addAll(names);
        all =
                sorted(
                        sorted(all, length, hit -> hit.from() - from),
                        length,
                        hit -> length - hit.length());
        boolean[] taken = new boolean[length];
        boolean[] closed = new boolean[length];
        List<Hit> kept = new ArrayList<>();
        for (Hit hit : all) {
            if (hit.is(OF_NAMES)) {
                continue;
            }
            // Of one length and place they follow each other.
            Hit last = kept.isEmpty() ? null : kept.getLast();
            boolean same = last != null && last.from() == hit.from() && last.to() == hit.to();
            boolean loose = hit.overlap() == Overlap.LOOSE;
            if (same && last != null) {
                kept.set(kept.size() - 1, last.with(hit.senses()));
            } else if (isFree(loose ? closed : taken, hit, from)) {
                kept.add(hit);
            } else {
                continue;
            }
            if (!loose) {
                Arrays.fill(taken, hit.from() - from, hit.to() - from, true);
                if (hit.overlap() == Overlap.CLOSED) {
                    Arrays.fill(closed, hit.from() - from, hit.to() - from, true);
                }
            }
        }
        // The shorter of two at one place comes first: they were kept by length.
        return List.copyOf(sorted(kept.reversed(), length, hit -> hit.from() - from));
    }

    /**
     * Sorted by a key below a bound, else left as they were; by counting, so that none meets
     * another.
     */
    private static List<Hit> sorted(List<Hit> hits, int bound, ToIntFunction<Hit> key) {
        int[] places = new int[bound + 1];
        for (Hit hit : hits) {
            places[key.applyAsInt(hit) + 1]++;
        }
        for (int i = 0; i < bound; i++) {
            places[i + 1] += places[i];
        }
        Hit[] sorted = new Hit[hits.size()];
        for (Hit hit : hits) {
            sorted[places[key.applyAsInt(hit)]++] = hit;
        }
        return Arrays.asList(sorted);
    }

    private static boolean isFree(boolean[] taken, Hit hit, int from) {
        for (int at = hit.from() - from; at < hit.to() - from; at++) {
            if (taken[at]) {
                return false;
            }
        }
        return true;
    }

    /** Where patterns are found among the hits of one sentence. */
    public List<Match> matches(String text, List<Hit> hits) {
        return matcher.matches(text, hits);
    }
}
