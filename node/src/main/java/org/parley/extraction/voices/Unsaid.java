// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.voices;

import org.parley.extraction.words.Analysed;
import org.parley.extraction.words.Run;
import org.parley.lexicon.Hit;

import java.util.Set;
import java.util.regex.Pattern;

/** What only looks like saying: a noun, a thing, a thought, what is done to somebody. */
public final class Unsaid {
    /** After these a verb of saying is what was done, not who spoke. */
    private static final Set<String> BEFORE_NOUN = Set.of("提出", "受到", "遭到", "予以", "招致", "引起", "引发");

    /** Before these a verb of saying is part of a noun: 批评态度, 指责声. */
    private static final Pattern AFTER_NOUN =
            Pattern.compile(
                    "态度|立场|系统|卫星|雷达|机制|时间|之声|声音|声浪|性|力度|书面|对象|意见|者|是|政策|行动|这一|此类"
                            + "|[”」』、]|和(?=[\\u4e00-\\u9fff]{2,4}(?:方面|等|的))"
                            + "|[^，。]{0,2}方面|及其|与挑战|法[，。的是]"
                            + "|战略|乃至|感|[^，。]{0,12}的(?:意愿|诚意|兴趣)[，。]|和防");

    /** Before these a word of telling is what was done: 展开分析. */
    private static final Pattern DONE = Pattern.compile("展开|进行|作出|做出|予以|加以|给出|.?[的据做作]");

    /** 核威胁, 安全风险和威胁: what there is, and nothing that was said. */
    private static final Pattern THING =
            Pattern.compile(
                    ".*(?:潜在|[核安全]|风险[和与、]|挑战[和与、]|面临|构成|难以|无法|实施|所谓[“「]?.."
                            + "|无理|重大|现实|外部|共同|军事|政治|实施|客观)$");

    /** What is only thought of was not said: 可能会敦促. */
    private static final Pattern THOUGHT =
            Pattern.compile(".*(?:可能|或许|也许|应当|应该|必须|需要|可以|不妨|未|没有|从未|没)(?:会|将|要|再|也|继续|公开|正式)?$");

    /** Verbs only just after who speaks. */
    private static final Set<String> NOUNS =
            Set.of(
                    "states",
                    "claims",
                    "reports",
                    "estimates",
                    "estimated",
                    "calls for",
                    "notes",
                    "demands",
                    "maintains",
                    "hopes");

    private static final Pattern AFTER_PREPOSITION =
            Pattern.compile(
                    "\\b(?:in|of|by|from|for|about|without|is|are|was|were|be|been|law|bill"
                            + "|decree) (?:not )?$");

    /** After a possessive stands a noun, or the verb of who is meant without being named again. */
    private static final Pattern OWNED = Pattern.compile("['’]s $");

    private static final Pattern OWN_VERB =
            Pattern.compile(" (?:the|that|how|why|whether|an?|it|its|this|what|to)\\b");

    private static final String JUDGED =
            "invalid|void|null and void|un\\w+ed|baseless|groundless|illegal|unlawful|illegitimate"
                + "|unacceptable|dangerous|reckless|irresponsible|provocative|regrettable|false"
                + "|absurd|ridiculous|nonsense|meaningless|useless|unrealistic|unhelpful"
                + "|insufficient|inadequate|premature|constructive|positive|historic|welcome"
                + "|timely|overdue|necessary|wrong|hypocritical|disappointing|alarming|deplorable";

    private static final String THINGS =
            "(?:the|its|their|such|any|this|that|these|those|[A-Z]\\w+['’]s)";

    private static final Pattern CALLED =
            Pattern.compile(
                    " (?!off|back|up|in|for|on|upon|to|an?"
                            + " (?:halt|meeting|session|vote))(?:[^\"“.;:]{3,120}[\"“]"
                            + "|(?:it|this|that|them|"
                            + THINGS
                            + " [^\"“.,;:]{3,60}?)(?<! (?:on|by|at|for|in|to|of|with|over|from))"
                            + " (?:an? (?!.{0,20}\\b(?:call|meeting|session|vote)\\b)|(?:\\w+ly"
                            + " )?(?:"
                            + JUDGED
                            + ")\\b))");

