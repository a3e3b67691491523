// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.reading;

import org.parley.extraction.FoundClaim.Figure;
import org.parley.extraction.FoundClaim.When;
import org.parley.extraction.numbers.Numbers;
import org.parley.extraction.words.Analysed;
import org.parley.extraction.words.Sentences.Part;
import org.parley.lexicon.Entry;
import org.parley.lexicon.Hit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers of things: a number, what is counted, in which state, whose, as of when. What is counted
 * and its state must stand in the clause of the number, else nothing is claimed: a number that is
 * taken for another quantity does more harm than one that is passed over.
 */
final class Quantities {
    /** Words with which a series of numbers of one stock goes on. */
    private static final Pattern STOCK_SERIES =
            Pattern.compile(
                    "\\b(?:peak\\w*|releases?|fact sheet|series|declassified)\\b|峰值|高峰|顶峰|解密");

    private static final Pattern MISSILE = Pattern.compile("[Mm]issile|ICBM|SLBM|导弹|飞弹");

    private static final Pattern POSSESSIVE = Pattern.compile("的|['’]s? (?:other )?");

    private static final BigDecimal KINDS_MAX = BigDecimal.valueOf(100);

    private static final int WORD_MAX = 24;

    /** Units of how far something flies and how strong it is: nothing is counted in them. */
    private static final Set<String> LENGTHS = Set.of("km", "kt");

    /** The last word before a number, where it begins with a capital letter. */
    private static final Pattern NAME = Pattern.compile("(?<![\\p{L}-])(\\p{Lu}[\\p{L}-]+) $");

    private Quantities() {}

    static List<Amount> in(Analysed sentence, Memory memory) {
        if (memory.figures().tables().isRow(sentence)) {
            return memory.figures().tables().in(sentence, memory.figures().thing());
        }
        List<Amount> found = new ArrayList<>();
        for (Numbers.Found number : sentence.numbers()) {
            Optional<Amount> term = Terms.of(sentence, number, memory);
            if (term.isPresent()) {
                found.add(term.get());
                continue;
            }
            if (NumberSense.isDate(sentence, number) || Counted.isOrdinal(sentence, number)) {
                continue;
            }
            if (Shares.isShare(sentence, number)) {
                Shares.of(sentence, number, found, memory).ifPresent(found::add);
                continue;
            }
            Optional<Amount> members =
                    Members.of(sentence, number, memory)
                            .or(() -> Potential.of(sentence, number, found, memory))
                            .or(() -> Casualties.of(sentence, number));
            members.ifPresent(found::add);
            if (members.isEmpty() && !NumberSense.isAddition(sentence, number)) {
                boolean change = NumberSense.isChange(sentence, number);
                one(sentence, number, memory, found)
                        .filter(one -> !one.limit() || !change && !isFormer(sentence, number))
                        .map(one -> change ? one.changed() : one)
                        .filter(one -> isOfATreaty(sentence, one, memory))
                        .filter(one -> one.limit() || !isOneOnly(number))
                        .map(one -> ofStock(sentence, one, memory))
                        .map(one -> rated(sentence, number, one))
                        .ifPresent(found::add);
            }
        }
        List<Amount> all =
                Holders.each(
                        sentence,
                        Holders.distributed(
                                sentence,
                                Pairs.repeated(sentence, dated(sentence, found, memory), memory)));
        memory.figures().remember(sentence, all);
        return Sums.in(sentence, Tallies.in(sentence, all, memory), memory);
    }

    /** What has members must be known: a council of 35 is no treaty. */
    private static boolean isOfATreaty(Analysed sentence, Amount found, Memory memory) {
        return !found.isOfMembers()
                || found.isWhole()
                        && !isOfABody(sentence, found)
                        && Mechanisms.counting(sentence, found.at(), memory).isPresent();
    }

    /** NATO's 32 member states, 该联盟的32个成员国: who has them is no treaty. */
    private static boolean isOfABody(Analysed sentence, Amount found) {
        int from = sentence.sentence().from();
        return sentence.hits().stream()
                .filter(hit -> hit.is("party") || hit.is("organisation"))
                .filter(hit -> hit.from() >= from && hit.to() <= found.at())
                .anyMatch(hit ->
                        POSSESSIVE
                                .matcher(sentence.text().substring(hit.to(), found.at()))
                                .matches());
    }

    /** 发射一枚导弹: one is a thing that is told of, and no number of things. */
    private static boolean isOneOnly(Numbers.Found number) {
        return number.value().compareTo(BigDecimal.ONE) == 0
                && number.high().isEmpty()
                && number.qualifier().equals("exact");
    }

