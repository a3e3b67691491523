// SPDX-License-Identifier: Apache-2.0
package org.parley.lexicon;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A place in a text where one or more entries have their name. Immutable; two are equal if they
 * stand at one place and mean the same.
 */
public final class Hit {
    private static final Entry[] NONE = {};

    private final int from;
    private final int to;
    private final List<Entry> senses;

    /** The same: what is asked of every hit of every sentence is felt to go through a list. */
    private final Entry[] each;

    /** A bit for each category of its senses, so that most questions end with a look at it. */
    private final long categories;

    private final Overlap overlap;

    /**
     * Creates one.
     *
     * @param from first UTF-16 index
     * @param to index after the last
     * @param senses what the words may mean; never empty
     */
    public Hit(int from, int to, List<Entry> senses) {
        this.from = from;
        this.to = to;
        this.senses = List.copyOf(senses);
        this.each = this.senses.toArray(NONE);
        long bits = 0;
        for (Entry sense : each) {
            bits |= bit(sense.category());
        }
        this.categories = bits;
        this.overlap = Overlap.of(each);
    }

    private Hit(int from, int to, Hit other) {
        this.from = from;
        this.to = to;
        this.senses = other.senses;
        this.each = other.each;
        this.categories = other.categories;
        this.overlap = other.overlap;
    }

    /** The same senses at another place. */
    Hit at(int from, int to) {
        return new Hit(from, to, this);
    }

    /** The same place, with further senses. */
    Hit with(List<Entry> more) {
        List<Entry> all = new ArrayList<>(senses);
        for (Entry sense : more) {
            if (!has(sense)) {
                all.add(sense);
            }
        }
        return new Hit(from, to, all);
    }

    /** Those that are alike are mostly one object, and those that are not have other ids. */
    @SuppressWarnings("ReferenceEquality")
    private boolean has(Entry wanted) {
        for (Entry sense : each) {
            if (sense == wanted || sense.id().equals(wanted.id()) && sense.equals(wanted)) {
                return true;
            }
        }
        return false;
    }

    /** The bit of a category. Two may share one: it says what cannot be, never what is. */
    public static long bit(String category) {
        int hash = category.hashCode();
        return 1L << (hash ^ hash >>> 6 ^ hash >>> 12);
    }

    /** The bits of several categories. */
    public static long bits(Set<String> categories) {
        return categories.stream().mapToLong(Hit::bit).reduce(0, (all, bit) -> all | bit);
    }

    public int from() {
        return from;
    }

    public int to() {
        return to;
    }

    public List<Entry> senses() {
        return senses;
    }

    /** The {@linkplain #bit(String) bits} of the categories of its senses. */
    public long categories() {
        return categories;
    }

    Overlap overlap() {
        return overlap;
    }

    public int length() {
        return to - from;
    }

    /** Its sense of a category. */
    public Optional<Entry> as(String category) {
        if ((categories & bit(category)) == 0) {
            return Optional.empty();
        }
        for (Entry sense : each) {
            if (sense.category().equals(category)) {
                return Optional.of(sense);
            }
        }
        return Optional.empty();
    }

    public boolean is(String category) {
        if ((categories & bit(category)) == 0) {
            return false;
        }
        for (Entry sense : each) {
            if (sense.category().equals(category)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether it is of one of some categories.
     *
     * @param bits of those categories, all together
     */
    public boolean isAny(Set<String> categories, long bits) {
        if ((this.categories & bits) == 0) {
            return false;
        }
        for (Entry sense : each) {
            if (categories.contains(sense.category())) {
                return true;
            }
        }
        return false;
    }

    /** What the first of its senses that says anything says under a key. */
    public Optional<String> of(String key) {
        for (Entry sense : each) {
            Optional<String> value = sense.of(key);
            if (value.isPresent()) {
                return value;
            }
        }
        return Optional.empty();
    }

    /** Whether one of its senses is of a category and one of some values; of any, if none. */
    boolean is(String category, Set<String> values) {
        if ((categories & bit(category)) == 0) {
            return false;
        }
        for (Entry sense : each) {
            if (sense.category().equals(category) && (values.isEmpty() || sense.isOneOf(values))) {
                return true;
            }
        }
        return false;
    }

    boolean meets(Hit other) {
        return from < other.to && other.from < to;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hit hit
                && from == hit.from
                && to == hit.to
                && senses.equals(hit.senses);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * from + to) + senses.hashCode();
    }

    @Override
    public String toString() {
        return from + "-" + to + " " + senses;
    }
}
