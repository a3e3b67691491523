// SPDX-License-Identifier: Apache-2.0
package org.parley.expression;

import java.util.HashMap;
import java.util.Map;

/**
 * A table from text to integer, such as the warheads attributed to each type; one dated version of
 * it. Immutable and thread safe.
 */
public final class Table {
    private final NumberMap entries;

    private Table(NumberMap entries) {
        this.entries = entries;
    }

    public static Table of(Map<String, Long> entries, Symbols symbols) {
        Map<Integer, Long> numbered = new HashMap<>();
        entries.forEach((key, value) -> {
            if (value == Layout.ABSENT) {
                throw new IllegalArgumentException(key + ": " + value + " is reserved");
            }
            numbered.put(symbols.number(key), value);
        });
        return new Table(new NumberMap(numbered));
    }

    /** The entry for a text's number, or {@link Layout#ABSENT}. */
    long get(long key) {
        return entries.get(key);
    }

    boolean has(long key) {
        return get(key) != Layout.ABSENT;
    }
}
