// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.reading;

import org.parley.extraction.FoundClaim.Figure;
import org.parley.extraction.numbers.Numbers;
import org.parley.extraction.words.Analysed;
import org.parley.extraction.words.Sentences.Part;
import org.parley.lexicon.Entry;
import org.parley.lexicon.Hit;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers in per cent: how far uranium is enriched, by how much a count changed, what share. */
final class Shares {
    static final String PERCENT = "percent";

    private static final Pattern SIGN =
            Pattern.compile("%| ?percent\\b| per cent\\b|％|个百分点|成(?=[，。；、的左以多上]|$)");

    /** How far it is enriched, said of a process and not of a stock. */
    private static final Pattern LEVEL =
            Pattern.compile(
                    "\\b(?:[Ee]nrich\\w*|[Pp]urity|[Aa]ssay|level of)\\b[^,.;]{0,50}$"
                            + "|(?:丰度|浓度|纯度|浓缩)[^，。；]{0,16}$");

    /** Other things have a purity too. */
    private static final Pattern OF_URANIUM =
            Pattern.compile("[Uu]ranium|[Ee]nrich|HEU|LEU|铀|浓缩|丰度|离心机|capped|particles");

    /** 128 kg of uranium enriched to 60%: it names the stock. */
    private static final Pattern OF_STOCK =
            Pattern.compile(
                    "\\b(?:kg|kilograms?|kilogrammes|tonnes?|tons?|stockpile|stock|amount|quantity)"
                        + " of[^,.;]{0,50}$|(?:千克|公斤|吨)[^，。；]{0,12}$|(?:生产|库存|储量)[^，。；]{0,10}$");

    /** Grains are found; they are no stock. */
    private static final Pattern DETECTED =
            Pattern.compile("检测到|发现|探测到|\\b(?:particles|traces|detected|found|discovered)\\b");

    /** What would be, if. */
    private static final Pattern SUPPOSED =
            Pattern.compile("\\b[Ii]f\\b|\\bfurther\\b|如果|若|一旦|倘|假如|进一步");

    private static final String BINDING_ZH = "不得|不可|不能|不应|允许|限制|规定|上限|协议|同意";

    /** Words that allow and forbid. */
    private static final Pattern BINDING =
            Pattern.compile(
                    "\\b(?:may|must|shall|allow\\w*|permit\\w*|limit\\w*|cap|capped|restrict\\w*"
                            + "|agreed|deal|treaty|accord|agreement)\\b|"
                            + BINDING_ZH);

    private static final Pattern REACHES = Pattern.compile("(?:达到?|至|为|超过|高于|到|过|在|以)(?:约|了)?$");

    /** What would make a weapon of it. */
    private static final Pattern FOR_WEAPONS =
            Pattern.compile(
                    "\\b[Ww]eapons?[- ](?:grade|level|usable)|\\bbomb|武器级|才能|用来制造|用于制造|可制造|制造核");

    private static final String CHANGED_ZH =
            "(?:增加|增长|成长|上升|上涨|提升|激增|猛增|减少|下降|下滑|削减|缩减|下跌|提高|增幅[为达]?|降幅[为达]?|增|升|减|降)了?"
                    + "(?:大?约|近|超过|逾)?$";

    private static final String CHANGED_EN =
            "\\b(?:increased?|decreased?|rises?|rose|risen|rising|grew|grown|growth|growing|fell"
                    + "|fallen|falling|dropped|climbed|jumped|surged|soared|swelled|expanded"
                    + "|shrunk|shrank|contracted|declined?|reduction|drop|gain|down|up|cut|reduced)"
                    + " (?:by |of )?$";

    /** 81 per cent above plan, a 9 per cent rise: by how much, said after the number. */
    private static final Pattern CHANGED_AFTER =
            Pattern.compile(
                    " (?:above|below|higher|lower|more than|less than|up on|increase|rise|jump"
                            + "|cut|decline|drop|growth|reduction|decrease)\\b|的(?:增幅|降幅|增长|增速)");

