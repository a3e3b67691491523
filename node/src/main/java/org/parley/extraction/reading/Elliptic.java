// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.reading;

import org.parley.extraction.FoundClaim.Figure;
import org.parley.extraction.FoundClaim.When;
import org.parley.extraction.numbers.Numbers;
import org.parley.extraction.words.Analysed;
import org.parley.extraction.words.Sentences.Part;
import org.parley.lexicon.Entry;
import org.parley.lexicon.Hit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Numbers of what was named before and is not named again: 到2030年将超过1000枚; Borel has 170; about
 * 2,000 more are retired. Only where the words of the clause leave room for no other thing.
 */
final class Elliptic {
    private static final String TOLD =
            "assembled|gives?|gave|shows?|showed|destroyed|accounts? for";

    private static final Pattern BEFORE =
            Pattern.compile(
                    "\\b(?:(?:stockpile|arsenal|inventory|total|number|reserve|cap|ceiling|limit)"
                        + " of|has|have|had|holds?|held|possess(?:es|ed)?|owns?|with|at|from"
                        + "|to|will|would|could|may|might|is|are|was|were|reached|reaching|numbered"
                        + "|declared|estimated?|reported|counted|kept|deploys?|deployed|"
                            + TOLD
                            + "|against|compared with|exceed(?:s|ed)|adding|growing by|by"
                            + "|of which|the remaining|total(?:l?ed)?)(?:"
                            + " (?:about|around|some|approximately|roughly|an"
                            + " estimated|nearly|only|just|still|up to))?\\s?$");

    /**
     * 3,844 of them are deployed; about 9,585 were in stockpiles; 2,000 more await dismantlement.
     */
    private static final Pattern STATE =
            Pattern.compile(
                    "(?: or so)? (?:more |others? )?(?:of (?:them|these|those|which)"
                        + " )?(?:(?:are|were|is|was|have been|had been|remain(?:ed|s)?|being|are"
                        + " being) )?(?:currently |now |also |still |already |kept |held |estimated"
                        + " to be |believed to be |thought to be |placed |maintained |to be )*(?:in"
                        + " (?:its |their |the |a )?|on |at )?$");

    private static final Pattern AFTER =
            Pattern.compile(
                    "[.,;:)]?$|[.;)|]|, | (?:more|less|fewer|higher|lower) than| (?:in|on|as"
                        + " of|by|and|at) (?=[A-Z\\d])| (?:by|at|in) the"
                        + " (?:end|start|beginning|turn|early|late|mid)| by (?:early|late|mid)|"
                        + " from (?=\\d)| (?:since|for) (?:early |mid-?|late |the"
                        + " (?:end|start|beginning) of )?(?=[A-Z\\d])| of (?:them|these|those)\\b|"
                        + " (?:again|today|now|before|earlier|previously|when|while|at"
                        + " present|last|this|currently|a year|a decade|to)\\b|(?: and|;|,"
                        + " (?:and|while|but)) ");

    private static final Pattern AFTER_ZH =
            Pattern.compile(
                    "(?:左右|上下|出头|以上|以下|以内|多)?(?:[，。；、（）()！”：\\n]|$"
                            + "|(?:可能|据信|估计|预计|略|稍|小幅|逐步|再|又)(?:[增升降减已部]|处)|和|与|及|至|到|增|升|降|减|已|处"
                            + "|部署|布署|在|是|被|尚|仍|还|则|为|存放|存于|待|退役|属|储|封存|现役|用于|可用|高度|随时|之间|之多|之内"
                            + "|的?(?:水平|规模|上限|限额|额度|限制|峰值|高峰|纪录|顶峰|门槛|目标|数量))");

