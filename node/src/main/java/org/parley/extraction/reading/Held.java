// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.reading;

import org.parley.extraction.numbers.Numbers;
import org.parley.extraction.words.Analysed;
import org.parley.extraction.words.Sentences.Part;
import org.parley.lexicon.Entry;
import org.parley.lexicon.Hit;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether a number counts what somebody has: not what was fired, sold or lost, what would suffice,
 * what could be carried, or how much there is more of in a month.
 */
final class Held {
    /** How far from a number a word says that it would suffice or could be carried. */
    private static final int ENOUGH_MAX = 60;

    private static final int CARRIED_MAX_ZH = 14;
    private static final int RATE_MAX = 34;
    private static final int RATE_MAX_ZH = 12;

    /** It has 50 and possesses enough for more: two things. */
    private static final Pattern APART =
            Pattern.compile(
                    " (?:and|but) (?:possesses|has|had|holds|is|retains|produced)\\b|并|且|而");

    /** Up to 20 missiles each: what one of several carries. */
    private static final Pattern APIECE = Pattern.compile(" apiece\\b| each(?:[.,;]|$)");

    /** A year earlier: when, not how often. */
    private static final Pattern WHEN =
            Pattern.compile(" (?:earlier|before|ago|later|after|or so|from now)\\b");

    private Held() {}

    /** Whether a number of things is one of what was fired, ordered, could be made or carried. */
    static boolean isNotHad(
            Analysed sentence, Part clause, Numbers.Found number, Hit measure, Entry counted) {
        int end = Math.max(measure.to(), number.to());
        return isPossible(sentence, clause, number, end)
                || APIECE.matcher(sentence.text()).region(end, sentence.sentence().to()).lookingAt()
                || sentence.of("spent", sentence.sentence().from(), number.from()).stream()
                        .filter(word -> sentence.of("party", word.to(), number.from()).isEmpty())
                        .anyMatch(Held::isGiven)
                || counted.of("arms").isPresent()
                        && (!sentence.of("spent", clause.from(), number.from()).isEmpty()
                                || sentence.of("spent").stream().anyMatch(Held::isOfWar));
    }

    private static boolean isGiven(Hit word) {
        return word.senses().stream()
                .anyMatch(one -> one.category().equals("spent") && one.id().equals("given"));
    }

    private static boolean isOfWar(Hit word) {
        return word.senses().stream()
                .anyMatch(one -> one.category().equals("spent") && one.id().equals("war"));
    }

    private static boolean isPossible(
            Analysed sentence, Part clause, Numbers.Found number, int end) {
        boolean latin = sentence.isLatin();
        int from = Math.max(clause.from(), number.from() - (latin ? ENOUGH_MAX : CARRIED_MAX_ZH));
        boolean had = !sentence.of("party", sentence.sentence().from(), number.from()).isEmpty();
        int to = Math.min(had ? clause.to() : sentence.sentence().to(), end + ENOUGH_MAX);
        return !sentence.of("capacity", from, number.digits()).isEmpty()
                || sentence.of("capacity", end, to).stream()
                        .filter(hit ->
                                !APART.matcher(sentence.text()).region(end, hit.from()).find())
                        .anyMatch(hit -> hit.as("capacity").orElseThrow().id().equals("enough"));
    }

    /** How often, where a number is of a month or a year: {@code per-month}. */
    static Optional<String> rate(Analysed sentence, Part clause, Numbers.Found number, int end) {
        boolean latin = sentence.isLatin();
        int before = Math.max(clause.from(), number.from() - (latin ? RATE_MAX : RATE_MAX_ZH));
        int after = Math.min(clause.to(), end + (latin ? RATE_MAX : RATE_MAX_ZH));
        return sentence.of("rate", before, after).stream()
                .filter(hit ->
                        !WHEN.matcher(sentence.text())
                                .region(hit.to(), sentence.sentence().to())
                                .lookingAt())
                .filter(hit -> nothingBetween(sentence, number, hit))
                .filter(hit -> latin ? hit.from() >= number.to() : hit.to() <= number.from())
                .findFirst()
                .flatMap(hit -> hit.as("rate"))
                .map(Entry::id);
    }

    private static boolean nothingBetween(Analysed sentence, Numbers.Found number, Hit word) {
        return sentence.numbers().stream()
                .filter(other -> other.digits() != number.digits())
                .noneMatch(other ->
                        other.digits() > Math.min(word.from(), number.digits())
                                && other.digits() < Math.max(word.from(), number.digits())
                                && !Shares.isShare(sentence, other));
    }
}
