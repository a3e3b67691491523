// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The little of Markdown that the pages on flags use: a heading, paragraphs, a rule between the
 * languages, {@code **strong**} and {@code `code`}. Anything else is shown as it is written.
 */
final class DocText {
    private static final Pattern SPAN = Pattern.compile("\\*\\*(.+?)\\*\\*|`([^`]+)`");

    private static final Pattern PARAGRAPHS = Pattern.compile("\n\\s*\n");

    private DocText() {}

    /** A heading or paragraph, in one language. */
    record Block(boolean heading, String tag, List<Span> spans) {
        Block {
            spans = List.copyOf(spans);
        }
    }

    /** A run of characters. */
    record Span(Style style, String text) {}

    enum Style {
        PLAIN,
        STRONG,
        CODE
    }

    static List<Block> blocks(String text) {
        List<Block> blocks = new ArrayList<>();
        String tag = "en";
        for (String part : PARAGRAPHS.splitAsStream(text.strip()).toList()) {
            String line = part.strip();
            if (line.equals("---")) {
                tag = "zh-Hans";
                continue;
            }
            boolean heading = line.startsWith("#");
            String words = heading ? line.replaceFirst("^#+\\s*", "") : line;
            // A line break inside Chinese text is no space.
            words = words.replaceAll("(?<=[\\u2e80-\\uffef])\\n(?=[\\u2e80-\\uffef*])", "");
            blocks.add(new Block(heading, tag, spans(words.replace('\n', ' '))));
        }
        return blocks;
    }

    private static List<Span> spans(String text) {
        List<Span> spans = new ArrayList<>();
        Matcher span = SPAN.matcher(text);
        int at = 0;
        while (span.find()) {
            if (span.start() > at) {
                spans.add(new Span(Style.PLAIN, text.substring(at, span.start())));
            }
            boolean strong = text.charAt(span.start()) == '*';
            spans.add(
                    strong
                            ? new Span(Style.STRONG, span.group(1))
                            : new Span(Style.CODE, span.group(2)));
            at = span.end();
        }
        if (at < text.length()) {
            spans.add(new Span(Style.PLAIN, text.substring(at)));
        }
        return spans;
    }
}
