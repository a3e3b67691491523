// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.dates;

import org.parley.extraction.dates.ChineseDates.Read;
import org.parley.extraction.dates.DateExpression.Bound;
import org.parley.extraction.numbers.Sought;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the dates of a part of a text, with spans and what stands on which side of them. */
public final class Dates {
    private static final Sought THAT = Sought.of(" (?:night |morning |evening |afternoon )?that ");

    private static final int JOIN_MAX = 2;

    private Dates() {}

    /**
     * A date in a text.
     *
     * @param from first UTF-16 index
     * @param to index after the last
     */
    public record Found(int from, int to, DateExpression date) {}

    public static List<Found> in(String text, int from, int to) {
        List<Found> found = new ArrayList<>();
        int at = from;
        while (at < to) {
            Optional<Read> read = read(text, at, to);
            if (read.isEmpty()) {
                at++;
                continue;
            }
            DateExpression date = read.get().date();
            int end = read.get().end();
            int second = afterTo(text, end, to);
            if (second > 0 && date.end().isEmpty()) {
                Optional<Read> last = read(text, second, to);
                if (last.isPresent() && last.get().date().end().isEmpty()) {
                    date = date.to(last.get().date());
                    end = last.get().end();
                }
            }
            found.add(sided(text, at, end, to, date));
            at = found.getLast().to();
        }
        return found;
    }

    /** Said on Wednesday night that it would: whether a date that ends here leads to words. */
    public static boolean isBeforeWords(String text, int end, int to) {
        return THAT.at(text, end, to);
    }

    private static Optional<Read> read(String text, int at, int to) {
        char c = text.charAt(at);
        if (ChineseDates.mayBegin(c)) {
            Optional<Read> chinese = ChineseDates.at(text, at, to);
            if (chinese.isPresent()) {
                return chinese;
            }
        }
        return EnglishDates.mayBegin(c) ? EnglishDates.at(text, at, to) : Optional.empty();
    }

    /** Where the second date of a span may begin, or 0. */
    private static int afterTo(String text, int end, int to) {
        for (String sign : List.of("至", "到", "-", "–", "—", "~", " to ", " through ", " and ")) {
            int at = end + sign.length();
            if (text.startsWith(sign, end) && at < to && at - end <= JOIN_MAX + 8) {
                boolean and = sign.equals(" and ");
                return and && !text.substring(Math.max(0, end - 40), end).contains("etween")
                        ? 0
                        : at;
            }
        }
        return 0;
    }

    private static Found sided(String text, int from, int end, int to, DateExpression date) {
        if (text.startsWith("以来", end) || text.startsWith("至今", end)) {
            return new Found(from, end + 2, date.with(Bound.SINCE));
        }
        if (text.startsWith("之前", end) || text.startsWith("以前", end)) {
            return new Found(from, end + 2, date.with(Bound.BEFORE));
        }
        if (end < to
                && text.charAt(end) == '前'
                && !text.startsWith("前总", end)
                && !text.startsWith("前后", end)) {
            return new Found(from, end + 1, date.with(Bound.BEFORE));
        }
        String before = text.substring(Math.max(0, from - 8), from);
        if (before.endsWith("by ")
                || before.endsWith("before ")
                || before.endsWith("By ")
                || before.endsWith("Before ")) {
            return new Found(from, end, date.with(Bound.BEFORE));
        }
        if (before.endsWith("since ") || before.endsWith("Since ") || before.endsWith("自")) {
            return new Found(from, end, date.with(Bound.SINCE));
        }
        return new Found(from, end, date);
    }
}
