// SPDX-License-Identifier: Apache-2.0
package org.parley.proof.note;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A point of edwards25519 in extended coordinates: x = X/Z, y = Y/Z, xy = T/Z. Formulas of Hisil,
 * Wong, Carter, Dawson 2008 for a = -1. Immutable.
 */
final class Point25519 {
    /** -121665/121666, little-endian; RFC 8032, 5.1. */
    private static final long[] D =
            constant("a3785913ca4deb75abd841414d0a700098e879777940c78c73fe6f2bee6c0352");

    /** 2^((p-1)/4), little-endian: a square root of -1. */
    private static final long[] ROOT_OF_MINUS_ONE =
            constant("b0a00e4a271beec478e42fad0618432fa7d7fb3d99004d2b0bdfc14f8024832b");

    private static final long[] TWICE_D = Field25519.add(D, D);

    private static final Point25519 NEUTRAL =
            new Point25519(Field25519.ZERO, Field25519.ONE, Field25519.ONE, Field25519.ZERO);

    private final long[] x;
    private final long[] y;
    private final long[] z;
    private final long[] t;

    private Point25519(long[] x, long[] y, long[] z, long[] t) {
        this.x = x;
        this.y = y;
        this.z = z;
        this.t = t;
    }

    private static long[] constant(String hex) {
        return Field25519.fromBytes(HexFormat.of().parseHex(hex));
    }

    /** RFC 8032, 5.1.3; empty when it is no point, or written in another form than its only one. */
    static Optional<Point25519> decode(byte[] bytes) {
        long[] y = Field25519.fromBytes(bytes);
        byte[] canonical = Field25519.toBytes(y);
        canonical[31] |= (byte) (bytes[31] & 0x80);
        if (!Arrays.equals(canonical, bytes)) {
            return Optional.empty();
        }
        long[] yy = Field25519.square(y);
        long[] u = Field25519.subtract(yy, Field25519.ONE);
        long[] v = Field25519.add(Field25519.multiply(D, yy), Field25519.ONE);
        long[] v3 = Field25519.multiply(Field25519.square(v), v);
        long[] uv7 = Field25519.multiply(u, Field25519.multiply(Field25519.square(v3), v));
        long[] x =
                Field25519.multiply(Field25519.multiply(u, v3), Field25519.power2To252Less3(uv7));
        long[] vxx = Field25519.multiply(v, Field25519.square(x));
        if (Field25519.isZero(Field25519.add(vxx, u))) {
            x = Field25519.multiply(x, ROOT_OF_MINUS_ONE);
        } else if (!Field25519.isZero(Field25519.subtract(vxx, u))) {
            return Optional.empty();
        }
        boolean odd = bytes[31] < 0;
        if (Field25519.isZero(x) && odd) {
            return Optional.empty();
        }
        if (Field25519.isOdd(x) != odd) {
            x = Field25519.negate(x);
        }
        return Optional.of(new Point25519(x, y, Field25519.ONE, Field25519.multiply(x, y)));
    }

    boolean isNeutral() {
        return Field25519.isZero(x) && Field25519.isZero(Field25519.subtract(y, z));
    }

    /** Not in constant time: for public points only. */
    Point25519 times(BigInteger n) {
        Point25519 sum = NEUTRAL;
        for (int bit = n.bitLength() - 1; bit >= 0; bit--) {
            sum = sum.doubled();
            if (n.testBit(bit)) {
                sum = sum.plus(this);
            }
        }
        return sum;
    }

    Point25519 doubled() {
        long[] a = Field25519.square(x);
        long[] b = Field25519.square(y);
        long[] zz = Field25519.square(z);
        long[] c = Field25519.add(zz, zz);
        long[] h = Field25519.add(a, b);
        long[] e = Field25519.subtract(h, Field25519.square(Field25519.add(x, y)));
        long[] g = Field25519.subtract(a, b);
        long[] f = Field25519.add(c, g);
        return of(e, f, g, h);
    }

    Point25519 plus(Point25519 other) {
        long[] a =
                Field25519.multiply(
                        Field25519.subtract(y, x), Field25519.subtract(other.y, other.x));
        long[] b = Field25519.multiply(Field25519.add(y, x), Field25519.add(other.y, other.x));
        long[] c = Field25519.multiply(Field25519.multiply(t, TWICE_D), other.t);
        long[] zz = Field25519.multiply(z, other.z);
        long[] d = Field25519.add(zz, zz);
        long[] e = Field25519.subtract(b, a);
        long[] f = Field25519.subtract(d, c);
        long[] g = Field25519.add(d, c);
        long[] h = Field25519.add(b, a);
        return of(e, f, g, h);
    }

    private static Point25519 of(long[] e, long[] f, long[] g, long[] h) {
        return new Point25519(
                Field25519.multiply(e, f),
                Field25519.multiply(g, h),
                Field25519.multiply(f, g),
                Field25519.multiply(e, h));
    }
}
