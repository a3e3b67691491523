// SPDX-License-Identifier: Apache-2.0
package org.parley.expression;

import java.util.Arrays;
import java.util.Map;

/** A small read-only map from text numbers to longs: one multiplication and mostly one probe. */
final class NumberMap {
    private static final int FREE = -1;

    private final int[] keys;
    private final long[] values;
    private final int shift;

    NumberMap(Map<Integer, Long> entries) {
        int bits = 2;
        while ((1 << bits) < 2 * entries.size()) {
            bits++;
        }
        keys = new int[1 << bits];
        values = new long[1 << bits];
        shift = 32 - bits;
        Arrays.fill(keys, FREE);
        entries.forEach((key, value) -> {
            int at = start(key);
            while (keys[at] != FREE) {
                at = (at + 1) & (keys.length - 1);
            }
            keys[at] = key;
            values[at] = value;
        });
    }

    /** The value, or {@link Layout#ABSENT}; a key that is no text number is absent. */
    long get(long key) {
        int at = start((int) key);
        while (keys[at] != FREE) {
            if (keys[at] == key) {
                return values[at];
            }
            at = (at + 1) & (keys.length - 1);
        }
        return Layout.ABSENT;
    }

    private int start(int key) {
        return (key * 0x9E3779B9) >>> shift;
    }
}
