// SPDX-License-Identifier: Apache-2.0
package org.parley.proof.note;

/**
 * Numbers modulo 2^255-19, as five limbs of 51 bits, each kept below 2^52. Only public values are
 * computed with, so nothing here hides how long it takes. Stateless: every result is new.
 */
final class Field25519 {
    private static final int LIMBS = 5;
    private static final int BITS = 51;
    private static final long MASK = (1L << BITS) - 1;

    /** Twice the modulus, limb by limb: added before a subtraction so that no limb goes below 0. */
    private static final long[] TWICE = {2 * (MASK - 18), 2 * MASK, 2 * MASK, 2 * MASK, 2 * MASK};

    static final long[] ZERO = {0, 0, 0, 0, 0};
    static final long[] ONE = {1, 0, 0, 0, 0};

    private Field25519() {}

    /** Little-endian; the top bit is left out. */
    static long[] fromBytes(byte[] bytes) {
        long[] words = new long[4];
        for (int i = 0; i < 32; i++) {
            words[i / 8] |= (bytes[i] & 0xffL) << (8 * (i % 8));
        }
        return new long[] {
            words[0] & MASK,
            (words[0] >>> 51 | words[1] << 13) & MASK,
            (words[1] >>> 38 | words[2] << 26) & MASK,
            (words[2] >>> 25 | words[3] << 39) & MASK,
            words[3] >>> 12 & MASK
        };
    }

    /** The only form: little-endian, below the modulus. */
    static byte[] toBytes(long[] a) {
        long[] r = carry(a.clone());
        // r < 2^255 + small; adding 19 tells by the carry out of bit 255 whether r >= p.
        long q = (r[0] + 19) >> BITS;
        for (int i = 1; i < LIMBS; i++) {
            q = (r[i] + q) >> BITS;
        }
        r[0] += 19 * q;
        for (int i = 0; i < LIMBS - 1; i++) {
            r[i + 1] += r[i] >> BITS;
            r[i] &= MASK;
        }
        r[LIMBS - 1] &= MASK;
        byte[] bytes = new byte[32];
        for (int bit = 0; bit < 255; bit++) {
            long set = r[bit / BITS] >>> (bit % BITS) & 1;
            bytes[bit / 8] |= (byte) (set << (bit % 8));
        }
        return bytes;
    }

    static long[] add(long[] a, long[] b) {
        long[] r = new long[LIMBS];
        for (int i = 0; i < LIMBS; i++) {
            r[i] = a[i] + b[i];
        }
        return carry(r);
    }

    static long[] subtract(long[] a, long[] b) {
        long[] r = new long[LIMBS];
        for (int i = 0; i < LIMBS; i++) {
            r[i] = a[i] + TWICE[i] - b[i];
        }
        return carry(r);
    }

    static long[] negate(long[] a) {
        return subtract(ZERO, a);
    }

    /**
     * Schoolbook: a product of limbs is split at bit 51 into a low and a high part, and the columns
     * above the fifth come back multiplied by 19. With limbs below 2^52 no column passes 2^62.
     */
    static long[] multiply(long[] a, long[] b) {
        long[] columns = new long[2 * LIMBS];
        for (int i = 0; i < LIMBS; i++) {
            row(columns, i, a[i], b);
        }
        long[] r = new long[LIMBS];
        for (int i = 0; i < LIMBS; i++) {
            r[i] = columns[i] + 19 * columns[i + LIMBS];
        }
        return carry(carry(r));
    }

    /** Without an inner loop: this is where all the time goes. */
    private static void row(long[] columns, int i, long low, long[] b) {
        long high = low << 6;
        columns[i] += low * b[0] & MASK;
        columns[i + 1] += (low * b[1] & MASK) + Math.multiplyHigh(high, b[0] << 7);
        columns[i + 2] += (low * b[2] & MASK) + Math.multiplyHigh(high, b[1] << 7);
        columns[i + 3] += (low * b[3] & MASK) + Math.multiplyHigh(high, b[2] << 7);
        columns[i + 4] += (low * b[4] & MASK) + Math.multiplyHigh(high, b[3] << 7);
        columns[i + 5] += Math.multiplyHigh(high, b[4] << 7);
    }

    static long[] square(long[] a) {
        return multiply(a, a);
    }

    static long[] square(long[] a, int times) {
        long[] r = a;
        for (int i = 0; i < times; i++) {
            r = square(r);
        }
        return r;
    }

    static boolean isZero(long[] a) {
        for (byte b : toBytes(a)) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    static boolean isOdd(long[] a) {
        return (toBytes(a)[0] & 1) == 1;
    }

    /** a^(2^252-3), by the usual chain of squarings. */
    static long[] power2To252Less3(long[] a) {
        long[] two = multiply(square(a), a);
        long[] four = multiply(square(two, 2), two);
        long[] five = multiply(square(four), a);
        long[] ten = multiply(square(five, 5), five);
        long[] twenty = multiply(square(ten, 10), ten);
        long[] forty = multiply(square(twenty, 20), twenty);
        long[] fifty = multiply(square(forty, 10), ten);
        long[] hundred = multiply(square(fifty, 50), fifty);
        long[] twoHundred = multiply(square(hundred, 100), hundred);
        long[] twoHundredFifty = multiply(square(twoHundred, 50), fifty);
        return multiply(square(twoHundredFifty, 2), a);
    }

    private static long[] carry(long[] r) {
        for (int i = 0; i < LIMBS - 1; i++) {
            r[i + 1] += r[i] >> BITS;
            r[i] &= MASK;
        }
        long top = r[LIMBS - 1] >> BITS;
        r[LIMBS - 1] &= MASK;
        r[0] += 19 * top;
        return r;
    }
}
