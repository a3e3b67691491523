// SPDX-License-Identifier: Apache-2.0
package org.parley.agreement;

import static org.parley.Text.fill;
import static org.parley.agreement.Wording.number;
import static org.parley.agreement.Wording.quoted;

import org.parley.Place;
import org.parley.Text;
import org.parley.time.DateExpression;
import org.parley.time.Notice;
import org.parley.time.Span;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** Says duties and the steps of procedures as sentences. */
final class DutySentences {
    private static final Pattern SPAN = Pattern.compile("(\\d+ to )?\\d+ [a-z-]+");
    private static final Text NOTHING = Text.same("");

    private final Wording words;

    DutySentences(Wording words) {
        this.words = words;
    }

    Text duty(Duty duty) {
        Text deadline = deadline(duty.by(), duty.notice());
        Text core =
                switch (duty.trigger()) {
                    case Duty.Trigger.Once once ->
                            fill(
                                    "%s must %s, received %s",
                                    "%s须%s，%s送达",
                                    lower(who(duty.who())),
                                    saying(duty.say()),
                                    deadline);
                    case Duty.Trigger.Every(String period) ->
                            fill(
                                    "for each %s, %s must %s, received %s",
                                    "每一%s，%s须%s，%s送达",
                                    words.period(period),
                                    lower(who(duty.who())),
                                    saying(duty.say()),
                                    deadline);
                    case Duty.Trigger.Of(String form) -> about(duty, form, deadline);
                    case Duty.Trigger.After(String form) ->
                            fill(
                                    "after each %s%s, %s must %s, received %s",
                                    "每份%s%s之后，%s须%s，%s送达",
                                    words.form(form),
                                    condition(duty.when()),
                                    lower(who(duty.who())),
                                    saying(duty.say()),
                                    deadline);
                };
        return fill("%s: %s%s", "%s：%s%s", duty.provision().title(), core, riders(duty));
    }

    private Text about(Duty duty, String form, Text deadline) {
        boolean same = duty.say().form().filter(form::equals).isPresent();
        Text said = same ? words.form(form) : saying(duty.say());
        return switch (duty.who().role()) {
            case AUTHOR ->
                    fill(
                            "whoever gives %s%s%s must have it received %s",
                            "提交%1$s%2$s的一方须使其%4$s送达",
                            said,
                            condition(duty.when()),
                            duty.when().isPresent() ? Text.of(",", "") : NOTHING,
                            deadline);
            case OWNER, EACH_PARTY, COUNTERPART, DEPOSITARY, NAMED, SET, EACH_PARTY_EXCEPT ->
                    fill(
                            "%s must give %s%s, received %s",
                            "%s须提交%s%s，%s送达",
                            lower(who(duty.who())),
                            said,
                            condition(duty.when()),
                            deadline);
        };
    }

    private Text condition(Optional<Formula> when) {
        return when.map(rule -> fill(", where %s", "（%s）", words.rule(rule))).orElse(NOTHING);
    }

    /** What qualifies a duty beyond its deadline. */
    private Text riders(Duty duty) {
        List<Text> riders = new ArrayList<>();
        if (duty.atLeast() > 1) {
            riders.add(fill(", at least %s times", "，至少 %s 次", number(duty.atLeast())));
        }
        if (duty.nil()) {
            riders.add(Text.of(", also where there is nothing to report", "，无内容时亦须报告"));
        }
        duty.extension()
                .ifPresent(extension -> {
                    riders.add(
                            fill(
                                    "; the deadline can be extended by at most %s at a time",
                                    "；期限可延长，每次至多 %s", extension.atMost().phrase()));
                    extension
                            .lead()
                            .ifPresent(lead ->
                                    riders.add(
                                            fill(
                                                    ", asked for at least %s before",
                                                    "，须至少提前 %s提出", lead.phrase())));
                    extension
                            .request()
                            .ifPresent(form ->
                                    riders.add(
                                            fill(
                                                    ", asked for by a %s",
                                                    "，以“%s”提出", words.form(form))));
                });
        riders.add(unless(duty.unless()));
        riders.add(words.term(duty.from(), duty.until()));
        return Wording.join(riders, "", "");
    }

