// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction;

import org.parley.extraction.FoundClaim.Figure;
import org.parley.extraction.FoundClaim.When;
import org.parley.extraction.Sentences.Part;
import org.parley.lexicon.Entry;
import org.parley.lexicon.Hit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Numbers of things: a number, what is counted, in which state, whose, as of when. What is counted
 * and its state must stand in the clause of the number, else nothing is claimed: a number that is
 * taken for another quantity does more harm than one that is passed over.
 */
final class Quantities {
    private static final int AFTER_MAX = 14;
    private static final int SPELLED_MAX = 5;

    /** By how much it grew or shrank, which is not how much there is. */
    private static final Pattern CHANGE =
            Pattern.compile(
                    "(?:增加|增长|上升|减少|下降|增添|新增|多出|多了|少了)了?(?:大约|约|近|超过)?$"
                            + "|\\b(?:increase|decrease|rise|drop|growth|reduction|decline)s? of"
                            + " (?:about |around |some |nearly |an estimated )?$"
                            + "|\\b(?:rose|grew|increased|fell|dropped|shrank|up|down) by"
                            + " (?:about |around |some |nearly |an estimated )?$"
                            + "|\\b(?:adding|added|another|additional) $");

    private static final Pattern MORE = Pattern.compile(" (?:more|fewer|less)\\b(?! than).*");

    /** A part of what was counted before. */
    private static final Pattern PART =
            Pattern.compile("(?:^|.*[，,；; ])(?:其中|of which|of whom|of them|of these|including).*");

    /** Verbs of having, without a word of what may be. */
    private static final Pattern HOLDING =
            Pattern.compile(
                    "(?<![可能以])(?:拥有|持有|保有)$|(?<!may |must |shall"
                            + " )\\b(?:has|have|had|possess(?:es)?) $");

    /** 800 units for deployed and non-deployed launchers. */
    private static final Pattern FOR_THEIR =
            Pattern.compile(
                    "(?: units| copies)? (?:for|of) (?:its |their |the )?(?:deployed )?.{0,24}");

    private Quantities() {}

    /**
     * A number that counts something.
     *
     * @param counted what is counted, without its state
     * @param limit whether it is a bound, not a count
     */
    record Found(
            int from,
            int to,
            int at,
            Figure figure,
            String counted,
            List<String> parties,
            boolean limit,
            int certainty) {
        Found with(When asOf) {
            Figure dated =
                    new Figure(
                            figure.value(),
                            figure.high(),
                            figure.unit(),
                            figure.measure(),
                            figure.qualifier(),
                            Optional.of(asOf),
                            figure.basis(),
                            figure.against());
            return new Found(from, to, at, dated, counted, parties, limit, certainty);
        }

        /** Its figure in the state of another: the verb of several numbers holds for all. */
        Figure measured(Found other) {
            return new Figure(
                    figure.value(),
                    figure.high(),
                    figure.unit(),
                    other.figure().measure(),
                    figure.qualifier(),
                    figure.asOf(),
                    figure.basis(),
                    figure.against());
        }
    }

    static List<Found> in(Analysed sentence, Memory memory) {
        List<Found> found = new ArrayList<>();
        for (Numbers.Found number : sentence.numbers()) {
            boolean isShare =
                    sentence.text().startsWith("%", number.to())
                            || sentence.text().startsWith(" percent", number.to())
                            || sentence.text().startsWith(" per cent", number.to());
            if (!isDate(sentence, number) && !isShare && !isChange(sentence, number)) {
                one(sentence, number, memory, found).ifPresent(found::add);
            }
        }
        return distributed(sentence, dated(found));
    }

    private static boolean isChange(Analysed sentence, Numbers.Found number) {
        int from = Math.max(sentence.sentence().from(), number.digits() - 24);
        String before = sentence.text().substring(from, number.digits());
        String after =
                sentence.text()
                        .substring(
                                number.to(), Math.min(sentence.sentence().to(), number.to() + 9));
        return CHANGE.matcher(before).find() || MORE.matcher(after).matches();
    }

    /** A number of those counted before, when nothing says which of them. */
    private static boolean isUnnamedPart(
            Analysed sentence, Part clause, Numbers.Found number, Optional<String> state) {
        return state.isEmpty()
                && PART.matcher(sentence.text().substring(clause.from(), number.from())).matches();
    }

