// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.reading;

import org.parley.extraction.numbers.Numbers;
import org.parley.extraction.numbers.Sought;
import org.parley.extraction.words.Analysed;
import org.parley.extraction.words.Sentences.Part;
import org.parley.lexicon.Hit;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * In which sense a number is meant: a count, a bound, a change, what is to come; and as of when.
 */
final class NumberSense {
    /** By how much it grew or shrank, which is not how much there is. */
    private static final Sought CHANGE =
            Sought.of(
                    "(?:增加|增长|上升|减少|下降|增添|新增|多出|多了|少了)了?(?:大约|约|近|超过)?$"
                            + "|\\b(?:increase|decrease|rise|drop|growth|reduction|decline)s? of"
                            + " (?:about |around |some |nearly |an estimated )?$"
                            + "|\\bby (?:about |around |some |nearly |almost |up to |an average of"
                            + " |an estimated )?$"
                            + "|\\b(?:up|down) $");

    /** What comes on top, of which nobody knows whether it was counted. */
    private static final Sought ADDITION =
            Sought.of(
                    "(?:\\b(?:adding|added|another|additional)|(?:另外|另有|再|新增|增添))"
                            + " ?(?:about |around |some |nearly |up to |an estimated )?$");

    /** Adding 100 a year: how much comes in a year is told. */
    private static final Sought A_YEAR =
            Sought.of("(?: warheads| weapons)? (?:a|per|each|every) (?:year|month)\\b");

    private static final Sought MORE =
            Sought.of(
                    "(?: ?(?:kg|kilogram(?:me)?s?|tonnes?|tons|warheads|missiles|launchers))"
                            + " (?:more|less|fewer) than\\b.*| (?:more|fewer|less)\\b(?! than| are|"
                            + " were| have| remain| await| in| on| of (?:them|these|those)).*");

    /** A part of what was counted before. */
    private static final Pattern PART =
            Pattern.compile("(?:^|.*[，,；; ])(?:其中|of which|of whom|of them|of these|including).*");

    private static final String FUTURE_ZH =
            "(?:将会?|会|或将|可能会?|可望|有望|计划|打算)(?:[在到于][^，。；]{2,12})?(?:进一步)?(?:再)?"
                    + "(?:超过|达到?|增|升|拥有|部署|突破|扩|翻|有|减|降|接近)[^，。；]{0,12}$";

    /** What will be or may be, with the verb that reaches the number. */
    private static final Pattern FUTURE =
            Pattern.compile(
                    "\\b(?:will|would|could|might|going to|set to|likely to|expected to|projected"
                            + " to|on track to|plans? to|intends? to|aims? to)\\b(?! not)"
                            + "[^,.;]{0,60}$|"
                            + FUTURE_ZH);

    private static final Pattern OF_THEM =
            Pattern.compile(
                    "[\\d,.]+ (?:more |others? )?(?:(?:of"
                            + " (?:them|these|those|which))|more|others)\\b");

    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");

    private NumberSense() {}

    static boolean isChange(Analysed sentence, Numbers.Found number) {
        int from = Math.max(sentence.sentence().from(), number.digits() - 24);
        String before = sentence.text().substring(from, number.digits());
        String after =
                sentence.text()
                        .substring(
                                number.to(), Math.min(sentence.sentence().to(), number.to() + 36));
        return CHANGE.in(before) || MORE.is(after);
    }

    /** Whether it comes on top of what was counted, and nothing says in which state it is. */
    static boolean isAddition(Analysed sentence, Numbers.Found number) {
        int from = Math.max(sentence.sentence().from(), number.digits() - 24);
        Part clause = sentence.clauseAt(number.digits());
        return ADDITION.in(sentence.text(), from, number.digits())
                && !A_YEAR.at(sentence.text(), number.to(), sentence.sentence().to())
                && sentence.of("state", number.to(), clause.to()).isEmpty();
    }

    /** Whether it counts some of those that were counted before. */
    static boolean isPart(Analysed sentence, int at) {
        Part clause = sentence.clauseAt(at);
        return PART.matcher(sentence.text().substring(clause.from(), at)).matches()
                || OF_THEM.matcher(sentence.text())
                        .region(at, sentence.sentence().to())
                        .lookingAt();
    }

    /** A part of which not even the party is named. */
    static boolean isUnnamed(Analysed sentence, Numbers.Found number) {
        Part clause = sentence.clauseAt(number.digits());
        return isPart(sentence, number.digits())
                && sentence.of("party", clause.from(), number.from()).isEmpty();
    }

    /** A number of those counted before, when nothing says which of them. */
    static boolean isUnnamedPart(
            Analysed sentence, Part clause, Numbers.Found number, Optional<String> state) {
        return state.isEmpty()
                && PART.matcher(sentence.text().substring(clause.from(), number.from())).matches();
    }

    static boolean isProjected(Analysed sentence, Numbers.Found number) {
        int clause = sentence.clauseIndex(number.digits());
        if (FUTURE.matcher(since(sentence, number)).find()) {
            return true;
        }
        return sentence.of("projected").stream()
                .filter(hit -> sentence.clauseIndex(hit.from()) == clause)
                .anyMatch(hit ->
                        sentence.numbers().stream()
                                .noneMatch(other ->
                                        !isDate(sentence, other)
                                                && liesBetween(hit, other, number)));
    }

    /** The words of the clause before a number, from the last other number on. */
    private static String since(Analysed sentence, Numbers.Found number) {
        int clause = sentence.clauseAt(number.digits()).from();
        int from =
                sentence.numbers().stream()
                        .filter(other -> !isDate(sentence, other))
                        .mapToInt(Numbers.Found::to)
                        .filter(at -> at <= number.from() && at > clause)
                        .max()
                        .orElse(clause);
        return sentence.text().substring(from, number.digits());
    }

    /** Whether another number stands nearer to the word, so that the word is that number's. */
    private static boolean liesBetween(Hit word, Numbers.Found other, Numbers.Found number) {
        if (other.digits() == number.digits()) {
            return false;
        }
        return word.from() < number.digits()
                ? other.digits() > word.from() && other.digits() < number.digits()
                : other.digits() > word.from() && other.digits() - word.to() < 40
                        || other.digits() > number.digits() && other.digits() < word.from();
    }

    static boolean isDate(Analysed sentence, Numbers.Found number) {
        return sentence.of("date").stream()
                .anyMatch(date -> date.from() < number.to() && number.digits() < date.to());
    }

    /** 2015 without a comma is rather a year than a number of things. */
    static boolean isLikeYear(Analysed sentence, Numbers.Found number) {
        return number.to() - number.digits() == 4
                && YEAR.matcher(sentence.text().substring(number.digits(), number.to())).matches();
    }
}
