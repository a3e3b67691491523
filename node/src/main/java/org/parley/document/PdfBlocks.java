// SPDX-License-Identifier: Apache-2.0
package org.parley.document;

import org.parley.document.Block.Kind;
import org.parley.document.PdfPage.Line;
import org.parley.document.PdfScan.Glyph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes paragraphs of a PDF's lines and writes the text they were drawn as. A paragraph ends with a
 * short line, before an indented one, at a gap, or where the type changes its size.
 */
final class PdfBlocks {
    private final List<List<Line>> pages = new ArrayList<>();
    private final StringBuilder raw = new StringBuilder();
    private final Drafts drafts = new Drafts();
    private final Map<String, Integer> edges = new HashMap<>();
    private final float body;
    private final float leading;
    private final float largest;

    PdfBlocks(List<List<Glyph>> glyphs) {
        for (List<Glyph> page : glyphs) {
            pages.add(PdfPage.lines(page));
        }
        body = usualSize();
        leading = usualLeading();
        largest = largestOf(pages.getFirst());
        for (List<Line> page : pages) {
            if (page.size() > 2) {
                edges.merge(key(page.getFirst()), 1, Integer::sum);
                edges.merge(key(page.getLast()), 1, Integer::sum);
            }
        }
    }

    PdfScan.Drawn drawn() {
        for (int i = 0; i < pages.size(); i++) {
            if (i > 0) {
                raw.append('\f');
                drafts.page();
            }
            page(pages.get(i));
        }
        return new PdfScan.Drawn(raw.toString(), drafts.all);
    }

