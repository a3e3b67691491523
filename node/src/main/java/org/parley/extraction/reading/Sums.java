// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.reading;

import org.parley.extraction.FoundClaim.Figure;
import org.parley.extraction.numbers.Numbers;
import org.parley.extraction.words.Analysed;
import org.parley.extraction.words.Sentences.Part;
import org.parley.lexicon.Entry;
import org.parley.lexicon.Hit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sums of money beside budgets: what was asked for, what a weapon costs, what is owed. Only in
 * texts of the field, where the sentence names something of it, and a word near the sum says what
 * is done with the money: what a secretariat spends on its canteen is no claim.
 */
final class Sums {
    /** How far from a sum the word may stand. */
    private static final int NEAR_MAX = 48;

    private Sums() {}

    /** With the sums of numbers that count nothing else. */
    static List<Amount> in(Analysed sentence, List<Amount> found, Memory memory) {
        if (sentence.of("sum").isEmpty()
                || !memory.field().isThroughout() && !Field.isOf(sentence)
                || !isForArms(sentence)
                || Telling.isOfAnotherField(sentence)) {
            return found;
        }
        List<Amount> all = new ArrayList<>(found);
        for (Numbers.Found number : sentence.numbers()) {
            boolean counted = found.stream().anyMatch(one -> one.at() == number.digits());
            if (!counted && !NumberSense.isChange(sentence, number)) {
                of(sentence, number, memory).ifPresent(all::add);
            }
        }
        return all;
    }

    private static boolean isForArms(Analysed sentence) {
        return Field.isOf(sentence)
                || Field.isOfArms(sentence)
                || !sentence.of("measure").isEmpty()
                || !sentence.of("tally").isEmpty();
    }

    private static Optional<Amount> of(Analysed sentence, Numbers.Found number, Memory memory) {
        Optional<Hit> unit =
                sentence
                        .of(
                                "unit",
                                number.to(),
                                Math.min(sentence.sentence().to(), number.to() + 12))
                        .stream()
                        .filter(hit -> hit.from() <= number.to() + 1)
                        .findFirst();
        String currency = Units.currency(sentence, number, unit);
        if (currency.isEmpty()) {
            return Optional.empty();
        }
        Part whole = sentence.sentence();
        int from = Math.max(whole.from(), number.from() - NEAR_MAX);
        int to = Math.min(whole.to(), number.to() + NEAR_MAX);
        return sentence.of("sum", from, to).stream()
                .findFirst()
                .map(word -> found(sentence, number, word, currency, memory));
    }

    private static Amount found(
            Analysed sentence, Numbers.Found number, Hit word, String currency, Memory memory) {
        Part clause = sentence.clauseAt(number.digits());
        Entry entry = word.as("sum").orElseThrow();
        Figure figure = CountDay.told(sentence, clause, number, currency, entry.id());
        return new Amount(
                number.from(),
                number.to(),
                number.digits(),
                figure,
                entry,
                Holders.party(sentence, clause, number, word, memory),
                false,
                60);
    }
}