    /** Words that name no thing of their own before a number. */
    private static final Pattern EMPTY_ZH =
            Pattern.compile(
                    "高于|低于|规定|约定|其中|另有|上一|上次|上期|上年|增多|减少了?|增加了?|多了|少了|份|回升|回落|另外|"
                        + "还有|仍有|共有|总共|合计|拥有|持有|保有|现有|约有|约为|大约|分别|各自|估计|据估|目前|当前|如今|现在"
                        + "|当时|此前|之前|以前|以来|之后|此后|随后|同期|同年|去年|今年|上年|前者|后者|总数|数量|数字|数目|总量|规模|总计"
                        + "|水平|库存|储备|这一|该国|两国|双方|一年前|一年后|一度|预计|预测|可能|可望|有望|增至|增加到?|增长到?|升至|升到|上升到?"
                        + "|降至|降到|下降到?|减至|减少到?|削减|达到|达|超过|突破|维持|保持|为|是|有|在|到|至|由|从|将|会|也|还|而|则|都|均"
                        + "|约|共|近|逾|仅|只|才|的|了|前|后|底|初|末|年|月|日|中|其|它|他们|它们|又|再|与|和|及|比|较|剩余|余下|剩|翻番"
                        + "|预期|生产|速度|产量|产能|已经|放慢|加快|放缓|每月|每年"
                        + "|期间|时候|时|左右|大概|届时|届|每|不到|未来|十年|本世纪|以及|或|包括|连同|处于|部署|退役|销毁"
                        + "|现役|储存|千克|公斤|吨|枚|[\\d\\p{P}\\s%]");

    private static final Set<String> EMPTY =
            Set.of(
                    ("the a an of its their his had has have been be is are was were will would"
                         + " could may might still stood stand stands at about around some roughly"
                         + " approximately nearly almost just only even more than fewer less number"
                         + " numbers total totals figure figures count level it they this that"
                         + " these those which and but while up down from to by in on as for since"
                         + " before after another additional other others remaining rest year years"
                         + " last previous earlier later however now today currently then estimated"
                         + " estimates estimate put puts reached reach peak peaked grew grown rose"
                         + " risen fell fallen dropped cut reduced increased expected projected"
                         + " likely exceed surpass top stockpile arsenal inventory force end late"
                         + " early mid decade there held holds hold keep keeps kept each both with"
                         + " us deployed declared reported counted believed thought where whereas"
                         + " compared against though deal treaty agreement so far totalled totaling"
                         + " did do does not yet well already itself themselves when our newly"
                         + " declassified accounts destroyed account issue edition release report"
                         + " notebook series gives gave shows showed reckoned reckon lowers raises"
                         + " lowered raised two three slightly sharply steadily gradually enlarged"
                         + " expanded shrunk shrank trimmed swollen swelled doubled stayed stays"
                         + " remained remains growing adding new increase decrease rise drop"
                         + " assembled")
                            .split(" "));

    private static final Pattern PLACE =
            Pattern.compile("(?:\\b(?:on|with|aboard|by)(?: its| their| the)? |[在由用])$");
    private static final int PLACE_MAX = 12;

    private static final Pattern INSERTED =
            Pattern.compile(
                    " ?(?:as of|at the (?:end|start|beginning) of|in the form"
                            + " of|including|excluding|not counting|截至|包括|不包括|不含|不计)");

    /** What names no thing that could be counted. */
    private static final Set<String> LOOKED_FOR =
            Set.of(
                    "word",
                    "unit",
                    "encounter",
                    "gathering",
                    "line",
                    "visit",
                    "assembly",
                    "convening");

    /** What names no kind: its arsenal of 180 weapons. */
    private static final String WEAPONS = " weapons";

    private static final Pattern ARSENAL = Pattern.compile("\\barsenals?\\b|武库");

    private static final Pattern WORD = Pattern.compile("[\\p{L}'’-]+");
    private static final int OTHER_ZH_MAX = 3;

    private Elliptic() {}

