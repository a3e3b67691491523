// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.reading;

import org.parley.extraction.FoundClaim.When;
import org.parley.extraction.numbers.Numbers;
import org.parley.extraction.words.Analysed;
import org.parley.extraction.words.Sentences.Part;
import org.parley.lexicon.Entry;
import org.parley.lexicon.Hit;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * In which sense a number is meant: a count, a bound, a change, what is to come; and as of when.
 */
final class NumberSense {
    /** By how much it grew or shrank, which is not how much there is. */
    private static final Pattern CHANGE =
            Pattern.compile(
                    "(?:增加|增长|上升|减少|下降|增添|新增|多出|多了|少了)了?(?:大约|约|近|超过)?$"
                            + "|\\b(?:increase|decrease|rise|drop|growth|reduction|decline)s? of"
                            + " (?:about |around |some |nearly |an estimated )?$"
                            + "|\\bby (?:about |around |some |nearly |almost |up to |an average of"
                            + " |an estimated )?$"
                            + "|\\b(?:up|down) $");

    /** What comes on top, of which nobody knows whether it was counted. */
    private static final Pattern ADDITION =
            Pattern.compile(
                    "(?:\\b(?:adding|added|another|additional)|(?:另外|另有|再|新增|增添))"
                            + " ?(?:about |around |some |nearly |up to |an estimated )?$");

