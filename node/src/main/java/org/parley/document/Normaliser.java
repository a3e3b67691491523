// SPDX-License-Identifier: Apache-2.0
package org.parley.document;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Writes a block's characters into the normal text: one pass, each character folded, spaces that
 * mean nothing dropped, numbers and words put together, footnote marks taken out and remembered.
 */
final class Normaliser {
    /** How many figures stand after a comma of thousands. */
    private static final int THOUSANDS = 3;

    /** Words that keep their hyphen when a line ends after it. */
    private static final Set<String> KEEP_HYPHEN =
            Set.of(
                    "non",
                    "long",
                    "short",
                    "medium",
                    "intermediate",
                    "self",
                    "anti",
                    "mid",
                    "high",
                    "low",
                    "sea",
                    "air",
                    "ground",
                    "land",
                    "submarine",
                    "two",
                    "three",
                    "so",
                    "no",
                    "first",
                    "second",
                    "nuclear",
                    "multi",
                    "cross",
                    "well",
                    "one",
                    "dual");

    private final NormalText.Builder out;
    private final List<Repair> repairs;
    private final BiConsumer<Integer, String> note;
    private final Set<String> labels;
    private final Pinyin pinyin = new Pinyin();
    private Chars in = new Chars();
    private int begin;
    private int end;

    /**
     * @param labels of the footnotes the document holds
     * @param note takes where a mark stood, and its label
     */
    Normaliser(
            NormalText.Builder out,
            List<Repair> repairs,
            Set<String> labels,
            BiConsumer<Integer, String> note) {
        this.out = out;
        this.repairs = repairs;
        this.labels = labels;
        this.note = note;
    }

    void write(Chars chars) {
        in = chars;
        begin = out.length();
        end = chars.last() + 1;
        int i = chars.first();
        while (i < end) {
            i = step(i);
        }
    }

    /** Handles what begins at {@code i}; where to go on. */
    private int step(int i) {
        char c = in.at(i);
        if ((c >= 'a' && c <= 'z' || Fold.isHan(c)) && !isMarkAt(i + 1)) {
            char form = Fold.of(c);
            if (form != Fold.MANY) {
                put(form, i);
                return i + 1;
            }
        }
        if (Fold.isSpace(c)) {
            return space(i);
        }
        if (c == Chars.RAISED) {
            return raised(i);
        }
        int special = special(i, c);
        return special > i ? special : plain(i, c);
    }

    private int special(int i, char c) {
        return switch (c) {
            case '[' -> bracketNote(i);
            case '(', '（' -> pinyinAt(i);
            case '-' -> hyphen(i);
            case ',', ':', ';', '?', '!', '.', '．', '・', '•', '‧', '∙' -> mark(i, c);
            default -> {
                if (Fold.circled(c) > 0) {
                    yield circledNote(i);
                }
                yield Fold.raised(c) >= 0 ? figures(i) : i;
            }
        };
    }

    private int plain(int i, char c) {
        int to = i + 1;
        while (to < end && isMarkAt(to)) {
            to++;
        }
        char form = Fold.of(c);
        if (to == i + 1 && form != Fold.MANY) {
            if (form != Fold.DROP) {
                put(form, i);
            }
            return to;
        }
        if (Character.isHighSurrogate(c) && to < end && Character.isLowSurrogate(in.at(to))) {
            to++;
        }
        StringBuilder cluster = new StringBuilder();
        for (int k = i; k < to; k++) {
            cluster.append(in.at(k));
        }
        String normal = Normalizer.normalize(cluster, Normalizer.Form.NFKC);
        boolean private3 = Character.getType(normal.codePointAt(0)) == Character.PRIVATE_USE;
        for (int k = 0; k < normal.length() && !private3; k++) {
            char simple = normal.charAt(k);
            char again = Fold.of(simple);
            put(again == Fold.MANY || again == Fold.DROP ? simple : again, i, to);
        }
        return to;
    }

    private boolean isMarkAt(int i) {
        return i < end && in.at(i) >= '\u0300' && Fold.isMark(in.at(i));
    }

    private void put(char c, int i) {
        out.add(c, in.from(i), in.to(i));
    }

