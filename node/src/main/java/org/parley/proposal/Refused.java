// SPDX-License-Identifier: Apache-2.0
package org.parley.proposal;

import org.parley.Text;

/**
 * A proposal that is not taken.
 *
 * @param kind as the model has it
 * @param quote as the model has it, or the beginning of what it answered
 */
public record Refused(String kind, String quote, Text why) {
    static final Text NO_ANSWER = Text.of("the answer is not the JSON asked for", "回答不是所要求的 JSON");
    static final Text NOT_VERBATIM =
            Text.of("the words do not stand in the paragraph", "段落中没有这些文字");
    static final Text TWICE =
            Text.of("the words stand in the paragraph more than once", "这些文字在段落中不止一处");
    static final Text KIND = Text.of("there is no such kind", "没有此类说法");
    static final Text TOLD_TWICE = Text.of("proposed already", "已经提议过");
    static final Text ACTORS =
            Text.of("the words name other parties than the model", "引文中的参与方与模型所述不同");
    static final Text MECHANISM =
            Text.of("the words name another mechanism than the model", "引文中的机制与模型所述不同");
    static final Text DATE = Text.of("the words give another date than the model", "引文中的日期与模型所述不同");
    static final Text VALUE =
            Text.of("the words give another figure than the model", "引文中的数字与模型所述不同");
    static final Text TOO_LONG = Text.of("the paragraph is too long to be asked about", "段落过长，未询问");
    static final Text TOO_MANY = Text.of("too many paragraphs; it was not asked about", "段落过多，未询问");
    static final Text TOO_LATE =
            Text.of("the time for this document was over; it was not asked about", "本文件的时限已到，未询问");

    private static final int QUOTE_MAX = 300;

    public Refused {
        String line = quote.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        quote = line.length() <= QUOTE_MAX ? line : line.substring(0, QUOTE_MAX) + "…";
        kind = kind.replaceAll("[^a-z_]", "");
        kind = kind.substring(0, Math.min(kind.length(), 40));
    }
}
