// SPDX-License-Identifier: Apache-2.0
package org.parley.agreement;

import static org.parley.Text.fill;
import static org.parley.agreement.Wording.cited;
import static org.parley.agreement.Wording.join;
import static org.parley.agreement.Wording.number;
import static org.parley.agreement.Wording.quoted;

import org.parley.Text;
import org.parley.time.Recurrence;
import org.parley.time.Span;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Says every provision as one English and one Chinese sentence, from the parsed rules: what a
 * lawyer reads here is what is computed. Titles come from the file; everything else from the rule.
 */
public final class ReadBack {
    private final Agreement agreement;
    private final Wording words;
    private final DutySentences duties;
    private final BoundSentences bounds;
    private final List<Sentence> sentences = new ArrayList<>();

    private ReadBack(Agreement agreement, Formulas formulas) {
        this.agreement = agreement;
        this.words = new Wording(agreement, formulas);
        this.duties = new DutySentences(words);
        this.bounds = new BoundSentences(agreement, words);
    }

    /** All sentences in the order of the file's sections; expressions must have been checked. */
    public static List<Sentence> of(Agreement agreement, Formulas formulas) {
        ReadBack readBack = new ReadBack(agreement, formulas);
        readBack.run();
        return List.copyOf(readBack.sentences);
    }

    private void run() {
        agreement.periods().forEach(this::period);
        agreement.phases().forEach(this::phase);
        Optional.ofNullable(agreement.dates().get("end")).ifPresent(this::end);
        agreement.counts().values().forEach(count -> add(count.provision(), count(count)));
        agreement
                .limits()
                .values()
                .forEach(limit -> versions(limit, Limit::provision, bounds::limit));
        agreement.duties().values().forEach(duty -> versions(duty, Duty::provision, duties::duty));
        agreement
                .quotas()
                .values()
                .forEach(quota -> versions(quota, Quota::provision, bounds::quota));
        agreement.requirements().values().forEach(rule -> add(rule.provision(), requirement(rule)));
        for (Procedure procedure : agreement.procedures().values()) {
            duties.procedure(procedure, this::add);
        }
        agreement.bodies().values().forEach(body -> add(body.provision(), body(body)));
        agreement
                .exemptions()
                .values()
                .forEach(exemption -> add(exemption.provision(), exemption(exemption)));
        agreement.profile().joining().ifPresent(this::joining);
        exit();
    }

    /** Adds article and full stop. */
    private void add(Provision provision, Text text) {
        sentences.add(
                new Sentence(provision.path(), fill("%s%s.", "%s%s。", text, cited(provision))));
    }

    private <T> void versions(
            Versions<T> rule,
            java.util.function.Function<T, Provision> provision,
            java.util.function.Function<T, Text> reader) {
        add(provision.apply(rule.first()), reader.apply(rule.first()));
        for (Versions.Later<T> later : rule.later()) {
            Text decided =
                    later.decided()
                            .map(ref -> fill(", by “%s”", "，依据“%s”", Text.same(ref)))
                            .orElse(Text.same(""));
            Text since =
                    fill(
                            "From %s on%s: ",
                            "自%s起%s：", Wording.spaced(words.date(later.from())), decided);
            add(
                    provision.apply(later.rule()),
                    join(List.of(since, reader.apply(later.rule())), "", ""));
        }
    }

    private void period(String name, Recurrence recurrence) {
        Text length = new Span(recurrence.amount(), recurrence.unit()).phrase();
        Text from = words.date(recurrence.from());
        sentences.add(
                new Sentence(
                        "periods." + name,
                        fill(
                                "%s means each period of %s, counted from %s.",
                                "%1$s指自%3$s起算的每 %2$s。",
                                words.period(name),
                                length,
                                Wording.spaced(from))));
    }

    private void phase(String name, Agreement.Phase phase) {
        sentences.add(
                new Sentence(
                        "phases." + name,
                        fill(
                                "%s is the time from %s until %s.",
                                "%s指自%s起至%s止的期间。",
                                quoted(phase.title()),
                                Wording.spaced(words.date(phase.from())),
                                Wording.spaced(words.date(phase.until())))));
    }

    private void end(Agreement.NamedDate end) {
        sentences.add(
                new Sentence(
                        "dates.end",
                        fill(
                                "The agreement ends on %s, that day excluded.",
                                "协议于%s终止，当日不计在内。", words.date(end.date()))));
    }

    private Text count(Count count) {
        Text title = quoted(count.provision().title());
        if (count.declared()) {
            Text unit =
                    count.unit()
                            .map(u -> fill(", in %s", "，单位为%s", Text.same(u)))
                            .orElse(Text.same(""));
            return fill("%s is declared by each party as a total%s", "%s由各方以总数申报%s", title, unit);
        }
        boolean one = count.each().map(each -> each.text().strip().equals("1")).orElse(true);
        if (one && count.where().isPresent()) {
            return fill(
                    "%s counts each item for which %s",
                    "%s：凡%s的申报项，每项计一", title, words.rule(count.where().get()));
        }
        if (one) {
            return fill("%s counts every item", "%s：每一申报项均计一", title);
        }
        return fill("%s adds up, item by item: %s", "%s逐项相加：%s", title, words.contribution(count));
    }

