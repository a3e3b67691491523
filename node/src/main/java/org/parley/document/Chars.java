// SPDX-License-Identifier: Apache-2.0
package org.parley.document;

import java.util.Arrays;

/** Characters with the places they came from: a block while it is being put together. */
final class Chars {
    /** Around what stood raised; noncharacters, which no source can bring in. */
    static final char RAISED = '\uFDD0';

    static final char LEVEL = '\uFDD1';

    private char[] c = new char[64];
    private int[] from = new int[64];
    private int[] to = new int[64];
    private int size;

    int size() {
        return size;
    }

    char at(int i) {
        return c[i];
    }

    int from(int i) {
        return from[i];
    }

    int to(int i) {
        return to[i];
    }

    /** A character of the source. What only this class may use is left out. */
    void add(char ch, int rawFrom, int rawTo) {
        if (ch < '\uFDD0' || ch > '\uFDEF') {
            put(ch, rawFrom, rawTo);
        }
    }

    /** A character that the source does not have, at a place of it. */
    void put(char ch, int rawFrom, int rawTo) {
        if (size == c.length) {
            c = Arrays.copyOf(c, 2 * size);
            from = Arrays.copyOf(from, 2 * size);
            to = Arrays.copyOf(to, 2 * size);
        }
        c[size] = ch;
        from[size] = rawFrom;
        to[size] = rawTo;
        size++;
    }

    void addAll(Chars other, int begin, int end) {
        for (int i = begin; i < end; i++) {
            put(other.c[i], other.from[i], other.to[i]);
        }
    }

    /** A stretch of the source as it stands. */
    void addRaw(String raw, int begin, int end) {
        for (int i = begin; i < end; i++) {
            add(raw.charAt(i), i, i + 1);
        }
    }

    Chars slice(int begin, int end) {
        Chars part = new Chars();
        part.addAll(this, begin, end);
        return part;
    }

    void cutTo(int end) {
        size = end;
    }

    int first() {
        int i = 0;
        while (i < size && Fold.isSpace(c[i])) {
            i++;
        }
        return i;
    }

    int last() {
        int i = size - 1;
        while (i >= 0 && Fold.isSpace(c[i])) {
            i--;
        }
        return i;
    }

    boolean isBlank() {
        return first() == size;
    }

    /** Without spaces at either end, and without what stands for raised type. */
    String plain() {
        StringBuilder out = new StringBuilder(size);
        int last = last();
        for (int i = first(); i <= last; i++) {
            if (c[i] != RAISED && c[i] != LEVEL) {
                out.append(c[i]);
            }
        }
        return out.toString();
    }
}
