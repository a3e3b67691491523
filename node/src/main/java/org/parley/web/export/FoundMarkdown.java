// SPDX-License-Identifier: Apache-2.0
package org.parley.web.export;

import org.parley.archive.Kept;
import org.parley.archive.Reading;
import org.parley.extraction.FoundClaim;

import java.util.ArrayList;
import java.util.List;

/**
 * Documents and their claims as Markdown, a footnote for each claim with its words, its place and
 * the document's hash; for notes and drafts. What a document says cannot become mark-up here.
 */
final class FoundMarkdown {
    private static final String MARKS = "\\`*_{}[]()#+-.!|<>~^$&:";

    private FoundMarkdown() {}

    static String print(List<Kept> documents, String language) {
        FoundWords words = new FoundWords(language);
        StringBuilder text = new StringBuilder();
        List<String> notes = new ArrayList<>();
        for (Kept kept : documents) {
            text.append("## ").append(plain(kept.title())).append("\n\n");
            text.append(source(kept)).append("\n\n");
            for (FoundClaim claim : kept.reading().claims()) {
                String mark = "[^" + kept.entry().shortId() + "-" + claim.id() + "]";
                text.append("- ").append(plain(String.join(" · ", words.slots(claim))));
                if (!claim.chain().isEmpty()) {
                    text.append(" — ").append(plain(words.chain(claim)));
                }
                text.append(mark).append("\n");
                notes.add(mark + ": " + note(kept, claim));
            }
            text.append("\n");
        }
        notes.forEach(note -> text.append(note).append("\n"));
        return text.toString();
    }

    private static String source(Kept kept) {
        Reading.Head head = kept.reading().head();
        List<String> parts = new ArrayList<>();
        head.author().map(FoundMarkdown::plain).ifPresent(parts::add);
        head.outlet().map(FoundMarkdown::plain).ifPresent(parts::add);
        head.published().ifPresent(parts::add);
        kept.address()
                .filter(FoundMarkdown::isPlainAddress)
                .ifPresent(a -> parts.add("<" + a + ">"));
        parts.add("`" + kept.entry().id() + "`");
        return String.join(", ", parts);
    }

    private static String note(Kept kept, FoundClaim claim) {
        FoundClaim.Anchor anchor = claim.anchor();
        String page = anchor.page().map(number -> ", p. " + number).orElse("");
        return "“"
                + plain(anchor.shown())
                + "” "
                + plain(kept.title())
                + page
                + ", "
                + anchor.from()
                + "–"
                + anchor.to()
                + ", `"
                + anchor.document()
                + "`";
    }

    /** An address between angle brackets ends at the first of these. */
    private static boolean isPlainAddress(String address) {
        return address.chars().noneMatch(c -> c <= ' ' || c == '<' || c == '>');
    }

    /** On one line, with every character escaped that Markdown could take for mark-up. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        for (char c : text.replaceAll("\\s+", " ").strip().toCharArray()) {
            if (MARKS.indexOf(c) >= 0) {
                plain.append('\\');
            }
            plain.append(c);
        }
        return plain.toString();
    }
}
