// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import org.parley.Problem;
import org.parley.agreement.Agreement;
import org.parley.login.Draft;
import org.parley.party.Card;
import org.parley.party.Node;
import org.parley.proof.canonical.Json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What somebody is about to say on the node's page. It comes back as it was sent when it could not
 * be said, with the reason beside it.
 *
 * @param kind empty when the form of the entry says it
 * @param yaml an entry as a record has it
 * @param offices that are ticked
 * @param problem why it was not said
 * @param open whether somebody asked for it, or has something in it
 * @param draft the one that is written anew
 */
record SayForm(
        String kind,
        String yaml,
        List<String> offices,
        Optional<Problem> problem,
        boolean open,
        Optional<String> draft) {

    SayForm {
        offices = List.copyOf(offices);
    }

    /** What people say under an agreement or about a statement; nodes say the rest themselves. */
    static final List<String> KINDS =
            List.of(
                    "declare",
                    "change",
                    "intend",
                    "inspect",
                    "report",
                    "act",
                    "message",
                    "convene",
                    "decide",
                    "clarify",
                    "dispute",
                    "accept",
                    "acknowledge");

    /** A beginning that can be chosen. */
    record Choice(String name, String title) {}

    /**
     * The form as an address asks for it.
     *
     * @param template a form, a duty or a kind; absent for an empty form
     * @param about the statement that it is about
     */
    static SayForm of(Node node, Optional<String> template, Optional<String> about) {
        Card own = ownCard(node);
        // One officer's tick is no decision; of two, each ticks for himself.
        List<String> ticked = own.officers() == 1 ? List.of(offices(node).getFirst()) : List.of();
        Optional<SayTemplate> found =
                template.flatMap(name ->
                        about.isPresent()
                                ? SayTemplate.about(name, about.get(), said(node, about.get()))
                                : SayTemplate.of(node.agreement(), name));
        return new SayForm(
                found.map(SayTemplate::kind).orElse(""),
                found.map(SayTemplate::yaml).orElse(""),
                ticked,
                Optional.empty(),
                found.isPresent(),
                Optional.empty());
    }

    /** A draft, to be written anew. */
    static SayForm of(Draft draft) {
        return new SayForm(
                draft.kind(),
                draft.yaml(),
                List.of(),
                Optional.empty(),
                true,
                Optional.of(draft.id()));
    }

    private static Optional<Json.Obj> said(Node node, String ref) {
        return node.find(ref).flatMap(progress -> node.body(progress.entry()));
    }

    SayForm refused(Problem why) {
        return new SayForm(kind, yaml, offices, Optional.of(why), true, draft);
    }

    static Card ownCard(Node node) {
        return node.roster().card(node.roster().own()).orElseThrow();
    }

    static List<String> offices(Node node) {
        return ownCard(node).offices().stream().map(Card::office).toList();
    }

    /** Every form and duty of the agreement, and what is always there to be said. */
    static List<Choice> choices(Agreement agreement, Look look) {
        List<Choice> choices = new ArrayList<>();
        agreement
                .duties()
                .forEach((id, duty) ->
                        choices.add(
                                new Choice(
                                        "duties." + id,
                                        look.in(duty.first().provision().title()))));
        agreement
                .forms()
                .values()
                .forEach(form ->
                        choices.add(new Choice("forms." + form.name(), look.in(form.title()))));
        for (String kind : List.of("declare", "change", "act", "message", "dispute")) {
            choices.add(new Choice("kinds." + kind, look.word("kind", kind)));
        }
        return choices;
    }
}
