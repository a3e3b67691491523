// SPDX-License-Identifier: Apache-2.0
package org.parley.evidence;

import static org.parley.evidence.Aspect.Kind.EVENT;
import static org.parley.evidence.Aspect.Kind.FIGURE;
import static org.parley.evidence.Aspect.Kind.JUDGEMENT;
import static org.parley.evidence.Aspect.Kind.STATE;

import org.parley.Text;

/** What a claim says of a thing. Only claims of one family can be compared. */
public enum Aspect implements Word {
    WILLINGNESS_TO_TALK(STATE, "talks", true, "willingness to talk", "对话意愿"),
    MEETING_PLANNED(EVENT, "talks", true, "meeting planned", "计划举行会晤"),
    MEETING_HELD(EVENT, "talks", true, "meeting held", "举行会晤"),
    BREAK_IN_CONTACT(FIGURE, "break", true, "length of a break in contact", "交流中断时长"),
    COUNTERPART(STATE, "counterpart", true, "who talks with whom", "对应方"),
    EXCHANGE_OF_DATA(EVENT, "data", true, "exchange of data", "数据交换"),
    IMPLEMENTATION(STATE, "implementation", true, "implementation", "履约"),
    EXTENSION(EVENT, "extension", true, "extension", "延期"),
    WITHDRAWAL(EVENT, "withdrawal", false, "withdrawal", "退出"),
    STOCK_OF_WARHEADS(FIGURE, "warheads", true, "number of warheads", "核弹头数量"),
    LIMIT_ON_WARHEADS(FIGURE, "warheads", true, "limit on warheads", "核弹头限额"),
    WITHIN_LIMIT(JUDGEMENT, "limit", true, "within a limit or not", "是否符合限额"),
    PERFORMS(JUDGEMENT, "performs", true, "keeps its obligations", "履行义务"),
    RESPONSIBILITY(JUDGEMENT, "responsibility", true, "who bears responsibility", "责任归属"),
    POSITION(STATE, "position", true, "position", "立场"),
    OFFICE_ENDED(EVENT, "office", true, "end of an office", "免职"),
    OFFICE_BEGAN(EVENT, "office-begun", true, "beginning of an office", "任职"),
    ROLE_ROTATES(EVENT, "role", true, "a role passes on", "轮值交接"),
    CRISIS_BEGAN(EVENT, "crisis", false, "beginning of a crisis", "危机爆发"),
    CONTACT(STATE, "talks", true, "contact", "联络往来"),
    NUMBER(FIGURE, "number", true, "number", "数量"),
    LIMIT(FIGURE, "number", true, "limit", "限额"),
    SIGNATURE(EVENT, "signature", false, "signature", "签署"),
    RATIFICATION(EVENT, "ratification", false, "ratification", "批准"),
    RATIFICATION_WITHDRAWN(EVENT, "ratification", false, "ratification withdrawn", "撤销批准"),
    ENTRY_INTO_FORCE(EVENT, "force", false, "entry into force", "生效"),
    EXPIRY(EVENT, "expiry", false, "expiry", "到期"),
    PARTICIPATION(STATE, "participation", true, "taking part", "参加");

    /** How time bears on it. */
    public enum Kind {
        /** Its date is part of what is said. */
        EVENT,
        /** Holds for a time, then may be otherwise. */
        STATE,
        /** A number as of a date. */
        FIGURE,
        /** An assessment; its time is that of what is assessed, not of the saying. */
        JUDGEMENT
    }

    private final Kind kind;
    private final String family;
    private final boolean repeats;
    private final String english;
    private final String chinese;

    Aspect(Kind kind, String family, boolean repeats, String english, String chinese) {
        this.kind = kind;
        this.family = family;
        this.repeats = repeats;
        this.english = english;
        this.chinese = chinese;
    }

    public Kind kind() {
        return kind;
    }

    /** Aspects that speak of the same matter: a refusal to talk and a plan to meet. */
    public String family() {
        return family;
    }

    /** Whether there can be several of it, so that another date may just be another one. */
    public boolean repeats() {
        return repeats;
    }

    @Override
    public Text text() {
        return Text.of(english, chinese);
    }
}
