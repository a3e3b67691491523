// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction;

import org.parley.extraction.FoundClaim.Figure;
import org.parley.extraction.Quantities.Found;
import org.parley.extraction.Sentences.Part;
import org.parley.lexicon.Entry;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers in per cent: how far uranium is enriched, by how much a count changed, what share. */
final class Shares {
    static final String PERCENT = "percent";

    private static final Pattern SIGN = Pattern.compile("%| ?percent\\b| per cent\\b|％|个百分点");

    /** How far it is enriched, said of a process and not of a stock. */
    private static final Pattern LEVEL =
            Pattern.compile(
                    "\\b(?:[Ee]nrich\\w*|[Pp]urity|level of)\\b[^,.;]{0,50}$"
                            + "|(?:丰度|浓度|纯度|浓缩)[^，。；]{0,16}$");

    /** 128 kg of uranium enriched to 60%: it names the stock. */
    private static final Pattern OF_STOCK =
            Pattern.compile(
                    "\\b(?:kg|kilograms?|kilogrammes|tonnes?|tons?|stockpile|stock|amount|quantity)"
                        + " of[^,.;]{0,50}$|(?:千克|公斤|吨)[^，。；]{0,12}$|(?:生产|库存|储量)[^，。；]{0,10}$");

    private static final Pattern REACHES = Pattern.compile("(?:达到?|至|为|超过|高于|到|过|在)(?:约|了)?$");

    /** What would make a weapon of it. */
    private static final Pattern FOR_WEAPONS =
            Pattern.compile(
                    "\\b[Ww]eapons?[- ](?:grade|level|usable)|\\bbomb|武器级|才能|用来制造|用于制造|可制造|制造核");

    private static final String CHANGED_ZH =
            "(?:增加|增长|上升|减少|下降|削减|缩减|下跌|提高|增|升|减|降)了?(?:大?约|近|超过|逾|到)?$";

    private static final String CHANGED_EN =
            "\\b(?:increased?|decreased?|rises?|rose|risen|grew|grown|growth|fell|fallen|dropped"
                    + "|down|up|cut|reduced|shrunk|shrank|declined?|reduction|drop) (?:by |of )?$";

    private static final Pattern CHANGED = Pattern.compile(CHANGED_ZH + "|" + CHANGED_EN);

    private static final Pattern PART =
            Pattern.compile("(?:占[^，。；]{0,14}|占)$|\\b(?:accounts? for|made up|makes? up) $");
    private static final Pattern AT_MOST =
            Pattern.compile(" (?:at (?:the )?most|or (?:less|lower|below)|maximum)\\b|以下|以内");
    private static final int AFTER_MAX = 60;

    private Shares() {}

    static boolean isShare(Analysed sentence, Numbers.Found number) {
        return sign(sentence, number).isPresent();
    }

    private static Optional<Integer> sign(Analysed sentence, Numbers.Found number) {
        Matcher m = SIGN.matcher(sentence.text());
        m.region(number.to(), sentence.sentence().to());
        return m.lookingAt() ? Optional.of(m.end()) : Optional.empty();
    }

    static Optional<Found> of(
            Analysed sentence, Numbers.Found number, List<Found> before, Memory memory) {
        Part clause = sentence.clauseAt(number.digits());
        int after = sign(sentence, number).orElse(number.to());
        String ahead = sentence.text().substring(clause.from(), number.from());
        if (CHANGED.matcher(ahead).find() || PART.matcher(ahead).find()) {
            String suffix = CHANGED.matcher(ahead).find() ? "-change-percent" : "-share-percent";
            return thing(sentence, clause, number, before)
                    .map(entry -> found(sentence, number, after, entry, suffix, before, memory));
        }
        if (!isLevel(sentence, number, ahead, after)) {
            return Optional.empty();
        }
        return Optional.of(level(sentence, clause, number, after, memory));
    }

    private static boolean isLevel(
            Analysed sentence, Numbers.Found number, String ahead, int after) {
        String rest =
                sentence.text()
                        .substring(after, Math.min(sentence.sentence().to(), after + AFTER_MAX));
        boolean attributive =
                rest.matches(
                        "(?s)-.*| (?:enriched|purity|HEU|material|uranium|level).*|丰度.*|浓缩铀.*");
        boolean stock = rest.startsWith("的") && !ahead.matches("(?s).*(?:检测到|发现|探测到).*");
        return LEVEL.matcher(ahead).find()
                && !OF_STOCK.matcher(ahead).find()
                && !attributive
                && !stock
                && !FOR_WEAPONS.matcher(ahead).find()
                && !FOR_WEAPONS.matcher(rest).find()
                && (ahead.chars().noneMatch(c -> c > 0x2e80)
                        || number.from() < number.digits()
                        || REACHES.matcher(ahead).find());
    }

    private static Optional<Entry> thing(
            Analysed sentence, Part clause, Numbers.Found number, List<Found> before) {
        return sentence.of("measure", clause.from(), clause.to()).stream()
                .filter(hit -> hit.to() <= number.from())
                .reduce((first, second) -> second)
                .flatMap(hit -> hit.as("measure"))
                .or(() -> before.reversed().stream().map(Found::entry).findFirst());
    }

    private static Found found(
            Analysed sentence,
            Numbers.Found number,
            int after,
            Entry entry,
            String suffix,
            List<Found> before,
            Memory memory) {
        Part clause = sentence.clauseAt(number.digits());
        List<String> own = Holders.named(sentence, clause, number);
        List<String> parties =
                !own.isEmpty()
                        ? own
                        : before.isEmpty()
                                ? Holders.spokenOf(sentence, number, memory)
                                : before.getLast().parties();
        Figure figure =
                new Figure(
                        number.value(),
                        number.high(),
                        PERCENT,
                        entry.id() + suffix,
                        number.qualifier(),
                        Optional.empty(),
                        NumberSense.isProjected(sentence, number) ? "projection" : "stated",
                        Optional.empty());
        return new Found(number.from(), after, number.digits(), figure, entry, parties, false, 60);
    }

    private static Found level(
            Analysed sentence, Part clause, Numbers.Found number, int after, Memory memory) {
        boolean limit =
                NumberSense.isLimit(sentence, number)
                        || AT_MOST.matcher(sentence.text())
                                .region(after, sentence.sentence().to())
                                .lookingAt()
                        || memory.figures().bounds()
                        || number.qualifier().equals("at-most");
        boolean projected = NumberSense.isProjected(sentence, number);
        List<String> own = limit ? List.of() : Holders.named(sentence, clause, number);
        Figure figure =
                new Figure(
                        number.value(),
                        number.high(),
                        PERCENT,
                        "enrichment-level",
                        limit && number.qualifier().equals("exact")
                                ? "at-most"
                                : number.qualifier(),
                        NumberSense.asOf(sentence, clause, number, limit),
                        limit ? "limit" : projected ? "projection" : "stated",
                        Optional.empty());
        List<String> parties =
                limit || !own.isEmpty() ? own : Holders.spokenOf(sentence, number, memory);
        Entry entry =
                new Entry(
                        "measure",
                        "enrichment-level",
                        List.of(),
                        java.util.Map.of(),
                        org.parley.Place.of("shares"));
        return new Found(number.from(), after, number.digits(), figure, entry, parties, limit, 65);
    }
}
