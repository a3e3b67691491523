// SPDX-License-Identifier: Apache-2.0
package org.parley.web.export;

import org.parley.Text;

import java.util.Map;

/**
 * What is done to agreements, and how a number is meant, in words of both languages. What a
 * reader's own lexicon adds stands as it is written there.
 */
public final class ActionWords {
    private static final Map<String, Text> ACTIONS =
            Map.ofEntries(
                    Map.entry("accede", Text.of("accession", "加入")),
                    Map.entry("amend", Text.of("amendment", "修正")),
                    Map.entry("began", Text.of("taking of an office", "就任")),
                    Map.entry("ended", Text.of("leaving of an office", "去职")),
                    Map.entry("breach_alleged", Text.of("non-compliance alleged", "指称未遵约")),
                    Map.entry("compliance_stated", Text.of("compliance stated", "称遵约")),
                    Map.entry("within_limits", Text.of("within limits", "符合限额")),
                    Map.entry("over_limits", Text.of("over limits", "超出限额")),
                    Map.entry("responsibility_assigned", Text.of("held responsible", "指其负责")),
                    Map.entry("data_exchange", Text.of("data exchange", "数据交换")),
                    Map.entry("data_exchange_missed", Text.of("data exchange missed", "未交换数据")),
                    Map.entry("acted", Text.of("the same act", "同一行为")),
                    Map.entry("adopt", Text.of("adoption", "通过")),
                    Map.entry("open_for_signature", Text.of("opening for signature", "开放签署")),
                    Map.entry("enter_into_force", Text.of("entry into force", "生效")),
                    Map.entry("destroy", Text.of("destruction", "销毁")),
                    Map.entry("mandate_negotiation", Text.of("talks mandated", "授权谈判")),
                    Map.entry("remove_monitoring", Text.of("monitoring removed", "拆除监控")),
                    Map.entry("resume_monitoring", Text.of("monitoring restored", "恢复监控")),
                    Map.entry("verify_destruction", Text.of("destruction verified", "核实销毁")),
                    Map.entry("expire", Text.of("expiry", "期满")),
                    Map.entry("first", Text.of("first since", "首次")),
                    Map.entry("extend", Text.of("extension", "延期")),
                    Map.entry("inspect", Text.of("inspection", "视察")),
                    Map.entry("joint-statement", Text.of("joint statement", "联合声明")),
                    Map.entry("negotiation_stalled", Text.of("talks stalled", "谈判停滞")),
                    Map.entry("no-agreement", Text.of("no agreement reached", "未达成一致")),
                    Map.entry("notify", Text.of("notification", "通知")),
                    Map.entry("ratify", Text.of("ratification", "批准")),
                    Map.entry("resume", Text.of("resumption", "恢复")),
                    Map.entry("resume_inspections", Text.of("inspections resumed", "恢复视察")),
                    Map.entry("sign", Text.of("signature", "签署")),
                    Map.entry("snapback_trigger", Text.of("snapback triggered", "启动“快速恢复”机制")),
                    Map.entry("suspend", Text.of("suspension", "中止")),
                    Map.entry("suspend_inspections", Text.of("inspections suspended", "暂停视察")),
                    Map.entry("terminate", Text.of("termination", "终止")),
                    Map.entry("withdraw", Text.of("withdrawal", "退出")),
                    Map.entry("withdraw_notice", Text.of("notice of withdrawal", "退出通知")),
                    Map.entry("withdraw_signature", Text.of("signature withdrawn", "撤回签署")),
                    Map.entry("withdraw_ratification", Text.of("ratification withdrawn", "撤回批准")));

    private static final Map<String, Text> OF_NUMBERS =
            Map.ofEntries(
                    Map.entry("exact", Text.of("exactly", "恰为")),
                    Map.entry("about", Text.of("about", "约")),
                    Map.entry("more-than", Text.of("more than", "超过")),
                    Map.entry("less-than", Text.of("less than", "少于")),
                    Map.entry("at-least", Text.of("at least", "至少")),
                    Map.entry("at-most", Text.of("at most", "至多")),
                    Map.entry("range", Text.of("between", "介于")),
                    Map.entry("declared", Text.of("declared", "申报")),
                    Map.entry("estimate", Text.of("estimate", "估计")),
                    Map.entry("limit", Text.of("limit", "限额")),
                    Map.entry("projection", Text.of("projection", "预测")),
                    Map.entry("stated", Text.of("stated", "文中所述")));

    private ActionWords() {}

    /** Whether there are words for it. */
    public static boolean has(String action) {
        return ACTIONS.containsKey(action);
    }

    /** What is done, as {@code withdraw}. */
    public static Text action(String action) {
        return ACTIONS.getOrDefault(action, Text.same(action));
    }

    /** How a number is rounded, as {@code at-least}, or whose it is, as {@code estimate}. */
    public static Text ofNumber(String word) {
        return OF_NUMBERS.getOrDefault(word, Text.same(word));
    }
}
