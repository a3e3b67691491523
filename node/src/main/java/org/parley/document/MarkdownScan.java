// SPDX-License-Identifier: Apache-2.0
package org.parley.document;

import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.Document;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.parley.document.Block.Kind;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds the blocks of a Markdown text. An indented line is a paragraph, not code. */
final class MarkdownScan {
    private static final int NESTING_MAX = 64;

    private static final Parser PARSER =
            Parser.builder()
                    .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
                    .maxOpenBlockParsers(NESTING_MAX)
                    .enabledBlockTypes(
                            Set.of(
                                    Heading.class,
                                    HtmlBlock.class,
                                    ThematicBreak.class,
                                    FencedCodeBlock.class,
                                    BlockQuote.class,
                                    ListBlock.class))
                    .build();

    private final String raw;
    private final int base;
    private final Align align;
    private final Drafts drafts;
    private int lists;
    private int quotes;
    private int links;
    private int images;
    private int emphasis;
    private int plain;
    private int linked;
    private boolean pictured;
    private boolean titled;
    private int lastTo;

    private MarkdownScan(String raw, int base, Drafts drafts) {
        this.raw = raw;
        this.base = base;
        this.align = new Align(raw);
        this.drafts = drafts;
    }

    static void scan(String raw, int from, Drafts drafts) {
        Node document = PARSER.parse(from == 0 ? raw : raw.substring(from));
        new MarkdownScan(raw, from, drafts).walk(document);
    }

    /** Without recursion, however deep the tree. */
    @SuppressWarnings("ReferenceEquality") // the very node, not one like it
    private void walk(Node root) {
        Node node = root;
        while (node != null) {
            enter(node);
            Node next = node.getFirstChild();
            while (next == null && node != null) {
                leave(node);
                next = node == root ? null : node.getNext();
                node = node == root ? null : node.getParent();
            }
            node = next;
        }
    }

    private void enter(Node node) {
        switch (node) {
            case Text text -> text(text, text.getLiteral());
            case Code code -> text(code, code.getLiteral());
            case SoftLineBreak line -> lineBreak();
            case HardLineBreak line -> lineBreak();
            case HtmlInline tag -> tag(tag);
            case Image image -> images++;
            case Link link -> {
                links++;
                if (isNote(link)) {
                    drafts.current().put(Chars.RAISED, lastTo, lastTo);
                }
            }
            case Emphasis some -> emphasis++;
            case ListItem item -> lists++;
            case BlockQuote quote -> quotes++;
            case ThematicBreak line -> drafts.page();
            case HtmlBlock block -> html(block);
            case FencedCodeBlock code -> code(code);
            case LinkReferenceDefinition definition -> definition(definition);
            case Heading heading -> {}
            case Paragraph paragraph -> {}
            case Document document -> {}
            default -> {}
        }
    }

    private void leave(Node node) {
        switch (node) {
            case Image image -> {
                images--;
                pictured = true;
            }
            case Link link -> {
                links--;
                if (isNote(link)) {
                    drafts.current().put(Chars.LEVEL, lastTo, lastTo);
                }
            }
            case Emphasis some -> emphasis--;
            case ListItem item -> lists--;
            case BlockQuote quote -> quotes--;
            case Heading heading -> heading(heading);
            case Paragraph paragraph -> paragraph();
            default -> {}
        }
    }

    /** {@code [^a]}, which a definition below makes a link. */
    private boolean isNote(Link link) {
        return raw.startsWith("[^", from(link));
    }

    private void heading(Heading heading) {
        String text = drafts.current().plain();
        boolean underlined = !raw.startsWith("#", from(heading));
        if (underlined && (text.length() > 60 || Looks.endsSentence(text))) {
            paragraph();
            drafts.page();
            return;
        }
        boolean title = heading.getLevel() == 1 && !titled;
        titled |= title && !text.isEmpty();
        drafts.end(title ? Kind.TITLE : Kind.HEADING, true);
        pictured = false;
        reset();
    }

    private void paragraph() {
        Chars chars = drafts.current();
        Kind kind = quotes > 0 ? Kind.QUOTE : lists > 0 ? Kind.LIST_ITEM : Kind.PARAGRAPH;
        boolean onlyEmphasis = plain == 0 && pictured;
        boolean onlyLinks = plain == linked && linked > 0 && kind == Kind.PARAGRAPH;
        if (onlyEmphasis && !onlyLinks) {
            kind = Kind.CAPTION;
        } else if (onlyLinks) {
            kind = Kind.BOILERPLATE;
        } else if (chars.size() > 0 && chars.at(chars.first()) == '|') {
            rows(chars);
            return;
        }
        boolean something = drafts.end(kind, kind != Kind.PARAGRAPH);
        pictured &= !something;
        reset();
    }

    private void reset() {
        plain = 0;
        linked = 0;
    }

    /** A table with bars, line by line; the line of dashes is no row. */
    private void rows(Chars chars) {
        int start = 0;
        int size = chars.size();
        for (int i = 0; i <= size; i++) {
            if (i == size || chars.at(i) == '\n') {
                Chars row = chars.slice(start, i);
                if (!row.plain().replaceAll("[-|: ]", "").isEmpty()) {
                    Draft draft = new Draft(Kind.TABLE_ROW, row);
                    draft.certain = true;
                    drafts.all.add(draft);
                }
                start = i + 1;
            }
        }
        chars.cutTo(0);
        reset();
    }

    private void text(Node node, String literal) {
        if (images > 0) {
            return;
        }
        List<SourceSpan> spans = node.getSourceSpans();
        if (spans.isEmpty()) {
            return;
        }
        int from = base + spans.getFirst().getInputIndex();
        SourceSpan last = spans.getLast();
        int to = base + last.getInputIndex() + last.getLength();
        align.add(drafts.current(), literal, from, to, true);
        lastTo = to;
        if (emphasis == 0 && !literal.isBlank()) {
            plain++;
        }
        if (links > 0) {
            linked++;
            plain += emphasis == 0 ? 0 : 1;
        }
    }

    private void lineBreak() {
        drafts.current().put('\n', lastTo, lastTo);
    }

    private void tag(HtmlInline tag) {
        String name = tag.getLiteral().toLowerCase(Locale.ROOT);
        if (name.equals("<sup>")) {
            drafts.current().put(Chars.RAISED, lastTo, lastTo);
        } else if (name.equals("</sup>")) {
            drafts.current().put(Chars.LEVEL, lastTo, lastTo);
        } else if (name.startsWith("<br")) {
            lineBreak();
        }
    }

    private void html(HtmlBlock block) {
        HtmlScan.scan(raw, from(block), to(block), drafts);
    }

    private void code(FencedCodeBlock code) {
        text(code, code.getLiteral());
        paragraph();
    }

    private void definition(LinkReferenceDefinition definition) {
        if (definition.getLabel().startsWith("^")) {
            drafts.current().addRaw(raw, from(definition), to(definition));
            drafts.end(Kind.FOOTNOTE, false);
        }
    }

    private int from(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        return spans.isEmpty() ? lastTo : base + spans.getFirst().getInputIndex();
    }

    private int to(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        if (spans.isEmpty()) {
            return lastTo;
        }
        return base + spans.getLast().getInputIndex() + spans.getLast().getLength();
    }
}
