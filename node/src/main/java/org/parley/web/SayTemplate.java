// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import org.parley.agreement.Agreement;
import org.parley.agreement.Duty;
import org.parley.agreement.FieldKind;
import org.parley.agreement.Form;
import org.parley.proof.canonical.Json;

import java.util.Locale;
import java.util.Optional;

/**
 * How an entry begins that a provision asks for: its keys, with nothing behind them. Whatever
 * stands there empty has to be filled in, or the statement is not made. Pure functions.
 *
 * @param kind to choose in the list; empty when the form says it
 */
record SayTemplate(String kind, String yaml) {
    private static final String AUDIENCE = "audience: parties  # public, parties, addressee\n";

    /**
     * By the name of a form, a duty or a kind; nothing when the agreement has none of that name.
     */
    static Optional<SayTemplate> of(Agreement agreement, String name) {
        int dot = name.indexOf('.');
        String id = name.substring(dot + 1);
        return switch (name.substring(0, Math.max(0, dot))) {
            case "forms" -> form(agreement, id, Optional.empty());
            case "duties" ->
                    Optional.ofNullable(agreement.duties().get(id))
                            .flatMap(duty -> duty(agreement, duty.first()));
            case "kinds" ->
                    SayForm.KINDS.contains(id)
                            ? Optional.of(new SayTemplate(id, kind(agreement, id, "")))
                            : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<SayTemplate> duty(Agreement agreement, Duty duty) {
        String under = "under: duties." + duty.id() + "\n";
        Optional<String> form =
                switch (duty.trigger()) {
                    case Duty.Trigger.Of of -> Optional.of(of.form());
                    case Duty.Trigger.Once _, Duty.Trigger.Every _, Duty.Trigger.After _ ->
                            duty.say().form();
                };
        if (form.isPresent()) {
            return form(agreement, form.get(), Optional.of(under));
        }
        String kind = duty.say().kind().word();
        return Optional.of(new SayTemplate(kind, kind(agreement, kind, under)));
    }

    private static Optional<SayTemplate> form(
            Agreement agreement, String name, Optional<String> under) {
        Form form = agreement.forms().get(name);
        if (form == null) {
            return Optional.empty();
        }
        StringBuilder yaml = new StringBuilder("form: " + name + "\n");
        under.ifPresent(yaml::append);
        yaml.append(form.fields().isEmpty() ? "" : "fields:\n");
        form.fields()
                .forEach((field, kind) ->
                        yaml.append("  ")
                                .append(field)
                                .append(":   # ")
                                .append(hint(kind))
                                .append('\n'));
        return Optional.of(new SayTemplate("", yaml + AUDIENCE));
    }

    private static String hint(FieldKind kind) {
        return switch (kind.basic()) {
            case TIME -> "time, 2030-01-31T09:00Z";
            case DATE -> "date, 2030-01-31";
            case DATES -> "dates, [2030-01-31, 2030-02-01]";
            case TRUTH -> "true or false";
            case WHOLE, DECIMAL, TEXT, PLACE, ZONE, PARTY, ITEM, FIELD ->
                    kind.basic().name().toLowerCase(Locale.ROOT);
        };
    }

    private static String kind(Agreement agreement, String kind, String under) {
        return switch (kind) {
            case "declare", "report" -> {
                StringBuilder counts =
                        new StringBuilder(under + "as-of:   # 2030-01-31\ncounts:\n");
                agreement
                        .counts()
                        .keySet()
                        .forEach(count -> counts.append("  ").append(count).append(": \n"));
                yield counts + AUDIENCE;
            }
            case "change" -> under + "item: \nat:   # 2030-01-31\nset: {state: }\n" + AUDIENCE;
            case "act" -> under + "act: \neffective:   # 2030-01-31\n";
            case "dispute" -> under + "about:   # XA/17\nclaims: {counts: {}}\n";
            case "accept", "acknowledge" -> "re:   # XA/17\n";
            default -> under + "text: {en: , zh: }\n" + AUDIENCE;
        };
    }

    /** An answer to a statement: acceptance, acknowledgement, dispute. */
    static Optional<SayTemplate> about(String name, String ref, Optional<Json.Obj> said) {
        return switch (name) {
            case "kinds.accept" -> Optional.of(new SayTemplate("accept", "re: " + ref + "\n"));
            case "kinds.acknowledge" ->
                    Optional.of(
                            new SayTemplate(
                                    "acknowledge",
                                    "re: " + ref + "\nstep: read  # read, understood, answered\n"));
            case "kinds.dispute" ->
                    Optional.of(new SayTemplate("dispute", "about: " + ref + "\n" + claims(said)));
            default -> Optional.empty();
        };
    }

    /** The figures of what is disputed, each to be put right or taken out. */
    private static String claims(Optional<Json.Obj> said) {
        StringBuilder claims = new StringBuilder();
        said.map(body -> body.members().get("counts"))
                .ifPresent(counts -> {
                    if (counts instanceof Json.Obj each) {
                        each.members()
                                .forEach((count, value) ->
                                        claims.append("    ")
                                                .append(count)
                                                .append(":   # ")
                                                .append(
                                                        value instanceof Json.Str(String text)
                                                                ? text
                                                                : "")
                                                .append('\n'));
                    }
                });
        return claims.isEmpty()
                ? "claims: {}\ntext: {en: , zh: }\n"
                : "claims:\n  counts:\n" + claims;
    }
}
