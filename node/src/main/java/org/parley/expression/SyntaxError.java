// SPDX-License-Identifier: Apache-2.0
package org.parley.expression;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns what CEL's parser says into one message for somebody who has never seen a parser. */
final class SyntaxError {
    private static final Pattern QUOTED =
            Pattern.compile("(?:input|at:|at) '(.*?)'(?: expecting.*)?$", Pattern.DOTALL);
    private static final Map<String, String> WORDS =
            Map.of(
                    "and", "write && for \"and\"",
                    "or", "write || for \"or\"",
                    "not", "write ! for \"not\"",
                    "if", "write condition ? value : other",
                    "then", "write condition ? value : other",
                    "else", "write condition ? value : other",
                    "is", "write == to compare",
                    "between", "write a <= x && x <= b");

    private SyntaxError() {}

    /** One complaint of the parser, at an offset from the expression's beginning. */
    record Issue(int offset, String message) {}

    static ParleyException of(String source, Place place, List<Issue> issues) {
        Issue first = issues.stream().min(Comparator.comparingInt(Issue::offset)).orElseThrow();
        int offset = first.offset();
        if (source.isBlank()) {
            return error(place, "the expression is empty", "write one, such as true or 1");
        }
        boolean atEnd =
                first.message().contains("'<EOF>'") && !first.message().startsWith("extraneous");
        if (atEnd || offset >= source.stripTrailing().length()) {
            return error(
                    place.right(source.stripTrailing().length()),
                    "the expression ends too early",
                    first.message().contains("missing ')'")
                            ? "close the bracket"
                            : "finish it, or drop its last part");
        }
        if (first.message().startsWith("For input string")) {
            return error(place.right(offset), "the number is too large", "keep it within 64 bits");
        }
        if (first.message().contains("recursion")) {
            return error(place, "too many brackets within brackets", "drop some");
        }
        Matcher quoted = QUOTED.matcher(first.message());
        String found = quoted.find() ? quoted.group(1).strip() : word(source, offset);
        return error(
                place.right(offset),
                "\"" + found + "\" is not expected here",
                advice(source, offset, found));
    }

    private static String advice(String source, int offset, String found) {
        String here = source.substring(offset);
        if (here.startsWith("'") || here.startsWith("\"")) {
            return "close the quotation mark";
        }
        if (offset > 0 && source.startsWith("<>", offset - 1)) {
            return "write != for \"not equal\"";
        }
        if (here.startsWith("=")) {
            return "write == to compare";
        }
        if (here.startsWith("&") || here.startsWith("|")) {
            return "write && for \"and\", || for \"or\"";
        }
        String before = source.substring(0, offset).stripTrailing();
        String last = before.substring(before.lastIndexOf(' ') + 1);
        for (String word : List.of(found, last)) {
            String advice = WORDS.get(word.toLowerCase(Locale.ROOT));
            if (advice != null) {
                return advice;
            }
        }
        return "check what stands before it";
    }

    private static String word(String source, int offset) {
        int end = offset + 1;
        while (end < source.length() && Character.isLetterOrDigit(source.charAt(end))) {
            end++;
        }
        return source.substring(offset, Math.min(end, source.length()));
    }

    private static ParleyException error(Place place, String what, String todo) {
        return new ParleyException(Code.BAD_EXPRESSION, place, what, todo);
    }
}
