// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.reading;

import org.parley.extraction.FoundClaim.Figure;
import org.parley.extraction.FoundClaim.When;
import org.parley.extraction.numbers.Numbers;
import org.parley.extraction.words.Analysed;
import org.parley.extraction.words.Sentences.Part;
import org.parley.lexicon.Entry;
import org.parley.lexicon.Hit;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/** As of when a number counts. */
final class CountDay {
    private static final Pattern WITH_ITS_DATE =
            Pattern.compile(
                    "[^,;]{0,50}\\b(?:in|by|as of|of|on|since|end|start|beginning) (?:the )?$");

    /** After an act: which brought the number of parties to 65. */
    private static final Pattern BRINGS =
            Pattern.compile(" (?:which )?(?:brings|brought|bringing|raising|took|taking) |使|至此|令");

    private static final Pattern AS_OF_MEMBERS =
            Pattern.compile(
                    " ?(?:[Ii]n|[Bb]y|[Aa]s of|[Aa]t|截至|截止|到|在)? ?(?:the )?|.*\\b(?:as"
                            + " of|by|with) ");

    /** Since something happened on a day: the day is that of what happened. */
    private static final Pattern SINCE =
            Pattern.compile("\\b[Ss]ince [^,;]*[a-z][^,;]* $|(?:^|[^各来])自[^，；]+$");

    private static final Pattern DATELINE =
            Pattern.compile(" ?(?:\\([^)]{0,8}\\) ?)?(?:-|–|—|--) |[电讯]|\\) ?(?:-|–|—)");

    private static final int DATELINE_MAX = 40;

    private static final int YEAR_BEFORE_MAX = 40;

    private static final Pattern YEAR_BEFORE =
            Pattern.compile(
                    "(?: [a-z]+)? (?:(?:a|one) year (?:earlier|before|ago)|the"
                            + " (?:previous|preceding|prior) year|the year before)\\b");

    /** A year, perhaps with its month. */
    private static final Pattern PLAIN = Pattern.compile("\\d{4}(?:-\\d{2})?");

    /** More than in 2033: the day of another number. */
    private static final Pattern COMPARED =
            Pattern.compile(
                    "(?:比|较|对比|相比|低于|高于|多于|少于)[^，；]{0,3}$|\\b(?:than|compared"
                            + " (?:to|with)|versus|from) (?:in |the |at |on |its |those of )*$");

    private static final int COMPARED_MAX = 24;

    /** However. */
    private static final int INSERTED_MAX = 12;

    private static final Pattern AT_ONCE =
            Pattern.compile(
                    " (?:at|in|by|as of|on|around) (?:the )?(?:(?:end|start|beginning|close) of"
                            + " )?(?:fiscal year |the fiscal year )?");

    private CountDay() {}

    /** Since the treaty entered into force in 2011: no day of the count. */
    private static boolean isSince(Analysed sentence, Hit date) {
        Part clause = sentence.clauseAt(date.from());
        String before = sentence.text().substring(clause.from(), date.from());
        return SINCE.matcher(before).find();
    }

    /** The day on which a text was sent: VIENNA, May 31, 2035 - ; 外埠5月31日电. */
    private static boolean isDateline(Analysed sentence, Hit date) {
        String after =
                sentence.text()
                        .substring(date.to(), Math.min(sentence.sentence().to(), date.to() + 12));
        return date.from() - sentence.sentence().from() <= DATELINE_MAX
                && DATELINE.matcher(after).lookingAt();
    }

    /** Whether a date may be that of a count: not of an event, a comparison or the dispatch. */
    private static boolean isOfACount(Analysed sentence, Hit date) {
        int from = Math.max(sentence.sentence().from(), date.from() - COMPARED_MAX);
        return !isSince(sentence, date)
                && !isDateline(sentence, date)
                && (!COMPARED.matcher(sentence.text().substring(from, date.from())).find()
                        || sentence.text().startsWith(", when ", date.to()));
    }

    /** 350 a year before: the year is told by the number before it. */
    static boolean isOfTheYearBefore(Analysed sentence, int after) {
        int to = Math.min(sentence.sentence().to(), after + YEAR_BEFORE_MAX);
        return after <= to && YEAR_BEFORE.matcher(sentence.text()).region(after, to).lookingAt();
    }

    /** The same day of the year before; none of what is no plain date. */
    static Optional<When> yearBefore(When day) {
        return day.edtf()
                .filter(date -> PLAIN.matcher(date).matches())
                .map(date ->
                        new When(
                                Optional.of(
                                        Integer.parseInt(date.substring(0, 4))
                                                - 1
                                                + date.substring(4)),
                                Optional.empty(),
                                day.shown(),
                                org.parley.evidence.Basis.DERIVED));
    }