    /** Before what is said of somebody, and not by him. */
    private static final Pattern PASSIVE =
            Pattern.compile("\\b(?:is|are|was|were|be|been|being) (?:not |also |now |\\w+ly )?$");

    private static final int PASSIVE_MAX = 24;

    private static final String ABOUT =
            "(?: about| around| some| roughly| approximately| nearly| almost| over| under| up to"
                    + "| more than| fewer than| less than| at least| an estimated| no more than)?";

    private static final Pattern PUT_AT =
            Pattern.compile("[^.;\"“]{3,120}?\\b(?:at|as)" + ABOUT + " \\d");

    private static final Pattern COUNTED = Pattern.compile(ABOUT + " \\d[\\d,.]* ");

    /** Between whoever counts and the verb: the agency in Vienna puts. */
    private static final Pattern COUNTER =
            Pattern.compile(
                    "(?: in [A-Z][\\w ]{2,20})?(?: (?:has|have|had|now|then|once|later|also))* ");

    private static final Set<String> AUXILIARY =
            Set.of("had", "has", "have", "also", "now", "still");

    private Unsaid() {}

    /** Whether what may be a verb of saying is none: 的报道 is a report, nobody who reports. */
    public static boolean isNoun(Analysed sentence, Hit verb) {
        char before = verb.from() == 0 ? ' ' : sentence.text().charAt(verb.from() - 1);
        String words = sentence.words(verb);
        if (Sources.isLatin(words.charAt(0)) && isOtherWord(sentence, verb, words)) {
            return true;
        }
        if (NOUNS.contains(words)
                && sentence.hits().stream()
                        .noneMatch(hit ->
                                hit.to() <= verb.from()
                                        && isBeside(sentence.text(), hit.to(), verb.from())
                                        && Run.PARTS.stream().anyMatch(hit::is))) {
            return true;
        }
        if (verb.as("say").flatMap(entry -> entry.of("after")).filter("report"::equals).isPresent()
                && sentence.of("report", sentence.sentence().from(), verb.from()).isEmpty()) {
            return true;
        }
        if (isBefore(verb, "comma") && DONE.matcher(wordsBefore(sentence, verb)).matches()
                || isBefore(verb, "comma")
                        && !sentence.text().startsWith("，", verb.to())
                        && !sentence.text().startsWith("：", verb.to())
                || words.equals("并称") && verb.from() > sentence.clauseAt(verb.from()).from()) {
            return true;
        }
        if (isBefore(verb, "quote") && !isQuoted(sentence, verb)
                || isBefore(verb, "comma-or-beside") && !isOfFigures(sentence, verb)
                || isBefore(verb, "figure") && !isCounting(sentence, verb)
                || isDoneTo(sentence, verb)) {
            return true;
        }
        if (BEFORE_NOUN.contains(wordsBefore(sentence, verb)) || isThingOrThought(sentence, verb)) {
            return true;
        }
        if (words.equals("表示")
                        && sentence.text().startsWith("出", verb.to())
                        && !sentence.text().startsWith("出席", verb.to())
                || before == '有' && isOfSomebody(verb)) {
            return true;
        }
        if (words.equals("说") && "来再学小传话解虽".indexOf(before) >= 0
                || words.equals("称") && "堪号简俗对职".indexOf(before) >= 0) {
            return true;
        }
        if (before == '被' && !words.startsWith("告")
                || AFTER_NOUN
                        .matcher(sentence.text())
                        .region(verb.to(), sentence.sentence().to())
                        .lookingAt()) {
            return true;
        }
        return before == '的' && isOfSomebody(verb)
                || sentence.text().startsWith("的", verb.to()) && sentence.words(verb).length() == 2;
    }

