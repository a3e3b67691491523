// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.reading;

import org.parley.extraction.numbers.Numbers;
import org.parley.extraction.words.Analysed;
import org.parley.extraction.words.Sentences.Part;
import org.parley.lexicon.Hit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a number is one that nobody may exceed, and not a count. */
final class Bounds {
    /** Verbs of having, without a word of what may be. */
    private static final Pattern HOLDING =
            Pattern.compile(
                    "(?<![可能以])(?:拥有|持有|保有)$|(?<!may |must |shall |\\bto"
                            + " )\\b(?:has|have|had|possess(?:es)?) $");

    /** Words that say what each may do. */
    private static final Pattern BINDING =
            Pattern.compile(
                    "\\b(?:may|must|shall|allowed|permitted|each|either|neither|both sides"
                            + "|no (?:group|party|state|side|country|member)"
                            + "|[Tt]reaty|[Cc]onvention|[Aa]ccord|[Pp]act|[Dd]eal|[Pp]lan"
                            + "|[Aa]greement|[Pp]rotocol|[Gg]uidelines|[Rr]egime|[Dd]ocument)\\b"
                            + "|双方|各方|每一?方|任何一方|规定|允许|不得|约定|条约|公约|协议|协定|准则|议定书|文件");

    /** What each may do so often. */
    private static final Pattern RIGHT =
            Pattern.compile(
                    "\\b(?:right to|rights? of|entitled to|accept(?:s|ed)?|quotas?" + " of)\\b|有权");

    private static final String HELD_SINCE_ZH = "(?<![可能以得])(?:拥有|持有|现有|已有|目前有|现为|已达|达到)";

    /** Somebody's own number, after a bound was told. */
    private static final Pattern HELD_SINCE =
            Pattern.compile(
                    "(?<!\\b(?:may|can|could|must|shall|to|should) )\\b(?:has|have|had|holds|held"
                            + "|possess(?:es|ed)?|declared|reported)\\b(?! stood| been| remained)|"
                            + HELD_SINCE_ZH);

    /** What somebody means to have, and is not bound to. */
    private static final Pattern MEANT =
            Pattern.compile("\\b(?:intend|plan|want|hope|expect|propose|offer)(?:s|ed|ing)? to\\b");

    private static final Pattern FOR_EACH =
            Pattern.compile("\\b(?:for|on|to) each (?:side|party|country)\\b|\\bper side\\b");

    private static final Pattern CUT = Pattern.compile("\\b(?:cut|reduce|limit|lower|halve)s?\\b");

    private static final Pattern THRESHOLD =
            Pattern.compile(
                    "(?<sure>Category I\\b|presum\\w+ (?:of )?denial|第[一Ⅰ1]类|推定拒绝)"
                            + "|不出口|不转让|转让|\\bnot (?:to )?(?:export|transfer)|\\bexports? of\\b");

    private static final Pattern UNDER_IT =
            Pattern.compile(
                    "\\b(?:under|below|above|within|over|than|since|in|by|to|at|and|as|with|against"
                            + "|but|while|when)\\b|[低超高多少越破在]|以[下上内]|之[下上内]");

    /** Up to 18 inspections a year were permitted. */
    private static final Pattern PERMITTED =
            Pattern.compile("\\b(?:is|are|was|were) (?:permitted|allowed)\\b");

    private Bounds() {}

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
                || isForEach(sentence, number)
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

    /** Would cut arsenals by half, to 6,000 warheads for each side. */
    private static boolean isForEach(Analysed sentence, Numbers.Found number) {
        Part clause = sentence.clauseAt(number.digits());
        return FOR_EACH.matcher(sentence.text())
                        .region(number.to(), Math.max(number.to(), clause.to()))
                        .find()
                && CUT.matcher(sentence.text())
                        .region(sentence.sentence().from(), number.from())
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
                && (PERMITTED.matcher(sentence.text()).region(number.to(), clause.to()).find()
                        || !sentence.of("mechanism").isEmpty()
                        || !sentence.of("anaphor").isEmpty()
                        || BINDING.matcher(sentence.text())
                                .region(clause.from(), number.from())
                                .find());
    }

    /** Whether nobody is told to have something between the word of a bound and the number. */
    private static boolean reaches(Analysed sentence, Hit word, Numbers.Found number) {
        Part clause = sentence.clauseAt(number.digits());
        boolean meant =
                word.from() > clause.from()
                        && MEANT.matcher(sentence.text()).region(clause.from(), word.from()).find();
        return !meant
                && !isCount(sentence, word, number)
                && (word.to() >= number.digits()
                        || !HELD_SINCE
                                .matcher(sentence.text())
                                .useTransparentBounds(true)
                                .region(word.to(), number.digits())
                                .find());
    }

    /** Range and payload from which on an export is refused or watched. */
    static boolean isThreshold(Analysed sentence, Numbers.Found number, Hit measure) {
        if (!measure.is("reach")) {
            return false;
        }
        Matcher m =
                THRESHOLD
                        .matcher(sentence.text())
                        .region(sentence.sentence().from(), sentence.sentence().to());
        return m.find() && (m.group("sure") != null || number.qualifier().equals("at-least"));
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
}