    /** The date that stands first in a clause before, and governs those after it. */
    static Optional<Hit> governing(Analysed sentence, int at) {
        return sentence.of("date", sentence.sentence().from(), at).stream()
                .filter(date -> isOfACount(sentence, date))
                .filter(date ->
                        sentence.text()
                                .substring(sentence.clauseAt(date.from()).from(), date.from())
                                .matches(
                                        " ?(?:[Ii]n |[Bb]y |[Aa]t |[Oo]n |[Aa]s of"
                                                + " |截至|截止|到|在|同)?(?:the )?"))
                .reduce((first, second) -> second);
    }

    static Optional<When> asOf(
            Analysed sentence, Part clause, Numbers.Found number, boolean limit) {
        return sentence.of("date").stream()
                .filter(date -> date.to() <= number.from() || date.from() >= number.to())
                .filter(date -> !isOfTheProjected(sentence, number, date))
                .filter(date -> isOfACount(sentence, date))
                .filter(date -> !limit || clause.holds(date.from()))
                .filter(date ->
                        clause.holds(date.from())
                                || isJustBefore(sentence, clause, date)
                                || isJustAfter(sentence, clause, number, date))
                .min(
                        Comparator.comparing((Hit date) -> !isItsOwn(sentence, number, date))
                                .thenComparing(date -> isOfAnother(sentence, number, date))
                                .thenComparingInt(date -> Math.abs(date.from() - number.digits())))
                .map(date -> sentence.dates().get(date.from()));
    }

    /** A number as it is told, of its day, or of what is to come; no bound. */
    static Figure told(
            Analysed sentence, Part clause, Numbers.Found number, String unit, String measure) {
        return new Figure(
                number.value(),
                number.high(),
                unit,
                measure,
                number.qualifier(),
                asOf(sentence, clause, number, false),
                NumberSense.isProjected(sentence, number) ? Amount.PROJECTION : "stated",
                Optional.empty());
    }

    /** It entered into force in 1999 and has 165 parties: the year is that of the act. */
    static boolean isOfMembers(Analysed sentence, Numbers.Found number, When day) {
        Part clause = sentence.clauseAt(number.digits());
        if (BRINGS.matcher(sentence.text()).region(clause.from(), clause.to()).lookingAt()) {
            return true;
        }
        return sentence.of("date").stream()
                .filter(date -> day.equals(sentence.dates().get(date.from())))
                .anyMatch(date ->
                        date.from() > number.to() && clause.holds(date.from())
                                || AS_OF_MEMBERS
                                        .matcher(sentence.text())
                                        .region(sentence.clauseAt(date.from()).from(), date.from())
                                        .matches());
    }

    /** Since 2010 there are so many: when that began is no day of the count. */
    static Optional<When> ofStock(Optional<When> day, Entry counted) {
        return counted.of("event").isPresent()
                ? day
                : day.filter(when -> !when.edtf().orElse("").endsWith("/.."));
    }

    /** Whether a date stands in the clause before, or only a word or two lie between. */
    private static boolean isJustBefore(Analysed sentence, Part clause, Hit date) {
        int apart = sentence.clauseIndex(clause.from()) - sentence.clauseIndex(date.from());
        return apart == 1
                || apart == 2
                        && clause.from() - sentence.clauseAt(date.from()).to() <= INSERTED_MAX;
    }

    /** Its peak, 31,255 warheads, at the end of 1967. */
    private static boolean isJustAfter(
            Analysed sentence, Part clause, Numbers.Found number, Hit date) {
        return date.from() >= clause.to()
                && !anyBetween(sentence, number.to(), date.from())
                && AT_ONCE.matcher(sentence.text().substring(clause.to(), date.from())).matches();
    }

    /** From 500 in 2023 to 600 in 2024: in English each year follows its number. */
    private static boolean isItsOwn(Analysed sentence, Numbers.Found number, Hit date) {
        return date.from() >= number.to()
                && sentence.clauseAt(number.digits()).holds(date.from())
                && !anyBetween(sentence, number.to(), date.from())
                && WITH_ITS_DATE
                        .matcher(sentence.text().substring(number.to(), date.from()))
                        .matches();
    }

    /** Whether another number stands between. */
    private static boolean isOfAnother(Analysed sentence, Numbers.Found number, Hit date) {
        return date.from() < number.from()
                ? anyBetween(sentence, date.to(), number.from())
                : anyBetween(sentence, number.to(), date.from());
    }

    private static boolean anyBetween(Analysed sentence, int from, int to) {
        return sentence.numbers().stream()
                .anyMatch(other ->
                        other.digits() >= from
                                && other.to() <= to
                                && !NumberSense.isDate(sentence, other));
    }

    /** Has 500 and will have 1,000 by 2030: the year is that of the number to come. */
    private static boolean isOfTheProjected(Analysed sentence, Numbers.Found number, Hit date) {
        return date.from() >= number.to()
                && !NumberSense.isProjected(sentence, number)
                && sentence.numbers().stream()
                        .anyMatch(other ->
                                other.digits() >= number.to()
                                        && other.to() <= date.from()
                                        && NumberSense.isProjected(sentence, other));
    }
}
