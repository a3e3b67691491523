// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.reading;

import org.parley.extraction.numbers.Numbers;
import org.parley.extraction.words.Analysed;
import org.parley.lexicon.Entry;
import org.parley.lexicon.Hit;

import java.util.Optional;

/** In what figures are: a currency, a weight, or pieces of what is counted. */
final class Units {
    private Units() {}

    /** The code of a currency (ISO 4217), by its word or its sign; empty if it is no money. */
    static String currency(Analysed sentence, Numbers.Found number, Optional<Hit> classifier) {
        return classifier
                .flatMap(hit -> hit.as("unit"))
                .flatMap(entry -> entry.of("currency"))
                .orElseGet(() -> signed(sentence, number));
    }

    /** The currency of a sign before the number: $842 billion. */
    private static String signed(Analysed sentence, Numbers.Found number) {
        int at = number.digits() - 1;
        char before = at < 0 ? ' ' : sentence.text().charAt(at);
        return switch (before) {
            case '$' -> dollars(at == 0 ? ' ' : sentence.text().charAt(at - 1));
            case '€' -> "EUR";
            case '£' -> "GBP";
            default -> "";
        };
    }

    /** Whose dollars, by the letter before their sign: A$90 billion, NT$949 billion. */
    private static String dollars(char before) {
        return switch (before) {
            case 'A' -> "AUD";
            case 'C' -> "CAD";
            case 'T' -> "TWD";
            default -> "USD";
        };
    }

    static boolean isCurrency(String unit) {
        return unit.length() == 3 && unit.chars().allMatch(Character::isUpperCase);
    }

    /** In what a figure is: its currency, its weight, else what is counted. */
    static String of(
            Analysed sentence, Entry counted, Numbers.Found number, Optional<Hit> classifier) {
        String currency = currency(sentence, number, classifier);
        if (!currency.isEmpty()) {
            return currency;
        }
        return classifier
                .flatMap(hit -> hit.as("unit"))
                .map(Entry::id)
                .filter(id -> id.equals("kg") || id.equals("t"))
                .orElseGet(() -> byPiece(counted, classifier));
    }

    /** What is weighed may be counted too: 300枚 of it are no 300 tonnes. */
    private static String byPiece(Entry counted, Optional<Hit> classifier) {
        String unit = counted.of("unit").orElse(counted.id());
        boolean weighed = unit.equals("kg") || unit.equals("t");
        return weighed && classifier.isPresent() ? "pieces" : unit;
    }
}