    private void page(List<Line> lines) {
        int notes = notesFrom(lines);
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            boolean edge = i == 0 || i == lines.size() - 1;
            if (edge && isOfThePage(line)) {
                alone(line, Kind.BOILERPLATE);
            } else if (isNote(line, i, notes)) {
                i = note(lines, i, notes);
            } else {
                i = paragraph(lines, i, notes);
            }
        }
    }

    private void alone(Line line, Kind kind) {
        write(line);
        raw.append('\n');
        if (drafts.end(kind, true)) {
            drafts.all.getLast().ofThePage = kind == Kind.BOILERPLATE;
        }
        drafts.page();
    }

    private boolean isOfThePage(Line line) {
        String key = key(line);
        return pages.size() > 1 && edges.getOrDefault(key, 0) > 1 || key.isEmpty();
    }

    private static String key(Line line) {
        StringBuilder out = new StringBuilder();
        for (Glyph glyph : line.glyphs()) {
            char c = glyph.text().charAt(0);
            if (Character.isLetter(c)) {
                out.append(glyph.text());
            }
        }
        return out.toString();
    }

    /** The first line of the smaller type at the page's foot, per page: index, or past the end. */
    private int notesFrom(List<Line> lines) {
        int from = lines.size();
        for (int i = lines.size() - 1; i >= 0; i--) {
            Line line = lines.get(i);
            boolean small = line.size() < body * 0.93f;
            if (small) {
                from = i;
            } else if (!isOfThePage(line)) {
                break;
            }
        }
        return from;
    }

    private boolean isNote(Line line, int index, int notes) {
        boolean small = line.size() < body * 0.93f;
        return small
                && (index >= notes
                        || line.column() == 1 && !Notes.markAt(chars(line)).label().isEmpty());
    }

    private int note(List<Line> lines, int from, int notes) {
        int i = from;
        write(lines.get(i));
        while (i + 1 < lines.size()
                && isNote(lines.get(i + 1), Math.max(i + 1, notes), notes)
                && Notes.markAt(chars(lines.get(i + 1))).label().isEmpty()
                && !isOfThePage(lines.get(i + 1))) {
            newLine();
            write(lines.get(++i));
        }
        boolean marked = !Notes.markAt(drafts.current()).label().isEmpty();
        drafts.end(marked ? Kind.FOOTNOTE : Kind.PARAGRAPH, false);
        raw.append("\n\n");
        return i;
    }

    private int paragraph(List<Line> lines, int from, int notes) {
        int i = from;
        Line first = lines.get(i);
        boolean large = first.size() > body * 1.12f;
        write(first);
        while (i + 1 < lines.size()) {
            Line line = lines.get(i);
            Line next = lines.get(i + 1);
            boolean last = i + 1 == lines.size() - 1;
            if (isNote(next, i + 1, notes) || last && isOfThePage(next) || ends(line, next)) {
                break;
            }
            newLine();
            write(next);
            i++;
        }
        String text = drafts.current().plain();
        Kind kind = Looks.kindOf(text, true);
        if (kind == Kind.PARAGRAPH && large && text.length() < 200) {
            kind = Kind.HEADING;
        }
        boolean title =
                kind == Kind.HEADING
                        && large
                        && first.size() >= largest * 0.98f
                        && drafts.all.stream().noneMatch(d -> d.kind == Kind.TITLE);
        drafts.end(title ? Kind.TITLE : kind, large || kind != Kind.PARAGRAPH);
        raw.append("\n\n");
        return i;
    }

    private boolean ends(Line line, Line next) {
        if (Math.abs(line.size() - next.size()) > 0.08f * body) {
            return true;
        }
        boolean newColumn = next.column() != line.column() || next.y() < line.y();
        if (newColumn) {
            return next.column() == 0 || line.column() == 0 || isIndented(next) || isShort(line);
        }
        return next.y() - line.y() > leading * 1.45f
                || isIndented(next) && !isIndented(line)
                || isIndented(next) && isShort(line)
                || isShort(line) && endsSentence(line);
    }

    private static boolean isIndented(Line line) {
        return line.x() - line.left() > 0.8f * line.size();
    }

    private static boolean isShort(Line line) {
        return line.right() - line.end() > 3 * line.size();
    }

    private static boolean endsSentence(Line line) {
        return Looks.endsSentence(chars(line).plain());
    }

    private void newLine() {
        drafts.current().add('\n', raw.length(), raw.length() + 1);
        raw.append('\n');
    }

    private static Chars chars(Line line) {
        Chars chars = new Chars();
        set(line, new StringBuilder(), chars);
        return chars;
    }

    private void write(Line line) {
        set(line, raw, drafts.current());
    }

    /** The line's characters, words parted, what is smaller and higher marked as raised. */
    private static void set(Line line, StringBuilder raw, Chars chars) {
        boolean raised = false;
        float end = line.x();
        for (Glyph glyph : line.glyphs()) {
            boolean high = glyph.size() < line.size() * 0.8f && glyph.y() < line.y() - 1;
            if (high != raised) {
                chars.put(high ? Chars.RAISED : Chars.LEVEL, raw.length(), raw.length());
                raised = high;
            }
            boolean gap = glyph.x() - end > 0.22f * line.size() && !high;
            if (gap && raw.length() > 0 && chars.size() > 0 && glyph.x() > line.x()) {
                chars.add(' ', raw.length(), raw.length() + 1);
                raw.append(' ');
            }
            for (int i = 0; i < glyph.text().length(); i++) {
                chars.add(glyph.text().charAt(i), raw.length(), raw.length() + 1);
                raw.append(glyph.text().charAt(i));
            }
            end = glyph.x() + glyph.width();
        }
        if (raised) {
            chars.put(Chars.LEVEL, raw.length(), raw.length());
        }
    }

    private float usualSize() {
        Map<Integer, Integer> sizes = new HashMap<>();
        for (List<Line> page : pages) {
            for (Line line : page) {
                sizes.merge(Math.round(line.size() * 2), line.glyphs().size(), Integer::sum);
            }
        }
        return sizes.entrySet().stream()
                .max(
                        Map.Entry.<Integer, Integer>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey()))
                .map(e -> e.getKey() / 2f)
                .orElse(10f);
    }

    private float usualLeading() {
        Map<Integer, Integer> gaps = new HashMap<>();
        for (List<Line> page : pages) {
            for (int i = 1; i < page.size(); i++) {
                float gap = page.get(i).y() - page.get(i - 1).y();
                if (gap > 0.8f * body && gap < 3 * body) {
                    gaps.merge(Math.round(gap), 1, Integer::sum);
                }
            }
        }
        return gaps.entrySet().stream()
                .max(
                        Map.Entry.<Integer, Integer>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey()))
                .map(e -> (float) e.getKey())
                .orElse(1.3f * body);
    }

    private static float largestOf(List<Line> page) {
        float largest = 0;
        for (Line line : page) {
            largest = Math.max(largest, line.size());
        }
        return largest;
    }
}