    private static final Pattern OF_OUTPUT =
            Pattern.compile(
                    " of (?:its |their |the country's )?(?:GDP|GNP|gross (?:domestic|national)"
                            + " product|national income|economic output)\\b");

    private static final Pattern CHANGED = Pattern.compile(CHANGED_ZH + "|" + CHANGED_EN);

    private static final Pattern PART =
            Pattern.compile("占[^，。；]{0,14}$|\\b(?:accounts? for|made up|makes? up) $");
    private static final Pattern AT_MOST =
            Pattern.compile(" (?:at (?:the )?most|or (?:less|lower|below)|maximum)\\b|以下|以内");
    private static final String SHARE = "-share-percent";

    /** Of what a share is. */
    private static final Pattern OF =
            Pattern.compile(
                    " of (?:(?:all|its|their|the|those|these|global|total|declared|world's|the"
                            + " world's|existing|known|category|Category)"
                            + " ?)+|(?:以上|左右|多)?的(?!铀|浓缩|丰度)");

    private static final Pattern OF_ALL =
            Pattern.compile("\\b(?:all|global|declared|world's|existing|known)\\b");

    private static final int PART_MAX = 50;
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

    /** Where the sign after a number ends. */
    static int end(Analysed sentence, Numbers.Found number) {
        return sign(sentence, number).orElse(number.to());
    }

    /** Nine tenths, 九成, are ninety per cent. */
    private static Numbers.Found percent(Analysed sentence, Numbers.Found number) {
        return sentence.text().startsWith("成", number.to())
                ? new Numbers.Found(
                        number.from(),
                        number.digits(),
                        number.to(),
                        number.value().multiply(BigDecimal.TEN),
                        number.high().map(BigDecimal.TEN::multiply),
                        sentence.text().startsWith("左右", number.to() + 1)
                                ? "about"
                                : number.qualifier())
                : number;
    }

    static Optional<Amount> of(
            Analysed sentence, Numbers.Found written, List<Amount> before, Memory memory) {
        Numbers.Found number = percent(sentence, written);
        Part clause = sentence.clauseAt(number.digits());
        int after = sign(sentence, number).orElse(number.to());
        String ahead = sentence.text().substring(clause.from(), number.from());
        String whole = sentence.text().substring(clause.from(), number.digits());
        boolean ofOutput = follows(sentence, OF_OUTPUT, after);
        boolean changed =
                !ofOutput
                        && (CHANGED.matcher(ahead).find()
                                || follows(sentence, CHANGED_AFTER, after));
        if (changed || ofOutput || PART.matcher(whole).find()) {
            String suffix = changed ? "-change-percent" : SHARE;
            return thing(sentence, clause, number, before)
                    .filter(entry -> entry.of("members").isEmpty())
                    .map(entry -> found(sentence, number, after, entry, suffix, before, memory));
        }
        Optional<Amount> part = part(sentence, clause, number, after, memory);
        if (part.isPresent()) {
            return part;
        }
        if (!isLevel(sentence, clause, number, ahead, after)) {
            return Optional.empty();
        }
        return Optional.of(level(sentence, clause, number, after, memory));
    }

    private static boolean follows(Analysed sentence, Pattern words, int after) {
        return words.matcher(sentence.text()).region(after, sentence.sentence().to()).lookingAt();
    }

