// SPDX-License-Identifier: Apache-2.0
package org.parley.expression;

import java.time.Instant;
import java.time.ZoneId;

/**
 * Arithmetic that either gives the exact result or throws {@link ArithmeticException}, as CEL does.
 * Times stay within the years 1 to 9999, durations within ten thousand years.
 */
final class Calculation {
    static final long DAY_SECONDS = 86_400;
    static final long MOMENT_MIN = -62_135_596_800L;
    static final long MOMENT_MAX = 253_402_300_799L;

    /** CEL takes the difference of two times in nanoseconds: it ends after 292 years. */
    static final long APART_MAX = Long.MAX_VALUE / 1_000_000_000;

    private Calculation() {}

    /** Two longs in, one out. */
    @FunctionalInterface
    interface Binary {
        long apply(long a, long b);
    }

    static Binary of(Node.Arithmetic node) {
        FieldType result = node.type();
        if (node.left().type() instanceof FieldType.Moment
                && node.right().type() instanceof FieldType.Moment) {
            return (a, b) -> within(Math.subtractExact(a, b), -APART_MAX, APART_MAX);
        }
        return switch (node.how()) {
            case PLUS -> bounded(result, Math::addExact);
            case MINUS -> bounded(result, Math::subtractExact);
            case TIMES -> Math::multiplyExact;
            case DIVIDED -> Calculation::divide;
            case REMAINDER -> Calculation::remainder;
        };
    }

    private static Binary bounded(FieldType result, Binary exact) {
        return switch (result) {
            case FieldType.Moment _ -> (a, b) -> within(exact.apply(a, b), MOMENT_MIN, MOMENT_MAX);
            case FieldType.Duration _ -> (a, b) -> duration(exact.apply(a, b));
            default -> exact;
        };
    }

    private static long within(long value, long min, long max) {
        if (value < min || value > max) {
            throw new ArithmeticException("out of range");
        }
        return value;
    }

    private static long duration(long seconds) {
        return within(seconds, -Durations.SECONDS_MAX, Durations.SECONDS_MAX);
    }

    /** Rounds towards zero. */
    static long divide(long a, long b) {
        return Math.divideExact(a, b);
    }

    /** Has the sign of {@code a}. */
    static long remainder(long a, long b) {
        return a % b;
    }

    static long evenUp(long x) {
        return Math.floorMod(x, 2) == 0 ? x : Math.addExact(x, 1);
    }

    static long percentDown(long x, long percent) {
        return Math.floorDiv(Math.multiplyExact(x, percent), 100);
    }

    static long percentUp(long x, long percent) {
        return Math.ceilDiv(Math.multiplyExact(x, percent), 100);
    }

    static long days(long n) {
        return duration(Math.multiplyExact(n, DAY_SECONDS));
    }

    static long day(long moment, ZoneId zone) {
        long offset = zone.getRules().getOffset(Instant.ofEpochSecond(moment)).getTotalSeconds();
        return Math.floorDiv(moment + offset, DAY_SECONDS);
    }
}
