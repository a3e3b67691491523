// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.reading;

import org.parley.extraction.numbers.Numbers;
import org.parley.extraction.words.Analysed;
import org.parley.extraction.words.Sentences.Part;
import org.parley.lexicon.Entry;
import org.parley.lexicon.Hit;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a number counts, and in which state. */
final class Counted {
    private static final int AFTER_MAX = 14;

    private static final int CLASSIFIED_MAX = 26;

    private static final int SPELLED_MAX = 5;

    private static final int REACH_MAX = 12;

    /** The verb of a bound may stand between: caps the force of an explosion at 150 kilotons. */
    private static final int REACH_LIMIT_MAX = 44;

    /** 800 units for deployed and non-deployed launchers. */
    private static final Pattern FOR_THEIR =
            Pattern.compile(
                    "(?: units| copies)? (?:for|of) (?:its |their |the )?(?:deployed )?.{0,24}");

    /** Eight states with nuclear weapons: the states are counted. */
    private static final Pattern ATTRIBUTIVE =
            Pattern.compile(
                    "的?(?:国家|国|缔约国|场|群|区|阵地)|["
                            + " -](?:states?|countries|country|nations?|powers?|sites?"
                            + "|programs?|programmes?|experts?|inspectors|facilities|bases?)\\b");

    /** 部署在导弹和飞机上: they are where it is, and not what is counted. */
    private static final Pattern UPON = Pattern.compile("[^的]{0,12}[上中里内]");

    private static final Pattern WHICH = Pattern.compile("(?:最后|最近|唯一|[上下这那每任首头前后某又同另])$");

    private static final Pattern NOUN = Pattern.compile(" ([a-z][a-z-]+)");

    /** Small words that may follow a number that counts what stands before it. */
    private static final Set<String> FUNCTION =
            Set.of(
                    ("in by at on of to from for and or but as are were is was have has had will"
                         + " would could may might can this last today now when while with after"
                         + " before since during until under over per each more fewer less at-most"
                         + " than that which who so far currently respectively units annually a the"
                         + " between compared thousand million billion remain remained await")
                            .split(" "));

    private Counted() {}

    /** What is counted: just after the number, or in the same clause before it. */
    static Optional<Hit> measure(
            Analysed sentence, Part clause, Numbers.Found number, int after, boolean classified) {
        List<Hit> measures = sentence.of("measure", clause.from(), sentence.sentence().to());
        int next = nextNumber(sentence, number);
        Optional<Hit> right =
                right(sentence, measures, after, next, classified)
                        .or(() -> weighed(sentence, number, after, Math.min(next, clause.to())));
        if (right.isPresent()) {
            boolean others =
                    ATTRIBUTIVE
                            .matcher(sentence.text())
                            .region(right.get().to(), sentence.sentence().to())
                            .lookingAt();
            boolean far = isSpelled(sentence, number) && right.get().from() - after > SPELLED_MAX;
            if (others || far) {
                return Optional.empty();
            }
            if (isPlacedOn(sentence, after, right.get())) {
                Hit last = last(measures, clause, next).orElse(right.get());
                return UPON.matcher(sentence.text()).region(last.to(), clause.to()).lookingAt()
                        ? Optional.empty()
                        : Optional.of(last);
            }
            if (classified || onlyAdjectives(sentence, after, right.get().from())) {
                return right;
            }
        }
        if (isSpelled(sentence, number) || hasItsOwnNoun(sentence, number, after, classified)) {
            return Optional.empty();
        }
        return label(sentence, clause, number)
                .or(() ->
                        measures.stream()
                                .filter(hit -> hit.to() <= number.from())
                                .max(Comparator.comparingInt(Hit::to))
                                .filter(hit -> !isTaken(sentence, hit)))
                .or(() ->
                        classified
                                ? measures.stream()
                                        .filter(hit -> hit.from() >= next)
                                        .filter(hit -> hit.from() < clause.to())
                                        .findFirst()
                                : Optional.empty());
    }

