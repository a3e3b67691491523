// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.reading;

import org.parley.extraction.numbers.Numbers;
import org.parley.extraction.words.Analysed;
import org.parley.extraction.words.Sentences.Part;
import org.parley.lexicon.Entry;
import org.parley.lexicon.Hit;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** In which state what is counted is: deployed, in reserve, destroyed. */
final class CountedState {
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

    /** All there are; beside another state a word of summing up, a total of 1,150 retired. */
    private static final String TOTAL = "inventory";

    private CountedState() {}

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
