// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import org.parley.Text;
import org.parley.agreement.Limit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The reasoning behind a standing's parts, in sentences of both languages. */
final class Reasons {
    private Reasons() {}

    /** The closed list of what a party says of a duty. */
    private static String inChinese(String says) {
        return switch (says) {
            case "suspended" -> "中止";
            case "countermeasure" -> "反制措施";
            case "exempted" -> "豁免";
            case "missed" -> "未履行";
            case "met" -> "已履行";
            case "late" -> "迟交";
            case "waived" -> "不负有该项义务";
            case "extended" -> "获准延期";
            case "tendered" -> "已提交";
            default -> says;
        };
    }

    static Text hence(Text state) {
        return Text.of("hence: " + state.en(), "因此：" + state.zh());
    }

    /** The bound, when it binds, the figure, and what follows. */
    static List<Text> limit(LimitStanding limit, Text counted, Optional<List<Text>> figure) {
        Limit rule = limit.limit();
        List<Text> reasons = new ArrayList<>();
        String bound = limit.bound().map(String::valueOf).orElse("?");
        reasons.add(
                Text.of(
                        (rule.upper() ? "at most " : "at least ") + bound + " of " + counted.en(),
                        counted.zh() + (rule.upper() ? "，至多 " : "，至少 ") + bound));
        limit.binds()
                .ifPresent(day ->
                        reasons.add(
                                Text.of(
                                        "binds from "
                                                + day
                                                + rule.from()
                                                        .map(date -> " (" + date + ")")
                                                        .orElse(""),
                                        "自 "
                                                + day
                                                + " 起具有约束力"
                                                + rule.from()
                                                        .map(date -> "（" + date + "）")
                                                        .orElse(""))));
        limit.ends()
                .ifPresent(day ->
                        reasons.add(
                                Text.of(
                                        "no longer binds from "
                                                + day
                                                + rule.until()
                                                        .map(date -> " (" + date + ")")
                                                        .orElse(""),
                                        "自 "
                                                + day
                                                + " 起不再具有约束力"
                                                + rule.until()
                                                        .map(date -> "（" + date + "）")
                                                        .orElse(""))));
        figure.ifPresent(reasons::addAll);
        if (figure.isEmpty()) {
            reasons.add(Text.of("nothing was ever declared", "从未申报"));
        }
        reasons.add(hence(limit.state().title()));
        return reasons;
    }

    static List<Text> figure(Figure figure) {
        List<Text> reasons = new ArrayList<>();
        String value = Long.toString(figure.value());
        reasons.add(
                switch (figure.basis()) {
                    case DECLARED ->
                            Text.of(
                                    figure.by()
                                            + " declared "
                                            + value
                                            + (figure.isOfAnother() ? " of " + figure.party() : "")
                                            + " as of "
                                            + figure.asOf(),
                                    figure.by()
                                            + (figure.isOfAnother() ? " 就 " + figure.party() : "")
                                            + " 申报 "
                                            + value
                                            + "，截至 "
                                            + figure.asOf());
                    case ITEMS ->
                            Text.of(
                                    "the items of "
                                            + figure.party()
                                            + " add up to "
                                            + value
                                            + "; last list or change "
                                            + figure.asOf(),
                                    figure.party()
                                            + " 的申报项合计 "
                                            + value
                                            + "；最近一次清单或变更 "
                                            + figure.asOf());
                    case CLAIMED ->
                            Text.of(
                                    value
                                            + " is the viewing party's own word about "
                                            + figure.party()
                                            + " as of "
                                            + figure.asOf(),
                                    value
                                            + " 为查看方对 "
                                            + figure.party()
                                            + " 的说法，截至 "
                                            + figure.asOf());
                    case GROUP ->
                            Text.of(
                                    value + " is the sum over the members of " + figure.party(),
                                    value + " 为 " + figure.party() + " 各成员之和");
                });
        figure.heldUntil()
                .ifPresent(day ->
                        reasons.add(
                                Text.of(
                                        "the next figure is due on "
                                                + day
                                                + "; until then this one holds",
                                        "下一次数据应于 " + day + " 提交；在此之前沿用本数据")));
        if (!figure.current()) {
            reasons.add(
                    Text.of(
                            "it no longer holds: unknown, last declared "
                                    + value
                                    + " on "
                                    + figure.asOf(),
                            "已不再沿用：不详，最近一次申报为 " + value + "（" + figure.asOf() + "）"));
        }
        return reasons;
    }

