// SPDX-License-Identifier: Apache-2.0
package org.parley.document;

import org.parley.document.Block.Kind;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes blocks of what a reader of a format found: tells kinds by looks, lifts footnotes out, drops
 * what a page prints on every sheet, joins what a page's end cut, and writes the normal text.
 */
final class Assembler {
    private static final int PARAGRAPH_MIN = 16;
    private static final int REPEAT_MAX = 16;

    private final String raw;
    private final Format format;
    private final Optional<String> title;
    private final List<Draft> drafts;
    private final List<Repair> repairs;
    private final List<Block> blocks = new ArrayList<>();
    private final List<NoteMark> notes = new ArrayList<>();
    private final List<Pending> pending = new ArrayList<>();
    private final Set<String> labels = new HashSet<>();
    private final Map<Integer, Draft> footnotes = new HashMap<>();

    /** A mark whose footnote is not yet known. */
    private record Pending(int at, int rawAt, String label) {}

    Assembler(
            String raw,
            Format format,
            Optional<String> title,
            List<Draft> drafts,
            List<Repair> repairs) {
        this.raw = raw;
        this.format = format;
        this.title = title;
        this.drafts = new ArrayList<>(drafts);
        this.repairs = repairs;
    }

    List<Block> blocks() {
        return blocks;
    }

    List<NoteMark> notes() {
        return notes;
    }

    NormalText assemble() {
        tellKinds();
        findFootnotes();
        if (format != Format.HTML) {
            dropRunningHeads();
            join();
        }
        NormalText text = write();
        linkNotes(text);
        return text;
    }

    private void tellKinds() {
        String said = title.map(Letters::only).orElse("");
        boolean first = true;
        boolean over = false;
        for (Draft draft : drafts) {
            String text = draft.chars.plain();
            draft.ofThePage |= Looks.isPageNumber(text);
            if (!said.isEmpty() && text.length() < 200 && Letters.only(text).equals(said)) {
                draft.kind = Kind.TITLE;
            } else if (!draft.certain
                    && draft.kind == Kind.PARAGRAPH
                    && (format == Format.HTML || format == Format.MARKDOWN)) {
                draft.kind = Looks.kindOf(text, format != Format.HTML || text.length() < 24);
            } else if (draft.kind == Kind.HEADING || draft.kind == Kind.LIST_ITEM) {
                draft.kind = Looks.isFurniture(text) ? Kind.BOILERPLATE : draft.kind;
            }
            boolean plain = draft.kind == Kind.HEADING || draft.kind == Kind.PARAGRAPH;
            if (first && plain && !draft.certain && Looks.isNavigation(text)) {
                draft.kind = Kind.BOILERPLATE;
            }
            if (text.startsWith("原标题") || text.startsWith("原標題")) {
                draft.kind = Kind.TITLE;
            }
            if (first && draft.kind == Kind.HEADING && said.isEmpty()) {
                draft.kind = Kind.TITLE;
            } else if (!said.isEmpty() && draft.kind == Kind.TITLE && !isSaid(text, said)) {
                draft.kind = draft.certain ? Kind.TITLE : Kind.HEADING;
            }
            over |= Looks.endsArticle(text) && !first;
            if (over && draft.kind != Kind.BYLINE) {
                draft.kind = Kind.BOILERPLATE;
            }
            first &= draft.kind == Kind.BOILERPLATE;
        }
    }

    private static boolean isSaid(String text, String said) {
        String letters = Letters.only(text);
        return letters.contains(said) || said.contains(letters) || text.startsWith("原");
    }

    private void findFootnotes() {
        Set<String> seen = new HashSet<>();
        for (Draft draft : drafts) {
            boolean may =
                    draft.kind == Kind.PARAGRAPH
                            || draft.kind == Kind.FOOTNOTE
                            || draft.kind == Kind.HEADING && !draft.certain
                            || draft.kind == Kind.LIST_ITEM;
            Notes.Mark mark = may ? Notes.markAt(draft.chars) : Notes.Mark.NONE;
            if (!mark.label().isEmpty() && isFootnote(draft, mark, seen)) {
                draft.kind = Kind.FOOTNOTE;
                draft.label = mark.label();
                labels.add(mark.label());
                Chars rest = draft.chars.slice(mark.end(), draft.chars.size());
                draft.chars.cutTo(0);
                draft.chars.addAll(rest, 0, rest.size());
            } else if (draft.kind != Kind.FOOTNOTE) {
                collectMarks(draft.chars, seen);
            }
        }
    }

