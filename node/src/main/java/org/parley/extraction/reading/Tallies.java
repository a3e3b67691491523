// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.reading;

import org.parley.extraction.FoundClaim.Figure;
import org.parley.extraction.numbers.Numbers;
import org.parley.extraction.words.Analysed;
import org.parley.extraction.words.Sentences.Part;
import org.parley.lexicon.Entry;
import org.parley.lexicon.Hit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Numbers of what is counted beside arms and material: posts, stations, prisoners. Only in texts of
 * the field, and only where the name stands right by the number; no later number is taken to count
 * the same.
 */
final class Tallies {
    private static final int AFTER_MAX = 34;
    private static final int BEFORE_MAX_ZH = 8;
    private static final int AFTER_MAX_ZH = 10;
    private static final int WORD_MAX_ZH = 8;

    private static final String NO_ADJECTIVE =
            "(?!(?:of|in|and|to|on|at|by|for|from|with|per|or|years?|months?|days?|hours?|percent"
                    + "|million)\\b)";

    /** What may stand between a number and its noun: up to three words that describe it. */
    private static final Pattern DESCRIBED =
            Pattern.compile("(?: " + NO_ADJECTIVE + "[\\p{L}-]+){0,3} ");

    /** 12 inspectors were there in 2031: a number that only names what is told of already. */
    private static final Set<String> DEFINITE = Set.of("the ", "these ", "those ", "all ");

    private static final Pattern APART_ZH = Pattern.compile("[，。；、：“”\\d]|国家");

    private static final Pattern END_ZH = Pattern.compile("次?(?:[，。；、,;（(]|$)|之多|以上|左右|的|后");

    private static final Pattern BEFORE_ZH =
            Pattern.compile("(?:已经|已|共|总共|累计|约|达|达到|有|超过|逾|近|为|多达|则|各)*");

    private static final Pattern REQUIRED =
            Pattern.compile("(?:全部|均须|都须|须经.{0,24})批准|\\b(?:must|have to) ratify\\b");

    /** The countries of annex 2: the number is a name. */
    private static final Pattern LABEL =
            Pattern.compile("\\b(?:annex|article|phase|type|category|tier|block|chapter) $");

    private static final int LABEL_MAX = 10;

    private Tallies() {}

    /** What is counted by numbers that count nothing else. */
    static List<Amount> in(Analysed sentence, List<Amount> found, Memory memory) {
        Optional<Amount> last = memory.figures().tallied();
        memory.figures().tallied(Optional.empty());
        if (sentence.of("tally").isEmpty()
                        && last.isEmpty()
                        && !StatesDoing.maybe(sentence)
                        && !Ballots.maybe(sentence)
                || !memory.field().isThroughout() && !Field.isOf(sentence)
                || Telling.isOfAnotherField(sentence)) {
            return found;
        }
        List<Numbers.Found> open =
                sentence.numbers().stream()
                        .filter(number ->
                                found.stream().noneMatch(one -> one.at() == number.digits()))
                        .filter(number -> !NumberSense.isDate(sentence, number))
                        .filter(number -> !Counted.isOrdinal(sentence, number))
                        .filter(number -> !Shares.isShare(sentence, number))
                        .filter(number -> number.value().compareTo(BigDecimal.ONE) > 0)
                        .filter(number -> !NumberSense.isAddition(sentence, number))
                        .filter(number -> !Quantities.isDesignation(sentence, number))
                        .filter(number -> !isLabel(sentence, number))
                        .toList();
        List<Amount> tallies = new ArrayList<>();
        for (Numbers.Found number : open) {
            Ballots.of(sentence, number)
                    .or(() -> of(sentence, number, memory))
                    .or(() -> StatesDoing.of(sentence, number))
                    .or(() -> TalliedAgain.of(sentence, number, latest(tallies, last)))
                    .ifPresent(tallies::add);
        }
        memory.figures().tallied(latest(tallies, Optional.empty()));
        return Stream.of(found, tallies)
                .flatMap(List::stream)
                .sorted(Comparator.comparingInt(Amount::at))
                .toList();
    }

    private static Optional<Amount> latest(List<Amount> tallies, Optional<Amount> before) {
        return tallies.isEmpty() ? before : Optional.of(tallies.getLast());
    }

    private static Optional<Amount> of(Analysed sentence, Numbers.Found number, Memory memory) {
        Part clause = sentence.clauseAt(number.digits());
        return named(sentence, clause, number)
                .filter(hit -> isBeside(sentence, hit))
                .filter(hit -> entry(hit).of("many").isEmpty() || !isFew(sentence, number))
                .filter(hit -> !isTold(sentence, number))
                .map(hit -> found(sentence, clause, number, hit, memory));
    }

    /** A few, in words, are rather named than counted: the other four, 两处. */
    private static boolean isFew(Analysed sentence, Numbers.Found number) {
        return number.value().compareTo(BigDecimal.TEN) < 0
                && !Character.isDigit(sentence.text().charAt(number.digits()));
    }