    static List<Text> duty(DutyStanding duty) {
        List<Text> reasons = new ArrayList<>();
        reasons.add(Text.of("due " + duty.due(), "应于 " + duty.due() + " 前履行"));
        if (duty.statement().isPresent()) {
            reasons.add(receipt(duty));
        } else {
            reasons.add(Text.of("the record shows nothing said under it", "记录中未见据此作出的陈述"));
        }
        if (duty.tendered()) {
            reasons.add(
                    Text.of(
                            "tendered: others signed in time that it was there; no receipt came, or"
                                    + " a late one, and that makes nothing late",
                            "已提交：其他节点及时签署确认其存在；未收到收悉确认或确认较迟，这不构成迟交"));
        }
        for (DutyStanding.Position position : duty.positions()) {
            reasons.add(
                    Text.of(
                            "according to " + position.party() + ": " + position.says(),
                            "依据 " + position.party() + "：" + inChinese(position.says())));
        }
        if (duty.state() == DutyStanding.State.NOT_VISIBLE && duty.statement().isEmpty()) {
            reasons.add(
                    Text.of(
                            "silence is not breach: the public record lacks most notifications",
                            "沉默不等于违约：公开记录中缺少绝大多数通知"));
        }
        reasons.add(hence(duty.state().title()));
        return reasons;
    }

    private static Text receipt(DutyStanding duty) {
        if (duty.received().isEmpty()) {
            return Text.of(
                    "it was said; the record shows neither a receipt nor that it was published",
                    "已作出陈述；记录中既无收悉确认，也未见其公开");
        }
        String day = duty.received().get().toString();
        return duty.receiptShown()
                ? Text.of("received " + day, "收到于 " + day)
                : Text.of(
                        "public by "
                                + day
                                + "; the receipt itself is not visible, and publication makes"
                                + " nothing late",
                        "至迟 " + day + " 已公开；收到日期不可见，公开日期不构成迟交");
    }

    static List<Text> quota(QuotaStanding quota) {
        List<Text> reasons = new ArrayList<>();
        String cap = quota.cap().map(String::valueOf).orElse("?");
        reasons.add(
                Text.of(
                        quota.used() + " used of " + cap + " in " + quota.period(),
                        quota.period() + " 期间已用 " + quota.used() + "，上限 " + cap));
        if (quota.declaredTotal()) {
            reasons.add(Text.of("the use was reported as a total", "使用次数以总数形式申报"));
        }
        quota.capReached()
                .ifPresent(day ->
                        reasons.add(
                                Text.of("the cap was reached on " + day, "于 " + day + " 达到上限")));
        reasons.add(hence(quota.state().title()));
        return reasons;
    }

    static List<Text> difference(Difference one) {
        List<Text> reasons = new ArrayList<>();
        for (var because : one.because()) {
            String add = because.add() == 0 ? "" : because.add() + " ";
            reasons.add(Text.of(add + because.what().en(), add + because.what().zh()));
        }
        String sign = one.difference() > 0 ? "+" : "";
        reasons.add(
                Text.of(
                        one.claimed()
                                + " − "
                                + one.declared()
                                + " = "
                                + sign
                                + one.difference()
                                + "; both are shown, neither is chosen",
                        one.claimed()
                                + " − "
                                + one.declared()
                                + " = "
                                + sign
                                + one.difference()
                                + "；两者并列，不作取舍"));
        return reasons;
    }
}
