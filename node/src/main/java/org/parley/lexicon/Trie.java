// SPDX-License-Identifier: Apache-2.0
package org.parley.lexicon;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All names in one tree of characters. Edges stand in one open-addressed table, keyed by node and
 * character, those of the root in an array; a walk begins at every character of a text and is
 * short, since names are. Names without a capital letter are found in any case, others as written;
 * a name that begins or ends with a Latin letter or a digit is found only where a word does. Not
 * safe while names are added.
 */
final class Trie {
    private static final int LETTERS_AFTER_MAX = 4;

    /** Key of an edge: node << 16 | character; 0 is free, since node 0 has no edge by 0. */
    private long[] keys = new long[1 << 12];

    private int[] targets = new int[1 << 12];
    private int edges;

    /** Where names begin; nearly every walk ends here. */
    private final int[] root = new int[1 << 16];

    private Name[][] ends = new Name[1 << 11][];
    private int nodes = 1;

    private record Name(String written, boolean exactCase, boolean open, List<Entry> sense) {}

    void add(String name, Entry entry) {
        boolean open = name.endsWith("*");
        String written = open ? name.substring(0, name.length() - 1) : name;
        int node = 0;
        for (int i = 0; i < written.length(); i++) {
            node = step(node, lower(written.charAt(i)));
        }
        boolean exact = written.chars().anyMatch(Character::isUpperCase);
        Name[] before = ends[node];
        Name[] here = before == null ? new Name[1] : Arrays.copyOf(before, before.length + 1);
        here[here.length - 1] = new Name(written, exact, open, List.of(entry));
        ends[node] = here;
    }

    private int step(int node, char c) {
        int found = next(node, c);
        if (found >= 0) {
            return found;
        }
        if (++edges * 2 > keys.length) {
            grow();
        }
        if (nodes == ends.length) {
            ends = Arrays.copyOf(ends, 2 * nodes);
        }
        if (node == 0) {
            root[c] = nodes;
        }
        put(key(node, c), nodes);
        return nodes++;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldTargets = targets;
        keys = new long[oldKeys.length * 2];
        targets = new int[oldKeys.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                put(oldKeys[i], oldTargets[i]);
            }
        }
    }

    private void put(long key, int target) {
        int at = slot(key);
        while (keys[at] != 0) {
            at = (at + 1) & (keys.length - 1);
        }
        keys[at] = key;
        targets[at] = target;
    }

    private int next(int node, char c) {
        long key = key(node, c);
        for (int at = slot(key); keys[at] != 0; at = (at + 1) & (keys.length - 1)) {
            if (keys[at] == key) {
                return targets[at];
            }
        }
        return -1;
    }

    private static long key(int node, char c) {
        return ((long) node << 16 | c) + 1;
    }

    private int slot(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 40) & (keys.length - 1);
    }

    /** Every name that stands in the text, longest first at each place. */
    List<Hit> hits(String text, int from, int to) {
        List<Hit> found = new ArrayList<>();
        for (int at = from; at < to; at++) {
            int node = root[lower(text.charAt(at))];
            if (node == 0) {
                continue;
            }
            int before = found.size();
            int i = at;
            while (node > 0) {
                i++;
                Name[] here = ends[node];
                for (int k = 0; here != null && k < here.length; k++) {
                    int end = end(text, at, i, to, here[k]);
                    if (end > 0) {
                        found.add(new Hit(at, end, here[k].sense));
                    }
                }
                node = i < to ? next(node, lower(text.charAt(i))) : 0;
            }
            if (found.size() - before > 1) {
                found.subList(before, found.size())
                        .sort((one, other) -> Integer.compare(other.length(), one.length()));
            }
        }
        return found;
    }

    /** Where the name ends if it stands here as a word of its own, else 0. */
    private static int end(String text, int from, int to, int limit, Name name) {
        if (name.exactCase && !text.regionMatches(from, name.written, 0, to - from)) {
            return 0;
        }
        if (isLatin(text.charAt(from)) && from > 0 && isLatin(text.charAt(from - 1))) {
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
        return c < 0x250 && Character.isLetterOrDigit(c);
    }

    /** Of Han characters, which most are, there is no other case. */
    private static char lower(char c) {
        return c >= 0x2e80 && c < 0xa640 ? c : Character.toLowerCase(c);
    }

    int size() {
        return (int) Arrays.stream(keys).filter(key -> key != 0).count();
    }
}