    /** A date before the first of several numbers holds for the others too. */
    private static List<Found> dated(List<Found> found) {
        List<Found> result = new ArrayList<>();
        Optional<When> last = Optional.empty();
        for (Found one : found) {
            Figure figure = one.figure();
            if (figure.asOf().isPresent()) {
                last = figure.basis().equals("projection") ? last : figure.asOf();
                result.add(one);
            } else {
                result.add(last.isEmpty() || one.limit() ? one : one.with(last.get()));
            }
        }
        return result;
    }

    private static Optional<Found> one(
            Analysed sentence, Numbers.Found number, Memory memory, List<Found> before) {
        Part clause = sentence.clauseAt(number.digits());
        Optional<Hit> unit =
                sentence.hits().stream()
                        .filter(hit ->
                                hit.from() == number.to()
                                        || hit.from() == number.to() + 1
                                                && sentence.text().charAt(number.to()) == ' ')
                        .findFirst();
        Optional<Hit> classifier = unit.filter(hit -> hit.is("unit"));
        int after = classifier.map(Hit::to).orElse(number.to());
        Optional<Hit> measure = measure(sentence, clause, number, after, classifier.isPresent());
        if (measure.isEmpty()) {
            return classifier.isPresent()
                    ? again(sentence, clause, number, after, before)
                    : Optional.empty();
        }
        Entry counted = measure.get().as("measure").orElseThrow();
        String currency = currency(sentence, number, classifier);
        boolean money = counted.of("money").isPresent();
        if (money == currency.isEmpty()) {
            return Optional.empty();
        }
        boolean latin = sentence.words(measure.get()).charAt(0) < 0x250;
        if (!money && !(latin && classifier.isEmpty()) && !takes(counted, classifier)) {
            return Optional.empty();
        }
        int from = Math.min(number.from(), measure.get().from());
        int to = Math.max(after, measure.get().to());
        boolean limit = isLimit(sentence, number);
        Optional<String> state = state(sentence, clause, number, measure.get());
        if (isUnnamedPart(sentence, clause, number, state)) {
            return Optional.empty();
        }
        boolean projected = isProjected(sentence, number);
        Optional<When> asOf = asOf(sentence, clause, number);
        List<String> parties =
                limit ? List.of() : party(sentence, clause, number, measure.get(), memory);
        String unitName = money ? currency : counted.of("unit").orElse(counted.id());
        Figure figure =
                new Figure(
                        number.value(),
                        number.high(),
                        unitName,
                        counted.id()
                                + state.or(() -> counted.of("state"))
                                        .map(word -> "-" + word)
                                        .orElse(""),
                        number.qualifier(),
                        asOf,
                        limit ? "limit" : projected ? "projection" : "stated",
                        against(sentence, clause));
        int certainty =
                60
                        + (state.isPresent() ? 15 : 0)
                        + (parties.size() == 1 ? 15 : 0)
                        + (asOf.isPresent() ? 10 : 0);
        return Optional.of(
                new Found(
                        from,
                        to,
                        number.digits(),
                        figure,
                        counted.id(),
                        parties,
                        limit,
                        certainty));
    }

    private static boolean isProjected(Analysed sentence, Numbers.Found number) {
        int clause = sentence.clauseIndex(number.digits());
        return sentence.hits().stream()
                .filter(hit -> hit.is("projected") && sentence.clauseIndex(hit.from()) == clause)
                .anyMatch(hit ->
                        sentence.numbers().stream()
                                .noneMatch(other ->
                                        !isDate(sentence, other)
                                                && liesBetween(hit, other, number)));
    }

    /** Whether another number stands nearer to the word, so that the word is that number's. */
    private static boolean liesBetween(Hit word, Numbers.Found other, Numbers.Found number) {
        if (other.digits() == number.digits()) {
            return false;
        }
        return word.from() < number.digits()
                ? other.digits() > word.from() && other.digits() < number.digits()
                : other.digits() > word.from() && other.digits() - word.to() < 40
                        || other.digits() > number.digits() && other.digits() < word.from();
    }

    private static boolean isDate(Analysed sentence, Numbers.Found number) {
        return sentence.of("date").stream()
                .anyMatch(date -> date.from() < number.to() && number.digits() < date.to());
    }

    private static String currency(
            Analysed sentence, Numbers.Found number, Optional<Hit> classifier) {
        return classifier
                .flatMap(hit -> hit.as("unit"))
                .flatMap(entry -> entry.of("currency"))
                .orElseGet(() -> signed(sentence, number));
    }

