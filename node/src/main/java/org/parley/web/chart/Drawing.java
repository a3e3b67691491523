// SPDX-License-Identifier: Apache-2.0
package org.parley.web.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * A chart, ready to be written or painted.
 *
 * @param title what it shows; read out to those who do not see it
 * @param description what is to be seen in it, in a sentence
 */
public record Drawing(
        double width, double height, String title, String description, List<Mark> marks) {
    private static final int MARGIN = 16;
    private static final int LEADING = 16;

    public Drawing {
        marks = List.copyOf(marks);
    }

    /**
     * The drawing as it leaves the page: title and view above, citation and source below, so that
     * it cannot be separated from them.
     */
    public Drawing captioned(List<String> above, List<String> below) {
        List<Mark> all = new ArrayList<>();
        List<String> foot = wrapped(below, (int) (width / 5.6));
        double top = MARGIN + 6 + above.size() * (double) LEADING + 6;
        double whole = top + height + 10 + foot.size() * 13.0 + MARGIN;
        all.add(new Mark.Area(0, 0, width + 2 * MARGIN, whole, Ink.PAPER));
        for (int i = 0; i < above.size(); i++) {
            double y = MARGIN + 10 + i * (double) LEADING;
            Ink ink = i == 0 ? Ink.TEXT : Ink.MUTED;
            all.add(label(above.get(i), y, ink, i == 0 ? 14 : 12, i == 0));
        }
        all.add(new Mark.Group(MARGIN, top, marks));
        for (int i = 0; i < foot.size(); i++) {
            double y = top + height + 18 + i * 13.0;
            all.add(label(foot.get(i), y, Ink.MUTED, 10, false));
        }
        return new Drawing(width + 2 * MARGIN, whole, title, description, all);
    }

    private static Mark label(String text, double y, Ink ink, int size, boolean bold) {
        return new Mark.Label(text, MARGIN, y, Mark.Anchor.START, ink, size, bold);
    }

    /** Breaks at spaces; a Chinese character takes the room of two and may end a line. */
    public static List<String> wrapped(List<String> lines, int columns) {
        List<String> out = new ArrayList<>();
        for (String line : lines) {
            StringBuilder now = new StringBuilder();
            int used = 0;
            int space = -1;
            for (int i = 0; i < line.length(); i++) {
                char c = line.charAt(i);
                now.append(c);
                used += c >= 0x2e80 ? 2 : 1;
                if (c == ' ' || c >= 0x2e80) {
                    space = now.length();
                }
                if (used >= columns && i + 1 < line.length()) {
                    int cut = space > 0 ? space : now.length();
                    out.add(now.substring(0, cut).strip());
                    now.delete(0, cut);
                    used = (int) now.chars().mapToLong(x -> x >= 0x2e80 ? 2 : 1).sum();
                    space = -1;
                }
            }
            out.add(now.toString());
        }
        return out;
    }
}
