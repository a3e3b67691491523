// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.reading;

import org.parley.extraction.FoundClaim;
import org.parley.extraction.numbers.Numbers;
import org.parley.extraction.words.Analysed;
import org.parley.extraction.words.Sentences.Part;
import org.parley.lexicon.Entry;
import org.parley.lexicon.Hit;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How far what is weighed is enriched. 128 kg enriched to 60 per cent are a measure of their own,
 * {@code enriched-uranium-60}: nobody may set them against all the uranium there is.
 */
final class Enrichment {
    /** A level before its per cent. */
    private static final Pattern TO =
            Pattern.compile(
                    "(?:\\b[Ee]nriched(?: to)?(?: as high as| up to| at| to a level of)?(?: to)?(?:"
                        + " up to| about| around| nearly| almost)?|(?:丰度|纯度|浓度|浓缩)[^，。；、\\d]{0,6})"
                        + " ?$");

    /** A level after its per cent: 60% enriched uranium, 60 percent material, 60%丰度的库存. */
    private static final Pattern OF =
            Pattern.compile(
                    "[ -](?:enriched|pure|purity|uranium|HEU|LEU|material|stockpile|stock)\\b"
                            + "|的?(?:丰度|纯度)?的?(?:高|低)?浓?缩?铀|丰度");

    private static final Pattern APART = Pattern.compile("\\b(?:and|but|while)\\b|[，,；;]|并|且|而");

    private static final int WORDS_MAX = 28;
    private static final int BETWEEN_MAX = 60;

    private Enrichment() {}

    /** What is counted, with its level if that is named: {@code enriched-uranium-60}. */
    static Entry leveled(Analysed sentence, Part clause, Numbers.Found number, Entry counted) {
        if (counted.of("levels").isEmpty()) {
            return counted;
        }
        return level(sentence, clause, number)
                .map(level -> named(counted, base(counted.id()) + "-" + level))
                .orElse(counted);
    }

    /** With the only level that a clause names. */
    static Entry leveledIn(Analysed sentence, Part clause, Entry counted) {
        List<Numbers.Found> levels =
                sentence.numbers().stream()
                        .filter(other -> clause.holds(other.digits()))
                        .filter(other -> isLevel(sentence, other))
                        .toList();
        return counted.of("levels").isEmpty() || levels.size() != 1
                ? counted
                : named(
                        counted,
                        base(counted.id())
                                + "-"
                                + FoundClaim.Figure.plain(levels.getFirst().value())
                                        .toPlainString());
    }

    /** The same without its level: in total there are 9,247 kg. */
    static Entry whole(Entry counted) {
        return counted.of("levels").isEmpty() ? counted : named(counted, base(counted.id()));
    }

    private static String base(String id) {
        return id.replaceFirst("-[\\d.]+$", "");
    }

    private static Entry named(Entry counted, String id) {
        return new Entry(counted.category(), id, counted.names(), counted.set(), counted.place());
    }

    /** Whether a number in per cent says how far something is enriched. */
    static boolean isLevel(Analysed sentence, Numbers.Found share) {
        int from = Math.max(sentence.sentence().from(), share.from() - WORDS_MAX);
        int after = Shares.end(sentence, share);
        return Shares.isShare(sentence, share)
                && (TO.matcher(sentence.text().substring(from, share.from())).find()
                        || TO.matcher(sentence.text().substring(from, share.digits())).find()
                        || OF.matcher(sentence.text())
                                .region(after, sentence.sentence().to())
                                .lookingAt());
    }

    private static Optional<String> level(Analysed sentence, Part clause, Numbers.Found number) {
        List<Numbers.Found> levels =
                sentence.numbers().stream()
                        .filter(other -> clause.holds(other.digits()))
                        .filter(other -> Math.abs(other.digits() - number.digits()) <= BETWEEN_MAX)
                        .filter(other -> isLevel(sentence, other))
                        .filter(other -> isNext(sentence, number, other))
                        .filter(other -> !isApart(sentence, number, other))
                        .toList();
        return levels.stream()
                .filter(other -> other.digits() > number.digits())
                .min(Comparator.comparingInt(Numbers.Found::digits))
                .or(() -> levels.stream().max(Comparator.comparingInt(Numbers.Found::digits)))
                .map(other -> FoundClaim.Figure.plain(other.value()).toPlainString());
    }

    /** Whether no other weight stands between, nor nearer to the level. */
    private static boolean isNext(Analysed sentence, Numbers.Found number, Numbers.Found level) {
        int low = Math.min(number.digits(), level.digits());
        int high = Math.max(number.digits(), level.digits());
        return sentence.numbers().stream()
                .filter(other -> !NumberSense.isDate(sentence, other))
                .noneMatch(other -> low < other.digits() && other.digits() < high);
    }

    /** Whether a weight stands with a level, so that the level names a stock. */
    static boolean isOfWeight(Analysed sentence, Part clause, Numbers.Found share) {
        return sentence.numbers().stream()
                .filter(other -> clause.holds(other.digits()))
                .filter(other -> !Shares.isShare(sentence, other))
                .filter(other ->
                        sentence.of("unit", other.to(), clause.to()).stream()
                                .anyMatch(unit -> unit.from() - other.to() <= 1 && isWeight(unit)))
                .anyMatch(other ->
                        isNext(sentence, other, share) && !isApart(sentence, other, share));
    }

    /** Whether another verb, or an "and", stands between a weight and a level. */
    private static boolean isApart(Analysed sentence, Numbers.Found one, Numbers.Found other) {
        int from = Math.min(one.to(), other.to());
        int to = Math.max(one.from(), other.from());
        return from < to && APART.matcher(sentence.text()).region(from, to).find();
    }

    static boolean isWeight(Hit unit) {
        return unit.as("unit")
                .filter(one -> one.id().equals("kg") || one.id().equals("t"))
                .isPresent();
    }
}