    /** The number in the sense of what was counted before, if nothing else can be meant. */
    static Optional<Amount> of(
            Analysed sentence,
            Part clause,
            Numbers.Found number,
            Optional<Hit> classifier,
            List<Amount> before,
            Memory memory) {
        boolean latin = sentence.isLatin();
        if (!(latin ? isOpen(sentence, number, classifier) : isOpenZh(sentence, classifier))
                || NumberSense.isLikeYear(sentence, number) && classifier.isEmpty()
                || Telling.isOfAnotherField(sentence)
                || Counted.isSpelled(sentence, number) && before.isEmpty()
                || !namesNothing(sentence, clause, number, latin)) {
            return Optional.empty();
        }
        Optional<Amount> whole =
                before.reversed().stream()
                        .limit(1)
                        .filter(Amount::isRate)
                        .findFirst()
                        .or(() -> whole(sentence, before))
                        .or(() -> named(sentence, number, classifier))
                        .or(() -> memory.figures().counted());
        String currency = Units.currency(sentence, number, classifier);
        if (whole.isPresent()) {
            boolean money = !Units.isCurrency(whole.get().figure().unit());
            return fits(sentence, whole.get().entry(), classifier, currency)
                            && money == currency.isEmpty()
                    ? again(sentence, clause, number, classifier, whole.get(), before, memory)
                    : Optional.empty();
        }
        boolean stock =
                stock(sentence, clause, number).isPresent()
                        || ARSENAL.matcher(sentence.text())
                                .region(
                                        Math.min(before(sentence, clause).from(), number.from()),
                                        number.from())
                                .find();
        return classifier.isEmpty() && !stock
                ? Optional.empty()
                : Counted.matter(sentence, sentence.sentence().from(), number.from(), classifier)
                        .filter(any -> stock)
                        .or(() -> memory.figures().stocked())
                        .filter(any -> stock)
                        .filter(entry -> fits(sentence, entry, classifier, currency))
                        .or(() -> memory.figures().thing())
                        .filter(entry -> fits(sentence, entry, classifier, currency))
                        .filter(entry -> entry.of("event").isEmpty())
                        .map(entry -> Quantities.blank(number, entry))
                        .flatMap(found ->
                                again(sentence, clause, number, classifier, found, before, memory));
    }

    /** What the sentence names before the number, and counts nowhere: cut its tanks, to 900. */
    private static Optional<Amount> named(
            Analysed sentence, Numbers.Found number, Optional<Hit> classifier) {
        Part clause = sentence.clauseAt(number.digits());
        Part last = before(sentence, clause);
        return sentence.of("measure", last.from(), number.from()).stream()
                .filter(hit -> hit.from() < last.to() || hit.from() >= clause.from())
                .filter(hit -> !isPlace(sentence, hit))
                .reduce((first, second) -> second)
                .flatMap(hit -> hit.as("measure"))
                .map(entry -> Enrichment.leveledIn(sentence, last, entry))
                .filter(entry -> entry.of("members").isEmpty() && entry.of("event").isEmpty())
                .filter(entry -> entry.of("money").isEmpty())
                .filter(entry -> classifier.isEmpty() || Counted.takes(entry, classifier))
                .map(entry -> Quantities.blank(number, entry));
    }

    /** The stock that is spoken of, so that a number without a noun can be its. */
    private static Optional<String> stock(Analysed sentence, Part clause, Numbers.Found number) {
        int since = before(sentence, clause).from();
        int from =
                sentence.numbers().stream()
                        .filter(other -> !NumberSense.isDate(sentence, other))
                        .mapToInt(Numbers.Found::to)
                        .filter(at -> at <= number.from())
                        .max()
                        .orElse(sentence.sentence().from());
        return sentence.of("state", Math.max(from, since), number.from()).stream()
                .flatMap(hit -> hit.as("state").stream())
                .map(Entry::id)
                .filter(state -> state.equals("stockpile") || state.equals("inventory"))
                .reduce((first, second) -> second);
    }

    /** The clause before, over words that are inserted. */
    private static Part before(Analysed sentence, Part clause) {
        Part last = sentence.clauseAt(Math.max(sentence.sentence().from(), clause.from() - 2));
        return isInserted(sentence, last)
                ? sentence.clauseAt(Math.max(sentence.sentence().from(), last.from() - 2))
                : last;
    }