    private static final Pattern MORE =
            Pattern.compile(
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

    private static final Pattern WITH_ITS_DATE =
            Pattern.compile(
                    "[^,;]{0,50}\\b(?:in|by|as of|of|on|since|end|start|beginning) (?:the )?$");

    private static final Pattern OF_THEM =
            Pattern.compile(
                    "[\\d,.]+ (?:more |others? )?(?:(?:of"
                            + " (?:them|these|those|which))|more|others)\\b");

    /** Verbs of having, without a word of what may be. */
    private static final Pattern HOLDING =
            Pattern.compile(
                    "(?<![可能以])(?:拥有|持有|保有)$|(?<!may |must |shall"
                            + " )\\b(?:has|have|had|possess(?:es)?) $");

    /** Words that say what each may do. */
    private static final Pattern BINDING =
            Pattern.compile(
                    "\\b(?:may|must|shall|allowed|permitted|each|either|neither|both sides)\\b"
                            + "|双方|各方|每一?方|任何一方|规定|允许|不得|约定");

    /** What each may do so often. */
    private static final Pattern RIGHT =
            Pattern.compile(
                    "\\b(?:right to|rights? of|entitled to|must accept|obliged to accept)\\b|有权");

    private static final String HELD_SINCE_ZH = "(?<![可能以得])(?:拥有|持有|现有|已有|目前有|现为|已达|达到)";

    /** Somebody's own number, after a bound was told. */
    private static final Pattern HELD_SINCE =
            Pattern.compile(
                    "(?<!\\b(?:may|can|could|must|shall|to|should) )\\b(?:has|have|had|holds|held"
                            + "|possess(?:es|ed)?|declared|reported)\\b(?! stood| been| remained)|"
                            + HELD_SINCE_ZH);

    private static final Pattern UNDER_IT =
            Pattern.compile(
                    "\\b(?:under|below|above|within|over|than|since|in|by|to|at|and|as|with|against"
                            + "|but|while|when)\\b|[低超高多少越破]|以[下上内]|之[下上内]");

    /** After an act: which brought the number of parties to 65. */
    private static final Pattern BRINGS =
            Pattern.compile(" (?:which )?(?:brings|brought|bringing|raising|took|taking) |使|至此|令");

    private static final Pattern AS_OF_MEMBERS =
            Pattern.compile(
                    " ?(?:[Ii]n|[Bb]y|[Aa]s of|[Aa]t|截至|截止|到|在)? ?(?:the )?|.*\\b(?:as"
                            + " of|by|with) ");

    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");

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

    private NumberSense() {}

    static boolean isChange(Analysed sentence, Numbers.Found number) {
        int from = Math.max(sentence.sentence().from(), number.digits() - 24);
        String before = sentence.text().substring(from, number.digits());
        String after =
                sentence.text()
                        .substring(
                                number.to(), Math.min(sentence.sentence().to(), number.to() + 36));
        return CHANGE.matcher(before).find() || MORE.matcher(after).matches();
    }

    /** Whether it comes on top of what was counted, and nothing says in which state it is. */
    static boolean isAddition(Analysed sentence, Numbers.Found number) {
        int from = Math.max(sentence.sentence().from(), number.digits() - 24);
        Part clause = sentence.clauseAt(number.digits());
        return ADDITION.matcher(sentence.text().substring(from, number.digits())).find()
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

    /** A bound that says no more is one that nobody may exceed. */
    static String qualifier(Numbers.Found number, boolean limit) {
        return limit && number.qualifier().equals("exact") ? "at-most" : number.qualifier();
    }

    static boolean isLimit(Analysed sentence, Numbers.Found number) {
        Part whole = sentence.sentence();
        return sentence.of("limit", whole.from(), number.digits()).stream()
                        .anyMatch(hit ->
                                binds(sentence, hit, number) && reaches(sentence, hit, number))
                || isLimitNamedAfter(sentence, number)
                || isQuota(sentence, number);
    }

    /** Whether a word is one of a bound wherever it stands, or a treaty binds here. */
    private static boolean binds(Analysed sentence, Hit word, Numbers.Found number) {
        return word.as("limit").filter(entry -> entry.of("weak").isEmpty()).isPresent()
                || !sentence.of("mechanism").isEmpty()
                || !sentence.of("anaphor").isEmpty()
                || BINDING.matcher(sentence.text())
                        .region(sentence.sentence().from(), Math.max(word.to(), number.digits()))
                        .find();
    }

    /** Up to three inspections a year from each: a quota. */
    private static boolean isQuota(Analysed sentence, Numbers.Found number) {
        Part clause = sentence.clauseAt(number.digits());
        if (sentence.of("rate", clause.from(), clause.to()).isEmpty()) {
            return false;
        }
        if (RIGHT.matcher(sentence.text()).region(clause.from(), number.from()).find()) {
            return true;
        }
        return number.qualifier().equals("at-most")
                && (!sentence.of("mechanism").isEmpty()
                        || !sentence.of("anaphor").isEmpty()
                        || BINDING.matcher(sentence.text())
                                .region(clause.from(), number.from())
                                .find());
    }

    /** Whether nobody is told to have something between the word of a bound and the number. */
    private static boolean reaches(Analysed sentence, Hit word, Numbers.Found number) {
        return !isCount(sentence, word, number)
                && (word.to() >= number.digits()
                        || !HELD_SINCE
                                .matcher(sentence.text())
                                .region(word.to(), number.digits())
                                .find());
    }

    /** Whether a treaty does away with all missiles of a range. */
    static boolean isBanned(Analysed sentence, Hit measure, Memory memory) {
        return measure.is("reach")
                && !sentence.of("ban").isEmpty()
                && (!sentence.of("mechanism").isEmpty()
                        || memory.mechanismHere()
                        || memory.treaty().isPresent() && !sentence.of("anaphor").isEmpty());
    }

    /** The 300 kg limit, and not 200 kg under the limit of 300. */
    static boolean isLimitNamedAfter(Analysed sentence, Numbers.Found number) {
        int to = Math.min(sentence.sentence().to(), number.to() + 30);
        return sentence.of("limit", number.to(), to).stream()
                .filter(hit ->
                        sentence.clauseIndex(hit.from()) == sentence.clauseIndex(number.digits()))
                .filter(hit -> binds(sentence, hit, number))
                .anyMatch(hit ->
                        !UNDER_IT.matcher(sentence.text()).region(number.to(), hit.from()).find());
    }

    /** 拥有不超过260枚 counts; what nobody may exceed is a bound. */
    private static boolean isCount(Analysed sentence, Hit word, Numbers.Found number) {
        int from = Math.max(0, number.from() - 12);
        String before = sentence.text().substring(from, number.from());
        return word.from() >= number.from()
                && HOLDING.matcher(before).find()
                && sentence.of("mechanism").isEmpty();
    }

    static boolean isDate(Analysed sentence, Numbers.Found number) {
        return sentence.of("date").stream()
                .anyMatch(date -> date.from() < number.to() && number.digits() < date.to());
    }

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
                        other.digits() >= from && other.to() <= to && !isDate(sentence, other));
    }

    /** Has 500 and will have 1,000 by 2030: the year is that of the number to come. */
    private static boolean isOfTheProjected(Analysed sentence, Numbers.Found number, Hit date) {
        return date.from() >= number.to()
                && !isProjected(sentence, number)
                && sentence.numbers().stream()
                        .anyMatch(other ->
                                other.digits() >= number.to()
                                        && other.to() <= date.from()
                                        && isProjected(sentence, other));
    }

    /** 2015 without a comma is rather a year than a number of things. */
    static boolean isLikeYear(Analysed sentence, Numbers.Found number) {
        return number.to() - number.digits() == 4
                && YEAR.matcher(sentence.text().substring(number.digits(), number.to())).matches();
    }
}
