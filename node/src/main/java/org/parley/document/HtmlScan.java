// SPDX-License-Identifier: Apache-2.0
package org.parley.document;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.Range;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.parley.document.Block.Kind;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;

/** Finds the blocks of an HTML page. What is no text of the page is left out. */
final class HtmlScan implements NodeFilter {
    /** Deeper than any page; the parser flattens what lies below. */
    private static final int DEPTH_MAX = 128;

    /** Marks what is shown and not read for claims: what a mail quotes of earlier ones. */
    static final String ASIDE = "parley-aside";

    private static final Set<String> NO_TEXT =
            Set.of(
                    "script",
                    "style",
                    "nav",
                    "footer",
                    "aside",
                    "noscript",
                    "template",
                    "iframe",
                    "svg",
                    "math",
                    "head",
                    "button",
                    "select",
                    "textarea",
                    "object",
                    "form",
                    "input",
                    "audio",
                    "video",
                    "canvas",
                    "dialog",
                    "menu");

    private static final Set<String> INLINE =
            Set.of(
                    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn",
                    "em", "font", "i", "ins", "kbd", "label", "mark", "q", "s", "samp", "small",
                    "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
                    "ruby", "rb", "rt", "rp", "img", "br", "nobr", "center");

    private final String raw;
    private final int base;
    private final Align align;
    private final Drafts drafts;
    private final Deque<Kind> kinds = new ArrayDeque<>();
    private int linked;
    private int seen;
    private int links;
    private int asides;
    private int lastTo;
    private boolean titled;

    private HtmlScan(String raw, int base, Drafts drafts) {
        this.raw = raw;
        this.base = base;
        this.align = new Align(raw);
        this.drafts = drafts;
        kinds.push(Kind.PARAGRAPH);
    }

    /** Reads {@code [from, to)} of the source and gives the parsed page, for its meta tags. */
    static Element scan(String raw, int from, int to, Drafts drafts) {
        Parser parser = Parser.htmlParser().setTrackPosition(true).setMaxDepth(DEPTH_MAX);
        boolean whole = from == 0 && to == raw.length();
        Element page = parser.parseInput(whole ? raw : raw.substring(from, to), "");
        HtmlScan scan = new HtmlScan(raw, from, drafts);
        NodeTraversor.filter(scan, page);
        scan.flush();
        return page;
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode text) {
            text(text);
            return FilterResult.CONTINUE;
        }
        if (!(node instanceof Element element)) {
            return FilterResult.CONTINUE;
        }
        String tag = element.normalName();
        if (NO_TEXT.contains(tag) || isHidden(element)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        if (tag.equals("rt") || tag.equals("rp")) {
            return FilterResult.SKIP_ENTIRELY;
        }
        if (tag.equals("header") && element.closest("article,main") == null) {
            return FilterResult.SKIP_ENTIRELY;
        }
        if (element.hasClass(ASIDE)) {
            flush();
            asides++;
        }
        open(element, tag);
        return FilterResult.CONTINUE;
    }

    private void open(Element element, String tag) {
        Chars chars = drafts.current();
        switch (tag) {
            case "br" -> lineBreak();
            case "sup" -> chars.put(Chars.RAISED, lastTo, lastTo);
            case "a" -> links++;
            case "td", "th" -> {
                if (!chars.isBlank()) {
                    chars.put(' ', lastTo, lastTo);
                    chars.put('|', lastTo, lastTo);
                    chars.put(' ', lastTo, lastTo);
                }
                kinds.push(Kind.TABLE_ROW);
            }
            default -> {
                boolean caption = tag.equals("span") && isCaption(element);
                if (!INLINE.contains(tag) || caption) {
                    if (kinds.peek() != Kind.TABLE_ROW || tag.equals("tr")) {
                        flush();
                    }
                    kinds.push(caption ? Kind.CAPTION : kindOf(element, tag));
                }
            }
        }
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            String tag = element.normalName();
            switch (tag) {
                case "br" -> {}
                case "sup" -> drafts.current().put(Chars.LEVEL, lastTo, lastTo);
                case "a" -> links--;
                case "td", "th" -> kinds.pop();
                default -> {
                    if (!INLINE.contains(tag) || tag.equals("span") && isCaption(element)) {
                        if (kinds.peek() != Kind.TABLE_ROW || tag.equals("tr")) {
                            flush();
                        }
                        kinds.pop();
                    }
                }
            }
            if (element.hasClass(ASIDE)) {
                flush();
                asides--;
            }
        }
        return FilterResult.CONTINUE;
    }

    private Kind kindOf(Element element, String tag) {
        return switch (tag) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> Kind.HEADING;
            case "li", "dd", "dt" -> Kind.LIST_ITEM;
            case "tr" -> Kind.TABLE_ROW;
            case "blockquote" -> Kind.QUOTE;
            case "figcaption", "caption" -> Kind.CAPTION;
            case "body", "html", "article", "main", "section" -> Kind.PARAGRAPH;
            default -> isCaption(element) ? Kind.CAPTION : inherited();
        };
    }

    private Kind inherited() {
        Kind kind = kinds.peek();
        return kind == null ? Kind.PARAGRAPH : kind;
    }

    private static boolean isCaption(Element element) {
        String name = element.className();
        return !name.isEmpty()
                && (name.contains("img_descr")
                        || name.contains("caption")
                        || name.contains("pic-desc"));
    }

    private static boolean isHidden(Element element) {
        if (element.attributesSize() == 0) {
            return false;
        }
        String style = element.attr("style");
        return element.hasAttr("hidden")
                || !style.isEmpty()
                        && style.replace(" ", "").toLowerCase(Locale.ROOT).contains("display:none");
    }

    private void lineBreak() {
        Chars chars = drafts.current();
        int last = chars.size() - 1;
        while (last >= 0 && chars.at(last) != '\n' && Fold.isSpace(chars.at(last))) {
            last--;
        }
        if (last >= 0 && chars.at(last) == '\n') {
            flush();
        } else {
            chars.put('\n', lastTo, lastTo);
        }
    }

    private void text(TextNode node) {
        Range range = node.sourceRange();
        if (!range.isTracked()) {
            return;
        }
        int from = Math.max(base + range.startPos(), lastTo);
        int to = Math.min(base + range.endPos(), raw.length());
        String text = node.getWholeText();
        Chars chars = drafts.current();
        boolean afterBreak = chars.size() > 0 && chars.at(chars.size() - 1) == '\n';
        if (afterBreak && (text.startsWith("　　") || text.startsWith("\u00A0\u00A0"))) {
            flush();
            chars = drafts.current();
        }
        int before = chars.size();
        align.add(chars, text, from, to, false);
        for (int i = before; i < chars.size(); i++) {
            if (!Fold.isSpace(chars.at(i))) {
                seen++;
                linked += links > 0 ? 1 : 0;
            }
        }
        lastTo = Math.max(lastTo, to);
    }

    private void flush() {
        Kind kind = inherited();
        boolean onlyLinks = seen > 0 && linked == seen && kind != Kind.HEADING;
        if (asides > 0) {
            kind = Kind.BOILERPLATE;
        }
        if (kind == Kind.HEADING && !titled && !drafts.current().isBlank()) {
            kind = Kind.TITLE;
            titled = true;
        }
        drafts.end(onlyLinks ? Kind.BOILERPLATE : kind, kind != Kind.PARAGRAPH);
        seen = 0;
        linked = 0;
    }
}