    /** Each step of a procedure, and each vote. */
    void procedure(Procedure procedure, BiConsumer<Provision, Text> add) {
        Text title = procedure.provision().title();
        for (Procedure.Step step : procedure.steps()) {
            Duty.Said said = new Duty.Said(step.kind(), step.form());
            Text deadline = deadline(step.by(), step.notice());
            Text name = Text.same(step.name().replace('_', ' '));
            Text whole =
                    fill(
                            step.optional()
                                    ? "%s, step “%s”: %s may %s, received %s"
                                    : "%s, step “%s”: %s must %s, received %s",
                            step.optional() ? "%s，步骤“%s”：%s可%s，%s送达" : "%s，步骤“%s”：%s须%s，%s送达",
                            title,
                            name,
                            caseWho(step.who()),
                            saying(said),
                            deadline);
            Text starts =
                    step.starts()
                            .map(field ->
                                    fill(
                                            "; later deadlines count from its %s",
                                            "；其后期限自其%s起算", Glossary.field(field)))
                            .orElse(NOTHING);
            Provision own = step.provision();
            add.accept(
                    own.article().isPresent() ? own : under(procedure.provision(), own),
                    fill("%s%s", "%s%s", whole, starts));
        }
        procedure
                .votes()
                .forEach((name, vote) ->
                        add.accept(
                                procedure.provision(),
                                fill(
                                        "%s: %s needs %s of %s votes in %s",
                                        "%s：%s须获%5$s %4$s 票中的 %3$s 票",
                                        title,
                                        Wording.plainQuoted(name),
                                        number(vote.needed()),
                                        number(vote.of()),
                                        Wording.plainQuoted(vote.body()))));
    }

    /** A step without an article of its own stands under its procedure's. */
    private static Provision under(Provision procedure, Provision step) {
        return new Provision(
                step.path(),
                step.title(),
                procedure.article(),
                procedure.source(),
                procedure.unverified() || step.unverified(),
                step.note(),
                step.place());
    }

    private Text deadline(Optional<DateExpression> by, Optional<Notice> notice) {
        if (notice.isPresent()) {
            return words.notice(notice.get());
        }
        return by.map(date -> fill("at the latest %s", "最迟于%s", Wording.spaced(words.date(date))))
                .orElse(Text.of("at any time", "随时"));
    }

    /** {@code report (form “Return”)}: the kind, and the form if there is one. */
    private Text saying(Duty.Said said) {
        Text verb = Glossary.kind(said.kind());
        return said.form()
                .map(form -> fill("%s (%s)", "%s（%s）", verb, words.form(form)))
                .orElse(verb);
    }

    private static Text who(Duty.Who who) {
        return switch (who.role()) {
            case EACH_PARTY -> Text.of("Each party", "每一缔约方");
            case AUTHOR -> Text.of("Its author", "提交方");
            case OWNER -> Text.of("The owner", "所有方");
            case COUNTERPART -> Text.of("The other party", "另一方");
            case DEPOSITARY -> Text.of("The depositary", "保存机关");
            case NAMED -> Text.same(who.party());
            case SET -> fill("Each party of %s", "%s中每一缔约方", quoted(Text.same(named(who))));
            case EACH_PARTY_EXCEPT ->
                    fill("Each party outside %s", "%s以外的每一缔约方", quoted(Text.same(named(who))));
        };
    }

    private static String named(Duty.Who who) {
        return who.party().replace('_', ' ');
    }

    private static Text caseWho(Duty.Who who) {
        return switch (who.role()) {
            case AUTHOR -> Text.of("the party that begins it", "发起方");
            case EACH_PARTY, OWNER, COUNTERPART, DEPOSITARY, NAMED, SET, EACH_PARTY_EXCEPT ->
                    lower(who(who));
        };
    }

    /** The word of {@code by:} in an exemption. */
    static Text role(String word) {
        return switch (word) {
            case "owner" -> Text.of("the owner", "所有方");
            case "each-party" -> Text.of("each party", "每一缔约方");
            default -> Text.same(word);
        };
    }

    static Text unless(Optional<String> act) {
        return act.map(word ->
                        fill(
                                ", but without effect while %s lasts",
                                "，但在%s期间无效力", quoted(Glossary.act(word))))
                .orElse(NOTHING);
    }

    /** {@code 21 days}, or {@code 30 to 60 days} as the text may have it. */
    static Text span(String words) {
        if (!SPAN.matcher(words).matches()) {
            return Text.same(words);
        }
        int to = words.indexOf(" to ");
        String last = to < 0 ? words : words.substring(to + 4);
        Text phrase = Span.parse(last, Place.of(last)).phrase();
        return to < 0 ? phrase : Text.of(words, words.substring(0, to) + " 至 " + phrase.zh());
    }

    /** In the middle of an English sentence; a code of a party stays as it is. */
    private static Text lower(Text text) {
        String english = text.en();
        boolean word = english.length() > 1 && Character.isLowerCase(english.charAt(1));
        return word
                ? Text.of(
                        english.substring(0, 1).toLowerCase(java.util.Locale.ROOT)
                                + english.substring(1),
                        text.zh())
                : text;
    }
}
