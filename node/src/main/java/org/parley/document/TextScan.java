// SPDX-License-Identifier: Apache-2.0
package org.parley.document;

import org.parley.document.Block.Kind;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds the blocks of a plain text. Blank lines end blocks. A line goes on in the next one when it
 * ends without an end of sentence and is about as long as the lines of the text are.
 */
final class TextScan {
    /** Lines longer than this were not broken to fit a page. */
    private static final int TITLE_MAX = 60;

    private static final int LATIN_TITLE_MAX = 130;

    private static final int WRAP_MAX = 160;

    private static final Pattern LIST_MARK =
            Pattern.compile("[(（]?(?:\\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4}|[一二三四五六七八九十]{1,3})[.)）、]|\\W");

    private final String raw;
    private final Drafts drafts;
    private final int wrap;
    private final boolean wrapped;
    private final SpacedTable spaced;
    private boolean first = true;

    /** How many bars the block before has. */
    private int barsBefore;

    private TextScan(String raw, int from, Drafts drafts) {
        this.raw = raw;
        this.drafts = drafts;
        this.wrap = longest(from);
        this.wrapped = wrap <= WRAP_MAX && isWrapped(from);
        this.spaced = SpacedTable.in(raw, from);
    }

    static void scan(String raw, int from, Drafts drafts) {
        new TextScan(raw, from, drafts).lines(from);
    }

    private void lines(int from) {
        int at = from;
        int last = -1;
        while (at < raw.length()) {
            int end = lineEnd(at);
            int begin = skipSpace(at, end);
            boolean page = raw.indexOf('\f', at, end) >= 0;
            if (begin == end) {
                finish(last, true);
                last = -1;
            } else {
                if (last >= 0 && breaks(last, lineEnd(last), begin, end, at)) {
                    finish(last, false);
                    last = -1;
                }
                if (page) {
                    if (last >= 0) {
                        finish(last, true);
                    }
                    drafts.page();
                }
                Chars chars = drafts.current();
                if (last >= 0) {
                    int gap = lineEnd(last);
                    chars.add('\n', gap, at);
                }
                chars.addRaw(raw, begin, end);
                last = begin;
            }
            at = next(end);
            if (page && begin == end) {
                drafts.page();
            }
        }
        finish(last, true);
    }

    private void finish(int last, boolean blankFollows) {
        if (last < 0) {
            return;
        }
        Chars chars = drafts.current();
        String text = chars.plain();
        int list = bullet(chars.first(), chars);
        boolean navigation = first && Looks.isNavigation(text);
        Kind kind = navigation ? Kind.BOILERPLATE : Looks.kindOf(text, blankFollows || first);
        boolean certain = false;
        if (list > 0 && kind != Kind.BOILERPLATE) {
            Chars rest = chars.slice(list, chars.size());
            chars.cutTo(0);
            chars.addAll(rest, 0, rest.size());
            kind = Kind.LIST_ITEM;
            certain = true;
        } else if (first && kind == Kind.HEADING) {
            kind = Kind.TITLE;
        } else if (first && isShort(text) && !endsLine(text) && kind == Kind.PARAGRAPH) {
            kind = Kind.TITLE;
        }
        int bars = text.indexOf('\n') < 0 ? bars(last) : 0;
        if (bars > 0 && (bars == barsBefore || bars == bars(next(lineEnd(last))))) {
            kind = Kind.TABLE_ROW;
            certain = true;
            if (text.indexOf('|') < 0) {
                bar(chars, spaced.gaps(last));
            }
        }
        barsBefore = bars;
        first &= navigation && kind == Kind.BOILERPLATE;
        drafts.end(kind, certain);
    }

    /** As short as headlines are; in Latin letters they take more of them. */
    private static boolean isShort(String text) {
        boolean latin = !text.isEmpty() && text.charAt(0) < 0x250;
        return text.length() < (latin ? LATIN_TITLE_MAX : TITLE_MAX);
    }

    private boolean breaks(int last, int lastEnd, int begin, int end, int lineStart) {
        String line = raw.substring(last, lastEnd).strip();
        String next = raw.substring(begin, Math.min(end, begin + 40));
        int bars = bars(last);
        int barsNext = bars(begin);
        if (bars > 0 && (bars == barsBefore || bars == barsNext)
                || barsNext > 0 && barsNext == bars(next(end))) {
            return true;
        }
        int width = width(last, lastEnd);
        boolean full = wrapped && width >= wrap * 4 / 5;
        if (bulletIn(next) || Looks.isByline(raw.substring(begin, end).strip())) {
            return true;
        }
        if (first && drafts.current().size() == lastEnd - last && !full && !line.endsWith(",")) {
            return !(endsInNumber(line) && Fold.isHan(next.charAt(0)));
        }
        if (Looks.isByline(line) || Looks.isFurniture(line)) {
            return true;
        }
        boolean indented = begin - lineStart >= 2 && skipSpace(lineStart(last), lastEnd) == last;
        boolean item = bullet(0, drafts.current()) > 0;
        if (indented && !item && begin - lineStart > last - lineStart(last)) {
            return true;
        }
        if (endsLine(line)) {
            return !full;
        }
        char lastChar = line.charAt(line.length() - 1);
        boolean goesOn = "，、,-—".indexOf(lastChar) >= 0 || endsInNumber(line);
        return !goesOn && wrap > 0 && width * 5 < wrap * 3;
    }