    private Text requirement(Requirement rule) {
        Text subject =
                rule.form()
                        .map(form -> fill("for every %s ", "每一份%s", words.form(form)))
                        .orElseGet(() ->
                                words.readsParty(rule.require()) ? asked(rule) : Text.same(""));
        return fill(
                "%s: %sit must hold that %s%s",
                "%s：%s须满足：%s%s",
                rule.provision().title(),
                subject,
                words.rule(rule.require()),
                words.term(rule.from(), rule.until()));
    }

    private static Text asked(Requirement rule) {
        boolean group = rule.each().contains(Requirement.Each.GROUP);
        if (!rule.each().contains(Requirement.Each.PARTY)) {
            return Text.of("for each group of parties ", "对每一集团");
        }
        return group
                ? Text.of("for each party and each group of parties ", "对每一缔约方和每一集团")
                : Text.of("for each party ", "对每一缔约方");
    }

    private Text body(Commission body) {
        List<Text> parts = new ArrayList<>();
        parts.add(
                body.decidesBy()
                        .map(ReadBack::deciding)
                        .orElse(
                                Text.of(
                                        "decides in a way that this file does not state",
                                        "议事方式本文件未载明")));
        body.meets()
                .ifPresent(meets ->
                        parts.add(
                                fill(
                                        "meets at least %s times in each %s",
                                        "每一%2$s至少举行会议 %1$s 次",
                                        number(meets.atLeast()),
                                        words.period(meets.per()))));
        body.sets()
                .forEach((name, sets) -> {
                    Text most =
                            sets.atMost()
                                    .map(n -> fill(" (at most %s)", "（至多 %s）", number(n)))
                                    .orElse(Text.same(""));
                    Text per =
                            sets.per()
                                    .map(p -> fill(" for each %s", "每一%s的", words.period(p)))
                                    .orElse(Text.same(""));
                    parts.add(
                            fill(
                                    "sets %s%s%s",
                                    "决定%2$s%1$s%3$s", Wording.plainQuoted(name), per, most));
                });
        return fill("%s %s", "%s：%s", body.provision().title(), join(parts, ", ", "；"));
    }

    private static Text deciding(String how) {
        return switch (how) {
            case "majority" -> Text.of("decides by majority", "以多数作出决定");
            case "two-thirds" -> Text.of("decides by two thirds", "以三分之二多数作出决定");
            case "three-quarters" -> Text.of("decides by three quarters", "以四分之三多数作出决定");
            case "chair" -> Text.of("leaves the decision to its chair", "由主席决定");
            default -> Text.of("decides by consensus", "以协商一致作出决定");
        };
    }

    private Text exemption(Agreement.Exemption exemption) {
        return fill(
                "%s: %s can exempt from %s%s%s",
                "%1$s：%2$s可%4$s免除%3$s%5$s",
                exemption.provision().title(),
                DutySentences.role(exemption.by()),
                words.form(exemption.from()),
                exemption.temporary() ? Text.of(" for a time", "暂时") : Text.same(""),
                exemption.reason() ? Text.of(", giving the reason", "，须说明理由") : Text.same(""));
    }

    private void joining(Joining joining) {
        Text acts = join(joining.by().stream().map(Glossary::act).toList(), ", ", "、");
        Text from =
                joining.from()
                        .map(date ->
                                fill(
                                        "; it is bound from %s",
                                        "；自%s起对其生效", Wording.spaced(words.date(date))))
                        .orElse(Text.same(""));
        add(
                joining.provision(),
                fill("A state becomes a party by %s%s", "一国经%s成为缔约方%s", acts, from));
    }

    private void exit() {
        agreement
                .exit()
                .extension()
                .ifPresent(rule ->
                        add(
                                rule.provision(),
                                fill(
                                        "The agreement can be extended by at most %s",
                                        "协议可延长，至多 %s", rule.atMost().phrase())));
        agreement
                .exit()
                .withdrawal()
                .ifPresent(rule ->
                        add(
                                rule.provision(),
                                fill(
                                        "A party can withdraw; withdrawal takes effect %s after"
                                                + " receipt of its notice%s%s",
                                        "任一缔约方可退出；退出自收到通知后 %s生效%s%s",
                                        rule.notice().phrase(),
                                        DutySentences.unless(rule.unless()),
                                        rule.conference()
                                                .map(span ->
                                                        fill(
                                                                ", and a conference meets within"
                                                                        + " %s",
                                                                "，并应在 %s内举行会议",
                                                                DutySentences.span(span)))
                                                .orElse(Text.same("")))));
    }
}
