// SPDX-License-Identifier: Apache-2.0
package org.parley.web.chart;

import java.util.List;

/** The shapes that stand beside words. All fit a circle of radius 1 around the origin. */
public enum Glyph {
    DISC,
    RING,
    SQUARE,
    OPEN_SQUARE,
    DIAMOND,
    OPEN_DIAMOND,
    TRIANGLE,
    OPEN_TRIANGLE,
    CROSS,
    DASH,
    HALF;

    private static final List<Glyph> PARTIES = List.of(DISC, SQUARE, TRIANGLE, DIAMOND);

    /** The marker of the n-th party, counted from 0. */
    public static Glyph party(int n) {
        return PARTIES.get(n % PARTIES.size());
    }

    boolean filled() {
        return switch (this) {
            case DISC, SQUARE, DIAMOND, TRIANGLE, HALF -> true;
            case RING, OPEN_SQUARE, OPEN_DIAMOND, OPEN_TRIANGLE, CROSS, DASH -> false;
        };
    }

    /** Corners of the outline, closed unless two strokes; empty for round ones. */
    List<double[]> corners() {
        return switch (this) {
            case SQUARE, OPEN_SQUARE -> List.of(at(-.8, -.8), at(.8, -.8), at(.8, .8), at(-.8, .8));
            case DIAMOND, OPEN_DIAMOND -> List.of(at(0, -1), at(1, 0), at(0, 1), at(-1, 0));
            case TRIANGLE, OPEN_TRIANGLE -> List.of(at(0, -.95), at(.95, .75), at(-.95, .75));
            case DISC, RING, HALF, CROSS, DASH -> List.of();
        };
    }

    private static double[] at(double x, double y) {
        return new double[] {x, y};
    }
}
