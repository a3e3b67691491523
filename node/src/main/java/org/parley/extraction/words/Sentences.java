// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.words;

import org.jspecify.annotations.Nullable;
import org.parley.extraction.dates.Dates;
import org.parley.extraction.numbers.CharSet;
import org.parley.lexicon.Hit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Divides a part of a text into sentences, and those into clauses. */
public final class Sentences {
    private static final CharSet ENDS = CharSet.of("。！？!?");
    private static final CharSet CLOSING = CharSet.of("”」』’\")）】");
    private static final CharSet BREAKS = CharSet.of("，；：;—");
    private static final Set<String> ABBREVIATED =
            Set.of(
                    "U.S", "U.K", "U.N", "Mr", "Mrs", "Ms", "Dr", "Gen", "Lt", "Col", "Adm", "Sen",
                    "Rep", "Gov", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept",
                    "Oct", "Nov", "Dec", "No", "St", "Jr", "Sr", "vs", "p", "pp", "e.g", "i.e",
                    "a.m", "p.m", "D.C", "Prof", "Vol", "al", "Inc", "Co", "Ltd", "Amb");

    /**
     * What is longer is no sentence, and is read in parts: the work for one sentence grows faster
     * than its length.
     */
    static final int LENGTH_MAX = 1200;

    /** Who said the words before: “…。”林安说。 It belongs to the last sentence of what was said. */
    private static final Pattern TAG =
            Pattern.compile("[^，。！？；：“”\\s]{1,60}(?:说|道|称|表示|指出|强调|认为|警告|呼吁)(?:[。；]|，(?=“))");

    private static final Pattern COMMA = Pattern.compile(", (?:the )?");
    private static final Pattern AND = Pattern.compile(",? (?:and|or) (?:the )?");

    private Sentences() {}

    /** Part of a text: first UTF-16 index, and the one after the last. */
    public record Part(int from, int to) {
        public boolean holds(int at) {
            return from <= at && at < to;
        }
    }

    public static List<Part> in(String text, int from, int to) {
        List<Part> sentences = new ArrayList<>();
        int begin = from;
        for (int at = from; at < to; at++) {
            char c = text.charAt(at);
            boolean ends = ENDS.has(c) || c == '\n' || c == '.' && isFullStop(text, at, to);
            if (!ends) {
                continue;
            }
            int end = at + 1;
            while (end < to && (CLOSING.has(text.charAt(end)) || ENDS.has(text.charAt(end)))) {
                end++;
            }
            if (!isTagged(text, end, to)) {
                add(text, begin, end, sentences);
                begin = end;
            }
            at = end - 1;
        }
        add(text, begin, to, sentences);
        return sentences;
    }

    private static boolean isTagged(String text, int at, int to) {
        return at < to
                && text.charAt(at - 1) == '”'
                && TAG.matcher(text).region(at, to).lookingAt();
    }

    private static void add(String text, int from, int to, List<Part> sentences) {
        int begin = from;
        int end = to;
        while (begin < end && Character.isWhitespace(text.charAt(begin))) {
            begin++;
        }
        while (end > begin && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        while (end - begin > LENGTH_MAX) {
            int cut = cut(text, begin);
            sentences.add(new Part(begin, cut));
            begin = cut;
        }
        if (end - begin > 1) {
            sentences.add(new Part(begin, end));
        }
    }

    /** Where to cut what is too long for a sentence: after a clause, else within no character. */
    private static int cut(String text, int begin) {
        int last = begin + LENGTH_MAX;
        for (int at = last; at > begin + LENGTH_MAX / 2; at--) {
            if (isBreak(text, at - 1)) {
                return at;
            }
        }
        return Character.isLowSurrogate(text.charAt(last)) ? last - 1 : last;
    }

    private static boolean isFullStop(String text, int at, int to) {
        if (at + 1 < to
                && !Character.isWhitespace(text.charAt(at + 1))
                && !CLOSING.has(text.charAt(at + 1))) {
            return false;
        }
        int begin = at;
        while (begin > 0
                && (Character.isLetter(text.charAt(begin - 1)) || text.charAt(begin - 1) == '.')) {
            begin--;
        }
        String word = text.substring(begin, at);
        if (word.length() == 1 && Character.isUpperCase(word.charAt(0))) {
            return false;
        }
        if (ABBREVIATED.contains(word)) {
            int next = at + 1;
            while (next < to && text.charAt(next) == ' ') {
                next++;
            }
            return next >= to;
        }
        return true;
    }

    /**
     * Clauses of a sentence: between commas, semicolons and colons outside numbers, dates and lists
     * of parties (Arden, Borel and Corin).
     */
    public static List<Part> clauses(
            String text, Part sentence, List<Dates.Found> dates, List<Hit> hits) {
        List<Part> clauses = new ArrayList<>();
        int begin = sentence.from();
        for (int at = sentence.from(); at < sentence.to(); at++) {
            int here = at;
            if (isBreak(text, at)
                    && dates.stream().noneMatch(date -> date.from() < here && here < date.to())
                    && !isInList(text, at, hits)) {
                clauses.add(new Part(begin, at + 1));
                begin = at + 1;
            }
        }
        if (begin < sentence.to()) {
            clauses.add(new Part(begin, sentence.to()));
        }
        return clauses;
    }

    /** Whether a comma stands between two parties of a list that ends with "and". */
    private static boolean isInList(String text, int comma, List<Hit> hits) {
        @Nullable Hit last = null;
        int joined = 0;
        for (Hit hit : hits) {
            if (!hit.is("party") || hit.to() < comma) {
                continue;
            }
            if (last == null) {
                if (hit.to() != comma) {
                    return false;
                }
                last = hit;
                continue;
            }
            String between = text.substring(last.to(), hit.from());
            joined++;
            if (AND.matcher(between).matches()) {
                return joined > 1 || between.startsWith(",");
            }
            if (!COMMA.matcher(between).matches()) {
                return false;
            }
            last = hit;
        }
        return false;
    }

    /**
     * Where a character stands last in a part of a text, or -1. Unlike {@code lastIndexOf} it looks
     * no further back than the part: a long text is not searched for each of its sentences.
     */
    public static int last(String text, char c, int from, int to) {
        for (int at = Math.min(to, text.length()) - 1; at >= from; at--) {
            if (text.charAt(at) == c) {
                return at;
            }
        }
        return -1;
    }

    public static boolean isBreak(String text, int at) {
        char c = text.charAt(at);
        if (BREAKS.has(c)) {
            return true;
        }
        return (c == ',' || c == ':')
                && (at + 1 >= text.length() || !Character.isDigit(text.charAt(at + 1)));
    }
}
