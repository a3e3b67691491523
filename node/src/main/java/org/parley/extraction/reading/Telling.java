// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.reading;

import org.parley.extraction.FoundClaim.Kind;
import org.parley.extraction.numbers.Sought;
import org.parley.extraction.words.Analysed;
import org.parley.extraction.words.Sentences.Part;
import org.parley.lexicon.Hit;
import org.parley.lexicon.Match;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a thing is told as one that is or will be, or only spoken of, or denied. */
final class Telling {
    private static final int NEGATION_MAX = 10;
    private static final int NEGATION_FAR = 26;
    private static final int NEGATION_MAX_LATIN = 28;

    /** Negations that reach over a date and a phrase to their verb. */
    private static final Set<String> FAR = Set.of("未能", "没有", "从未", "尚未", "不会", "无法");

    /** Acts that texts speak of much more often than they tell them. */
    static final Set<String> DOUBTFUL =
            Set.of("extend", "sign", "ratify", "withdraw", "enter_into_force", "resume", "accede");

    /** Acts that many want of others. */
    private static final Set<String> WEIGHED =
            Set.of(
                    "extend",
                    "sign",
                    "ratify",
                    "withdraw",
                    "enter_into_force",
                    "accede",
                    "suspend",
                    "resume",
                    "withdraw_ratification",
                    "adopt",
                    "resume_inspections",
                    "resume_monitoring");

    static final Set<String> UNDONE = Set.of("refused", "postponed", "cancelled");

    /** What comes again and again is no meeting, and "this is the first" is said of another. */
    private static final Sought HABIT =
            Sought.of(
                    "通常|每年|每两年|每隔|轮流|惯例|一般[会都在]|\\b(?:usually|typically|annually|every (?:year|two"
                            + " years)|each year|twice a year|periodically|normally)\\b");

    private static final Sought THIS_FIRST =
            Sought.of("(?:^|[，。])(?:这|此)(?:次会[谈晤])?(?:是|将是|也是).{0,24}(?:首次|第一次|首度)");

    /** Before these words a thing is the matter of talk. */
    private static final Pattern MATTER = Pattern.compile("(?:讨论|探讨|商讨|谈及|谈到|关于|涉及|聚焦)了?(?:如何)?$");

    /** After these words what was named is the subject of another: 延长五年所提供的时间. */
    private static final Pattern SUBJECT =
            Pattern.compile("[^，。]{0,6}(?:所(?:提供|带来|需|产生|造成)|可能[是会]?(?:考虑|出于|因为)|意味着)");

    /** What is decided, and so told, by way of a noun: 停止协议效力的议案. */
    private static final Pattern PLAN = Pattern.compile("的(?:计划|议案|法案|决定|法律|法令|命令|总统令|决议)");

    /** Before these words a meeting is a means or an aim. */
    private static final Pattern MEANS =
            Pattern.compile("^.?通过(?!了)|旨在|有利于|有助于|致力于|为了|以便|能否|是否|应当|应该|需要|必须|可以");

    /** What a negation bears on itself, before another verb comes. */
    private static final Pattern OTHER_VERB =
            Pattern.compile(
                    "^[^，]{0,6}?(?:提出|作出|做出|采取|给出|找到|阻止|影响|改变|放弃|说明|解释|提供|发现|证明|得到|获得|收到|披露|阻碍"
                            + "|妨碍|排除|证据|理由|批评)|\\b(?:rul\\w+"
                            + " out|exclud\\w+|prevent\\w*|stop\\w*|deter\\w*"
                            + "|dissuad\\w+|critici[sz]\\w+|condemn\\w*|explain\\w*|say"
                            + " whether|specif\\w+|abandon\\w*|regret\\w*)\\b");

    /** How a sentence begins that says of a meeting told before which one it was. */
    private static final Sought FIRST =
            Sought.of(
                    "(?:这|此)(?:也|将|次会[谈晤])?是[^。]{0,60}以来[^。]{0,30}(?:首次|第一次|首度|首场)|(?:It|This)"
                            + " (?:was|is|will be|would be|marked|marks) (?:also )?(?:only )?the"
                            + " (?:first|second|third|last) (?:[\\w-]+ ){0,3}(?:meeting|talks|call"
                            + "|conversation|contact|round|summit|session|encounter)\\b");

    /** A visit that only says when something else was. */
    private static final Pattern WHILE = Pattern.compile("时|期间|之际|之后|后|以来|前|之前|途中|的");