    /** 97% of its weapons were destroyed; 全球约90%的核武器: what share, and of what. */
    private static Optional<Amount> part(
            Analysed sentence, Part clause, Numbers.Found number, int after, Memory memory) {
        boolean of =
                OF.matcher(sentence.text()).region(after, Math.max(after, clause.to())).lookingAt();
        Optional<Hit> thing =
                of
                        ? sentence.of("measure", after, clause.to()).stream()
                                .filter(hit -> hit.from() - after <= PART_MAX)
                                .findFirst()
                        : Optional.empty();
        if (thing.isEmpty()
                || Enrichment.isLevel(sentence, number)
                || thing.get().as("measure").orElseThrow().of("members").isPresent()) {
            return Optional.empty();
        }
        Entry entry = thing.get().as("measure").orElseThrow();
        Optional<String> state = CountedState.state(sentence, clause, number, thing.get());
        boolean ofAll = OF_ALL.matcher(sentence.text()).region(after, thing.get().to()).find();
        List<String> parties =
                ofAll ? List.of() : Holders.party(sentence, clause, number, thing.get(), memory);
        Figure figure =
                new Figure(
                        number.value(),
                        number.high(),
                        PERCENT,
                        entry.id() + state.map(word -> "-" + word).orElse("") + SHARE,
                        number.qualifier(),
                        CountDay.asOf(sentence, clause, number, false),
                        NumberSense.isProjected(sentence, number) ? "projection" : "stated",
                        Optional.empty());
        return Optional.of(
                new Amount(
                        number.from(),
                        thing.get().to(),
                        number.digits(),
                        figure,
                        entry,
                        parties,
                        false,
                        60));
    }

    private static boolean isLevel(
            Analysed sentence, Part clause, Numbers.Found number, String ahead, int after) {
        String rest =
                sentence.text()
                        .substring(after, Math.min(sentence.sentence().to(), after + AFTER_MAX));
        boolean attributive =
                rest.matches(
                        "(?s)-.*| (?:enriched|purity|HEU|material|uranium|level).*|丰度.*|浓缩铀.*");
        boolean seen = DETECTED.matcher(ahead).find();
        boolean stock = rest.startsWith("的") && !seen;
        return LEVEL.matcher(ahead).find()
                && OF_URANIUM
                        .matcher(sentence.text())
                        .region(sentence.sentence().from(), sentence.sentence().to())
                        .find()
                && !OF_STOCK.matcher(ahead).find()
                && !attributive
                && !stock
                && !Enrichment.isOfWeight(sentence, clause, number)
                && !SUPPOSED.matcher(ahead).find()
                && !FOR_WEAPONS.matcher(ahead).find()
                && !FOR_WEAPONS.matcher(rest).find()
                && (ahead.chars().noneMatch(c -> c > 0x2e80)
                        || number.from() < number.digits()
                        || seen
                        || REACHES.matcher(ahead).find());
    }

    private static Optional<Entry> thing(
            Analysed sentence, Part clause, Numbers.Found number, List<Amount> before) {
        return sentence.of("measure", clause.from(), clause.to()).stream()
                .filter(hit -> hit.to() <= number.from())
                .reduce((first, second) -> second)
                .flatMap(hit -> hit.as("measure"))
                .or(() -> before.reversed().stream().map(Amount::entry).findFirst());
    }

    private static Amount found(
            Analysed sentence,
            Numbers.Found number,
            int after,
            Entry entry,
            String suffix,
            List<Amount> before,
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
        return new Amount(number.from(), after, number.digits(), figure, entry, parties, false, 60);
    }

    private static boolean isAtMost(Analysed sentence, Numbers.Found number, int after) {
        return number.qualifier().equals("at-most")
                || AT_MOST.matcher(sentence.text())
                        .region(after, sentence.sentence().to())
                        .lookingAt();
    }

    private static Amount level(
            Analysed sentence, Part clause, Numbers.Found number, int after, Memory memory) {
        boolean limit =
                Bounds.isLimit(sentence, number)
                        || memory.figures().bounds()
                        || isAtMost(sentence, number, after)
                                && BINDING.matcher(sentence.text())
                                        .region(sentence.sentence().from(), number.digits())
                                        .find();
        boolean projected = NumberSense.isProjected(sentence, number);
        List<String> own = limit ? List.of() : Holders.named(sentence, clause, number);
        Figure figure =
                new Figure(
                        number.value(),
                        number.high(),
                        PERCENT,
                        "enrichment-level",
                        Bounds.qualifier(number, limit),
                        CountDay.asOf(sentence, clause, number, limit),
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
        return new Amount(number.from(), after, number.digits(), figure, entry, parties, limit, 65);
    }
}