    /** Deployed with missiles, 在导弹: where it is, and not what is counted. */
    private static boolean isPlace(Analysed sentence, Hit measure) {
        int from = Math.max(sentence.sentence().from(), measure.from() - PLACE_MAX);
        return PLACE.matcher(sentence.text().substring(from, measure.from())).find();
    }

    /** As of March 2013, in the form of hexafluoride: words between a verb and its number. */
    private static boolean isInserted(Analysed sentence, Part clause) {
        return INSERTED.matcher(sentence.text()).region(clause.from(), clause.to()).lookingAt();
    }

    /** What was counted before in the sentence, the whole rather than a part of it. */
    private static Optional<Amount> whole(Analysed sentence, List<Amount> before) {
        return before.reversed().stream()
                .filter(one -> one.isWhole() && !NumberSense.isPart(sentence, one.at()))
                .findFirst()
                .or(() -> before.reversed().stream().filter(Amount::isWhole).findFirst());
    }

    private static boolean fits(
            Analysed sentence, Entry counted, Optional<Hit> classifier, String currency) {
        if (!currency.isEmpty()) {
            return counted.of("money").isPresent();
        }
        boolean weighed = counted.of("units").filter(units -> units.contains("kg")).isPresent();
        boolean latin = sentence.isLatin();
        return counted.of("money").isEmpty()
                && (classifier.isEmpty() || counted.of("members").isEmpty())
                && (classifier.isEmpty() ? latin && !weighed : Counted.takes(counted, classifier));
    }

    /** The same thing counted again: 2030年前还将增加到超过1000枚. */
    private static Optional<Amount> again(
            Analysed sentence,
            Part clause,
            Numbers.Found number,
            Optional<Hit> classifier,
            Amount last,
            List<Amount> before,
            Memory memory) {
        boolean projected = NumberSense.isProjected(sentence, number);
        boolean limit = Bounds.isLimit(sentence, number);
        Optional<String> named =
                CountedState.stateOf(sentence, clause, number)
                        .or(() ->
                                last.isBlank()
                                        ? stock(sentence, clause, number)
                                        : Optional.empty());
        Entry entry =
                named.filter("inventory"::equals).isPresent()
                        ? Enrichment.whole(last.entry())
                        : Enrichment.leveled(sentence, clause, number, last.entry());
        Optional<String> state = named.filter(word -> CountedState.isOwnState(entry, word));
        boolean goesOn = before.contains(last) && last.isOfAFew();
        if (state.isEmpty() && !goesOn && NumberSense.isUnnamed(sentence, number)) {
            return Optional.empty();
        }
        List<String> own = own(sentence, clause, number, last);
        Optional<When> day = CountDay.asOf(sentence, clause, number, limit);
        String measure =
                state.map(word -> entry.id() + "-" + word)
                        .orElse(
                                projected
                                                || !entry.id().equals(last.counted())
                                                || isAnothers(last, own, before)
                                        ? entry.id()
                                        : last.figure().measure());
        Figure figure =
                new Figure(
                        number.value(),
                        number.high(),
                        Units.of(sentence, entry, number, classifier),
                        measure,
                        Bounds.qualifier(number, limit),
                        limit ? day : CountDay.ofStock(day, entry),
                        limit ? "limit" : projected ? "projection" : "stated",
                        last.figure().against());
        return Optional.of(
                new Amount(
                        number.from(),
                        classifier.map(Hit::to).orElse(number.to()),
                        number.digits(),
                        figure,
                        entry,
                        limit || Holders.isJoint(sentence, number)
                                ? List.of()
                                : !own.isEmpty()
                                        ? own
                                        : last.parties().isEmpty() && last.mayBeOfSomebody()
                                                ? Holders.spokenOf(sentence, number, memory)
                                                : last.parties(),
                        limit,
                        60));
    }

