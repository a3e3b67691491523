// SPDX-License-Identifier: Apache-2.0
package org.parley.web.export;

import org.parley.standing.DutyStanding;
import org.parley.standing.LimitStanding;
import org.parley.standing.QuotaStanding;

/**
 * The states as people read them. English keeps the words of the JSON; the Chinese ones are our own
 * translation and say no more than they do.
 */
public final class StateWords {
    private StateWords() {}

    public static String of(DutyStanding.State state, String language) {
        if (!language.equals("zh")) {
            return state.word();
        }
        return switch (state) {
            case UPCOMING -> "未到期";
            case OPEN -> "待履行";
            case MET -> "已履行";
            case LATE -> "逾期";
            case MISSED -> "未履行";
            case WAIVED -> "免除";
            case CONTESTED -> "有争议";
            case NOT_VISIBLE -> "公开资料未见";
        };
    }

    public static String of(LimitStanding.State state, String language) {
        if (!language.equals("zh")) {
            return state.word();
        }
        return switch (state) {
            case NOT_YET_BINDING -> "尚未生效";
            case WITHIN -> "限额之内";
            case OVER -> "超出限额";
            case UNKNOWN -> "不详";
            case CONTESTED -> "有争议";
            case OBSERVED_POLITICALLY -> "政治上遵守";
            case NO_LONGER_BINDING -> "不再有约束力";
        };
    }

    public static String of(QuotaStanding.State state, String language) {
        if (!language.equals("zh")) {
            return state.word();
        }
        return switch (state) {
            case WITHIN -> "配额之内";
            case SPENT -> "已用完";
            case EXCEEDED -> "超出配额";
            case UNKNOWN -> "不详";
            case NOT_YET_BINDING -> "尚未生效";
            case NO_LONGER_BINDING -> "不再有约束力";
        };
    }
}