    private void put(char c, int i, int to) {
        out.add(c, in.from(i), in.to(to - 1));
    }

    /** The last character written for this block, or a space at its start. */
    private char before() {
        return before(1);
    }

    private char before(int back) {
        return out.length() - back >= begin ? out.charAt(out.length() - back) : ' ';
    }

    /** The next character that prints, or a space at the end. */
    private char after(int i) {
        int k = skip(i);
        return k < end ? in.at(k) : ' ';
    }

    private int skip(int i) {
        int k = i;
        while (k < end && (Fold.isSpace(in.at(k)) || Fold.of(in.at(k)) == Fold.DROP)) {
            k++;
        }
        return k;
    }

    private int space(int i) {
        int next = i;
        boolean line = false;
        boolean narrow = true;
        while (next < end && (Fold.isSpace(in.at(next)) || Fold.of(in.at(next)) == Fold.DROP)) {
            char c = in.at(next);
            if (c == Chars.RAISED || c == Chars.LEVEL) {
                break;
            }
            line |= c == '\n' || c == '\r' || c == '\f';
            narrow &= c == '\u00A0' || c == '\u2009' || c == '\u202F';
            next++;
        }
        if (next >= end || out.length() == begin || in.at(next) == Chars.RAISED) {
            return next;
        }
        char left = before();
        char right = in.at(next);
        if (Fold.isWide(left) && (Fold.isWide(right) || isFigure(right))
                || isFigure(left) && Fold.isWide(right)) {
            if (line && isFigure(left)) {
                repair(Repair.Kind.NUMBER_JOINED, i, next);
            }
            return next;
        }
        boolean quotes = isQuote(right) && Fold.isWide(left) || isQuote(left) && Fold.isWide(right);
        if (quotes || isChinesePoint(left) || isChinesePoint(right)) {
            return next;
        }
        if (isFigure(left) && isFigure(right) && joinsNumber(next, narrow, line)) {
            repair(Repair.Kind.NUMBER_JOINED, i, next);
            return next;
        }
        if (left == ',' && line && isFigure(before(2)) && figuresAt(next) == THOUSANDS) {
            return next;
        }
        if (left != ' ') {
            put(' ', i, next);
        }
        return next;
    }

    /** Ends or opens something in Chinese type, where a space says nothing. */
    private static boolean isChinesePoint(char c) {
        return "，。；：？！、《》「」『』【】".indexOf(c) >= 0;
    }

    private static boolean isQuote(char c) {
        return c == '“' || c == '”' || c == '‘' || c == '’';
    }

    private static boolean isFigure(char c) {
        return Fold.isDigit(Fold.of(c));
    }

    private int figuresAt(int from) {
        int count = 0;
        while (from + count < end && isFigure(in.at(from + count))) {
            count++;
        }
        return count;
    }

    /** {@code 5 428 枚}, {@code 1⏎550 枚}, {@code 20⏎22年}, and narrow spaces between thousands. */
    private boolean joinsNumber(int next, boolean narrow, boolean line) {
        int right = figuresAt(next);
        int left = 0;
        while (Fold.isDigit(before(left + 1))) {
            left++;
        }
        char then = after(next + right);
        if (line && left + right == 4 && then == '年') {
            return true;
        }
        boolean thousands = right == THOUSANDS && left <= 3 && before(left) != '0';
        return thousands && (narrow || Fold.isHan(then) || Fold.isHan(before(left + 1)));
    }

    private void repair(Repair.Kind kind, int i, int to) {
        repairs.add(new Repair(kind, in.from(i), in.to(to - 1)));
    }

    /** A point in a Chinese sentence is a Chinese point, however the keyboard wrote it. */
    private int mark(int i, char c) {
        char left = before();
        char right = i + 1 < end ? in.at(i + 1) : ' ';
        boolean han = Fold.isHan(left) || Fold.isHan(right);
        if ("．・•‧∙".indexOf(c) >= 0) {
            if (Fold.isHan(left) && Fold.isHan(right)) {
                put('·', i);
                return i + 1;
            }
            return i;
        }
        boolean inWord = isFigure(left) && isFigure(right);
        if (!han || inWord || left == ' ') {
            return i;
        }
        if (c == '.') {
            char next = after(i + 1);
            boolean ends = Fold.isHan(left) && (i + 1 >= end || Fold.isHan(next));
            if (!ends) {
                return i;
            }
            put('。', i);
            return i + 1;
        }
        put("，：；？！".charAt(",:;?!".indexOf(c)), i);
        return i + 1;
    }

