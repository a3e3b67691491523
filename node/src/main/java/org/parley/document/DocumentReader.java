// SPDX-License-Identifier: Apache-2.0
package org.parley.document;

import org.jsoup.nodes.Element;
import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Text;
import org.parley.document.Block.Kind;
import org.parley.document.DateCandidate.Basis;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a document: bytes in, text with blocks out. The same bytes and name give the same document
 * always. Safe for use by several threads.
 */
public final class DocumentReader {
    /** The most bytes a document may have; ask before reading a file. */
    public static final int MAX_BYTES = 16 * 1024 * 1024;

    private static final int OPEN_MAX = 5_000;
    private static final int DATE_BLOCKS_MAX = 12;
    private static final int DATE_CHARS_MAX = 240;

    /** Before the date of a text on a line of its own. */
    private static final Pattern DATE_LABEL =
            Pattern.compile(
                    "(?:[Dd]ate|DATE|[Dd]ated|[Pp]ublished|[Pp]osted|日期|发布时间|發布時間|发布日期|時間|时间|出版)"
                            + "(?: on)?[:：]?\\s*");

    private DocumentReader() {}

    /**
     * Reads a document: its text, its blocks, and where each of its characters stood.
     *
     * @param name file name or address; tells the format only where the content leaves it open
     * @throws ParleyException if it is too large, an archive, locked, broken or without text
     */
    public static ReadDocument read(byte[] bytes, String name) {
        if (bytes.length > MAX_BYTES) {
            throw new ParleyException(
                    Code.TOO_LARGE,
                    Place.of(name),
                    Text.of(
                            "a document may have "
                                    + MAX_BYTES
                                    + " bytes, this one has "
                                    + bytes.length,
                            "一份文件不得超过 " + MAX_BYTES + " 字节，此件有 " + bytes.length + " 字节"),
                    Text.of("split it", "请拆分"));
        }
        if (Containers.starts(bytes, "%PDF-")) {
            return pdf(bytes, name);
        }
        if (name.toLowerCase(Locale.ROOT).endsWith(".pdf")) {
            throw new ParleyException(
                    Code.UNREADABLE,
                    Place.of(name),
                    Text.of("this is no PDF", "这不是 PDF"),
                    Text.of("get it once more", "请重新获取"));
        }
        Optional<String> html = Containers.asHtml(bytes, name);
        if (html.isPresent()) {
            List<Repair> broken = Charsets.broken(html.get());
            return written(bytes, name, new Charsets.Decoded(html.get(), "UTF-8", broken), true);
        }
        Charsets.Decoded decoded = Charsets.decode(bytes);
        if (!Charsets.isWriting(decoded.text())) {
            throw new ParleyException(
                    Code.UNREADABLE,
                    Place.of(name),
                    Text.of("this is no text", "这不是文本"),
                    Text.of(
                            "give a PDF, or a page or text as HTML, Markdown or plain text",
                            "请给出 PDF，或 HTML、Markdown、纯文本"));
        }
        return written(bytes, name, decoded, false);
    }

    private static ReadDocument pdf(byte[] bytes, String name) {
        PdfScan.Drawn drawn = PdfScan.scan(bytes, name);
        String language = Language.of(drawn.raw(), 0);
        Front.Collected about = new Front.Collected();
        Source source = new Source(bytes, name, Format.PDF, "UTF-16", drawn.raw(), 0, language);
        return finish(source, drawn.drafts(), about, new ArrayList<>(), language.startsWith("zh"));
    }

    private static ReadDocument written(
            byte[] bytes, String name, Charsets.Decoded decoded, boolean html) {
        String raw = decoded.text();
        Front front = Front.read(raw);
        Format said = html ? Format.HTML : format(raw, front, name);
        Format format = said == Format.MARKDOWN && isOpen(raw) ? Format.TEXT : said;
        Drafts drafts = new Drafts();
        Front.Collected about = new Front.Collected();
        String language = Language.of(raw, front.end());
        boolean beijing = language.startsWith("zh") || isChineseAddress(raw, front, name);
        front.collect(about, beijing);
        switch (format) {
            case HTML -> {
                Element page = HtmlScan.scan(raw, front.end(), raw.length(), drafts);
                MetaTags.collect(page, raw, about, beijing);
            }
            case MARKDOWN -> MarkdownScan.scan(raw, front.end(), drafts);
            case TEXT, PDF -> TextScan.scan(raw, front.end(), drafts);
        }
        Source source =
                new Source(bytes, name, format, decoded.charset(), raw, front.end(), language);
        return finish(source, drafts.all, about, new ArrayList<>(decoded.repairs()), beijing);
    }