    /** The stockpile reached its peak, 31,255 warheads: they are of the stock that is spoken of. */
    private static Amount ofStock(Analysed sentence, Amount found, Memory memory) {
        boolean bare =
                !found.limit()
                        && found.figure().measure().equals(found.counted())
                        && found.kin().equals("warheads");
        if (!bare) {
            return found;
        }
        boolean here = CountedState.isOfStockBefore(sentence, found.at());
        boolean before =
                STOCK_SERIES
                                .matcher(sentence.text())
                                .region(sentence.sentence().from(), found.at())
                                .find()
                        && memory.figures()
                                .counted()
                                .filter(last -> last.figure().measure().endsWith(Amount.STOCKPILE))
                                .filter(found::isOfTheSame)
                                .isPresent();
        return here || before ? found.measured(found.counted() + Amount.STOCKPILE) : found;
    }

    /** A bound that was raised from 180 to 260 is the second. */
    private static boolean isFormer(Analysed sentence, Numbers.Found number) {
        return Numbers.isFormer(sentence.text(), sentence.sentence().from(), number.digits());
    }

    private static Amount rated(Analysed sentence, Numbers.Found number, Amount found) {
        return Held.rate(sentence, sentence.clauseAt(number.digits()), number, found.to())
                .filter(rate -> !found.isRate())
                .map(rate -> found.measured(found.figure().measure() + "-" + rate))
                .orElse(found);
    }

    /** 1,000 by 2030 and 1,500 by 2035: what comes after what is to come is to come. */
    private static boolean isStillToCome(List<Amount> before, Amount one) {
        Optional<String> day = one.figure().asOf().flatMap(When::edtf);
        return !one.limit()
                && !before.isEmpty()
                && before.getLast().figure().basis().equals(Amount.PROJECTION)
                && day.isPresent()
                && before.getLast()
                        .figure()
                        .asOf()
                        .flatMap(When::edtf)
                        .filter(last ->
                                last.replace("../", "").compareTo(day.get().replace("../", "")) < 0)
                        .isPresent();
    }

    /** A date before the first of several numbers holds for the others too. */
    private static List<Amount> dated(Analysed sentence, List<Amount> found, Memory memory) {
        List<Amount> result = new ArrayList<>();
        Optional<When> last = Optional.empty();
        int lastAt = sentence.sentence().from() - 1;
        for (Amount each : found) {
            Amount one = isStillToCome(result, each) ? each.projected() : each;
            Figure figure = one.figure();
            boolean projection = figure.basis().equals(Amount.PROJECTION);
            if (figure.asOf().isPresent()) {
                last = projection ? last : figure.asOf();
                lastAt = one.at();
                result.add(one);
            } else if (one.limit() || !one.isWhole() && !one.isReach() || projection) {
                result.add(one);
            } else {
                int since = lastAt;
                Optional<When> before = last;
                Optional<When> carried =
                        one.entry().of("event").isPresent()
                                        || Numbers.isFormer(
                                                sentence.text(),
                                                sentence.sentence().from(),
                                                one.at())
                                ? Optional.empty()
                                : before.or(() -> memory.figures().asOf(sentence, each));
                Optional<When> own =
                        CountDay.governing(sentence, one.at())
                                .filter(date -> date.from() > since)
                                .map(date -> sentence.dates().get(date.from()));
                Optional<When> day = own.or(() -> carried);
                result.add(
                        (CountDay.isOfTheYearBefore(sentence, one.to())
                                        ? day.flatMap(CountDay::yearBefore)
                                        : day)
                                .map(one::with)
                                .orElse(one));
            }
        }
        return result;
    }

    private static Optional<Amount> one(
            Analysed sentence, Numbers.Found number, Memory memory, List<Amount> before) {
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
        boolean length = classifier.filter(Quantities::isLength).isPresent();
        Optional<Hit> reach =
                classifier.isEmpty()
                        ? Optional.empty()
                        : Counted.reach(sentence, clause, number, classifier);
        Optional<Hit> measure =
                length || reach.isPresent()
                        ? reach
                        : Counted.measure(sentence, clause, number, after, classifier.isPresent());
        if (length && measure.isEmpty()) {
            return Optional.empty();
        }
        if (measure.isEmpty()) {
            return Elliptic.of(sentence, clause, number, classifier, before, memory);
        }
        Entry counted = Counted.thing(measure.get());
        if (!counted.id().contains("warhead") && Telling.isOfAnotherField(sentence)) {
            return Optional.empty();
        }
        String currency = Units.currency(sentence, number, classifier);
        boolean money = counted.of("money").isPresent();
        if (money == currency.isEmpty()) {
            return Optional.empty();
        }
        boolean latin = sentence.words(measure.get()).charAt(0) < 0x250;
        if (!money && !(latin && classifier.isEmpty()) && !Counted.takes(counted, classifier)) {
            return Optional.empty();
        }
        boolean left = measure.get().to() <= number.digits();
        boolean apart = left || !latin || measure.get().from() > number.to() + 1;
        if (NumberSense.isLikeYear(sentence, number) && classifier.isEmpty() && apart
                || !left && isUnweighed(counted, classifier)
                || !measure.get().is("reach")
                        && Held.isNotHad(sentence, clause, number, measure.get(), counted)
                || isDesignation(sentence, number)) {
            return Optional.empty();
        }
        return found(sentence, clause, number, memory, measure.get(), classifier);
    }