    private static final Pattern WHEN =
            Pattern.compile("\\b(?:when|while|since|before|after|until)\\b");

    /** What gives the time in which there was none before. */
    private static final Pattern SINCE =
            Pattern.compile(
                    "以来|之后|以后|年来|多年|个月来|任期|任内|时隔|[中停]断后"
                            + "|\\b(?:since|term|ever|in (?:[a-z]+ ){0,3}(?:years?|months"
                            + "|decades))\\b");

    private Telling() {}

    /** Whether a clause tells what is usual, or says of a meeting told before which it is. */
    static boolean isHabit(Analysed sentence, Match match, Part clause) {
        boolean visit = match.pattern().set().containsKey("visit");
        if (visit && WHILE.matcher(sentence.text()).region(match.to(), clause.to()).lookingAt()
                || visit
                        && WHEN.matcher(sentence.text().substring(clause.from(), match.from()))
                                .find()) {
            return true;
        }
        return FIRST.at(sentence.text(), sentence.sentence().from(), clause.to())
                || THIS_FIRST.in(sentence.text(), clause.from(), clause.to())
                || HABIT.in(sentence.text(), clause.from(), clause.to());
    }

    /** Whether a sentence speaks of another field, and with no word of this one. */
    static boolean isElsewhere(Analysed sentence) {
        return !sentence.of("elsewhere").isEmpty()
                && sentence.hits().stream()
                        .filter(hit -> !hit.is("line"))
                        .noneMatch(hit ->
                                hit.is("mechanism")
                                        || hit.is("measure")
                                        || hit.as("topic")
                                                .filter(topic -> !topic.id().equals("talks"))
                                                .isPresent());
    }

    /** A line for customers: another field has its hotlines, too. */
    static boolean isLineElsewhere(Analysed sentence) {
        return isElsewhere(sentence)
                && sentence.of("elsewhere").stream()
                        .anyMatch(hit -> !hit.as("elsewhere").orElseThrow().id().equals("health"));
    }

    /** Whether somebody who is no side calls on those who are: it is their words and no meeting. */
    static boolean isOthersCall(Analysed sentence, Hit trigger, Part clause, List<String> actors) {
        return sentence.of("say", clause.from(), trigger.from()).stream()
                .filter(hit ->
                        hit.as("say")
                                .flatMap(say -> say.of("grade"))
                                .filter("urge"::equals)
                                .isPresent())
                .anyMatch(hit -> {
                    List<List<String>> speakers = Actors.sided(sentence, clause.from(), hit.from());
                    return !speakers.isEmpty()
                            && speakers.stream().flatMap(List::stream).noneMatch(actors::contains);
                });
    }

    /** The same of a number, which has its own noun: 12 launchers of a food brand. */
    static boolean isOfAnotherField(Analysed sentence) {
        return !sentence.of("elsewhere").isEmpty()
                && sentence.of("mechanism").isEmpty()
                && sentence.hits().stream()
                        .flatMap(hit -> hit.as("topic").stream())
                        .allMatch(topic -> topic.id().equals("talks"));
    }

    /**
     * Whether a thing is only spoken of: 举行会谈的原因, 恢复对话是…, 延长条约可以…. Without a date, an act has to be
     * told as done or as to come.
     */
    static boolean isIdea(Analysed sentence, Match match, Kind kind, Part clause) {
        if (sentence.text().charAt(match.from()) < 0x2e80
                || !(kind == Kind.MEETING
                        || kind == Kind.CHANNEL
                        || kind == Kind.TREATY_ACTION
                        || kind == Kind.COMMITMENT)) {
            return false;
        }
        Map<String, String> set = match.pattern().set();
        if (UNDONE.contains(set.getOrDefault("status", ""))
                || kind == Kind.MEETING && "denied".equals(set.get("polarity"))) {
            return false;
        }
        if (kind == Kind.CHANNEL || kind == Kind.TREATY_ACTION) {
            String before =
                    sentence.text().substring(clause.from(), Math.max(clause.from(), match.from()));
            if (MATTER.matcher(before).find()) {
                return true;
            }
        }
        if (kind == Kind.MEETING
                && MEANS.matcher(
                                sentence.text()
                                        .substring(
                                                Math.min(clause.from(), match.from()),
                                                match.from()))
                        .find()) {
            return true;
        }
        int after = match.to();
        if ((kind == Kind.TREATY_ACTION || kind == Kind.COMMITMENT)
                && SUBJECT.matcher(sentence.text())
                        .region(after, Math.max(after, clause.to()))
                        .lookingAt()) {
            return true;
        }
        boolean plan =
                PLAN.matcher(sentence.text()).region(after, sentence.sentence().to()).lookingAt();
        if (!plan
                && (match.hits().getLast().is("word") && !match.hits().getLast().is("anaphor")
                        || kind == Kind.MEETING && match.hits().getLast().is("mechanism"))
                && (sentence.text().startsWith("的", after)
                        || sentence.text().startsWith("是", after))) {
            return true;
        }
        if ("denied".equals(set.get("polarity"))) {
            return false;
        }
        // That it is not so is told, too: 这并不意味着退出.
        return DOUBTFUL.contains(set.getOrDefault("action", ""))
                && !isNegated(sentence, Frames.trigger(match), clause)
                && sentence.of("factual", clause.from(), clause.to()).isEmpty()
                && sentence.of("future", clause.from(), clause.to()).isEmpty();
    }