    private static boolean isLabel(Analysed sentence, Numbers.Found number) {
        int from = Math.max(sentence.sentence().from(), number.from() - LABEL_MAX);
        return LABEL.matcher(sentence.text().substring(from, number.from())).find();
    }

    private static boolean isTold(Analysed sentence, Numbers.Found number) {
        return DEFINITE.stream()
                .anyMatch(word ->
                        sentence.text()
                                .startsWith(
                                        word,
                                        Math.max(
                                                sentence.sentence().from(),
                                                number.from() - word.length())));
    }

    private static Optional<Hit> named(Analysed sentence, Part clause, Numbers.Found number) {
        return sentence.isLatin()
                ? after(sentence, number)
                : afterZh(sentence, clause, number).or(() -> beforeZh(sentence, clause, number));
    }

    private static Optional<Hit> after(Analysed sentence, Numbers.Found number) {
        int to = Math.min(sentence.sentence().to(), number.to() + AFTER_MAX);
        return sentence.of("tally", number.to(), to).stream()
                .filter(hit -> !Counted.isNumbered(sentence, number.to(), hit.from()))
                .filter(hit ->
                        DESCRIBED
                                .matcher(sentence.text())
                                .region(number.to(), hit.from())
                                .matches())
                .findFirst();
    }

    private static Optional<Hit> afterZh(Analysed sentence, Part clause, Numbers.Found number) {
        String text = sentence.text();
        int to = Math.min(clause.to(), number.to() + 1 + AFTER_MAX_ZH + WORD_MAX_ZH);
        List<Hit> names = sentence.of("tally", number.to(), Math.max(number.to(), to));
        List<Hit> fitting = new ArrayList<>();
        for (Hit hit : names) {
            boolean itself = hit.from() == number.to();
            int after = number.to() + (!itself && isBy(hit, text, number.to()) ? 1 : 0);
            boolean counted = itself || after > number.to();
            if (counted
                    && hit.from() - after <= AFTER_MAX_ZH
                    && !APART_ZH.matcher(text).region(after, hit.from()).find()) {
                fitting.add(hit);
            }
        }
        return fitting.stream().reduce((first, second) -> second);
    }

    private static Optional<Hit> beforeZh(Analysed sentence, Part clause, Numbers.Found number) {
        String text = sentence.text();
        return sentence.of("tally", clause.from(), number.from()).stream()
                .reduce((first, second) -> second)
                .filter(hit -> number.from() - hit.to() <= BEFORE_MAX_ZH)
                .filter(hit -> BEFORE_ZH.matcher(text).region(hit.to(), number.from()).matches())
                .filter(hit -> isBy(hit, text, number.to()))
                .filter(hit ->
                        END_ZH.matcher(text)
                                .region(number.to() + 1, sentence.sentence().to())
                                .lookingAt());
    }

    private static boolean isBy(Hit hit, String text, int at) {
        return at < text.length() && entry(hit).of("by").orElse("").indexOf(text.charAt(at)) >= 0;
    }

    private static Entry entry(Hit hit) {
        return hit.as("tally").orElseThrow();
    }

    /** Whether a word stands in the sentence without which the name may be of any field. */
    private static boolean isBeside(Analysed sentence, Hit hit) {
        Optional<String> words = entry(hit).of("beside");
        String whole =
                sentence.text().substring(sentence.sentence().from(), sentence.sentence().to());
        return words.isEmpty() || Stream.of(words.get().split("\\|")).anyMatch(whole::contains);
    }

    /** 附件二所列44个国家全部批准: so many have to ratify. */
    private static boolean isRequired(Analysed sentence, Part clause, Entry entry) {
        return entry.of("unit").filter("states"::equals).isPresent()
                && REQUIRED.matcher(sentence.text()).region(clause.from(), clause.to()).find();
    }

    private static Amount found(
            Analysed sentence, Part clause, Numbers.Found number, Hit name, Memory memory) {
        Entry entry = entry(name);
        boolean limit = Bounds.isLimit(sentence, number) || isRequired(sentence, clause, entry);
        Figure figure =
                new Figure(
                        number.value(),
                        number.high(),
                        entry.of("unit").orElse(entry.id()),
                        entry.id(),
                        Bounds.qualifier(number, limit),
                        CountDay.asOf(sentence, clause, number, limit),
                        limit
                                ? "limit"
                                : NumberSense.isProjected(sentence, number)
                                        ? Amount.PROJECTION
                                        : "stated",
                        Optional.empty());
        return new Amount(
                Math.min(number.from(), name.from()),
                Math.max(number.to(), name.to()),
                number.digits(),
                figure,
                entry,
                limit || figure.unit().equals("states")
                        ? List.of()
                        : Holders.party(sentence, clause, number, name, memory),
                limit,
                60);
    }
}