    /** The currency of a sign before the number: $842 billion. */
    private static String signed(Analysed sentence, Numbers.Found number) {
        char before = number.digits() == 0 ? ' ' : sentence.text().charAt(number.digits() - 1);
        return switch (before) {
            case '$' -> "USD";
            case '€' -> "EUR";
            case '£' -> "GBP";
            default -> "";
        };
    }

    /** The same thing counted again in the next clause: 2030年前还将增加到超过1000枚. */
    private static Optional<Found> again(
            Analysed sentence, Part clause, Numbers.Found number, int after, List<Found> before) {
        if (before.isEmpty()
                || before.getLast().limit()
                || sentence.clauseIndex(before.getLast().at())
                        < sentence.clauseIndex(number.digits()) - 1) {
            return Optional.empty();
        }
        Found last = before.getLast();
        boolean projected =
                sentence.hits().stream()
                        .anyMatch(hit -> hit.is("projected") && clause.holds(hit.from()));
        List<Hit> states = sentence.of("state", clause.from(), clause.to());
        String measure =
                states.isEmpty()
                        ? last.figure().measure()
                        : last.counted() + "-" + states.getFirst().as("state").orElseThrow().id();
        Figure figure =
                new Figure(
                        number.value(),
                        number.high(),
                        last.figure().unit(),
                        measure,
                        number.qualifier(),
                        asOf(sentence, clause, number),
                        projected ? "projection" : "stated",
                        last.figure().against());
        List<Hit> own = sentence.of("party", clause.from(), number.from());
        return Optional.of(
                new Found(
                        number.from(),
                        after,
                        number.digits(),
                        figure,
                        last.counted(),
                        own.isEmpty() ? last.parties() : Codes.of(own.getLast()),
                        false,
                        70));
    }

