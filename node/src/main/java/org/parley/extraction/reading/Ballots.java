// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.reading;

import org.parley.Place;
import org.parley.extraction.FoundClaim.Figure;
import org.parley.extraction.numbers.Numbers;
import org.parley.extraction.words.Analysed;
import org.parley.extraction.words.Sentences.Part;
import org.parley.lexicon.Entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How many voted for something: by 158 votes to 3; 19 in favour, three against; 87票赞成. Those
 * against and those who abstained are of the same vote and no claim of their own; where a thing was
 * rejected the first number is of those against. Of whom is not told, for all members of a body
 * vote.
 */
final class Ballots {
    private static final String VOTES = "votes-in-favour";

    private static final String VOTERS =
            " (?:(?:members?|states?|countries|governments|delegations|governors|votes?) )?";

    private static final Pattern EN =
            Pattern.compile(
                    VOTERS
                            + "(?:(?:voting|voted|cast|were) )?(?:in favou?r\\b|for(?=,| and \\w+"
                            + " against))");

    /** By 158 votes to 3: the first number has the noun, the second follows it. */
    private static final Pattern VOTES_TO =
            Pattern.compile(
                    " votes?(?: in favou?r)? (?:to|against) (?=\\d|[a-z]+(?:[,.;]| with\\b|$))");

    private static final Pattern ZH = Pattern.compile("票?(?:赞成|同意|支持)");

    /** By 51 votes to 48 the Senate rejected it. */
    private static final Pattern REJECTED =
            Pattern.compile(
                    "\\b(?:reject|defeat|vote[sd]? (?:it )?down|vote[sd]? against|turned down)");

    /** So many had to vote for it, or so many votes are asked for: nobody has cast them. */
    private static final Pattern NEEDED =
            Pattern.compile(
                    "\\b(?:needs?|needed|requires?d?|short of|would|could|must|at"
                            + " least|if)\\b[^,.;]*$|(?:需要?|须|必须|获得至少|至少)[^，。；]{0,8}$");

    private Ballots() {}

    /** Whether it is worth looking at the numbers of a sentence. */
    static boolean maybe(Analysed sentence) {
        return sentence.numbers().stream().anyMatch(number -> isInFavour(sentence, number));
    }

    /** The number, if it is one of votes. */
    static Optional<Amount> of(Analysed sentence, Numbers.Found number) {
        return isInFavour(sentence, number) && !isNeeded(sentence, number)
                ? Optional.of(found(sentence, number))
                : Optional.empty();
    }

    private static boolean isInFavour(Analysed sentence, Numbers.Found number) {
        int end = sentence.sentence().to();
        String text = sentence.text();
        if (!sentence.isLatin()) {
            return ZH.matcher(text).region(number.to(), end).lookingAt()
                    && (text.startsWith("票", number.to()) || isInARow(sentence));
        }
        return VOTES_TO.matcher(text).region(number.to(), end).lookingAt()
                        && !REJECTED.matcher(text).region(sentence.sentence().from(), end).find()
                || EN.matcher(text).region(number.to(), end).lookingAt() && isOfAVote(sentence);
    }

    /** 赞成 and 反对 of countries are votes only where both, or those who abstain, are counted. */
    private static boolean isInARow(Analysed sentence) {
        String whole =
                sentence.text().substring(sentence.sentence().from(), sentence.sentence().to());
        return whole.contains("弃权") && (whole.contains("赞成") || whole.contains("支持"));
    }

    /** Five against is said of other things than votes. */
    private static boolean isOfAVote(Analysed sentence) {
        String whole =
                sentence.text().substring(sentence.sentence().from(), sentence.sentence().to());
        return whole.contains("vot") || whole.contains("abst");
    }

    private static boolean isNeeded(Analysed sentence, Numbers.Found number) {
        int from = sentence.clauseAt(number.digits()).from();
        return NEEDED.matcher(sentence.text().substring(from, number.digits())).find();
    }

    private static Amount found(Analysed sentence, Numbers.Found number) {
        Part clause = sentence.clauseAt(number.digits());
        Entry entry =
                new Entry("tally", VOTES, List.of(), Map.of("unit", "votes"), Place.of("votes"));
        Figure figure = CountDay.told(sentence, clause, number, "votes", VOTES);
        return new Amount(
                number.from(), number.to(), number.digits(), figure, entry, List.of(), false, 60);
    }
}
