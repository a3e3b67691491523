// SPDX-License-Identifier: Apache-2.0
package org.parley.agreement;

import static org.parley.Text.fill;
import static org.parley.agreement.Wording.join;
import static org.parley.agreement.Wording.number;
import static org.parley.agreement.Wording.quoted;

import org.parley.Text;

import java.util.ArrayList;
import java.util.List;

/** Says limits and quotas: what is bounded, for whom, by how much, and when. */
final class BoundSentences {
    private final Agreement agreement;
    private final Wording words;

    BoundSentences(Agreement agreement, Wording words) {
        this.agreement = agreement;
        this.words = words;
    }

    Text limit(Limit limit) {
        Text bound =
                switch (limit.bound()) {
                    case Limit.Bound.Fixed fixed ->
                            fixed.decimals() == 0
                                    ? number(fixed.value())
                                    : Text.same(fixed.exact().toPlainString());
                    case Limit.Bound.Decided(String name) ->
                            fill(
                                    "the number decided for %s",
                                    "就%s决定的数字", Wording.plainQuoted(name));
                };
        Text unit =
                agreement
                        .count(limit.count())
                        .unit()
                        .map(u -> Text.same(" " + u))
                        .orElse(Text.same(""));
        Text where =
                limit.zone()
                        .map(zone -> fill(" in %s", "在%s内", words.zone(zone)))
                        .orElse(Text.same(""));
        Text when =
                limit.on()
                        .map(day ->
                                fill(
                                        ", on one day, %s",
                                        "，仅限%s一日", Wording.spaced(words.date(day))))
                        .orElseGet(() -> words.term(limit.from(), limit.until()));
        Text part =
                limit.within()
                        .map(id ->
                                fill(
                                        ", as part of %s",
                                        "，计入%s之内",
                                        quoted(agreement.limit(id).first().provision().title())))
                        .orElse(Text.same(""));
        boolean none = limit.upper() && limit.bound().equals(new Limit.Bound.Fixed(0));
        String english =
                limit.upper() ? "may have at most %2$s%3$s of" : "must have at least %2$s%3$s of";
        String chinese = limit.upper() ? "不得超过 %2$s%3$s" : "不得少于 %2$s%3$s";
        return fill(
                "%1$s " + (none ? "may have none of" : english) + " %4$s%5$s%6$s%7$s",
                "%1$s%5$s的%4$s" + (none ? "不得保留" : chinese) + "%6$s%7$s",
                holder(limit.holder()),
                bound,
                unit,
                words.count(limit.count()),
                where,
                part,
                when);
    }

    private Text holder(Holder holder) {
        return switch (holder) {
            case Holder.EachParty each -> Text.of("Each party", "每一缔约方");
            case Holder.EachGroup each -> Text.of("Each group of parties together", "每一集团合计");
            case Holder.Named(String name) ->
                    agreement.groups().containsKey(name)
                            ? fill("The group %s together", "集团 %s 合计", Text.same(name))
                            : Text.same(name);
        };
    }

    Text quota(Quota quota) {
        Text cap =
                switch (quota.cap()) {
                    case Quota.Cap.Fixed(long value) -> number(value);
                    case Quota.Cap.Decided(String name) ->
                            fill(
                                    "the number decided for %s",
                                    "就%s决定的数字", Wording.plainQuoted(name));
                    case Quota.Cap.ByFormula(Formula formula) -> words.rule(formula);
                };
        List<Text> by = new ArrayList<>();
        by.add(
                quota.by()
                        .map(field -> fill("each %s", "每一%s", Glossary.field(field)))
                        .orElse(Text.of("each party", "每一缔约方")));
        quota.group().forEach(field -> by.add(fill("each %s", "每一%s", Glossary.field(field))));
        boolean phase = words.isPhase(quota.per());
        boolean narrowed = quota.when().isPresent() || quota.notCounted().isPresent();
        return fill(
                "%s: "
                        + (phase ? "during" : "in each")
                        + " %s, for %s, the number of %s%s%s"
                        + (narrowed ? "," : "")
                        + " is at most %s%s",
                "%s：" + (phase ? "在%s期间" : "每一%s内") + "，%s的%s%s%s，至多为%s%s",
                quota.provision().title(),
                words.period(quota.per()),
                join(by, " and ", "、"),
                words.form(quota.uses()),
                quota.when()
                        .map(rule -> fill(", only where %s", "，仅计%s者", words.rule(rule)))
                        .orElse(Text.same("")),
                quota.notCounted()
                        .map(rule -> fill(", but not where %s", "，%s的不计", words.rule(rule)))
                        .orElse(Text.same("")),
                Text.of(cap.en(), Wording.spaced(cap).zh().stripTrailing()),
                words.term(quota.from(), quota.until()));
    }
}