    /**
     * The Federated States, in arguing that, Borel's claimed gains: no verb of who stands before.
     */
    private static boolean isOtherWord(Analysed sentence, Hit verb, String words) {
        int from = sentence.sentence().from();
        if (Character.isUpperCase(words.charAt(0))) {
            return verb.from() - from > 2;
        }
        String before = sentence.text().substring(Math.max(from, verb.from() - 12), verb.from());
        return (words.endsWith("ing") || words.contains("ing "))
                        && AFTER_PREPOSITION.matcher(before).find()
                || OWNED.matcher(before).find()
                        && !OWN_VERB.matcher(sentence.text())
                                .region(verb.to(), sentence.sentence().to())
                                .lookingAt();
    }

    /** 核威胁 is a thing, 可能会敦促 a thought. */
    private static boolean isThingOrThought(Analysed sentence, Hit verb) {
        int from = Math.max(sentence.clauseAt(verb.from()).from(), verb.from() - 8);
        String before = sentence.text().substring(from, verb.from());
        return verb.is("utterance") && THING.matcher(before).matches()
                || THOUGHT.matcher(before).matches();
    }

    /** Borel is believed to hold, was told, has been accused: Borel says nothing. */
    private static boolean isDoneTo(Analysed sentence, Hit verb) {
        int from = Math.max(sentence.sentence().from(), verb.from() - PASSIVE_MAX);
        return Sources.isLatin(sentence.text().charAt(verb.from()))
                && !sentence.words(verb).endsWith("ing")
                && PASSIVE.matcher(sentence.text().substring(from, verb.from())).find();
    }

    /** The agency put the stock at 300 kilograms, the ministry counted 300 inspections. */
    private static boolean isCounting(Analysed sentence, Hit verb) {
        boolean put = sentence.words(verb).startsWith("put");
        return (put ? PUT_AT : COUNTED)
                        .matcher(sentence.text())
                        .region(verb.to(), sentence.sentence().to())
                        .lookingAt()
                && Run.in(sentence).stream()
                        .filter(run -> !run.hits().stream().allMatch(Unsaid::isState))
                        .anyMatch(run ->
                                run.to() <= verb.from()
                                        && COUNTER.matcher(
                                                        sentence.text()
                                                                .substring(run.to(), verb.from()))
                                                .matches());
    }

    /** A state by its name, which may count as it likes without saying so. */
    private static boolean isState(Hit hit) {
        return hit.is("party") && hit.of("metonym").isEmpty() && !hit.is("organisation");
    }

    /** 报告估计，…; 研究所估计…: whoever counts stands beside it, or what is counted after it. */
    private static boolean isOfFigures(Analysed sentence, Hit verb) {
        char before = verb.from() == 0 ? ' ' : sentence.text().charAt(verb.from() - 1);
        char after = verb.to() < sentence.sentence().to() ? sentence.text().charAt(verb.to()) : ' ';
        if (before == '的' || DONE.matcher(wordsBefore(sentence, verb)).matches()) {
            return false;
        }
        boolean ofOther =
                sentence.hits().stream()
                        .anyMatch(hit -> hit.is("party") && hit.from() == verb.to());
        return "，：".indexOf(after) >= 0
                || sentence.hits().stream()
                        .filter(hit -> hit.to() == verb.from())
                        .anyMatch(hit ->
                                hit.is("report")
                                        || hit.is("organisation")
                                        || hit.is("person")
                                        || hit.is("party") && ofOther);
    }

    /** Called the offer "a trick": its own words follow in quotation marks. */
    private static boolean isQuoted(Analysed sentence, Hit verb) {
        return CALLED.matcher(sentence.text())
                .region(verb.to(), sentence.sentence().to())
                .lookingAt();
    }

    /** Nothing but a space or a word such as "had" stands between. */
    private static boolean isBeside(String text, int from, int to) {
        return to - from <= 1
                || to - from <= 6 && AUXILIARY.contains(text.substring(from, to).strip());
    }

    private static boolean isBefore(Hit verb, String mark) {
        return verb.as("say").flatMap(say -> say.of("before")).filter(mark::equals).isPresent();
    }

    /** After 的 it is what somebody said, and not a verb. */
    private static boolean isOfSomebody(Hit verb) {
        return verb.is("utterance");
    }

    private static String wordsBefore(Analysed sentence, Hit verb) {
        return sentence.text()
                .substring(Math.max(sentence.sentence().from(), verb.from() - 2), verb.from());
    }
}
