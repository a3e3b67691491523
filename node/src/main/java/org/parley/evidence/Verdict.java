// SPDX-License-Identifier: Apache-2.0
package org.parley.evidence;

import org.parley.Text;

/** The closed list of what a comparison can come to. None of them says who is right. */
public enum Verdict implements Word {
    DATES_DIFFER("dates differ", "日期不一"),
    CHANGED_OVER_TIME("changed over time", "随时间变化"),
    DIFFERENT_QUANTITY("different quantities", "统计口径不同"),
    DIFFERENT_ESTIMATOR("different estimators", "估算者不同"),
    AMBIGUOUS("ambiguous", "含义不明"),
    IMPRECISE("imprecise", "表述不准确"),
    CONTRADICTS_RECORD("stands against the record", "与记录不符"),
    DISPUTE("dispute between parties", "当事方之间的争议"),
    ERROR_IN_SOURCE("differs from the record of one event", "来源所述与记录不同"),
    CHECK("check before use", "使用前须核实"),
    INCONSISTENT_WITHIN("inconsistent within one text", "同一文本前后不一"),
    AUTHOR_JUDGEMENT("an author's judgement", "作者的判断"),
    TENSION("tension over a word", "取决于用词"),
    NO_CONTRADICTION("no contradiction", "并不矛盾"),
    AS_RECORDED("as the record has it", "与记录相符"),
    NOT_IN_RECORD("not in the record", "记录未载"),
    NOT_VERIFIABLE("not verifiable here", "此处无法核实"),
    IMPOSSIBLE("cannot be as worded", "按字面不可能");

    private final String english;
    private final String chinese;

    Verdict(String english, String chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    @Override
    public Text text() {
        return Text.of(english, chinese);
    }
}
