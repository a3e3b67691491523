// SPDX-License-Identifier: Apache-2.0
package org.parley.time;

import org.parley.Code;
import org.parley.Nearest;
import org.parley.ParleyException;
import org.parley.Place;

import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the date language by recursive descent.
 *
 * <pre>
 * date   := base (('+' | '-') INT unit)*
 * base   := name | ISO-date | ISO-date-time | 'act' name
 *         | 'form.' name | 'period.' edge | 'step.' name | fn '(' … ')'
 * every  := 'every' INT unit 'from' date
 * notice := INT unit 'before' date
 * span   := INT unit
 * </pre>
 *
 * A minus stands between spaces, since a hyphen can be part of an act's name or of a date.
 */
final class DateParser {
    /** Longest text read; the longest in a real agreement is about 80 characters. */
    private static final int LENGTH_MAX = 1_000;

    private static final int DEPTH_MAX = 16;

    private final DateWords words;
    private int depth;

    DateParser(String source, Place at) {
        if (source.length() > LENGTH_MAX) {
            throw new ParleyException(
                    Code.TOO_LARGE,
                    at,
                    "a date of " + source.length() + " characters",
                    "give parts of it names under dates; at most " + LENGTH_MAX);
        }
        this.words = new DateWords(source, at);
    }

    List<Reference> references() {
        return words.references();
    }

    DateTerm wholeDate() {
        DateTerm term = date();
        words.requireEnd();
        return term;
    }

    /** {@code every 6 months from eif}, as the date it counts from shifted once. */
    DateTerm.Shift wholeEvery() {
        words.keyword("every", "every 6 months from eif");
        int amount = words.amount();
        DateText.Token word = words.peek();
        DateUnit unit = words.unit();
        if (unit == DateUnit.HOUR || unit == DateUnit.WORKING_DAY) {
            throw words.bad(
                    word,
                    "a period cannot last " + unit.source(amount),
                    "use days, months or years");
        }
        words.keyword("from", "every 6 months from eif");
        DateTerm from = date();
        words.requireEnd();
        return new DateTerm.Shift(from, amount, unit);
    }

    /** {@code 32 hours before form.arrival}, as the date so much before. */
    DateTerm.Shift wholeNotice() {
        DateText.Token number = words.peek();
        int amount = words.amount();
        DateUnit unit = words.unit();
        words.keyword("before", "30 days before form.arrival");
        DateTerm event = date();
        words.requireEnd();
        return shift(event, -amount, unit, number);
    }

    /** {@code 3 months}. */
    Span wholeSpan() {
        int amount = words.amount();
        DateUnit unit = words.unit();
        words.requireEnd();
        return new Span(amount, unit);
    }

    private DateTerm date() {
        DateTerm term = base();
        while (words.peek().is("+") || words.peek().is("-")) {
            DateText.Token sign = words.next();
            DateText.Token number = words.peek();
            int amount = words.amount();
            DateUnit unit = words.unit();
            term = shift(term, sign.is("-") ? -amount : amount, unit, number);
        }
        return term;
    }

    private DateTerm.Shift shift(DateTerm base, int amount, DateUnit unit, DateText.Token number) {
        if (unit == DateUnit.HOUR && DateTerms.alwaysDay(base)) {
            throw words.bad(
                    number,
                    "hours cannot be counted from " + base + ", which is a whole day",
                    "use days, or count from something with a time of day");
        }
        return new DateTerm.Shift(base, amount, unit);
    }

    private DateTerm base() {
        DateText.Token token = words.next();
        return switch (token.kind()) {
            case NUMBER -> literal(token);
            case WORD -> word(token);
            case SIGN ->
                    throw words.bad(
                            token,
                            "a date is expected here, not " + token.shown(),
                            "write a name, a date, act …, form.… or a function");
            case END ->
                    throw words.bad(
                            token,
                            "a date is missing",
                            "write a name, a date, act …, form.… or a function");
        };
    }

    private DateTerm literal(DateText.Token token) {
        if (DateWords.isAmount(token) && token.text().length() != 8) {
            throw words.bad(
                    token,
                    "an amount needs something to count from",
                    "write what it counts from first, eif + 45 days");
        }
        return new DateTerm.Literal(CalendarText.moment(token.text(), words.place(token)));
    }