    private static boolean isFootnote(Draft draft, Notes.Mark mark, Set<String> seen) {
        if (draft.kind == Kind.FOOTNOTE || mark.sort() == Notes.Sort.NAMED) {
            return true;
        }
        String text = draft.chars.plain();
        boolean cites =
                text.contains("参见")
                        || text.contains("參見")
                        || text.contains("同上")
                        || text.contains("http")
                        || text.contains("版，第")
                        || text.contains("pp.")
                        || text.contains(" p. ");
        return switch (mark.sort()) {
            case RAISED, CIRCLED, BRACKETED -> seen.contains(mark.label()) || cites;
            case BARE -> seen.contains(mark.label()) && (cites || draft.kind != Kind.LIST_ITEM);
            case NAMED -> true;
        };
    }

    /** The labels of the marks inside a paragraph, wherever they stand but at its start. */
    private static void collectMarks(Chars chars, Set<String> into) {
        for (int i = chars.first() + 1; i < chars.size(); i++) {
            char c = chars.at(i);
            if (Fold.circled(c) > 0) {
                into.add(Integer.toString(Fold.circled(c)));
            } else if (c == Chars.RAISED || c == '[' || Fold.raised(c) >= 0) {
                char close = c == '[' ? ']' : Chars.LEVEL;
                StringBuilder inside = new StringBuilder();
                int k = Fold.raised(c) >= 0 ? i : i + 1;
                while (k < chars.size() && k < i + 8 && chars.at(k) != close) {
                    if (Fold.raised(c) >= 0 && Fold.raised(chars.at(k)) < 0) {
                        break;
                    }
                    inside.append(chars.at(k++));
                }
                into.add(Notes.label(inside));
                i = Math.max(i, k - 1);
            }
        }
        into.remove("");
    }

    /** A short line that stands at three pages' edges is a running head, whatever its number. */
    private void dropRunningHeads() {
        Map<String, List<Draft>> same = new HashMap<>();
        for (int i = 0; i < drafts.size(); i++) {
            Draft draft = drafts.get(i);
            boolean edge = draft.newPage || i + 1 < drafts.size() && drafts.get(i + 1).newPage;
            if (edge && draft.chars.size() < 60) {
                String key = draft.chars.plain().replaceAll("[\\d\\s·—-]", "");
                same.computeIfAbsent(key, k -> new ArrayList<>()).add(draft);
            }
        }
        for (List<Draft> heads : same.values()) {
            if (heads.size() >= 3) {
                for (Draft head : heads) {
                    head.kind = Kind.BOILERPLATE;
                    head.ofThePage = true;
                }
            }
        }
    }

    private void join() {
        for (int i = 0; i < drafts.size(); i++) {
            Draft draft = drafts.get(i);
            if (draft.kind != Kind.PARAGRAPH) {
                continue;
            }
            int next = i + 1;
            while (next < drafts.size() && isBetween(drafts.get(next))) {
                next++;
            }
            if (next < drafts.size() && isNotesRest(draft, next)) {
                i--;
                continue;
            }
            if (next < drafts.size() && goesOn(draft, drafts.get(next), next > i + 1)) {
                Draft rest = drafts.remove(next);
                append(draft, rest);
                i--;
            }
        }
    }

    private static boolean isBetween(Draft draft) {
        return draft.kind == Kind.FOOTNOTE || draft.ofThePage;
    }

    /** A Latin line between two Chinese halves goes on from a footnote cut by the page's end. */
    private boolean isNotesRest(Draft draft, int next) {
        Draft rest = drafts.get(next);
        Chars chars = draft.chars;
        if (rest.kind != Kind.PARAGRAPH
                || !Fold.isHan(chars.at(chars.last()))
                || !Fold.isLatin(rest.chars.at(rest.chars.first()))
                || !rest.newPage) {
            return false;
        }
        for (int i = next - 1; i >= 0; i--) {
            Draft note = drafts.get(i);
            if (note.kind == Kind.FOOTNOTE) {
                boolean open = Fold.isLatin(note.chars.at(note.chars.last()));
                if (open) {
                    append(note, drafts.remove(next));
                }
                return open;
            }
        }
        return false;
    }