    /**
     * How many bars, tabulators or wide gaps the line at a place has between cells: those of one
     * table have as many. A tabulator after the mark of a list, {@code 1.⇥The parties}, parts no
     * cells.
     */
    private int bars(int at) {
        if (at >= raw.length()) {
            return 0;
        }
        int end = lineEnd(at);
        String line = raw.substring(at, end).strip();
        int bars = (int) line.chars().filter(c -> c == '|').count();
        int tab = line.indexOf('\t');
        if (bars > 0) {
            return bars;
        }
        if (tab < 0 || LIST_MARK.matcher(line).region(0, tab).matches()) {
            return spaced.gaps(skipSpace(at, end)).size();
        }
        // An empty corner, and empty cells at the end, have their tabulators too.
        return (int) raw.substring(lineStart(at), end).chars().filter(c -> c == '\t').count();
    }

    /** Writes the tabulators or the gaps between cells as bars, as other tables have them. */
    private static void bar(Chars chars, List<SpacedTable.Gap> gaps) {
        Chars cells = chars.slice(chars.first(), chars.last() + 1);
        chars.cutTo(0);
        int next = 0;
        for (int i = 0; i < cells.size(); i++) {
            boolean gap = next < gaps.size() && cells.from(i) == gaps.get(next).from();
            if (!gap && cells.at(i) != '\t') {
                chars.addAll(cells, i, i + 1);
                continue;
            }
            int to = gap ? gaps.get(next).to() : cells.to(i);
            chars.put(' ', cells.from(i), cells.from(i));
            chars.put('|', cells.from(i), to);
            chars.put(' ', to, to);
            next += gap ? 1 : 0;
            while (gap && i + 1 < cells.size() && cells.from(i + 1) < to) {
                i++;
            }
            if (gap && to == cells.from(i)) {
                chars.addAll(cells, i, i + 1);
            }
        }
    }

    private static boolean endsLine(String line) {
        return Looks.endsSentence(line);
    }

    private static boolean endsInNumber(String line) {
        return Fold.isDigit(Fold.of(line.charAt(line.length() - 1)));
    }

    private int lineStart(int at) {
        return raw.lastIndexOf('\n', at - 1) + 1;
    }

    private boolean bulletIn(String line) {
        Chars chars = new Chars();
        chars.addRaw(line, 0, line.length());
        return bullet(0, chars) > 0 || Fold.circled(line.charAt(0)) > 0;
    }

    /** Where the text of a list item begins, or 0. */
    private static int bullet(int at, Chars chars) {
        if (at + 1 >= chars.size()) {
            return 0;
        }
        char c = chars.at(at);
        boolean space = Fold.isSpace(chars.at(at + 1));
        if ("-*•·●■◆–".indexOf(c) >= 0 && (space || c == '•' || c == '●' || c == '■')) {
            return at + 1;
        }
        return 0;
    }

    private int lineEnd(int at) {
        int end = at;
        while (end < raw.length() && raw.charAt(end) != '\n' && raw.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private int next(int end) {
        boolean two =
                end + 1 < raw.length() && raw.charAt(end) == '\r' && raw.charAt(end + 1) == '\n';
        return two ? end + 2 : end + 1;
    }

    private int skipSpace(int at, int end) {
        int i = at;
        while (i < end && Fold.isSpace(raw.charAt(i))) {
            i++;
        }
        return i;
    }

    private int width(int from, int to) {
        int width = 0;
        for (int i = from; i < to; i++) {
            width += Fold.isWide(raw.charAt(i)) ? 2 : 1;
        }
        return width;
    }

    /** Whether lines go on in the next one: two at least that are long and end no sentence. */
    private boolean isWrapped(int from) {
        int found = 0;
        int goingOn = -1;
        for (int at = from; at < raw.length() && found < 2; ) {
            int end = lineEnd(at);
            boolean blank = skipSpace(at, end) == end;
            found += goingOn >= 0 && !blank ? 1 : 0;
            boolean open = !blank && !endsLine(raw.substring(at, end).strip());
            goingOn = open && width(at, end) * 5 >= wrap * 4 ? at : -1;
            at = next(end);
        }
        return found >= 2;
    }

    private int longest(int from) {
        int longest = 0;
        for (int at = from; at < raw.length(); ) {
            int end = lineEnd(at);
            longest = Math.max(longest, width(at, end));
            at = next(end);
        }
        return longest;
    }
}
