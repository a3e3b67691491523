// SPDX-License-Identifier: Apache-2.0
package org.parley.evidence;

import org.parley.Text;

/** How one claim stands to the record. Tried in this order; the first that fires is given. */
public enum RecordRule implements Word {
    PROJECTION(
            Verdict.NO_CONTRADICTION,
            "A projection, which nothing declared or estimated of the past can contradict.",
            "属于预测，与过去的申报或估计无从相悖。"),
    SEVERAL_READINGS(
            Verdict.AMBIGUOUS,
            "A rounded number that fits two or more different entries of the record.",
            "该约数与记录中两项以上不同内容都相符。"),
    SPENT(
            Verdict.IMPRECISE,
            "It is spoken of as pending; the record has it done as often as the rules allow.",
            "所说之事视为尚待进行，而依记录该事已达规则允许的次数。"),
    AS_RECORDED(Verdict.AS_RECORDED, "The record has the same.", "记录所载与之相同。"),
    AGAINST_RULES(
            Verdict.CONTRADICTS_RECORD,
            "It gives a bound or a date of the agreement that its file does not have.",
            "所述协议限额或日期与协议文本所载不同。"),
    RECORD_OTHERWISE(
            Verdict.CONTRADICTS_RECORD,
            "The record has the opposite of the same time.",
            "记录所载同一时间的情况与之相反。"),
    RECORD_OTHER_DATE(
            Verdict.ERROR_IN_SOURCE,
            "The record has that one event on another date.",
            "记录所载同一事件的日期不同。"),
    QUANTITY_NOT_STATED(
            Verdict.CHECK,
            "It does not say which quantity it counts; the record has several.",
            "文中未说明统计口径；记录中有多种口径的数字。"),
    OTHER_QUANTITY(
            Verdict.DIFFERENT_QUANTITY,
            "The record has numbers of other quantities only.",
            "记录中只有其他统计口径的数字。"),
    LATER_FIGURE(
            Verdict.CHANGED_OVER_TIME,
            "The record has another number as of another time.",
            "记录中的不同数字截至另一时间。"),
    OTHER_ESTIMATOR(
            Verdict.DIFFERENT_ESTIMATOR,
            "The record has another number, by another estimator.",
            "记录中的不同数字出自另一估算者。"),
    NUMBER_OTHERWISE(
            Verdict.CHECK,
            "The record has another number of the same, and nothing known explains it.",
            "记录对同一事项载有不同数字，现有资料不能解释。"),
    NOT_IN_RECORD(
            Verdict.NOT_IN_RECORD,
            "The record has nothing like it by that day; that is no sign that it is wrong.",
            "截至当日，记录中没有类似内容；这不表示其有误。");

    private final Verdict verdict;
    private final String english;
    private final String chinese;

    RecordRule(Verdict verdict, String english, String chinese) {
        this.verdict = verdict;
        this.english = english;
        this.chinese = chinese;
    }

    public Verdict verdict() {
        return verdict;
    }

    @Override
    public Text text() {
        return Text.of(english, chinese);
    }
}