    private DateTerm word(DateText.Token token) {
        String word = token.text();
        if (words.peek().is("(")) {
            return function(token);
        }
        if (word.equals("act")) {
            return new DateTerm.ActDate(words.act());
        }
        int dot = word.indexOf('.');
        if (dot >= 0) {
            return dotted(token, word.substring(0, dot), word.substring(dot + 1));
        }
        if (DateTerms.FUNCTIONS.contains(word)) {
            throw words.bad(
                    token,
                    "\"" + word + "\" needs what it is about in parentheses",
                    "write " + word + "(…)");
        }
        if (word.indexOf('-') >= 0) {
            throw words.bad(
                    token,
                    "\"" + word + "\" is not the name of a date",
                    "a minus needs a space on both sides; the date of an act is written act "
                            + word);
        }
        return new DateTerm.Named(
                words.reference(Reference.Kind.NAME, token, word, "the name of a date"));
    }

    private DateTerm dotted(DateText.Token token, String owner, String field) {
        return switch (owner) {
            case "form" ->
                    new DateTerm.FormField(
                            words.reference(
                                    Reference.Kind.FORM, token, field, "a field of a form"));
            case "step" ->
                    new DateTerm.StepDate(
                            words.reference(Reference.Kind.STEP, token, field, "a step"));
            case "period" -> {
                if (!field.equals("start") && !field.equals("end")) {
                    throw words.bad(
                            token,
                            "a period has no \"" + field + "\"",
                            "use period.start or period.end");
                }
                words.note(Reference.Kind.PERIOD, field, token);
                yield new DateTerm.PeriodEdge(
                        field.equals("start") ? DateTerm.Edge.START : DateTerm.Edge.END);
            }
            case "dates" ->
                    throw words.bad(token, "a named date stands alone in a date", "write " + field);
            case "act" ->
                    throw words.bad(
                            token, "an act is not written with a dot", "write act " + field);
            default ->
                    throw words.bad(
                            token,
                            "\"" + owner + "\" has no fields in a date",
                            Nearest.to(owner, List.of("form", "period", "step"))
                                    .map(near -> "did you mean " + near + "." + field + "?")
                                    .orElse("use form.…, period.start, period.end or step.…"));
        };
    }

    private DateTerm function(DateText.Token name) {
        if (!DateTerms.FUNCTIONS.contains(name.text())) {
            throw words.bad(
                    name,
                    "unknown function \"" + name.text() + "\"",
                    Nearest.hint(name.text(), DateTerms.FUNCTIONS));
        }
        if (++depth > DEPTH_MAX) {
            throw words.bad(
                    name,
                    "functions stand more than " + DEPTH_MAX + " deep in one another",
                    "give parts of the date names under dates");
        }
        words.symbol("(");
        DateTerm term = arguments(name);
        DateText.Token end = words.next();
        if (end.is(",")) {
            throw words.bad(
                    end,
                    "\"" + name.text() + "\" has too many arguments",
                    DateTerms.usage(name.text()));
        }
        if (!end.is(")")) {
            throw words.bad(
                    end,
                    "expected \")\" but found " + end.shown(),
                    "close the parenthesis after " + name.text());
        }
        depth--;
        return term;
    }

    private DateTerm arguments(DateText.Token name) {
        return switch (name.text()) {
            case "first-of-month" -> new DateTerm.FirstOfMonth(date());
            case "first-of-next-month" -> new DateTerm.FirstOfNextMonth(date());
            case "earlier-of" -> new DateTerm.Earlier(several(name));
            case "later-of" -> new DateTerm.Later(several(name));
            case "annual-day" -> {
                MonthDay day = words.monthDay();
                words.symbol(",");
                yield new DateTerm.AnnualDay(day, date());
            }
            case "nth-acted" -> {
                int nth = words.amount();
                words.symbol(",");
                String set = words.set();
                words.symbol(",");
                yield new DateTerm.NthActed(nth, set, words.act());
            }
            case "all-acted" -> {
                String set = words.set();
                words.symbol(",");
                yield new DateTerm.AllActed(set, words.act());
            }
            default -> throw new IllegalStateException(name.text());
        };
    }

    private List<DateTerm> several(DateText.Token name) {
        List<DateTerm> dates = new ArrayList<>();
        dates.add(date());
        while (words.peek().is(",")) {
            words.symbol(",");
            dates.add(date());
        }
        if (dates.size() == 1 && words.peek().is(")")) {
            throw words.bad(
                    name,
                    "\"" + name.text() + "\" has only one date",
                    "give it two or more, or leave it out");
        }
        return dates;
    }
}
