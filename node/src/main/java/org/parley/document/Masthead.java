// SPDX-License-Identifier: Apache-2.0
package org.parley.document;

import org.parley.document.DateCandidate.Basis;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines between the head of a page and the first words of its text: who wrote it, where and
 * when it appeared. A date counts there if it has a time of day, or stands apart from the other
 * words of its line; one in a title or a sentence does not.
 */
final class Masthead {
    private static final int LINES_MAX = 30;
    private static final int CHARS_MAX = 4_000;
    private static final int LINE_MAX = 160;

    /** From this width on a line that ends a sentence is the text itself. */
    private static final int TEXT_MIN = 60;

    private static final Pattern SENTENCE = Pattern.compile("[。！]|[a-z][.!?][”\"]? +[A-Z“\"]");

    /** What may stand right before a date: a sign between parts of the line, or what it is. */
    private static final Pattern BEFORE =
            Pattern.compile(
                    "(?:^|.*(?:[|·•/—–,，、：:(（\\]】]| -|\\s{2}|\\u3000|\\t))\\s*"
                            + "(?:(?:(?i:first )?(?i:published|posted|issued|released|dated?|on)"
                            + "(?: on| at)?:?|发布于|发表于|发布时间|发布日期|日期|时间|時間)\\s*)?"
                            + "(?:(?:Mon|Tues?|Wednes|Thurs?|Fri|Satur|Sun)(?:day)?\\.?,? "
                            + "|星期. ?)?");

    private static final Pattern AFTER =
            Pattern.compile(
                    "\\s*(?:$|[|·•/—–,，；;()（）【\\[]|- |\\u3000|\\t|\\s{2}|星期|周[一二三四五六日]).*"
                            + "|\\s+(?:\\d{1,2}[:.]\\d\\d|来源|來源|作者|编辑|記者|记者|责任编辑|字号|by |By ).*");

    /** Of another day than the text. */
    private static final Pattern OTHER =
            Pattern.compile(
                    "(?i).*(?:更新|修改|截至|updated|modified|saved|retrieved|accessed|as of|since|until"
                            + "|archived)[^|·\\u3000]{0,12}");

    /** The number of a journal, with its year. */
    private static final Pattern ISSUE =
            Pattern.compile(
                    "(?:\\b(?:Vol|Volume|No|Issue)\\b.{0,30}|文章编号[】\\]]?\\**[：: ]*[\\dX-]{0,12})"
                            + "[(（](?<y>(?:19|20)\\d\\d)[)）]|(?<z>(?:19|20)\\d\\d)年第\\d{1,3}[期卷辑]");

    /** Where a page was that was kept to be read later. */
    private static final Pattern ORIGINAL =
            Pattern.compile(
                    "(?:\\[(?:Read Original|View original|Original|Source|原文|原文链接|阅读原文|查看原文)]\\("
                            + "|^(?:(?i:original url|source url|source|url|link)|原文链接|原文|链接|网址|来源)"
                            + "[：:]\\s*<?)(?<u>https?://[^)\\s>]{4,500})",
                    Pattern.MULTILINE);

    private Masthead() {}

    /**
     * The first date among the lines, or the year of the issue.
     *
     * @param known dates that the page gives elsewhere
     */
    static Optional<DateCandidate> date(
            String raw, int from, boolean beijing, List<DateCandidate> known) {
        Optional<DateCandidate> issue = Optional.empty();
        int at = from;
        int wide = 0;
        for (int seen = 0; seen < LINES_MAX && at < raw.length() && at < from + CHARS_MAX; ) {
            int found = raw.indexOf('\n', at);
            int end = found < 0 ? raw.length() : found;
            String line = raw.substring(at, end).strip();
            int begin = line.isEmpty() ? at : raw.indexOf(line, at);
            at = end + 1;
            if (line.isEmpty()) {
                continue;
            }
            seen++;
            Optional<DateCandidate> day = inLine(line, begin, beijing);
            if (day.isPresent() && !isSaved(day.get(), known)) {
                return day;
            }
            issue = issue.or(() -> issue(line, begin));
            wide = width(line) >= TEXT_MIN ? wide + 1 : 0;
            // A journal has its abstract before the number of the article.
            boolean label = line.startsWith("【") || line.startsWith("**【");
            if (!label && (wide > 0 && isSentence(line) || wide > 2)) {
                break;
            }
        }
        return issue;
    }

    /** A copy may give the day it was made as the day of the text. */
    private static boolean isSaved(DateCandidate day, List<DateCandidate> known) {
        return known.stream()
                .anyMatch(one -> one.basis() == Basis.SAVED && one.edtf().equals(day.edtf()));
    }

    /** Where a page was that was kept to be read later, if its first lines say so. */
    static Optional<String> original(String raw, int from) {
        Matcher matcher =
                ORIGINAL.matcher(raw).region(from, Math.min(raw.length(), from + CHARS_MAX));
        return matcher.find() ? Optional.of(matcher.group("u")) : Optional.empty();
    }

    private static Optional<DateCandidate> inLine(String line, int begin, boolean beijing) {
        if (line.length() > LINE_MAX
                || line.contains("http")
                || isSentence(line) && width(line) >= TEXT_MIN) {
            return Optional.empty();
        }
        for (Dates.Found day : Dates.in(line, beijing)) {
            String before = line.substring(0, day.from());
            String shown = line.substring(day.from(), day.to());
            boolean apart =
                    shown.indexOf(':') > 0
                            || BEFORE.matcher(before).matches()
                                    && AFTER.matcher(line.substring(day.to())).matches();
            if (day.edtf().length() == 10 && apart && !OTHER.matcher(before).matches()) {
                return Optional.of(candidate(day.edtf(), shown, begin + day.from()));
            }
        }
        return Optional.empty();
    }

    private static Optional<DateCandidate> issue(String line, int begin) {
        Matcher issue = ISSUE.matcher(line);
        if (line.length() > LINE_MAX || !issue.find()) {
            return Optional.empty();
        }
        String name = issue.group("y") == null ? "z" : "y";
        return Optional.of(
                candidate(issue.group(name), issue.group(name), begin + issue.start(name)));
    }

    private static DateCandidate candidate(String edtf, String shown, int from) {
        return new DateCandidate(edtf, Basis.STATED, shown, from, from + shown.length());
    }

    private static boolean isSentence(String line) {
        return SENTENCE.matcher(line).find() || line.endsWith(".") || line.endsWith(".”");
    }

    private static int width(String line) {
        return line.chars().map(c -> Fold.isWide((char) c) ? 2 : 1).sum();
    }

    /** Whether a day is known by something else than the address or when it was saved. */
    static boolean isDated(List<DateCandidate> dates) {
        return dates.stream()
                .anyMatch(date ->
                        (date.basis() == Basis.STATED || date.basis() == Basis.DATELINE)
                                && date.edtf().matches("\\d{4}(?:-\\d{2}){0,2}"));
    }
}
