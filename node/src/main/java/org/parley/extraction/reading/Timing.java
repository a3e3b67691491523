// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.reading;

import org.parley.extraction.words.Analysed;
import org.parley.extraction.words.Entries;
import org.parley.extraction.words.Sentences.Part;
import org.parley.lexicon.Hit;
import org.parley.lexicon.Match;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which of the dates of a sentence is that of an act. */
final class Timing {
    /**
     * How much farther off a date is that stands before an "and": it is of the first of two acts.
     */
    private static final int AND = 100;

    private static final Pattern SINCE =
            Pattern.compile("(?:正式)?(?:生效|签署|缔结|达成|开放签署|成立|停战|建立)(?:以来|之后|后)");

    private static final Pattern TREATY_OF =
            Pattern.compile(".*(?:agreement|Agreement|treaty|Treaty|pact|accord) of ");

    private Timing() {}

    /** The date of the match, of its clause, or of the clause before. */
    static Optional<Hit> of(Analysed sentence, Match match, Hit trigger, Part clause) {
        List<Hit> all = sentence.of("date");
        if (all.isEmpty()) {
            return Optional.empty();
        }
        List<Hit> dates =
                all.stream()
                        .filter(date ->
                                (match.hits().contains(date) || !isSayingDate(sentence, date))
                                        && !isOfName(sentence, date)
                                        && !isOfTitle(sentence, date, trigger)
                                        && !isSince(sentence, date, trigger)
                                        && !isEnd(sentence, match, date, trigger))
                        .toList();
        // A Chinese date stands before its verb, an English one after it.
        boolean latin = sentence.text().charAt(match.from()) < 0x250;
        Comparator<Hit> near =
                Comparator.comparingInt(date ->
                        date.to() <= trigger.from()
                                ? (trigger.from() - date.to()) * (latin ? 2 : 1)
                                        + (isBeforeAnd(sentence, date, trigger) ? AND : 0)
                                : (date.from() - trigger.to()) * (latin ? 1 : 2));
        int end = sentence.clauseAt(Math.max(0, match.to() - 1)).to();
        Optional<Hit> here =
                dates.stream()
                        .filter(date ->
                                date.from() >= clause.from()
                                        && date.to() <= Math.max(clause.to(), end))
                        .min(near);
        int index = sentence.clauses().indexOf(clause);
        return here.or(() -> Entries.date(sentence).filter(dates::contains))
                .or(() ->
                        dates.stream()
                                .filter(date ->
                                        date.to() <= clause.from()
                                                && sentence.clauseIndex(date.from()) >= index - 2)
                                .max(Comparator.comparingInt(Hit::from)))
                .or(() ->
                        dates.stream()
                                .filter(date ->
                                        date.from() >= end
                                                && sentence.clauseIndex(date.from()) <= index + 2
                                                && !isApart(sentence, match.to(), date))
                                .min(Comparator.comparingInt(Hit::from)))
                .or(() -> dates.stream().filter(date -> isFrame(sentence, date)).findFirst());
    }

    /** What stands after a semicolon is told of something else. */
    private static boolean isApart(Analysed sentence, int from, Hit date) {
        String between = sentence.text().substring(from, Math.max(from, date.from()));
        return between.indexOf(';') >= 0 || between.indexOf('；') >= 0;
    }

    private static boolean isBeforeAnd(Analysed sentence, Hit date, Hit trigger) {
        return sentence.text().substring(date.to(), trigger.from()).startsWith(" and ");
    }

    /** The 2015 deal: the year names it, and says nothing of when something else was done. */
    private static boolean isOfName(Analysed sentence, Hit date) {
        String named =
                sentence.text()
                        .substring(
                                Math.max(sentence.sentence().from(), date.from() - 14),
                                date.from());
        if (TREATY_OF.matcher(named).matches()) {
            return true;
        }
        return date.length() == 4
                && sentence.text()
                        .substring(
                                Math.max(sentence.sentence().from(), date.from() - 4), date.from())
                        .matches("(?:[Tt]he |its )");
    }

    /** 加入1967年的《…条约》: the year after the verb is the treaty's. */
    private static boolean isOfTitle(Analysed sentence, Hit date, Hit trigger) {
        String after =
                sentence.text()
                        .substring(date.to(), Math.min(date.to() + 2, sentence.sentence().to()));
        return date.from() >= trigger.to()
                && date.length() == 5
                && sentence.words(date).endsWith("年")
                && (after.startsWith("《") || after.startsWith("的《"));
    }

    /** 成为公约1999年生效以来首批退出的国家: since when, and not when. */
    private static boolean isSince(Analysed sentence, Hit date, Hit trigger) {
        Matcher since = SINCE.matcher(sentence.text()).region(date.to(), sentence.sentence().to());
        return since.lookingAt() && since.end() <= trigger.from();
    }

    /** A date that is the whole first clause of a sentence holds for all of it. */
    private static boolean isFrame(Analysed sentence, Hit date) {
        Part first = sentence.clauses().getFirst();
        return date.from() - first.from() <= 4 && first.to() - date.to() <= 1;
    }

    /** Until when a thing is to last, which is not when it was done: 延长至2026年. */
    private static boolean isEnd(Analysed sentence, Match match, Hit date, Hit trigger) {
        if (date.from() <= trigger.from()) {
            return false;
        }
        String before = sentence.text().substring(trigger.to(), date.from());
        boolean longer = "extend".equals(match.pattern().set().get("action"));
        return longer && before.matches(".{0,8}[至到]")
                || before.endsWith("年至")
                || before.endsWith("until ")
                || before.endsWith("through ");
    }

    /** Announced in May that it would leave: the step is taken then. */
    private static boolean isThat(Analysed sentence, Hit date) {
        return sentence.text().startsWith(" that ", date.to());
    }

    /**
     * Talks next week, an agency reported: the day is theirs. On Monday, an agency said: its own.
     */
    private static boolean endsWhatIsSaid(Analysed sentence, Hit date) {
        return sentence.text().startsWith(", ", date.to())
                && date.from() - sentence.sentence().from() > 3;
    }

    /** It left in 2019, accusing the other: the day is that of the act, with which it was said. */
    private static boolean isBesides(Analysed sentence, Hit say) {
        return sentence.text().startsWith(", ", say.from() - 2)
                && sentence.words(say).matches("\\p{Ll}+ing\\b.*");
    }

    /** A date that says when somebody said it: 11月20日彭博社引…. */
    private static boolean isSayingDate(Analysed sentence, Hit date) {
        for (Hit hit : sentence.of("outlet")) {
            if (hit.from() >= date.to()
                            && hit.from() - date.to() <= 3
                            && !endsWhatIsSaid(sentence, date)
                    || date.from() >= hit.to() && date.from() - hit.to() <= 1) {
                return true;
            }
        }
        for (Hit hit : sentence.of("say")) {
            // To announce a step is to take it: that day is the day of both.
            boolean announces =
                    hit.as("say")
                            .flatMap(entry -> entry.of("grade"))
                            .filter("announce"::equals)
                            .isPresent();
            if (hit.from() >= date.to()
                            && hit.from() - date.to() <= 2
                            && !announces
                            && !isBesides(sentence, hit)
                            && date.from() - sentence.sentence().from() > 3
                    || date.from() >= hit.to()
                            && date.from() - hit.to() <= 4
                            && sentence.text().charAt(hit.from()) < 0x250
                            && !(announces && isThat(sentence, date))
                            && !sentence.text().startsWith("was ", hit.from() - 4)) {
                return true;
            }
        }
        return false;
    }
}
