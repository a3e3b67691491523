// SPDX-License-Identifier: Apache-2.0
package org.parley.lexicon;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * All names in one tree of characters. Built once and then packed: the nodes stand in order of
 * their depth, so that the edges of one stand side by side, sorted, and need not say where they
 * lead. A walk begins at every character of a text, most end at the root, which has an array of its
 * own, and the others are short, since names are. Names without a capital letter are found in any
 * case, others as written; a name that begins or ends with a Latin letter or a digit is found only
 * where a word does. Safe for any number of threads.
 */
final class Trie {
    private static final int LETTERS_AFTER_MAX = 4;
    private static final Name[] NONE = {};

    /** Of the Latin characters: which are letters or digits, and what each is in lower case. */
    private static final boolean[] LATIN = new boolean[0x250];

    private static final char[] LOWER = new char[0x250];

    static {
        for (char c = 0; c < LATIN.length; c++) {
            LATIN[c] = Character.isLetterOrDigit(c);
            LOWER[c] = Character.toLowerCase(c);
        }
    }

    /** By character, in either case: the node under the root, or 0. These are the first nodes. */
    private final char[] root = new char[1 << 16];

    /** By node: which edge is its first; its last is the one before the first of the next. */
    private final int[] first;

    /** By edge: its character. Edge i leads to node i + 1. */
    private final char[] labels;

    /** By node: the names that end there. */
    private final Name[][] ends;

    /**
     * A name.
     *
     * @param open whether letters may follow
     * @param hit what it means, to be put where it stands
     */
    private record Name(String written, boolean exactCase, boolean open, Hit hit) {}

    /** A node while names are added. */
    private static final class Growing {
        private final TreeMap<Character, Growing> edges = new TreeMap<>();
        private final List<Name> names = new ArrayList<>();
    }

    /** Collects names. */
    static final class Builder {
        private final Growing top = new Growing();

        void add(String name, Entry entry) {
            boolean open = name.endsWith("*");
            String written = open ? name.substring(0, name.length() - 1) : name;
            Growing node = top;
            for (int i = 0; i < written.length(); i++) {
                node = node.edges.computeIfAbsent(lower(written.charAt(i)), c -> new Growing());
            }
            boolean exact = written.chars().anyMatch(Character::isUpperCase);
            Hit hit = new Hit(0, written.length(), List.of(entry));
            node.names.add(new Name(written, exact, open, hit));
        }

        Trie build() {
            return new Trie(top);
        }
    }

    private Trie(Growing top) {
        List<Growing> nodes = new ArrayList<>(List.of(top));
        StringBuilder edges = new StringBuilder();
        for (int i = 0; i < nodes.size(); i++) {
            nodes.get(i)
                    .edges
                    .forEach((c, node) -> {
                        edges.append((char) c);
                        nodes.add(node);
                    });
        }
        labels = edges.toString().toCharArray();
        first = new int[nodes.size() + 1];
        ends = new Name[nodes.size()][];
        for (int i = 0; i < nodes.size(); i++) {
            first[i + 1] = first[i] + nodes.get(i).edges.size();
            List<Name> names = nodes.get(i).names;
            ends[i] = names.isEmpty() ? NONE : names.toArray(NONE);
        }
        for (int c = 0; c < root.length; c++) {
            root[c] = (char) next(0, lower((char) c));
        }
    }

    /** The node to which a character leads, or 0. */
    private int next(int node, char c) {
        int at = first[node];
        int left = first[node + 1] - at;
        // By halves, and without a branch that nobody can foretell.
        while (left > 1) {
            int half = left >>> 1;
            at += labels[at + half] <= c ? half : 0;
            left -= half;
        }
        return left > 0 && labels[at] == c ? at + 1 : 0;
    }

    /** Every name that stands in the text, longest first at each place. */
    List<Hit> hits(String text, int from, int to) {
        List<Hit> found = new ArrayList<>();
        for (int at = from; at < to; at++) {
            char c = text.charAt(at);
            int node = root[c];
            if (node == 0 || isLatin(c) && at > 0 && isLatin(text.charAt(at - 1))) {
                continue;
            }
            int before = found.size();
            int i = at;
            while (node > 0) {
                i++;
                for (Name name : ends[node]) {
                    int end = end(text, at, i, to, name);
                    if (end > 0) {
                        found.add(name.hit.at(at, end));
                    }
                }
                node = i < to ? next(node, lower(text.charAt(i))) : 0;
            }
            for (int k = before + 1; k < found.size(); k++) {
                longestFirst(found, before, k);
            }
        }
        return found;
    }

    /** Moves a hit before all shorter ones of its place. */
    private static void longestFirst(List<Hit> found, int first, int at) {
        Hit moved = found.get(at);
        int to = at;
        while (to > first && found.get(to - 1).length() < moved.length()) {
            found.set(to, found.get(to - 1));
            to--;
        }
        found.set(to, moved);
    }

    /** Where the name ends if a word ends there too, else 0. */
    private static int end(String text, int from, int to, int limit, Name name) {
        if (name.exactCase && !text.regionMatches(from, name.written, 0, to - from)) {
            return 0;
        }
        int end = to;
        if (isLatin(text.charAt(to - 1))) {
            while (name.open
                    && end < limit
                    && Character.isLetter(text.charAt(end))
                    && isLatin(text.charAt(end))
                    && end - to < LETTERS_AFTER_MAX) {
                end++;
            }
            if (end < text.length() && isLatin(text.charAt(end))) {
                return 0;
            }
        }
        return end;
    }

    private static boolean isLatin(char c) {
        return c < 0x250 && LATIN[c];
    }

    /** Of Han characters, which most are, there is no other case. */
    private static char lower(char c) {
        return c < 0x250 ? LOWER[c] : c >= 0x2e80 && c < 0xa640 ? c : Character.toLowerCase(c);
    }

    /** How many edges it has. */
    int size() {
        return labels.length;
    }
}
