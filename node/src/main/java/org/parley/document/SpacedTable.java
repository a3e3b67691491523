// SPDX-License-Identifier: Apache-2.0
package org.parley.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tables of a plain text whose columns are set apart by blanks only. Lines are rows if one or more
 * beside them have as many cells and numbers stand in cells of their own; words that were spread
 * over a line, or a bar of links, make none.
 */
final class SpacedTable {
    private static final int GAP_MIN = 2;

    /** How far the first words are indented where the corner of a table is empty. */
    private static final int CORNER_MIN = 8;

    private static final int CELLS_MIN = 3;

    private static final int CELLS_MAX = 24;

    /** A stretch of blanks between two cells. */
    record Gap(int from, int to) {}

    /** A line with the gaps between its cells; an empty corner begins with a gap of no width. */
    private record Line(int begin, int end, List<Gap> gaps) {
        int cells() {
            return gaps.size() + 1;
        }
    }

    /** The gaps of each row, by where its words begin. */
    private final Map<Integer, List<Gap>> rows = new HashMap<>();

    private final String raw;

    private SpacedTable(String raw) {
        this.raw = raw;
    }

    static SpacedTable in(String raw, int from) {
        SpacedTable table = new SpacedTable(raw);
        if (raw.indexOf("   ", from) >= 0) {
            table.find(from);
        }
        return table;
    }

    /** The gaps of the row whose words begin at a place; none if no row begins there. */
    List<Gap> gaps(int begin) {
        return rows.getOrDefault(begin, List.of());
    }

    private void find(int from) {
        List<Line> run = new ArrayList<>();
        for (int at = from; at < raw.length(); ) {
            int end = raw.indexOf('\n', at);
            end = end < 0 ? raw.length() : end;
            Line line = line(at, end);
            int cells = run.isEmpty() ? line.cells() : run.getFirst().cells();
            if (fitted(line, cells).cells() != cells) {
                take(run);
                run.clear();
                cells = line.cells();
            }
            if (cells >= CELLS_MIN) {
                run.add(fitted(line, cells));
            }
            at = end + 1;
        }
        take(run);
    }

    private void take(List<Line> run) {
        if (run.size() > 1 && run.stream().skip(1).allMatch(this::hasNumber)) {
            run.forEach(line -> rows.put(line.begin(), line.gaps()));
        }
    }

    /** Whether a cell behind the first begins with a digit. */
    private boolean hasNumber(Line line) {
        return line.gaps().stream().anyMatch(gap -> Character.isDigit(raw.charAt(gap.to())));
    }

    private Line line(int from, int lineEnd) {
        int end = lineEnd;
        while (end > from && raw.charAt(end - 1) <= ' ') {
            end--;
        }
        int begin = from;
        while (begin < end && raw.charAt(begin) == ' ') {
            begin++;
        }
        List<Gap> gaps = new ArrayList<>();
        if (begin - from >= CORNER_MIN) {
            gaps.add(new Gap(begin, begin));
        }
        for (int at = begin; at < end && gaps.size() < CELLS_MAX; at++) {
            int to = at;
            while (raw.charAt(to) == ' ') {
                to++;
            }
            if (to - at >= GAP_MIN) {
                gaps.add(new Gap(at, to));
            }
            at = Math.max(at, to);
        }
        return new Line(begin, end, gaps);
    }

    /** A long name leaves one blank before the first number: United Kingdom (1952) 120. */
    private Line fitted(Line line, int cells) {
        if (line.cells() != cells - 1 || line.gaps().isEmpty()) {
            return line;
        }
        int end = line.gaps().getFirst().from();
        int at = end;
        while (at > line.begin() && isOfNumber(raw.charAt(at - 1))) {
            at--;
        }
        if (at == end || at - 1 <= line.begin() || raw.charAt(at - 1) != ' ') {
            return line;
        }
        List<Gap> gaps = new ArrayList<>(line.gaps());
        gaps.addFirst(new Gap(at - 1, at));
        return new Line(line.begin(), line.end(), gaps);
    }

    private static boolean isOfNumber(char c) {
        return c >= '0' && c <= '9' || c == ',' || c == '.';
    }
}
