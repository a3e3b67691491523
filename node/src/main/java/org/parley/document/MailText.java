// SPDX-License-Identifier: Apache-2.0
package org.parley.document;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A text of a mail, as HTML.
 *
 * @param rich whether it was HTML
 * @param letters how much it says
 */
record MailText(String html, boolean rich, int letters) {

    /** A line of plain text that is at least so wide goes on in the next. */
    private static final int WIDE = 60;

    private static final int DEPTH_MAX = 128;

    /** What earlier mails said, as mail programs mark it. */
    private static final String EARLIER =
            "blockquote[type=cite], .gmail_quote, .yahoo_quoted, .moz-cite-prefix,"
                    + " .protonmail_quote, .gmail_signature, .moz-signature";

    /** The same of programs that mark what is sent on as they mark what is answered. */
    private static final String EARLIER_IF_ANSWERED = ", #divRplyFwdMsg, #divRplyFwdMsg ~ *";

    /** A line after which the earlier mail stands as it was. */
    private static final Pattern ORIGINAL =
            Pattern.compile(
                    "-{3,} ?(?:Original Message|原始邮件|原始郵件) ?-{3,}", Pattern.CASE_INSENSITIVE);

    private static final int HEAD_CHARS = 200;

    /**
     * Of several forms of one text the rich one, for it knows its paragraphs; unless it says less
     * than half of the plain one, as a page does that asks for another program.
     */
    static Optional<MailText> best(List<MailText> same) {
        Optional<MailText> plain =
                same.stream().filter(text -> !text.rich && text.letters > 0).reduce((a, b) -> b);
        Optional<MailText> rich =
                same.stream().filter(text -> text.rich && text.letters > 0).reduce((a, b) -> b);
        if (rich.isPresent() && plain.isPresent()) {
            return rich.get().letters * 2L >= plain.get().letters ? rich : plain;
        }
        return rich.or(() -> plain);
    }

    /**
     * A text that is HTML: its body, without what is no text and without dates of its own.
     *
     * @param forwards whether the mail hands on what others wrote
     */
    static MailText html(String page, boolean forwards) {
        Parser parser = Parser.htmlParser().setMaxDepth(DEPTH_MAX);
        Document document = parser.parseInput(page, "");
        document.outputSettings().prettyPrint(false);
        Element body = document.body();
        body.select("script, style, meta, link, title, base, noscript, template, object, iframe")
                .remove();
        body.select("time").removeAttr("datetime");
        int letters = letters(body.text());
        for (Element earlier : body.select(EARLIER + (forwards ? "" : EARLIER_IF_ANSWERED))) {
            String text = earlier.text();
            String head = text.substring(0, Math.min(text.length(), HEAD_CHARS));
            if (!Mail.FORWARDED.matcher(head).find()) {
                earlier.addClass(HtmlScan.ASIDE);
            }
        }
        return new MailText(body.html(), true, letters);
    }

    /**
     * A plain text: blank lines divide paragraphs, what begins with {@code >} is quoted, and after
     * {@code -- } comes who the sender is.
     *
     * @param flowed whether a line that ends with a space goes on in the next (RFC 3676)
     * @param joined whether that space is none of the text
     * @param forwards whether the mail hands on what others wrote
     */
    static MailText plain(String text, boolean flowed, boolean joined, boolean forwards) {
        Writer writer = new Writer(flowed, joined, forwards);
        for (String line : text.split("\\R", -1)) {
            writer.line(line);
        }
        writer.flush();
        return new MailText(writer.html.toString(), false, letters(text));
    }

    private static int letters(String text) {
        return (int) text.codePoints().filter(Character::isLetterOrDigit).count();
    }

    /** Puts lines together. Not safe for several threads. */
    private static final class Writer {
        private final StringBuilder html = new StringBuilder();
        private final StringBuilder paragraph = new StringBuilder();
        private final boolean flowed;
        private final boolean joined;
        private final boolean forwards;
        private boolean aside;

        /** Whether all that follows is what the sender adds to every mail, or an earlier one. */
        private boolean after;

        Writer(boolean flowed, boolean joined, boolean forwards) {
            this.flowed = flowed;
            this.joined = joined;
            this.forwards = forwards;
        }

        void line(String raw) {
            if (raw.equals("-- ") || !forwards && ORIGINAL.matcher(raw.strip()).matches()) {
                flush();
                after = true;
                return;
            }
            boolean quoted = raw.startsWith(">");
            String line = quoted ? raw.replaceFirst("^(?:> ?)+", "") : raw;
            // RFC 3676: a space put before a line that could be taken for something else.
            line = flowed && line.startsWith(" ") ? line.substring(1) : line;
            if ((quoted || after) != aside || line.isBlank()) {
                flush();
                aside = quoted || after;
            }
            if (!line.isBlank()) {
                add(line);
            }
        }

        private void add(String line) {
            boolean soft = flowed && line.endsWith(" ");
            String told = soft && joined ? line.substring(0, line.length() - 1) : line;
            paragraph.append(Entities.escape(told.stripTrailing()));
            boolean goesOn = flowed ? soft : width(line) >= WIDE;
            char last = told.charAt(told.length() - 1);
            boolean wide = Fold.isWide(last);
            paragraph.append(!goesOn ? "<br>\n" : wide || soft && joined ? "" : "\n");
        }

        private static int width(String line) {
            return line.chars().map(c -> Fold.isWide((char) c) ? 2 : 1).sum();
        }

        void flush() {
            String inside = paragraph.toString();
            inside = inside.endsWith("<br>\n") ? inside.substring(0, inside.length() - 5) : inside;
            if (!inside.isBlank()) {
                html.append(aside ? "<p class=\"" + HtmlScan.ASIDE + "\">" : "<p>");
                html.append(inside).append("</p>\n");
            }
            paragraph.setLength(0);
        }
    }
}
