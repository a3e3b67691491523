// SPDX-License-Identifier: Apache-2.0
package org.parley.bench;

import java.util.SplittableRandom;

/**
 * A seeded stream of changes of two made-up parties' items. Every item's first change makes it; a
 * later one changes one field. After each change the whole row stands here too, for engines that
 * cannot remember an item's other fields.
 */
final class MadeUpChanges {
    static final int PARTIES = 2;
    static final int ITEMS = 4000;
    static final String[] KINDS = {"ICBM", "SLBM", "ICBM_LAUNCHER", "SLBM_LAUNCHER", "HB"};
    static final String[] STATES = {
        "deployed", "non_deployed", "test", "training", "converted", "eliminated"
    };

    /** What a change can set, besides making the item. */
    enum Field {
        MADE,
        STATE,
        LOADED,
        NUCLEAR
    }

    final int size;
    final int[] items;
    final Field[] fields;
    final byte[] kinds;
    final byte[] states;
    final byte[] loads;
    final boolean[] nuclear;

    MadeUpChanges(int size, long seed) {
        this.size = size;
        this.items = new int[size];
        this.fields = new Field[size];
        this.kinds = new byte[size];
        this.states = new byte[size];
        this.loads = new byte[size];
        this.nuclear = new boolean[size];
        SplittableRandom random = new SplittableRandom(seed);
        int[] last = new int[ITEMS];
        for (int i = 0; i < size; i++) {
            boolean made = i < ITEMS;
            int item = made ? i : random.nextInt(ITEMS);
            items[i] = item;
            if (made) {
                make(i, random);
            } else {
                copy(last[item], i);
                change(i, random);
            }
            last[item] = i;
        }
    }

    /** An item's owner never changes. */
    static int party(int item) {
        return item % PARTIES;
    }

    private void make(int i, SplittableRandom random) {
        fields[i] = Field.MADE;
        kinds[i] = (byte) random.nextInt(KINDS.length);
        states[i] = (byte) (random.nextInt(3) == 0 ? 1 : 0);
        loads[i] = (byte) random.nextInt(9);
        nuclear[i] = random.nextBoolean();
    }

    private void copy(int from, int to) {
        kinds[to] = kinds[from];
        states[to] = states[from];
        loads[to] = loads[from];
        nuclear[to] = nuclear[from];
    }

    private void change(int i, SplittableRandom random) {
        boolean missile = kinds[i] < 2;
        boolean bomber = kinds[i] == 4;
        if (missile && random.nextInt(3) == 0) {
            fields[i] = Field.LOADED;
            loads[i] = (byte) random.nextInt(9);
        } else if (bomber && random.nextInt(3) == 0) {
            fields[i] = Field.NUCLEAR;
            nuclear[i] = !nuclear[i];
        } else {
            fields[i] = Field.STATE;
            int states = missile ? 2 : STATES.length;
            this.states[i] = (byte) random.nextInt(states);
        }
    }

    /** How two runs are told to have given the same totals after every change. */
    static long mix(long checksum, long total) {
        return checksum * 31 + total;
    }
}
