// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction;

import org.parley.extraction.Sentences.Part;
import org.parley.lexicon.Entry;
import org.parley.lexicon.Hit;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a number counts, and in which state. */
final class Counted {
    private static final int AFTER_MAX = 14;
    private static final int SPELLED_MAX = 5;

    /** 800 units for deployed and non-deployed launchers. */
    private static final Pattern FOR_THEIR =
            Pattern.compile(
                    "(?: units| copies)? (?:for|of) (?:its |their |the )?(?:deployed )?.{0,24}");

    private Counted() {}

    /** What is counted: just after the number, or in the same clause before it. */
    static Optional<Hit> measure(
            Analysed sentence, Part clause, Numbers.Found number, int after, boolean classified) {
        List<Hit> measures = sentence.of("measure", clause.from(), sentence.sentence().to());
        int nextNumber =
                sentence.numbers().stream()
                        .mapToInt(Numbers.Found::digits)
                        .filter(at -> at > number.digits())
                        .min()
                        .orElse(Integer.MAX_VALUE);
        Optional<Hit> right =
                measures.stream()
                        .filter(hit ->
                                hit.from() >= after
                                        && hit.from() - after
                                                <= (classified ? 26 : afterMax(sentence, after))
                                        && (hit.from() < nextNumber
                                                || isListed(sentence, after, nextNumber))
                                        && noBreak(sentence.text(), after, hit.from()))
                        .findFirst();
        if (right.isPresent()
                && isSpelled(sentence, number)
                && right.get().from() - after > SPELLED_MAX) {
            return Optional.empty();
        }
        if (right.isPresent()
                && !sentence.of("state", after, right.get().from()).stream()
                        .filter(hit -> sentence.words(hit).endsWith("在"))
                        .toList()
                        .isEmpty()) {
            // 部署在甲、乙和丙上的核弹头: the last of them is what is counted.
            Hit last =
                    measures.reversed().stream()
                            .filter(hit -> hit.from() < nextNumber && hit.to() <= clause.to())
                            .findFirst()
                            .orElse(right.get());
            return Optional.of(last);
        }
        if (right.isPresent()
                && !classified
                && !onlyAdjectives(sentence, after, right.get().from())) {
            right = Optional.empty();
        }
        if (right.isEmpty() && isSpelled(sentence, number)) {
            return Optional.empty();
        }
        return right.or(() ->
                        measures.stream()
                                .filter(hit -> hit.to() <= number.from())
                                .max(Comparator.comparingInt(Hit::to)))
                .or(() ->
                        classified
                                ? measures.stream()
                                        .filter(hit ->
                                                hit.from() >= nextNumber
                                                        && hit.from() < clause.to())
                                        .findFirst()
                                : Optional.empty());
    }

    private static int afterMax(Analysed sentence, int after) {
        return sentence.text().startsWith(" units", after) ? 44 : AFTER_MAX + 10;
    }

    /** 5,177 and 5,459 nuclear warheads: both numbers count the same. */
    private static boolean isListed(Analysed sentence, int after, int nextNumber) {
        return nextNumber - after <= 6
                && sentence.text().substring(after, nextNumber).matches(",? (?:and|or) |, ");
    }

    /** 一个 and 两个 count what follows them and nothing else. */
    private static boolean isSpelled(Analysed sentence, Numbers.Found number) {
        return number.value().compareTo(BigDecimal.TEN) <= 0
                && sentence.text().charAt(number.digits()) > 0x2e80;
    }

    /** In English only adjectives and states may stand between number and noun. */
    private static boolean onlyAdjectives(Analysed sentence, int from, int to) {
        String between = sentence.text().substring(from, to);
        return between.matches(",? (?:and|or) [\\d,.]+ .{0,24}|, [\\d,.]+ .{0,24}")
                || between.chars().filter(c -> c == ' ').count() <= 4
                        && !between.matches(
                                "(?s).*\\b(?:"
                                    + "of|and|in|for|to|with|on|by|years?|months?|days?|per)\\b.*")
                || FOR_THEIR.matcher(between).matches();
    }

    static boolean noBreak(String text, int from, int to) {
        for (int at = from; at < to; at++) {
            if ("，；。;".indexOf(text.charAt(at)) >= 0) {
                return false;
            }
        }
        return true;
    }

    static boolean takes(Entry counted, Optional<Hit> classifier) {
        Optional<String> wanted = counted.of("units");
        String unit = classifier.flatMap(hit -> hit.as("unit")).map(Entry::id).orElse("");
        return wanted.isEmpty() || List.of(wanted.get().split(" ")).contains(unit);
    }

    /** The state must be named between the last break or number and the next one. */
    static Optional<String> state(
            Analysed sentence, Part clause, Numbers.Found number, Hit measure) {
        int from =
                sentence.numbers().stream()
                        .mapToInt(Numbers.Found::to)
                        .filter(at -> at < number.digits() && at > clause.from())
                        .max()
                        .orElse(clause.from());
        int end = Math.max(measure.to(), number.to());
        List<Hit> after =
                measure.to() <= number.from()
                        ? sentence.of("state", number.to(), Math.min(clause.to(), number.to() + 24))
                        : inIts(sentence, clause, measure);
        List<Hit> states =
                after.isEmpty()
                        ? sentence.of("state", from, Math.min(clause.to(), end + 6))
                        : after;
        List<String> words =
                states.stream().map(hit -> hit.as("state").orElseThrow().id()).distinct().toList();
        return named(words);
    }

    /** The state that is named with a number whose noun is not named again. */
    static Optional<String> stateOf(Analysed sentence, Part clause, Numbers.Found number) {
        int from =
                sentence.numbers().stream()
                        .filter(other -> !NumberSense.isDate(sentence, other))
                        .mapToInt(Numbers.Found::to)
                        .filter(at -> at < number.digits() && at > clause.from())
                        .max()
                        .orElse(clause.from());
        int end =
                sentence.numbers().stream()
                        .mapToInt(Numbers.Found::from)
                        .filter(at -> at > number.to())
                        .min()
                        .orElse(clause.to());
        return named(
                sentence.of("state", from, Math.min(clause.to(), end)).stream()
                        .map(hit -> hit.as("state").orElseThrow().id())
                        .distinct()
                        .limit(2)
                        .toList());
    }

    private static Optional<String> named(List<String> states) {
        return states.isEmpty() ? Optional.empty() : Optional.of(String.join("-and-", states));
    }

    /** In English a state may follow what is counted: 500 warheads in its stockpile. */
    private static List<Hit> inIts(Analysed sentence, Part clause, Hit measure) {
        return sentence.of("state", measure.to(), clause.to()).stream()
                .filter(hit ->
                        sentence.text()
                                .substring(measure.to(), hit.from())
                                .matches(
                                        " (?:(?:are|were|is) )?(?:previously |now |currently"
                                                + " |already )?(?:in (?:its |their |the |a )?)?"))
                .toList();
    }
}
