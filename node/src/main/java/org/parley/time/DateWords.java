// SPDX-License-Identifier: Apache-2.0
package org.parley.time;

import org.parley.Nearest;
import org.parley.ParleyException;
import org.parley.Place;

import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads the words of the date language one by one, and notes which of them refer to something. */
final class DateWords {
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private final DateText text;
    private final List<Reference> references = new ArrayList<>();

    DateWords(String source, Place at) {
        this.text = new DateText(source, at);
    }

    DateText.Token peek() {
        return text.peek();
    }

    DateText.Token next() {
        return text.next();
    }

    /** Whether a token is nothing but digits. */
    static boolean isAmount(DateText.Token token) {
        return DIGITS.matcher(token.text()).matches();
    }

    List<Reference> references() {
        return List.copyOf(references);
    }

    /** A whole number from 1 to {@link DateTerm.Shift#AMOUNT_MAX}. */
    int amount() {
        DateText.Token token = text.next();
        if (!isAmount(token)) {
            throw bad(
                    token,
                    "expected a number but found " + token.shown(),
                    "write a whole number and a unit, 30 days");
        }
        int amount = token.text().length() > 6 ? Integer.MAX_VALUE : Integer.parseInt(token.text());
        if (amount == 0) {
            throw bad(
                    token, "0 changes nothing", "leave it out, or write the number that is meant");
        }
        if (amount > DateTerm.Shift.AMOUNT_MAX) {
            throw bad(
                    token, token.text() + " is too large", "at most " + DateTerm.Shift.AMOUNT_MAX);
        }
        return amount;
    }

    DateUnit unit() {
        DateText.Token token = text.next();
        return DateUnit.named(token.text())
                .orElseThrow(() ->
                        bad(
                                token,
                                token.text().isEmpty()
                                        ? "a unit is missing"
                                        : "unknown unit " + token.shown(),
                                unitHint(token.text())));
    }

    private static String unitHint(String word) {
        return switch (word) {
            case "week", "weeks" -> "use days, 7 for a week";
            case "quarter", "quarters" -> "use months, 3 for a quarter";
            case "minute", "minutes" -> "the smallest unit is the hour";
            default ->
                    Nearest.to(word, DateTerms.UNIT_WORDS)
                            .map(near -> "did you mean \"" + near + "\"?")
                            .orElse("use hours, days, working-days, months or years");
        };
    }

    MonthDay monthDay() {
        DateText.Token token = text.next();
        try {
            MonthDay day = MonthDay.parse("--" + token.text());
            if (day.isValidYear(1)) {
                return day;
            }
        } catch (DateTimeException wrong) {
            throw bad(token, token.shown() + " is not a day of the year", "write month-day, 04-15");
        }
        throw bad(
                token,
                "29 February does not come every year",
                "use 02-28 or 03-01, whichever the text means");
    }

    /** The name of an act; noted. */
    String act() {
        DateText.Token token = text.next();
        String word = token.text();
        if (!Names.isAct(word)) {
            throw bad(
                    token,
                    "expected the name of an act but found " + token.shown(),
                    "write it as in the record, entered-into-force");
        }
        note(Reference.Kind.ACT, word, token);
        return word;
    }

    /** The name of a set; noted. */
    String set() {
        DateText.Token token = text.next();
        return reference(Reference.Kind.SET, token, token.text(), "the name of a set");
    }

    String reference(Reference.Kind kind, DateText.Token token, String name, String what) {
        if (!Names.isName(name)) {
            String shown = name.isEmpty() ? token.shown() : "\"" + name + "\"";
            throw bad(token, shown + " is not " + what, nameHint(name));
        }
        note(kind, name, token);
        return name;
    }

    private static String nameHint(String name) {
        if (Names.RESERVED.contains(name)) {
            return "that word has a meaning of its own, choose another";
        }
        return name.equals(name.toLowerCase(Locale.ROOT))
                ? "names start with a letter and go on with letters, digits and _"
                : "names are in lower case";
    }

    void keyword(String word, String example) {
        DateText.Token token = text.next();
        if (!token.is(word)) {
            throw bad(
                    token,
                    "expected \"" + word + "\" but found " + token.shown(),
                    "write it like \"" + example + "\"");
        }
    }

    void symbol(String symbol) {
        DateText.Token token = text.next();
        if (!token.is(symbol)) {
            throw bad(
                    token,
                    "expected \"" + symbol + "\" but found " + token.shown(),
                    "add \"" + symbol + "\" before it");
        }
    }

    void requireEnd() {
        DateText.Token token = text.next();
        if (token.kind() != DateText.Kind.END) {
            throw bad(
                    token,
                    "the date ends before " + token.shown(),
                    token.kind() == DateText.Kind.SIGN
                            ? "take it away"
                            : "join it with + or - between spaces, or take it away");
        }
    }

    void note(Reference.Kind kind, String name, DateText.Token token) {
        references.add(new Reference(kind, name, place(token)));
    }

    Place place(DateText.Token token) {
        return text.place(token);
    }

    ParleyException bad(DateText.Token token, String what, String todo) {
        return CalendarText.bad(place(token), what, todo);
    }
}