    /** Before these words an act is a question, or what somebody ought to do. */
    private static final Sought ASKED =
            Sought.of(
                    "(?:是否|能否|可否|会不会|要不要|应当|应该|应尽快|必须|理应|不妨)[^，]{0,24}$"
                            + "|(?:呼吁|敦促|促请|主张|希望|建议|吁请|鼓励|推动|愿|支持|有意|争取"
                            + "|(?<!票|不顾.{0,8})反对|(?<!票)赞成)[^，]{0,30}$"
                            + "|\\b(?:[Ss]hould|must|ought to|[Ww]hether to|needs? to|could|might)"
                            + " (?:\\w+ ){0,3}$|\\b(?:call\\w*"
                            + " (?:on|for|upon)|urg\\w+|encourag\\w+|appeal\\w* to|press\\w*"
                            + " for|lobb\\w+|hop\\w+ (?:that|for)) [^,;]{0,60}$"
                            + "|\\b(?:propos|suggest|recommend|threaten|consider|weigh|debat)\\w*"
                            + " (?:\\w+ ){0,2}$|\\b(?:recommend|propos|suggest)\\w* [^,;]{0,50}that"
                            + " [^,;]{0,40}$");

    /** What leaving would do: a thought of it. */
    private static final Pattern WOULD =
            Pattern.compile("[^,.;]{0,16} (?:would|could|might|may|is|was) ");

    /** What is thought or said about an act, and not the act: 延长条约的呼吁. */
    private static final Sought THOUGHT =
            Sought.of(
                    "》?(?:议定书)?(?:的(?:[^，。；的]{0,6}的)?(?:相关|有关|法律|国内|正式|文件)?(?:可能|必要|条件|要求|威胁|权利|理由"
                            + "|后果|风险|准备|选项|前景|意愿|想法|时机|期限|主张|诉求)"
                            + "|的?(?:呼吁|提议|建议|谈判|磋商|讨论|问题|倡议|争论))");

    /** Whether an act is asked for or asked about, and not told. */
    static boolean isOnlyAsked(Analysed sentence, Match match, Part clause) {
        Hit trigger = Frames.trigger(match);
        String before = sentence.text().substring(clause.from(), trigger.from());
        return match.pattern().kind().equals("treaty_action")
                && WEIGHED.contains(match.pattern().set().getOrDefault("action", ""))
                && (ASKED.in(before)
                        || THOUGHT.at(sentence.text(), match.to(), clause.to())
                        || isThought(sentence, match, trigger));
    }

    /** What one signs that a sentence has spoken of before, and that is no treaty. */
    private static final Pattern LAW =
            Pattern.compile("\\b(?:bill|law|legislation|decree|order)\\b|法案|议案|法令");

    /** Whether it is a law that somebody signs: the parliament passed a bill, he signed it. */
    static boolean isOfLaw(Analysed sentence, Match match) {
        Map<String, String> set = match.pattern().set();
        return "sign".equals(set.get("action"))
                && set.containsKey("anaphora")
                && LAW.matcher(sentence.text())
                        .region(sentence.sentence().from(), Frames.trigger(match).from())
                        .find();
    }

    private static boolean isThought(Analysed sentence, Match match, Hit trigger) {
        return sentence.words(trigger).contains("ing")
                && WOULD.matcher(sentence.text())
                        .region(match.to(), sentence.sentence().to())
                        .lookingAt();
    }

