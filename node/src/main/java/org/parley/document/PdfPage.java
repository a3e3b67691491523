// SPDX-License-Identifier: Apache-2.0
package org.parley.document;

import org.parley.document.PdfScan.Glyph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Sets the glyphs of one page into lines, in the order in which a person reads them. */
final class PdfPage {
    /** Wider than between words: the next column. */
    private static final float GAP_EM = 1.6f;

    private static final float SAME_LINE_EM = 0.6f;

    private PdfPage() {}

    /**
     * A line of one column.
     *
     * @param column 0 over the whole page, 1 the left, 2 the right
     * @param left where the column begins, in points
     * @param right where it ends
     */
    record Line(List<Glyph> glyphs, float y, float size, int column, float left, float right) {
        float x() {
            return glyphs.getFirst().x();
        }

        float end() {
            return glyphs.getLast().x() + glyphs.getLast().width();
        }

        Line in(int itsColumn, float itsLeft, float itsRight) {
            return new Line(glyphs, y, size, itsColumn, itsLeft, itsRight);
        }
    }

    static List<Line> lines(List<Glyph> page) {
        List<Line> segments = segments(page);
        if (segments.isEmpty()) {
            return segments;
        }
        float left = Float.MAX_VALUE;
        float right = 0;
        for (Line line : segments) {
            left = Math.min(left, line.x());
            right = Math.max(right, line.end());
        }
        float gutter = gutter(segments, left, right);
        return gutter < 0 ? whole(segments, left, right) : columns(segments, gutter, left, right);
    }

    private static List<Line> whole(List<Line> segments, float left, float right) {
        List<Line> lines = new ArrayList<>();
        for (Line line : segments) {
            Line last = lines.isEmpty() ? line : lines.getLast();
            if (!lines.isEmpty() && Math.abs(last.y - line.y) < SAME_LINE_EM * line.size) {
                List<Glyph> both = new ArrayList<>(last.glyphs);
                both.addAll(line.glyphs);
                float size = Math.max(last.size, line.size);
                lines.set(lines.size() - 1, new Line(both, last.y, size, 0, left, right));
            } else {
                lines.add(line.in(0, left, right));
            }
        }
        return lines;
    }

    private static List<Line> columns(List<Line> segments, float gutter, float left, float right) {
        List<Line> lines = new ArrayList<>();
        List<Line> one = new ArrayList<>();
        List<Line> two = new ArrayList<>();
        float oneEnd = left;
        float twoBegin = right;
        for (Line line : segments) {
            if (line.end() <= gutter) {
                oneEnd = Math.max(oneEnd, line.end());
            } else if (line.x() >= gutter) {
                twoBegin = Math.min(twoBegin, line.x());
            }
        }
        for (Line line : segments) {
            if (line.end() <= gutter) {
                one.add(line.in(1, left, oneEnd));
            } else if (line.x() >= gutter) {
                two.add(line.in(2, twoBegin, right));
            } else {
                lines.addAll(one);
                lines.addAll(two);
                one.clear();
                two.clear();
                lines.add(line.in(0, left, right));
            }
        }
        lines.addAll(one);
        lines.addAll(two);
        return lines;
    }

    /**
     * Where two columns part, or -1: most lines keep to one side, and both sides are well filled.
     */
    private static float gutter(List<Line> segments, float left, float right) {
        float best = -1;
        int fewest = Integer.MAX_VALUE;
        for (int step = 35; step <= 65; step++) {
            float x = left + (right - left) * step / 100;
            int before = 0;
            int after = 0;
            int across = 0;
            for (Line line : segments) {
                if (line.end() <= x) {
                    before++;
                } else if (line.x() >= x) {
                    after++;
                } else {
                    across++;
                }
            }
            int all = segments.size();
            boolean filled = before * 4 > all && after * 4 > all && after > 3 && across * 4 < all;
            if (filled && across < fewest) {
                fewest = across;
                best = x;
            }
        }
        return best;
    }

    /** Runs of glyphs on one base line without a gap as wide as between columns. */
    private static List<Line> segments(List<Glyph> page) {
        List<Glyph> sorted = new ArrayList<>(page);
        sorted.sort(Comparator.comparingDouble(Glyph::y));
        List<Line> segments = new ArrayList<>();
        List<Glyph> row = new ArrayList<>();
        float base = 0;
        float size = 0;
        for (Glyph glyph : sorted) {
            boolean same = glyph.y() - base < SAME_LINE_EM * Math.max(size, glyph.size());
            if (!row.isEmpty() && !same) {
                split(row, base, segments);
                row.clear();
                size = 0;
            }
            row.add(glyph);
            if (glyph.size() > size && !glyph.text().isBlank() || row.size() == 1) {
                size = glyph.size();
                base = glyph.y();
            }
        }
        split(row, base, segments);
        return segments;
    }

    private static void split(List<Glyph> row, float base, List<Line> into) {
        row.sort(Comparator.comparingDouble(Glyph::x));
        List<Glyph> part = new ArrayList<>();
        float end = 0;
        float size = 0;
        for (Glyph glyph : row) {
            if (glyph.text().isBlank() && part.isEmpty()) {
                continue;
            }
            boolean gap = glyph.x() - end > GAP_EM * Math.max(size, glyph.size());
            if (!part.isEmpty() && gap && !glyph.text().isBlank()) {
                into.add(new Line(List.copyOf(part), base, size, 0, 0, 0));
                part.clear();
                size = 0;
            }
            part.add(glyph);
            if (!glyph.text().isBlank()) {
                end = glyph.x() + glyph.width();
                size = Math.max(size, glyph.size());
            }
        }
        while (!part.isEmpty() && part.getLast().text().isBlank()) {
            part.removeLast();
        }
        if (!part.isEmpty()) {
            into.add(new Line(List.copyOf(part), base, size, 0, 0, 0));
        }
    }
}
