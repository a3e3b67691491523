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

    /** 800 units for deployed and non-deployed launchers. */
    private static final Pattern FOR_THEIR =
            Pattern.compile(
                    "(?: units| copies)? (?:for|of) (?:its |their |the )?(?:deployed )?.{0,24}");

    /** Eight states with nuclear weapons: the states are counted. */
    private static final Pattern ATTRIBUTIVE =
            Pattern.compile(
                    "的?(?:国家|国|缔约国)|[ -](?:states?|countries|country|nations?|powers?|sites?"
                            + "|programs?|programmes?|experts?|inspectors|facilities|bases?)\\b");

    private static final Pattern JUST_BEFORE = Pattern.compile("[了着有的共为达]{0,2}");

    /** What may stand between a number and the state in which so many are. */
    private static final Pattern JUST_AFTER =
            Pattern.compile(
                    "[枚件架艘座台吨颗]?(?:为|是|属于?|已经?|尚|仍|处于|处在|被|作为|列为|用作|在)*| (?:more |others? )?(?:of"
                        + " (?:them|these|those|which)"
                        + " )?(?:(?:are|were|is|was|being|remain(?:ed|s)?|have been|had been)"
                        + " )?(?:currently |now |also |still |already |kept |held |stored )*(?:in"
                        + " (?:its |their |the |a )?|on |at |as (?:a )?)?");

    private static final Pattern PUT =
            Pattern.compile(" (?:now |currently )?(?:put|estimated|numbering|standing|counted) ");

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

    /** All there are; beside another state a word of summing up, a total of 1,150 retired. */
    private static final String TOTAL = "inventory";

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

    /** How far something flies, of a number of kilometres. */
    static Optional<Hit> reach(Analysed sentence, Part clause, Numbers.Found number) {
        return sentence.of("reach", clause.from(), number.from()).stream()
                .filter(hit -> number.from() - hit.to() <= REACH_MAX)
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
        int from = Math.max(sentence.sentence().from(), number.from() - 2);
        return isSpelled(sentence, number)
                && WHICH.matcher(sentence.text().substring(from, number.from())).find();
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

    /** The state must be named between the last break or number and the next one. */
    static Optional<String> state(
            Analysed sentence, Part clause, Numbers.Found number, Hit measure) {
        int from =
                sentence.numbers().stream()
                        .mapToInt(Numbers.Found::to)
                        .filter(at -> at < number.digits() && at > clause.from())
                        .max()
                        .orElse(clause.from());
        if (measure.to() <= number.from()
                && from > clause.from()
                && from <= measure.from()
                && NumberSense.isProjected(sentence, number)) {
            // 600 operational warheads, and the number will exceed 1,000: nobody says which.
            from = measure.to();
        }
        int end = Math.max(measure.to(), number.to());
        List<Hit> after =
                measure.to() <= number.from()
                        ? sentence.of("state", number.to(), Math.min(clause.to(), number.to() + 24))
                        : inIts(sentence, clause, measure);
        int begin = isPut(sentence, clause) ? sentence.clauseAt(clause.from() - 2).from() : from;
        List<Hit> states =
                after.isEmpty()
                        ? sentence.of("state", begin, Math.min(clause.to(), end + 6))
                        : after;
        List<String> words =
                states.stream()
                        .filter(hit -> !isPlaced(sentence, hit, number))
                        .map(hit -> hit.as("state").orElseThrow().id())
                        .distinct()
                        .toList();
        return named(words);
    }

    /** Its deployed force, put at 1,549 warheads: the clause before says in which state. */
    private static boolean isPut(Analysed sentence, Part clause) {
        return clause.from() > sentence.sentence().from() + 2
                && PUT.matcher(sentence.text()).region(clause.from(), clause.to()).lookingAt();
    }

    /** Deployed in 450 silos: what is deployed is something else. */
    private static boolean isPlaced(Analysed sentence, Hit state, Numbers.Found number) {
        if (state.to() > number.from()) {
            return false;
        }
        String between = sentence.text().substring(state.to(), number.from());
        return sentence.words(state).endsWith("在") && between.isEmpty()
                || between.matches("(?:在|于)| (?:in|on|at|aboard|with) ");
    }

    /**
     * Whether a stockpile is spoken of in the sentence before a number, and of nobody else since.
     */
    static boolean isOfStockBefore(Analysed sentence, int at) {
        return sentence.of("state", sentence.sentence().from(), at).stream()
                .filter(hit -> hit.as("state").orElseThrow().id().equals("stockpile"))
                .reduce((first, second) -> second)
                .filter(hit -> sentence.of("party", hit.to(), at).isEmpty())
                .filter(hit -> sentence.of("state", hit.to(), at).isEmpty())
                .filter(hit ->
                        sentence.numbers().stream()
                                .filter(other -> !NumberSense.isDate(sentence, other))
                                .noneMatch(
                                        other -> other.digits() > hit.to() && other.digits() < at))
                .isPresent();
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
        List<Hit> states = sentence.of("state", from, Math.min(clause.to(), end));
        return states.stream()
                .filter(hit -> isJustBefore(sentence, hit, number))
                .reduce((first, second) -> second)
                .or(() ->
                        states.stream()
                                .filter(hit -> isJustAfter(sentence, number, hit))
                                .findFirst())
                .map(hit -> hit.as("state").orElseThrow().id())
                .or(() ->
                        named(
                                states.stream()
                                        .map(hit -> hit.as("state").orElseThrow().id())
                                        .distinct()
                                        .limit(2)
                                        .toList()));
    }

    /** 储备2591枚: in Chinese the verb stands before its number. */
    private static boolean isJustBefore(Analysed sentence, Hit state, Numbers.Found number) {
        return state.to() <= number.from()
                && sentence.words(state).charAt(0) > 0x2e80
                && JUST_BEFORE.matcher(sentence.text()).region(state.to(), number.from()).matches();
    }

    /** 1,718 are deployed and 2,591 are held in reserve. */
    private static boolean isJustAfter(Analysed sentence, Numbers.Found number, Hit state) {
        return state.from() >= number.to()
                && JUST_AFTER.matcher(sentence.text()).region(number.to(), state.from()).matches();
    }

    /** Whether a state makes a stock another than the thing itself: all uranium is stock. */
    static boolean isOwnState(Entry counted, String state) {
        return counted.of("one_stock").isEmpty()
                || !state.equals("stockpile") && !state.equals(TOTAL);
    }

    private static Optional<String> named(List<String> states) {
        List<String> own =
                states.size() < 2
                        ? states
                        : states.stream().filter(state -> !state.equals(TOTAL)).toList();
        return own.isEmpty() ? Optional.empty() : Optional.of(String.join("-and-", own));
    }

    /** In English a state may follow what is counted: 500 warheads in its stockpile. */
    private static List<Hit> inIts(Analysed sentence, Part clause, Hit measure) {
        return sentence.of("state", measure.to(), clause.to()).stream()
                .filter(hit ->
                        sentence.text()
                                .substring(measure.to(), hit.from())
                                .matches(
                                        " (?:on|aboard|atop) (?:its |their )?(?:[\\d,]+ )?|"
                                            + " (?:(?:are|were|is|ha(?:s|ve|d) been)"
                                            + " )?(?:previously |now |currently |already )?(?:in"
                                            + " (?:its |their |the |a )?)?"))
                .toList();
    }
}