    /** 3 IPFM, Global Fissile Material Report: what is weighed has a weight. */
    private static boolean isUnweighed(Entry counted, Optional<Hit> classifier) {
        return classifier.isEmpty()
                && counted.of("units").filter(units -> units.contains("kg")).isPresent();
    }

    /** Whether a missile is spoken of: other things fly too. */
    private static boolean isOfMissiles(Analysed sentence) {
        return MISSILE.matcher(sentence.text())
                .region(sentence.sentence().from(), sentence.sentence().to())
                .find();
    }

    /** Type 2 missiles: the number is of the kind, and counts nothing. */
    static boolean isDesignation(Analysed sentence, Numbers.Found number) {
        if (!number.qualifier().equals("exact") || number.value().compareTo(KINDS_MAX) > 0) {
            return false;
        }
        int from = Math.max(sentence.sentence().from(), number.from() - WORD_MAX);
        Matcher m = NAME.matcher(sentence.text().substring(from, number.from()));
        if (!m.find()) {
            return false;
        }
        int at = from + m.start(1);
        return at > sentence.sentence().from()
                && sentence.hits().stream()
                        .filter(hit -> hit.from() <= at && at < hit.to())
                        .flatMap(hit -> hit.senses().stream())
                        .allMatch(sense -> sense.category().equals("word"));
    }

    private static boolean isLength(Hit classifier) {
        return classifier.as("unit").filter(unit -> LENGTHS.contains(unit.id())).isPresent();
    }

    /** The figure, once it is known what is counted. */
    private static Optional<Amount> found(
            Analysed sentence,
            Part clause,
            Numbers.Found number,
            Memory memory,
            Hit measure,
            Optional<Hit> classifier) {
        Entry counted = Enrichment.leveled(sentence, clause, number, Counted.thing(measure));
        int from = Math.min(number.from(), measure.from());
        int after = classifier.map(Hit::to).orElse(number.to());
        int to = Math.max(after, measure.to());
        boolean listed = memory.figures().bounds();
        boolean threshold = Bounds.isThreshold(sentence, number, measure);
        boolean limit =
                counted.of("members").isEmpty()
                        && (listed
                                || Bounds.isLimit(sentence, number)
                                || threshold
                                || Bounds.isBanned(sentence, measure, memory));
        if (measure.is("reach") && !limit && !isOfMissiles(sentence)
                || counted.of("bound").isPresent() && !limit) {
            return Optional.empty();
        }
        Optional<String> state =
                CountedState.state(sentence, clause, number, measure)
                        .filter(word -> !measure.is("reach"))
                        .filter(word -> CountedState.isOwnState(counted, word));
        if (NumberSense.isUnnamedPart(sentence, clause, number, state)) {
            return Optional.empty();
        }
        boolean projected = NumberSense.isProjected(sentence, number);
        Optional<When> day = CountDay.asOf(sentence, clause, number, limit);
        Optional<When> asOf =
                limit
                        ? day
                        : CountDay.ofStock(day, counted)
                                .filter(when ->
                                        counted.of("members").isEmpty()
                                                || CountDay.isOfMembers(sentence, number, when));
        boolean nobodys = limit || counted.of("members").isPresent();
        List<String> parties =
                nobodys ? List.of() : Holders.party(sentence, clause, number, measure, memory);
        if (measure.is("reach") && !limit && parties.size() != 1) {
            return Optional.empty();
        }
        Figure figure =
                new Figure(
                        number.value(),
                        number.high(),
                        Units.of(sentence, counted, number, classifier),
                        counted.id()
                                + state.or(() -> counted.of("state"))
                                        .map(word -> "-" + word)
                                        .orElse(""),
                        threshold ? "at-least" : qualifier(sentence, number, limit),
                        asOf,
                        limit ? "limit" : projected ? Amount.PROJECTION : "stated",
                        Holders.against(sentence, clause));
        int certainty =
                60
                        + (state.isPresent() ? 15 : 0)
                        + (parties.size() == 1 ? 15 : 0)
                        + (asOf.isPresent() ? 10 : 0);
        return Optional.of(
                new Amount(from, to, number.digits(), figure, counted, parties, limit, certainty));
    }

    private static String qualifier(Analysed sentence, Numbers.Found number, boolean limit) {
        return limit && Bounds.isLimitNamedAfter(sentence, number)
                ? "at-most"
                : Bounds.qualifier(number, limit);
    }

    /** A number of a thing of which nothing else is known. */
    static Amount blank(Numbers.Found number, Entry entry) {
        Figure figure =
                new Figure(
                        number.value(),
                        Optional.empty(),
                        entry.of("unit").orElse(entry.id()),
                        entry.id(),
                        "exact",
                        Optional.empty(),
                        "stated",
                        Optional.empty());
        return new Amount(
                number.from(), number.to(), number.digits(), figure, entry, List.of(), false, 0);
    }
}