    /**
     * Whether so many signs open a tag and never close it that this is no Markdown: its parser
     * looks for the end of each to the end of the text.
     */
    private static boolean isOpen(String raw) {
        long opening = raw.chars().filter(c -> c == '<').count();
        return opening > OPEN_MAX && raw.chars().filter(c -> c == '>').count() < opening / 2;
    }

    /** What is known before the text is put together. */
    @SuppressWarnings("ArrayRecordComponent") // bytes as they came; nobody compares sources
    private record Source(
            byte[] bytes,
            String name,
            Format format,
            String charset,
            String raw,
            int front,
            String language) {}

    private static ReadDocument finish(
            Source source,
            List<Draft> drafts,
            Front.Collected about,
            List<Repair> repairs,
            boolean beijing) {
        String raw = source.raw;
        Assembler assembler =
                new Assembler(raw, source.format, about.known("title"), drafts, repairs);
        NormalText text = assembler.assemble();
        List<Block> blocks = assembler.blocks();
        dates(text, blocks, raw, about, beijing);
        if (source.format != Format.HTML && source.format != Format.PDF) {
            masthead(raw, source.front, about, beijing);
        }
        address(about, raw, source.name);
        titleOf(text, blocks).ifPresent(t -> about.take("title", t));
        return new ReadDocument(
                id(source.bytes),
                source.name,
                source.format,
                source.charset,
                raw,
                source.language,
                about.build(),
                text,
                blocks,
                assembler.notes(),
                repairs);
    }

    private static Format format(String raw, Front front, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        int at = front.end();
        while (at < raw.length() && Fold.isSpace(raw.charAt(at))) {
            at++;
        }
        String head = raw.substring(at, Math.min(raw.length(), at + 4000)).toLowerCase(Locale.ROOT);
        boolean tagFirst =
                head.length() > 2
                        && head.charAt(0) == '<'
                        && (Fold.isLatin(head.charAt(1))
                                || head.charAt(1) == '!'
                                || head.charAt(1) == '?');
        boolean inline = head.startsWith("<sup") || head.startsWith("<http");
        if (tagFirst && !inline
                || head.contains("<html")
                || (lower.endsWith(".html") || lower.endsWith(".htm")) && head.contains("<")
                || head.contains("</p>") && head.contains("<p") && !head.contains("\n# ")) {
            return Format.HTML;
        }
        boolean matter = !front.isEmpty() && !front.isMetaLine();
        boolean named = lower.endsWith(".md") || lower.endsWith(".markdown");
        return matter || named || hasMarks(raw, front.end()) ? Format.MARKDOWN : Format.TEXT;
    }

    private static boolean hasMarks(String raw, int from) {
        if (raw.indexOf("](", from) >= 0 || raw.indexOf("<sup>", from) >= 0) {
            return true;
        }
        int bold = raw.indexOf("**", from);
        if (bold >= 0 && raw.indexOf("**", bold + 2) > 0) {
            return true;
        }
        for (int at = from; at >= 0 && at < raw.length(); at = raw.indexOf('\n', at) + 1) {
            int mark = at;
            while (mark < raw.length() && mark < at + 6 && raw.charAt(mark) == '#') {
                mark++;
            }
            if (mark > at && mark < raw.length() && raw.charAt(mark) == ' ') {
                return true;
            }
            if (raw.indexOf('\n', at) < 0) {
                return false;
            }
        }
        return false;
    }

    private static boolean isChineseAddress(String raw, Front front, String name) {
        String head = raw.substring(0, Math.min(raw.length(), Math.max(front.end(), 2000))) + name;
        for (String host : List.of(".cn/", ".cn\"", "sinaimg.cn", "qq.com", ".cn\n", "163.com")) {
            if (head.contains(host)) {
                return true;
            }
        }
        return name.endsWith(".cn");
    }

    private static void masthead(String raw, int from, Front.Collected about, boolean beijing) {
        List<DateCandidate> known = about.build().dates();
        if (!Masthead.isDated(known)) {
            Masthead.date(raw, from, beijing, known).ifPresent(about::date);
        }
        Masthead.original(raw, from).ifPresent(url -> about.take("url", url));
    }

    private static Optional<String> titleOf(NormalText text, List<Block> blocks) {
        return blocks.stream()
                .filter(b -> b.kind() == Kind.TITLE)
                .findFirst()
                .map(b -> text.value().substring(b.from(), b.to()));
    }

