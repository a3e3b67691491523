// SPDX-License-Identifier: Apache-2.0
package org.parley.web.chart;

import java.util.List;

/** One thing drawn. Lengths are in CSS pixels, y points down. */
public sealed interface Mark {

    /** A straight line. */
    record Line(double x1, double y1, double x2, double y2, Ink ink, Pen pen) implements Mark {}

    /** An open run of straight lines. */
    record Path(List<Point> points, Ink ink, Pen pen) implements Mark {
        public Path {
            points = List.copyOf(points);
        }
    }

    /** A filled rectangle. */
    record Area(double x, double y, double width, double height, Ink ink) implements Mark {}

    /**
     * A shape.
     *
     * @param says what a pointer resting on it is told; may be empty
     */
    record Sign(Glyph glyph, double x, double y, double radius, Ink ink, String says)
            implements Mark {}

    /** Words. */
    record Label(String text, double x, double y, Anchor anchor, Ink ink, int size, boolean bold)
            implements Mark {}

    /** Marks moved together. */
    record Group(double dx, double dy, List<Mark> marks) implements Mark {
        public Group {
            marks = List.copyOf(marks);
        }
    }

    /** A corner of a path. */
    record Point(double x, double y) {}

    /** Which end of the words stands at the given place. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /** How a line is drawn. */
    enum Pen {
        HAIR(1, 0, 0),
        FAINT(.75, 1, 3),
        LINE(1.75, 0, 0),
        THICK(2.25, 0, 0),
        DASHED(1.5, 6, 4),
        DOTTED(1.75, 2, 3),
        LONG(1.75, 10, 3);

        final double width;
        final int on;
        final int off;

        Pen(double width, int on, int off) {
            this.width = width;
            this.on = on;
            this.off = off;
        }

        boolean dashed() {
            return on > 0;
        }
    }
}