    /** Whose it is as its clause says, or the clause that names what is counted. */
    private static List<String> own(
            Analysed sentence, Part clause, Numbers.Found number, Amount last) {
        List<String> named = Holders.named(sentence, clause, number);
        return named.isEmpty() && last.isBlank()
                ? Holders.inClause(sentence, before(sentence, clause), number)
                : named;
    }

    /**
     * Whether the last number was another party's, of an earlier sentence, and of a part: what is
     * now told of this party is told of the whole.
     */
    private static boolean isAnothers(Amount last, List<String> own, List<Amount> before) {
        return !before.contains(last)
                && !last.isTotal()
                && !own.isEmpty()
                && !own.equals(last.parties());
    }

    private static boolean isOpen(
            Analysed sentence, Numbers.Found number, Optional<Hit> classifier) {
        int after = classifier.map(Hit::to).orElse(number.to());
        if (classifier.filter(Enrichment::isWeight).isPresent()
                && NumberSense.isChange(sentence, number)) {
            return true;
        }
        if (classifier.isEmpty() && sentence.text().startsWith(WEAPONS, after)) {
            after += WEAPONS.length();
        }
        int end = Math.min(sentence.sentence().to(), after + 60);
        Optional<Hit> state = sentence.of("state", after, end).stream().findFirst();
        if (state.isPresent()
                && STATE.matcher(sentence.text().substring(after, state.get().from())).matches()) {
            return true;
        }
        int from = Math.max(sentence.sentence().from(), number.from() - 30);
        int to = Math.min(sentence.sentence().to(), after + 32);
        boolean named =
                sentence.of("party", from, number.from()).stream()
                        .anyMatch(party ->
                                sentence.text().substring(party.to(), number.from()).isBlank());
        return (named || BEFORE.matcher(sentence.text().substring(from, number.from())).find())
                && AFTER.matcher(sentence.text().substring(after, to)).lookingAt();
    }

    private static boolean isOpenZh(Analysed sentence, Optional<Hit> classifier) {
        return classifier.isPresent() && isOpenZh(sentence, classifier.get().to());
    }

    /** Whether what follows a measure word is no thing of its own: 9个国家, 6个月. */
    static boolean isOpenZh(Analysed sentence, int after) {
        return after >= sentence.sentence().to()
                || AFTER_ZH.matcher(sentence.text())
                        .region(after, sentence.sentence().to())
                        .lookingAt();
    }

    /** Whether nothing stands before the number in its clause that could be what it counts. */
    private static boolean namesNothing(
            Analysed sentence, Part clause, Numbers.Found number, boolean latin) {
        StringBuilder rest = new StringBuilder();
        int from =
                IntStream.concat(
                                sentence.of("party", clause.from(), number.from()).stream()
                                        .mapToInt(Hit::to),
                                sentence.numbers().stream().mapToInt(Numbers.Found::to))
                        .filter(at -> at > clause.from() && at <= number.from())
                        .max()
                        .orElse(clause.from());
        for (int at = from; at < number.from(); at++) {
            int here = at;
            Optional<Hit> hit =
                    sentence.hits().stream()
                            .filter(one -> one.from() <= here && here < one.to())
                            .filter(one ->
                                    one.senses().stream()
                                            .anyMatch(sense ->
                                                    !LOOKED_FOR.contains(sense.category())))
                            .findFirst();
            if (hit.isPresent()) {
                rest.append(latin ? "1" : "");
                at = hit.get().to() - 1;
            } else {
                rest.append(sentence.text().charAt(at));
            }
        }
        if (!latin) {
            return EMPTY_ZH.matcher(rest).replaceAll("").length() <= OTHER_ZH_MAX;
        }
        return WORD.matcher(rest)
                .results()
                .map(word -> word.group())
                .noneMatch(word -> Character.isLowerCase(word.charAt(0)) && !EMPTY.contains(word));
    }
}