    /** What is counted: just after the number, or in the same clause before it. */
    private static Optional<Hit> measure(
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

    private static boolean noBreak(String text, int from, int to) {
        for (int at = from; at < to; at++) {
            if ("，；。;".indexOf(text.charAt(at)) >= 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean takes(Entry counted, Optional<Hit> classifier) {
        Optional<String> wanted = counted.of("units");
        String unit = classifier.flatMap(hit -> hit.as("unit")).map(Entry::id).orElse("");
        return wanted.isEmpty() || List.of(wanted.get().split(" ")).contains(unit);
    }

    private static boolean isLimit(Analysed sentence, Numbers.Found number) {
        Part whole = sentence.sentence();
        return sentence.of("limit", whole.from(), number.digits()).stream()
                        .anyMatch(hit -> !isCount(sentence, hit, number))
                || sentence
                        .of("limit", number.to(), Math.min(whole.to(), number.to() + 30))
                        .stream()
                        .anyMatch(hit ->
                                sentence.clauseIndex(hit.from())
                                        == sentence.clauseIndex(number.digits()));
    }

    /** 拥有不超过260枚 counts; what nobody may exceed is a bound. */
    private static boolean isCount(Analysed sentence, Hit word, Numbers.Found number) {
        int from = Math.max(0, number.from() - 12);
        String before = sentence.text().substring(from, number.from());
        return word.from() >= number.from()
                && HOLDING.matcher(before).find()
                && sentence.of("mechanism").isEmpty();
    }

    /** The state must be named between the last break or number and the next one. */
    private static Optional<String> state(
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
        return words.isEmpty() ? Optional.empty() : Optional.of(String.join("-and-", words));
    }

    /** In English a state may follow what is counted: 500 warheads in its stockpile. */
    private static List<Hit> inIts(Analysed sentence, Part clause, Hit measure) {
        return sentence.of("state", measure.to(), clause.to()).stream()
                .filter(hit ->
                        sentence.text()
                                .substring(measure.to(), hit.from())
                                .matches(" (?:(?:are|were|is) |in (?:its |their |the |a )?)?"))
                .toList();
    }

    private static Optional<When> asOf(Analysed sentence, Part clause, Numbers.Found number) {
        return sentence.of("date").stream()
                .filter(date -> date.to() <= number.from() || date.from() >= number.to())
                .filter(date -> !isSince(sentence, date))
                .filter(date ->
                        clause.holds(date.from())
                                || sentence.clauseIndex(date.from())
                                        == sentence.clauseIndex(number.digits()) - 1)
                .min(Comparator.comparingInt(date -> Math.abs(date.from() - number.digits())))
                .map(date -> sentence.dates().get(date.from()));
    }

    /** Since the treaty entered into force in 2011: no day of the count. */
    private static boolean isSince(Analysed sentence, Hit date) {
        Part clause = sentence.clauseAt(date.from());
        String before = sentence.text().substring(clause.from(), date.from());
        return before.matches("(?s)(?:[Ss]ince .+|自.+)");
    }

    private static Optional<String> against(Analysed sentence, Part clause) {
        return sentence.of("against", sentence.sentence().from(), clause.to()).stream()
                .findFirst()
                .flatMap(cue -> sentence.of("party", cue.to(), clause.to()).stream().findFirst())
                .map(hit -> Codes.of(hit).getFirst());
    }

    /** Whose: the nearest party before it in the clause, else the subject of the sentence. */
    private static List<String> party(
            Analysed sentence, Part clause, Numbers.Found number, Hit measure, Memory memory) {
        List<Hit> before =
                sentence.of("party", clause.from(), number.from()).stream()
                        .filter(hit -> !isAgainst(sentence, clause, hit))
                        .toList();
        if (!before.isEmpty()) {
            return Codes.of(before.getLast());
        }
        Optional<String> against = against(sentence, clause);
        if (against.isPresent()
                && memory.parties().size() == 2
                && memory.parties().contains(against.get())) {
            return memory.parties().stream().filter(code -> !code.equals(against.get())).toList();
        }
        int noun = Math.max(measure.to(), number.to());
        List<Hit> inside = sentence.of("party", Math.min(measure.from(), number.from()), noun + 14);
        if (!inside.isEmpty() && noBreak(sentence.text(), noun, inside.getFirst().from())) {
            return Codes.of(inside.getFirst());
        }
        List<Hit> earlier =
                sentence.of("party", sentence.sentence().from(), clause.from()).stream()
                        .filter(hit -> !isSource(sentence, hit))
                        .toList();
        if (!earlier.isEmpty()) {
            List<String> codes = Codes.of(earlier.getLast());
            return codes.size() == 1 ? codes : List.of();
        }
        return sentence.of("pronoun", clause.from(), number.from()).isEmpty()
                        || memory.parties().size() != 1
                ? List.of()
                : memory.parties();
    }

    private static boolean isAgainst(Analysed sentence, Part clause, Hit party) {
        return sentence.of("against", clause.from(), party.from()).stream()
                .anyMatch(cue -> party.from() - cue.to() <= 8);
    }

    private static boolean isSource(Analysed sentence, Hit party) {
        return sentence
                        .of("say", party.to(), Math.min(sentence.sentence().to(), party.to() + 14))
                        .stream()
                        .findAny()
                        .isPresent()
                || sentence.of("according", Math.max(0, party.from() - 3), party.from()).stream()
                        .findAny()
                        .isPresent();
    }

    /** 美俄分别拥有5428枚和5977枚: as many parties as numbers, in the same order. */
    private static List<Found> distributed(Analysed sentence, List<Found> found) {
        List<Hit> words = sentence.of("respectively");
        if (words.isEmpty() || found.size() < 2) {
            return found;
        }
        List<String> parties = new ArrayList<>();
        List<Found> shared = found.stream().filter(one -> !one.limit()).toList();
        int last = shared.isEmpty() ? 0 : shared.getLast().at();
        for (Hit hit : sentence.of("party", sentence.sentence().from(), last)) {
            if (!isSource(sentence, hit)) {
                parties.addAll(Codes.of(hit));
            }
        }
        parties.remove("WORLD");
        if (parties.size() != shared.size()) {
            return found;
        }
        List<Found> result = new ArrayList<>(found.stream().filter(Found::limit).toList());
        for (int i = 0; i < shared.size(); i++) {
            Found one = shared.get(i);
            boolean same =
                    one.counted().equals(shared.getFirst().counted())
                            && one.figure().measure().equals(one.counted());
            result.add(
                    new Found(
                            one.from(),
                            one.to(),
                            one.at(),
                            same ? one.measured(shared.getFirst()) : one.figure(),
                            one.counted(),
                            List.of(parties.get(i)),
                            false,
                            one.certainty()));
        }
        return result;
    }
}