    private int hyphen(int i) {
        int next = i + 1;
        boolean line = false;
        while (next < end && Fold.isSpace(in.at(next))) {
            line |= in.at(next) == '\n' || in.at(next) == '\f';
            next++;
        }
        if (!line || next >= end || !isLower(before()) || !isLower(in.at(next))) {
            return i;
        }
        int k = 1;
        StringBuilder word = new StringBuilder();
        while (Fold.isLatin(before(k))) {
            word.append(before(k++));
        }
        String first = word.reverse().toString().toLowerCase(java.util.Locale.ROOT);
        if (KEEP_HYPHEN.contains(first) || before(k) == '-') {
            put('-', i);
        } else {
            repair(Repair.Kind.HYPHEN_JOINED, i, next);
        }
        return next;
    }

    private static boolean isLower(char c) {
        return Fold.isLatin(c) && Character.isLowerCase(c);
    }

    private int pinyinAt(int i) {
        if (!Fold.isHan(before())) {
            return i;
        }
        int close = pinyin.endOfReading(in, i, end);
        if (close > i) {
            repair(Repair.Kind.PINYIN_DROPPED, i, close);
            return close;
        }
        return i;
    }

    /** What the source raised: a note, or a part of a unit or number. */
    private int raised(int i) {
        int close = i + 1;
        StringBuilder inside = new StringBuilder();
        while (close < end && in.at(close) != Chars.LEVEL) {
            inside.append(in.at(close++));
        }
        String label = Notes.label(inside);
        boolean power = Notes.isPower(before(), before(2), before(3), label);
        if (label.isEmpty() || power) {
            return i + 1;
        }
        note.accept(out.length(), label);
        return Math.min(close + 1, end);
    }

    private int circledNote(int i) {
        String label = Integer.toString(Fold.circled(in.at(i)));
        boolean list = out.length() == begin || "：；:;(（、".indexOf(before()) >= 0;
        boolean known = labels.contains(label);
        if (list || !known && "。，,. ".indexOf(before()) >= 0) {
            return i;
        }
        note.accept(out.length(), label);
        return i + 1;
    }

    /** Raised figures as characters: ¹². */
    private int figures(int i) {
        int to = i;
        StringBuilder inside = new StringBuilder();
        while (to < end && Fold.raised(in.at(to)) >= 0) {
            inside.append((char) ('0' + Fold.raised(in.at(to++))));
        }
        if (Notes.isPower(before(), before(2), before(3), inside.toString())
                || out.length() == begin) {
            return i;
        }
        note.accept(out.length(), Notes.label(inside));
        return to;
    }

    /** {@code [12]}, {@code [^a]}. */
    private int bracketNote(int i) {
        int close = i + 1;
        while (close < end && close < i + 24 && in.at(close) != ']') {
            close++;
        }
        if (close >= end || in.at(close) != ']' || out.length() == begin) {
            return i;
        }
        StringBuilder inside = new StringBuilder();
        for (int k = i + 1; k < close; k++) {
            inside.append(in.at(k));
        }
        boolean named = inside.length() > 1 && inside.charAt(0) == '^';
        String label = Notes.label(inside);
        boolean figures = inside.length() <= 3 && Notes.isNumber(label);
        if (named || figures && before() != ' ' && in.at(i + 1) != '0') {
            note.accept(out.length(), label);
            return close + 1;
        }
        return i;
    }

    /** For the tests: a text of its own. */
    static String normal(String raw) {
        NormalText.Builder builder = new NormalText.Builder(raw.length());
        Chars chars = new Chars();
        chars.addRaw(raw, 0, raw.length());
        new Normaliser(builder, new ArrayList<>(), Set.of(), (at, label) -> {}).write(chars);
        return builder.build().value();
    }
}