    private boolean goesOn(Draft draft, Draft rest, boolean over) {
        String text = draft.chars.plain();
        if (rest.kind != Kind.PARAGRAPH
                || text.length() < PARAGRAPH_MIN
                || Looks.endsSentence(text)) {
            return false;
        }
        char first = rest.chars.at(rest.chars.first());
        boolean cut = over || rest.newPage;
        if (first == '【' || text.startsWith("【") && !cut) {
            return false;
        }
        if (Fold.isLatin(text.charAt(text.length() - 1)) && Fold.isLatin(first)) {
            return Character.isLowerCase(first);
        }
        if (Fold.isLatin(text.charAt(text.length() - 1)) && !cut) {
            return false;
        }
        boolean wide = Fold.isWide(first) || Fold.isDigit(first) || first == '“' || first == '(';
        return wide || cut;
    }

    private void append(Draft draft, Draft rest) {
        Chars chars = draft.chars;
        int end = chars.last() + 1;
        chars.cutTo(end);
        Chars more = rest.chars;
        int begin = more.first();
        int twice = printedTwice(chars, more, begin);
        int cut = chars.to(end - 1);
        if (twice > 0) {
            repairs.add(new Repair(Repair.Kind.REPEATED_AT_PAGE, chars.from(end - twice), cut));
            chars.cutTo(end - twice);
        }
        repairs.add(new Repair(Repair.Kind.JOINED_OVER_PAGE, cut, more.from(begin)));
        chars.put('\n', cut, cut);
        chars.addAll(more, begin, more.size());
    }

    /** {@code …延长《新} and on the next page {@code 《新削减…}: how much stands twice. */
    private static int printedTwice(Chars chars, Chars more, int begin) {
        int most = Math.min(REPEAT_MAX, Math.min(chars.size(), more.size() - begin));
        for (int length = most; length >= 2; length--) {
            int start = chars.size() - length;
            boolean same = "《“「(（".indexOf(chars.at(start)) >= 0;
            for (int i = 0; same && i < length; i++) {
                same = chars.at(start + i) == more.at(begin + i);
            }
            if (same) {
                return length;
            }
        }
        return 0;
    }

    private NormalText write() {
        NormalText.Builder out = new NormalText.Builder(raw.length());
        Normaliser normaliser =
                new Normaliser(
                        out,
                        repairs,
                        labels,
                        (at, label) -> pending.add(new Pending(at, out.lastRawTo(), label)));
        Map<String, Integer> first = new HashMap<>();
        for (Draft draft : drafts) {
            if (out.length() > 0) {
                out.add('\n', out.lastRawTo(), out.lastRawTo());
            }
            int from = out.length();
            normaliser.write(draft.chars);
            int to = out.length();
            if (from == to) {
                if (from > 0) {
                    out.dropLast();
                }
                continue;
            }
            String letters = Letters.only(out, from, to);
            int repeats = -1;
            if (!letters.isEmpty()) {
                Integer earlier = first.putIfAbsent(letters, blocks.size());
                repeats = earlier == null ? -1 : earlier;
            }
            Kind kind = draft.kind;
            if (kind == Kind.HEADING && repeats >= 0 && blocks.get(repeats).kind() == Kind.TITLE) {
                kind = Kind.TITLE;
            }
            if (kind == Kind.FOOTNOTE) {
                footnotes.put(blocks.size(), draft);
            }
            blocks.add(new Block(kind, from, to, repeats));
        }
        return out.build();
    }

    /** A mark belongs to the next footnote in the source that bears its label. */
    private void linkNotes(NormalText text) {
        for (Pending mark : pending) {
            int found = -1;
            for (int i = 0; i < blocks.size() && found < 0; i++) {
                Draft note = footnotes.get(i);
                if (note != null
                        && text.rawFrom(blocks.get(i).from()) >= mark.rawAt
                        && note.label.equals(mark.label)) {
                    found = i;
                }
            }
            // A block of nothing but its mark is no block; the mark then stands at the end.
            notes.add(new NoteMark(Math.min(mark.at, text.value().length()), found));
        }
    }
}