    /** What a weight is of: 34 kg of 60 per cent uranium. */
    static Optional<Entry> matter(Analysed sentence, int from, int to, Optional<Hit> classifier) {
        return sentence.of("matter", from, to).stream()
                .flatMap(hit -> hit.as("matter").stream())
                .filter(entry -> takes(entry, classifier))
                .reduce((first, second) -> second);
    }

    /** How far something flies, or what it carries, of a number in such units. */
    static Optional<Hit> reach(
            Analysed sentence, Part clause, Numbers.Found number, Optional<Hit> classifier) {
        int far = Bounds.isLimit(sentence, number) ? REACH_LIMIT_MAX : REACH_MAX;
        return sentence.of("reach", clause.from(), number.digits()).stream()
                .filter(hit -> number.from() - hit.to() <= far)
                .filter(hit -> !isNumbered(sentence, hit.to(), number.digits()))
                .filter(hit -> takes(hit.as("reach").orElseThrow(), classifier))
                .reduce((first, second) -> second);
    }

    /** What is counted by this name, or what a weight is of. */
    static Entry thing(Hit name) {
        return name.as("measure")
                .or(() -> name.as("matter"))
                .or(() -> name.as("reach"))
                .orElseThrow();
    }

    /** Where the next number stands that is no level of enrichment. */
    private static int nextNumber(Analysed sentence, Numbers.Found number) {
        return sentence.numbers().stream()
                .filter(other -> !Enrichment.isLevel(sentence, other))
                .mapToInt(Numbers.Found::digits)
                .filter(at -> at > number.digits())
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    private static Optional<Hit> right(
            Analysed sentence, List<Hit> measures, int after, int next, boolean classified) {
        int far = classified ? CLASSIFIED_MAX : afterMax(sentence, after);
        return measures.stream()
                .filter(hit -> hit.from() >= after && hit.from() - after <= far)
                .filter(hit -> hit.from() < next || isListed(sentence, after, next))
                .filter(hit -> noBreak(sentence.text(), after, hit.from()))
                .findFirst();
    }

    /** The matter of which a weight is told, just after it. */
    private static Optional<Hit> weighed(
            Analysed sentence, Numbers.Found number, int after, int to) {
        boolean weight =
                sentence.of("unit", number.to(), after).stream()
                        .anyMatch(unit -> Enrichment.isWeight(unit));
        return weight
                ? sentence.of("matter", after, to).stream()
                        .filter(hit -> hit.from() - after <= CLASSIFIED_MAX)
                        .findFirst()
                : Optional.empty();
    }

    /** 部署在甲、乙和丙上的核弹头: the last of them is what is counted. */
    private static boolean isPlacedOn(Analysed sentence, int after, Hit right) {
        return sentence.of("state", after, right.from()).stream()
                .anyMatch(hit ->
                        sentence.words(hit).endsWith("在")
                                || sentence.text().startsWith("在", hit.to()));
    }

    private static Optional<Hit> last(List<Hit> measures, Part clause, int next) {
        return measures.reversed().stream()
                .filter(hit -> hit.from() < next && hit.to() <= clause.to())
                .findFirst();
    }

    /** The warheads of "1,549 warheads on 540": they have their number. */
    private static boolean isTaken(Analysed sentence, Hit measure) {
        boolean latin = sentence.text().charAt(measure.from()) < 0x250;
        return latin
                && sentence.numbers().stream()
                        .filter(other -> !NumberSense.isDate(sentence, other))
                        .anyMatch(other ->
                                other.to() <= measure.from()
                                        && measure.from() - other.to() <= AFTER_MAX
                                        && noBreak(sentence.text(), other.to(), measure.from()));
    }

    private static int afterMax(Analysed sentence, int after) {
        if (sentence.text().startsWith(" units", after)) {
            return 44;
        }
        int words =
                sentence.of("state", after, Math.min(sentence.sentence().to(), after + 36)).stream()
                        .mapToInt(Hit::length)
                        .sum();
        return AFTER_MAX + Math.max(10, words);
    }

    /** 5,177 and 5,459 nuclear warheads: both numbers count the same. */
    private static boolean isListed(Analysed sentence, int after, int nextNumber) {
        return nextNumber - after <= 6
                && sentence.text().substring(after, nextNumber).matches(",? (?:and|or) |, ");
    }

    /** 一个 and 两个 count what follows them and nothing else. */
    static boolean isSpelled(Analysed sentence, Numbers.Found number) {
        return number.value().compareTo(BigDecimal.TEN) <= 0
                && sentence.text().charAt(number.digits()) > 0x2e80;
    }

    /** 最后一次, 前两次: which one, and not how many. */
    static boolean isOrdinal(Analysed sentence, Numbers.Found number) {
        int from = Math.max(sentence.sentence().from(), number.digits() - 2);
        return isSpelled(sentence, number)
                && WHICH.matcher(sentence.text().substring(from, number.digits())).find();
    }

    /** In English only adjectives and states may stand between number and noun. */
    private static boolean onlyAdjectives(Analysed sentence, int from, int to) {
        String between = withoutStates(sentence, from, to);
        if (between.indexOf('|') >= 0) {
            return false;
        }
        return between.matches(",? (?:and|or) [\\d,.]+ .{0,24}|, [\\d,.]+ .{0,24}")
                || between.chars().filter(c -> c == ' ').count() <= 4
                        && !between.matches(
                                "(?s).*\\b(?:"
                                    + "of|and|in|for|to|with|on|by|years?|months?|days?|per)\\b.*")
                || FOR_THEIR.matcher(between).matches();
    }

    /** Deployed and non-deployed launchers: the "and" is a word of the state. */
    private static String withoutStates(Analysed sentence, int from, int to) {
        StringBuilder rest = new StringBuilder(sentence.text().substring(from, to));
        for (Hit state : sentence.of("state", from, to).reversed()) {
            rest.delete(state.from() - from, state.to() - from);
        }
        return rest.toString();
    }

    /** Signatories: 94. */
    private static Optional<Hit> label(Analysed sentence, Part clause, Numbers.Found number) {
        String text = sentence.text();
        int colon = clause.from() - 1;
        if (colon < 1
                || ":：".indexOf(text.charAt(colon)) < 0
                || !text.substring(clause.from(), number.from()).isBlank()) {
            return Optional.empty();
        }
        return sentence.of("measure", sentence.sentence().from(), colon).stream()
                .filter(hit -> hit.to() == colon)
                .findFirst();
    }

    /** The warheads were moved by 300 workers; 9个国家: another noun follows the number. */
    private static boolean hasItsOwnNoun(
            Analysed sentence, Numbers.Found number, int after, boolean classified) {
        if (classified) {
            return sentence.text().charAt(after - 1) > 0x2e80
                    && !Elliptic.isOpenZh(sentence, after);
        }
        Matcher m = NOUN.matcher(sentence.text());
        m.region(number.to(), sentence.sentence().to());
        return m.lookingAt()
                && !FUNCTION.contains(m.group(1))
                && sentence.hits().stream()
                        .noneMatch(hit ->
                                hit.from() == m.start(1)
                                        && (hit.is("state") || hit.is("date") || hit.is("unit")));
    }

    static boolean noBreak(String text, int from, int to) {
        for (int at = from; at < to; at++) {
            if ("，；。;".indexOf(text.charAt(at)) >= 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether another number stands between: 2,692 missiles, 1,846 of them Soviet. */
    static boolean isNumbered(Analysed sentence, int from, int to) {
        return sentence.numbers().stream()
                .anyMatch(other -> from <= other.digits() && other.digits() < to);
    }

    static boolean takes(Entry counted, Optional<Hit> classifier) {
        Optional<String> wanted = counted.of("units");
        String unit = classifier.flatMap(hit -> hit.as("unit")).map(Entry::id).orElse("");
        return wanted.isEmpty() || List.of(wanted.get().split(" ")).contains(unit);
    }
}