    private static void dates(
            NormalText text, List<Block> blocks, String raw, Front.Collected about, boolean zone) {
        int seen = 0;
        boolean news = false;
        for (Block block : blocks) {
            boolean early = seen++ < DATE_BLOCKS_MAX;
            boolean line = block.kind() == Kind.BYLINE || block.kind() == Kind.BOILERPLATE;
            if (!early && !line) {
                continue;
            }
            int to = Math.min(block.to(), block.from() + DATE_CHARS_MAX);
            String part = text.value().substring(block.from(), to);
            if (line || block.to() - block.from() <= 40 && !news) {
                lineDates(text, block, part, raw, about, zone);
            } else if (!news) {
                ownLine(text, block, raw, about);
            }
            boolean first = block.kind() == Kind.TITLE || block.kind() == Kind.HEADING;
            if (block.kind() == Kind.PARAGRAPH || first) {
                for (Dates.Found day : Dates.dateline(part)) {
                    if (day.from() < 60) {
                        add(about, text, block, day, Basis.DATELINE, raw);
                    }
                }
                news |= !first && block.to() - block.from() > 40;
            }
        }
    }

    /** A line of a title page that is a date and nothing else, but for a word that says so. */
    private static void ownLine(NormalText text, Block block, String raw, Front.Collected about) {
        int at = text.rawFrom(block.from());
        int end = text.rawTo(block.to());
        while (at < end && end - at < 2000) {
            int stop = raw.indexOf('\n', at);
            stop = stop < 0 || stop > end ? end : stop;
            String line = raw.substring(at, stop).strip();
            Matcher label = DATE_LABEL.matcher(line);
            int begins = label.lookingAt() ? label.end() : 0;
            for (Dates.Found day : Dates.in(line, false)) {
                boolean whole = day.to() == line.length() || begins > 0 && block.from() == 0;
                if (day.from() == begins && whole) {
                    int from = raw.indexOf(line, at) + day.from();
                    String shown = line.substring(day.from(), day.to());
                    about.date(
                            new DateCandidate(
                                    day.edtf(), Basis.STATED, shown, from, from + shown.length()));
                }
            }
            at = stop + 1;
        }
    }

    /** Before a date on which somebody changed, fetched, saved or exported the page. */
    private static final Pattern SAVED =
            Pattern.compile(
                    "更新|抓取|[导導汇匯]出|保存|[储儲]存|收藏|存档|存檔|saved|Saved|Updated|retrieved"
                            + "|[Ee]xported|[Aa]rchived|[Aa]ccessed");

    private static void lineDates(
            NormalText text,
            Block block,
            String part,
            String raw,
            Front.Collected about,
            boolean zone) {
        for (Dates.Found day : Dates.in(part, zone)) {
            String before = part.substring(0, day.from());
            boolean saved = SAVED.matcher(before).find();
            boolean said =
                    before.isBlank()
                            || DATE_LABEL.matcher(before.stripLeading()).matches()
                            || before.length() < 40 && before.endsWith("：")
                            || before.contains("发布")
                            || before.contains("Published");
            if (saved || said || block.kind() == Kind.BYLINE) {
                boolean likeSaved =
                        !saved
                                && part.startsWith("date_published")
                                && about.build().dates().stream()
                                        .anyMatch(d ->
                                                d.basis() == Basis.SAVED
                                                        && d.edtf().equals(day.edtf()));
                add(about, text, block, day, saved || likeSaved ? Basis.SAVED : Basis.STATED, raw);
            }
        }
    }

    private static void add(
            Front.Collected about,
            NormalText text,
            Block block,
            Dates.Found day,
            Basis basis,
            String raw) {
        int from = text.rawFrom(block.from() + day.from());
        int to = text.rawTo(block.from() + day.to());
        about.date(new DateCandidate(day.edtf(), basis, raw.substring(from, to), from, to));
    }

    private static void address(Front.Collected about, String raw, String name) {
        String url = about.known("url").orElse(name.contains("://") ? name : "");
        if (url.isEmpty()) {
            return;
        }
        about.take("url", url);
        int at = Math.max(raw.indexOf(url), 0);
        boolean stands = raw.startsWith(url, at);
        for (Dates.Found day : Dates.inUrl(url)) {
            int from = stands ? at + day.from() : 0;
            int to = stands ? at + day.to() : 0;
            String shown = url.substring(day.from(), day.to());
            about.date(new DateCandidate(day.edtf(), Basis.URL, shown, from, to));
        }
    }

    private static String id(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return "sha256:" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