    static boolean isSpecific(
            Analysed sentence, Match match, Optional<Hit> date, List<String> mechanisms) {
        return date.isPresent()
                || !mechanisms.isEmpty()
                || !sentence.of("person").isEmpty()
                || !sentence.of("place").isEmpty()
                || "scheduled".equals(match.pattern().set().get("status"))
                        && !sentence.of("level").isEmpty()
                || !sentence.of("role", match.from(), match.to()).isEmpty()
                || !sentence.of("definite").isEmpty();
    }

    /** Whether somebody denies what stands at a place. */
    static boolean isSaidNotToBe(Analysed sentence, int at) {
        return sentence.of("say", sentence.sentence().from(), at).stream()
                .reduce((first, second) -> second)
                .flatMap(hit -> hit.as("say").flatMap(say -> say.of("grade")))
                .filter("deny"::equals)
                .isPresent();
    }

    static boolean isNegated(Analysed sentence, Hit trigger, Part clause) {
        boolean saidNotToBe =
                sentence.of("say", clause.from(), trigger.from()).stream()
                        .flatMap(hit -> hit.as("say").flatMap(say -> say.of("grade")).stream())
                        .anyMatch("deny"::equals);
        return saidNotToBe
                || hasNegation(sentence, trigger, clause)
                || isOfNobody(sentence, trigger);
    }

    /** Neither Arden nor Borel has ratified: whoever is named between, none of them does it. */
    private static boolean isOfNobody(Analysed sentence, Hit trigger) {
        return sentence.clauses().stream()
                .filter(part -> part.from() < trigger.from())
                .anyMatch(part ->
                        NOBODY.at(sentence.text(), part.from(), trigger.from())
                                && !TURN.in(sentence.text(), part.from(), trigger.from()));
    }

    /** With these a clause begins of which the subject does nothing. */
    private static final Sought NOBODY =
            Sought.of(
                    " ?(?:[Nn]either|[Nn]one of|[Nn]o (?:other )?(?:state|country|nation|government"
                            + "|nuclear power)|[Nn]ot (?:one|a single)|[Nn]obody|[Nn]o one)\\b");

    /** Where a sentence turns to another. */
    private static final Sought TURN = Sought.of("\\b(?:but|while|whereas|though|although)\\b|;");

    /** Denials that bear on a whole statement, whoever acts in it. */
    private static final Pattern OF_ALL =
            Pattern.compile(
                    ".*(?:意味着|不是|并非|不代表|不等于|不表示|not mean|not that|denied that|no indication"
                            + "|not true that|no evidence).*");

    /**
     * Whether another acts between a negation and a verb, so that it is an earlier verb that is
     * negated: 没有提出方案以修补阿登退出…. Those with whom something is done do not count.
     */
    private static boolean isOfAnotherVerb(Analysed sentence, Hit negation, Hit trigger) {
        String between = sentence.text().substring(negation.from(), trigger.from());
        if (OTHER_VERB.matcher(sentence.text().substring(negation.to(), trigger.from())).find()) {
            return true;
        }
        return !OF_ALL.matcher(between).matches()
                && sentence.of("party", negation.to(), trigger.from()).stream()
                        .anyMatch(party ->
                                Actors.isActing(sentence, party) && !party.is("mechanism"));
    }

    private static boolean hasNegation(Analysed sentence, Hit trigger, Part clause) {
        boolean latin = sentence.text().charAt(trigger.from()) < 0x250;
        int from =
                Math.max(
                        clause.from(),
                        trigger.from() - (latin ? NEGATION_MAX_LATIN : NEGATION_MAX));
        return sentence.of("negation", from, trigger.from()).stream()
                        .anyMatch(hit ->
                                !sentence.text().startsWith("对", hit.to())
                                        && !isOfAnotherVerb(sentence, hit, trigger))
                || !latin
                        && sentence.of("negation", clause.from(), trigger.from()).stream()
                                .anyMatch(hit ->
                                        trigger.from() - hit.to() <= NEGATION_FAR
                                                && !sentence.text().startsWith("对", hit.to())
                                                && FAR.contains(sentence.words(hit))
                                                && !isOfAnotherVerb(sentence, hit, trigger));
    }

    /** Whether a sentence says from when on it counts, as what is a first has to. */
    static boolean isSince(Analysed sentence) {
        return SINCE.matcher(sentence.text())
                .region(sentence.sentence().from(), sentence.sentence().to())
                .find();
    }
}
