// SPDX-License-Identifier: Apache-2.0
package org.parley.testing;

import java.util.HexFormat;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Property tests with a seed: runs a check on many made-up inputs, small ones first. When one
 * fails, smaller inputs are tried, and the failure names the seed; {@code -Dseed=…} runs that one
 * case again. A build takes a part of the cases, another one each time; {@code -Dthorough=true}
 * takes all, as {@code .ci/run} does. Stateless.
 *
 * <pre>{@code
 * Randomly.check(200, random -> {
 *     List<Integer> list = random.list(r -> r.ints(0, 9));
 *     assertThat(sort(list)).hasSameSizeAs(list);
 * });
 * }</pre>
 */
public final class Randomly {
    /** The size of the last case of a run; a list of a case of size n has at most n elements. */
    public static final int SIZE_MAX = 100;

    /** One case in so many is tried unless all are wanted; coprime with 8, for bits of bytes. */
    private static final int STEP = 5;

    /** Fewer are always tried all. */
    private static final int FEW = 20;

    /** How many other seeds are tried at each smaller size before shrinking gives up on it. */
    private static final int TRIES_PER_SIZE = 20;

    private Randomly() {}

    /** What must hold for every input; throws when it does not. */
    @FunctionalInterface
    public interface Property {
        void check(Source random) throws Exception;
    }

    /** One case, small enough to be copied from a build log: {@code 3f9a…-12}. */
    record Case(long seed, int size) {
        static Case parse(String text) {
            int dash = text.indexOf('-');
            if (dash < 1) {
                throw new IllegalArgumentException(
                        "-Dseed="
                                + text
                                + ": expected the text a failure printed, such as 3f9a-12");
            }
            return new Case(
                    HexFormat.fromHexDigitsToLong(text.substring(0, dash)),
                    Integer.parseInt(text.substring(dash + 1)));
        }

        Case smaller(int newSize, int attempt) {
            return new Case(seed + attempt * 0x9E3779B97F4A7C15L, newSize);
        }

        @Override
        public String toString() {
            return HexFormat.of().toHexDigits(seed) + "-" + size;
        }
    }

    /** The numbers from 0 on of so many cases: all of them, or every fifth from anywhere on. */
    public static IntStream of(int cases) {
        return isThorough()
                ? IntStream.range(0, cases)
                : IntStream.iterate(
                        new SplittableRandom().nextInt(STEP), n -> n < cases, n -> n + STEP);
    }

    static boolean isThorough() {
        return Boolean.getBoolean("thorough");
    }

    private static int part(int runs) {
        return isThorough() ? runs : Math.max(Math.min(runs, FEW), runs / STEP);
    }

    /**
     * Checks the property on {@code all} inputs or a part of them, or on the one that {@code
     * -Dseed} names.
     *
     * @throws AssertionError when it does not hold; the message has the seed, the cause is what the
     *     property threw
     */
    public static void check(int all, Property property) {
        int runs = part(all);
        Optional<Case> wanted = Optional.ofNullable(System.getProperty("seed")).map(Case::parse);
        if (wanted.isPresent()) {
            tryOne(wanted.get(), property).ifPresent(e -> report(wanted.get(), e));
            return;
        }
        SplittableRandom seeds = new SplittableRandom();
        for (int run = 0; run < runs; run++) {
            int size = 1 + (int) ((long) run * (SIZE_MAX - 1) / Math.max(1, runs - 1));
            Case tried = new Case(seeds.nextLong(), size);
            Optional<Throwable> failure = tryOne(tried, property);
            if (failure.isPresent()) {
                shrink(tried, failure.get(), property);
            }
        }
    }

    /** Reports the first failure among ever larger cases; the one that was found is the last. */
    private static void shrink(Case found, Throwable failure, Property property) {
        for (int size = 0; size < found.size(); size = size + 1 + size / 4) {
            for (int attempt = 0; attempt < TRIES_PER_SIZE; attempt++) {
                Case smaller = found.smaller(size, attempt);
                Optional<Throwable> again = tryOne(smaller, property);
                if (again.isPresent()) {
                    report(smaller, again.get());
                }
            }
        }
        report(found, failure);
    }

    private static Optional<Throwable> tryOne(Case tried, Property property) {
        try {
            property.check(new Source(tried.seed(), tried.size()));
            return Optional.empty();
        } catch (VirtualMachineError e) {
            // A stack overflow is a finding like any other; running out of memory is not.
            if (e instanceof OutOfMemoryError) {
                throw e;
            }
            return Optional.of(e);
        } catch (Exception | AssertionError e) {
            return Optional.of(e);
        }
    }

    private static void report(Case failed, Throwable cause) {
        throw new AssertionError(
                "does not hold; run again with -Dseed=" + failed + "\n" + cause, cause);
    }
}
