// SPDX-License-Identifier: Apache-2.0
package org.parley.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/** Made-up values of one test case; the same seed and size give the same values. One thread. */
public final class Source {
    /**
     * What text handling trips over: quotes, controls, several scripts, composed and combining
     * forms, both ends of the surrogate range, beyond the Basic Multilingual Plane.
     */
    private static final int[] TRICKY = {
        0, 7, 9, 10, 13, 31, ' ', '"', '/', '\\', 127, 0x85, 0xA0, 0xE9, 0x301, 0x327, 0x41A,
        0x4E2D, 0x8FC7, 0x1100, 0x1161, 0x2028, 0xAC00, 0xD7FB, 0xE000, 0xFB01, 0xFEFF, 0xFFFD,
        0x1F600, 0x20000, 0x10FFFD
    };

    private final SplittableRandom random;
    private final int size;

    Source(long seed, int size) {
        this.random = new SplittableRandom(seed);
        this.size = size;
    }

    /** How large this case should be, from 0 to {@link Randomly#SIZE_MAX}. */
    public int size() {
        return size;
    }

    /** A whole number between the two, both included. */
    public int ints(int from, int to) {
        return (int) longs(from, to);
    }

    /** A whole number between the two, both included; the ends come up more often. */
    public long longs(long from, long to) {
        return switch (random.nextInt(16)) {
            case 0 -> from;
            case 1 -> to;
            default ->
                    to == Long.MAX_VALUE
                            ? (from == Long.MIN_VALUE
                                    ? random.nextLong()
                                    : random.nextLong(from - 1, to) + 1)
                            : random.nextLong(from, to + 1);
        };
    }

    public boolean bool() {
        return random.nextBoolean();
    }

    /** True once in {@code n} times. */
    public boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    /** A day between the two, both included. */
    public LocalDate date(LocalDate from, LocalDate to) {
        return LocalDate.ofEpochDay(longs(from.toEpochDay(), to.toEpochDay()));
    }

    /** A second between the two, both included. */
    public Instant instant(Instant from, Instant to) {
        return Instant.ofEpochSecond(longs(from.getEpochSecond(), to.getEpochSecond()));
    }

    public byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** A well-formed text of at most {@link #size()} characters; in any normal form or none. */
    public String string() {
        int length = ints(0, size);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(character());
        }
        return text.toString();
    }

    /** A name as our files have them: {@code [a-z][a-z0-9_]*}, at most eight characters. */
    public String name() {
        StringBuilder name = new StringBuilder().append((char) ints('a', 'z'));
        int length = ints(0, 7);
        for (int i = 0; i < length; i++) {
            name.append("abcdefghijklmnopqrstuvwxyz0123456789_".charAt(random.nextInt(37)));
        }
        return name.toString();
    }

    private int character() {
        return switch (random.nextInt(4)) {
            case 0, 1 -> random.nextInt(' ', 127);
            case 2 -> TRICKY[random.nextInt(TRICKY.length)];
            default -> {
                int any = random.nextInt(Character.MAX_CODE_POINT + 1);
                boolean surrogate = any >= 0xD800 && any <= 0xDFFF;
                yield surrogate || Character.getType(any) == Character.UNASSIGNED ? 'x' : any;
            }
        };
    }

    @SafeVarargs
    public final <T> T pick(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    public <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** A list of at most {@link #size()} elements. */
    public <T> List<T> list(Function<Source, T> element) {
        return list(0, size, element);
    }

    /** A list with a length between the two, both included. */
    public <T> List<T> list(int lengthMin, int lengthMax, Function<Source, T> element) {
        int length = ints(lengthMin, lengthMax);
        List<T> list = new ArrayList<>(length);
        for (int i = 0; i < length; i++) {
            list.add(element.apply(this));
        }
        return list;
    }

    /** The same elements in another order. */
    public <T> List<T> shuffled(List<T> list) {
        List<T> shuffled = new ArrayList<>(list);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            T held = shuffled.get(i);
            shuffled.set(i, shuffled.get(other));
            shuffled.set(other, held);
        }
        return shuffled;
    }
}
