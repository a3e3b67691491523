// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.reading;

import org.parley.extraction.Codes;
import org.parley.extraction.numbers.Numbers;
import org.parley.extraction.words.Analysed;
import org.parley.extraction.words.Sentences.Part;
import org.parley.lexicon.Hit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Numbers without nouns that stand in the same row as those before: Arden had 1,420 warheads on 659
 * launchers, Borel 1,549 on 540; 阿登有1420枚弹头和659件发射装置，博雷尔分别为1549枚和540件.
 */
final class Pairs {
    private static final int NUMBERS = 2;

    private Pairs() {}

    /** What was found, with the numbers of pairs that repeat one before. */
    static List<Amount> repeated(Analysed sentence, List<Amount> found, Memory memory) {
        List<Amount> result = new ArrayList<>(found);
        List<Numbers.Found> numbers =
                sentence.numbers().size() < NUMBERS
                        ? List.of()
                        : sentence.numbers().stream()
                                .filter(number -> !NumberSense.isDate(sentence, number))
                                .sorted(Comparator.comparingInt(Numbers.Found::digits))
                                .toList();
        for (int i = 0; i + 1 < numbers.size(); i++) {
            Numbers.Found first = numbers.get(i);
            Numbers.Found second = numbers.get(i + 1);
            if (!isPair(sentence, first, second)) {
                continue;
            }
            List<Amount> row = before(result, first).orElse(memory.figures().row());
            List<String> whose = whose(sentence, first);
            if (row.size() == NUMBERS
                    && whose.size() == 1
                    && !whose.equals(row.getFirst().parties())) {
                result.removeIf(one -> one.at() == first.digits() || one.at() == second.digits());
                result.add(repeat(row.get(0), first, whose));
                result.add(repeat(row.get(1), second, whose));
            }
        }
        result.sort(Comparator.comparingInt(Amount::at));
        return result;
    }

    /** Two counts of one party of different things, with their nouns: the row for others. */
    static List<Amount> row(List<Amount> found) {
        List<Amount> whole = found.stream().filter(one -> one.isWhole() && !one.limit()).toList();
        for (int i = whole.size() - NUMBERS; i >= 0; i--) {
            Amount one = whole.get(i);
            Amount next = whole.get(i + 1);
            if (one.parties().size() == 1
                    && one.parties().equals(next.parties())
                    && !one.counted().equals(next.counted())) {
                return List.of(one, next);
            }
        }
        return List.of();
    }

    private static Optional<List<Amount>> before(List<Amount> found, Numbers.Found first) {
        List<Amount> row = row(found.stream().filter(one -> one.at() < first.digits()).toList());
        return row.isEmpty() ? Optional.empty() : Optional.of(row);
    }

    private static boolean isPair(Analysed sentence, Numbers.Found first, Numbers.Found second) {
        if (first.to() > second.digits()) {
            return false;
        }
        String between = sentence.text().substring(first.to(), second.digits());
        Part clause = sentence.clauseAt(first.digits());
        boolean bare =
                sentence.of("measure", second.to(), clause.to()).stream()
                        .noneMatch(hit -> hit.from() - second.to() <= 24);
        return bare
                && (between.equals(" on ")
                        || between.matches("[枚个件]?[和与、][约近]?")
                                && !sentence.of("respectively", clause.from(), first.digits())
                                        .isEmpty());
    }

    private static List<String> whose(Analysed sentence, Numbers.Found first) {
        Part clause = sentence.clauseAt(first.digits());
        List<Hit> parties = sentence.of("party", clause.from(), first.from());
        return parties.size() == 1 ? Codes.of(parties.getFirst()) : List.of();
    }

    private static Amount repeat(Amount like, Numbers.Found number, List<String> whose) {
        Amount same = like.numbered(number);
        return same.of(whose);
    }
}
