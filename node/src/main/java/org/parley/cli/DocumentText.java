// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.parley.archive.Entry;
import org.parley.archive.Kept;
import org.parley.archive.Reading;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A document of the archive, as lines of text. */
final class DocumentText {
    private final boolean chinese;

    DocumentText(String language) {
        this.chinese = language.equals("zh");
    }

    /** One line: id, language, date, claims, title. */
    String line(Entry entry, Reading reading) {
        return entry.shortId()
                + "  "
                + pad(reading.head().language(), 7)
                + "  "
                + pad(day(reading.head()), 22)
                + "  "
                + claims(reading.claims().size())
                + "  "
                + reading.titleOr(entry.name());
    }

    /** What is known of it, a line each. */
    List<String> lines(Kept kept) {
        Entry entry = kept.entry();
        Reading.Head head = kept.reading().head();
        List<String> lines = new ArrayList<>();
        lines.add(kept.title());
        add(lines, "id", "编号", Optional.of(entry.id()));
        add(lines, "name", "名称", Optional.of(entry.name()));
        boolean fetched = !entry.origin().equals(entry.name()) || kept.address().isPresent();
        add(lines, "from", "来自", Optional.of(entry.origin()).filter(text -> fetched));
        boolean web = entry.origin().startsWith("http");
        add(
                lines,
                web ? "fetched at" : "taken in at",
                web ? "抓取时间" : "收入时间",
                Optional.of(entry.taken().truncatedTo(ChronoUnit.SECONDS).toString()));
        add(lines, "bytes", "字节", Optional.of(entry.bytes() + ", " + entry.mediaType()));
        add(lines, "language", "语言", Optional.of(head.language()));
        add(lines, "date", "日期", Optional.of(day(head)));
        add(lines, "author", "作者", head.author());
        add(lines, "outlet", "媒体", head.outlet());
        add(lines, "address", "网址", head.url());
        add(lines, "not read", "未读取", head.unread());
        add(lines, "claims", "转述", Optional.of(String.valueOf(head.claims())));
        return lines;
    }

    private void add(
            List<String> lines, String english, String chineseWord, Optional<String> text) {
        text.ifPresent(
                value -> lines.add("  " + (chinese ? chineseWord + "：" : english + ": ") + value));
    }

    /** The day from which relative dates are reckoned, and how it is known. */
    String day(Reading.Head head) {
        String how =
                switch (head.dated()) {
                    case GIVEN -> chinese ? "人工给定" : "given";
                    case STATED, MONTH, YEAR -> chinese ? "文中写明" : "stated";
                    case DATELINE -> chinese ? "电头" : "dateline";
                    case URL -> chinese ? "网址" : "address";
                    case NONE -> chinese ? "无日期" : "undated";
                };
        return head.published().map(date -> date + " (" + how + ")").orElse(how);
    }

    String claims(int number) {
        return chinese ? number + " 条转述" : number + (number == 1 ? " claim" : " claims");
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
