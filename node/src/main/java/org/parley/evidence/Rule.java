// SPDX-License-Identifier: Apache-2.0
package org.parley.evidence;

import org.parley.Text;

import java.util.List;
import java.util.Optional;

/**
 * The rules, in the order in which they are tried: innocent explanations that need no time before
 * contradictions, and what cannot be explained last. The first that fires gives the verdict. Each
 * is general, over the fields of two claims, and says the same whichever comes first.
 */
public enum Rule implements Word {
    SAME(
            Verdict.NO_CONTRADICTION,
            "Both are one claim, or say the same of the same time.",
            "两者为同一说法，或就同一时间所说相同。"),
    OTHER_QUANTITY(
            Verdict.DIFFERENT_QUANTITY,
            "Both give a number, and each says that it covers something else.",
            "两者都给出数字，但各自说明的统计口径不同。"),
    SEVERAL_READINGS(
            Verdict.AMBIGUOUS,
            "One gives a rounded number that fits two or more different entries of the record; the"
                    + " other gives none.",
            "一方给出的约数与记录中两项以上不同内容都相符，另一方未给数字。"),
    NOT_VERIFIED(
            Verdict.CHECK,
            "They cannot both hold as worded, and one of them was read only second-hand.",
            "两者按字面不能同时成立，且其中之一仅为转述，未经核实。"),
    JUDGEMENT_OF_AUTHOR(
            Verdict.AUTHOR_JUDGEMENT,
            "An author assesses, in the author's own voice; a party says otherwise.",
            "作者以自己的名义作出评价，而当事方另有说法。"),
    ONE_TEXT(
            Verdict.INCONSISTENT_WITHIN,
            "One voice in one text says two things that cannot both hold as worded.",
            "同一文本中同一来源的两处说法按字面不能同时成立。"),
    TWO_PARTIES(
            Verdict.DISPUTE,
            "The official words of two parties cannot both hold as worded.",
            "两个当事方的正式说法按字面不能同时成立。"),
    RECORD_OTHERWISE(
            Verdict.CONTRADICTS_RECORD,
            "One says that something was so at a time, or was not; the record has the opposite of"
                    + " that time.",
            "一方称某时某事发生或未发生，而记录所载同一时间的情况与之相反。"),
    RECORD_OTHER_DATE(
            Verdict.ERROR_IN_SOURCE,
            "One dates a single event to days on which the record, from a named source, does not"
                    + " have it.",
            "一方所述某一事件的日期，与记录依具名来源所载日期不同。"),
    SPENT(
            Verdict.IMPRECISE,
            "One speaks as of something still to come; the record has it done as often as the rules"
                    + " allow.",
            "一方所说之事视为尚待进行，而依记录该事已达规则允许的次数。"),
    FIRST_BY_A_WORD(
            Verdict.TENSION,
            "One calls an event the first of its sort with a word that narrows it; the other names"
                    + " one before it.",
            "一方以限定词称某事为同类首次，另一方提到此前的一次。"),
    OTHER_ESTIMATOR(
            Verdict.DIFFERENT_ESTIMATOR,
            "Numbers of the same thing that do not meet, by two estimators.",
            "两个估算者对同一事项给出的数字不相合。"),
    LATER_STATE(
            Verdict.CHANGED_OVER_TIME,
            "They differ about a state or a figure, and are of different times or editions.",
            "两者对某一状态或数字说法不同，但所指时间或版本不同。"),
    OTHER_DATE(Verdict.DATES_DIFFER, "Two dates for one event that do not meet.", "同一事件的两个日期互不相合。"),
    COMPATIBLE(
            Verdict.NO_CONTRADICTION,
            "They speak of the same matter and something fits both.",
            "两者所说为同一事项，且可以同时成立。"),
    UNLIKE(
            Verdict.NO_CONTRADICTION,
            "They do not speak of the same matter; only like is compared with like.",
            "两者所说不是同一事项；只有同类才可比较。"),
    NOT_EXPLAINED(Verdict.CHECK, "They differ and no rule above explains it.", "两者不同，且以上规则都不能解释。");

    private final Verdict verdict;
    private final String english;
    private final String chinese;

    Rule(Verdict verdict, String english, String chinese) {
        this.verdict = verdict;
        this.english = english;
        this.chinese = chinese;
    }

    public Verdict verdict() {
        return verdict;
    }

    /** What it takes to fire, as a sentence. */
    @Override
    public Text text() {
        return Text.of(english, chinese);
    }

    Optional<Finding> on(Claim a, Claim b, List<Fact> record) {
        return switch (this) {
            case SAME -> FigureRules.same(a, b, record);
            case OTHER_QUANTITY -> FigureRules.otherQuantity(a, b, record);
            case SEVERAL_READINGS -> FigureRules.severalReadings(a, b, record);
            case NOT_VERIFIED -> VoiceRules.notVerified(a, b, record);
            case JUDGEMENT_OF_AUTHOR -> VoiceRules.judgementOfAuthor(a, b, record);
            case ONE_TEXT -> VoiceRules.oneText(a, b, record);
            case TWO_PARTIES -> VoiceRules.twoParties(a, b, record);
            case RECORD_OTHERWISE -> RecordRules.recordOtherwise(a, b, record);
            case RECORD_OTHER_DATE -> RecordRules.recordOtherDate(a, b, record);
            case SPENT -> RecordRules.spent(a, b, record);
            case FIRST_BY_A_WORD -> RecordRules.firstByAWord(a, b, record);
            case OTHER_ESTIMATOR -> FigureRules.otherEstimator(a, b, record);
            case LATER_STATE -> TimeRules.laterState(a, b, record);
            case OTHER_DATE -> TimeRules.otherDate(a, b, record);
            case COMPATIBLE -> TimeRules.compatible(a, b, record);
            case UNLIKE -> TimeRules.unlike(a, b, record);
            case NOT_EXPLAINED -> TimeRules.notExplained(a, b, record);
        };
    }

    /** One of the two ways round. */
    static Optional<Finding> either(Claim a, Claim b, OneWay test) {
        return test.on(a, b).or(() -> test.on(b, a));
    }

    /** A condition in which the two claims have different parts. */
    @FunctionalInterface
    interface OneWay {
        Optional<Finding> on(Claim one, Claim other);
    }
}
