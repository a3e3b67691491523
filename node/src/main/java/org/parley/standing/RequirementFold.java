// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import org.parley.Text;
import org.parley.agreement.Agreement;
import org.parley.agreement.Requirement;
import org.parley.statement.Body;
import org.parley.statement.Kind;
import org.parley.statement.Statement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds every filled form against what the text requires of it. */
final class RequirementFold {
    private final Agreement agreement;
    private final Known known;
    private final Life life;
    private final EventDuty events;
    private final Bulk bulk;
    private final View view;

    RequirementFold(
            Agreement agreement, Known known, Life life, EventDuty events, Bulk bulk, View view) {
        this.agreement = agreement;
        this.known = known;
        this.life = life;
        this.events = events;
        this.bulk = bulk;
        this.view = view;
    }

    List<Standing.Finding> findings() {
        List<Standing.Finding> findings = new ArrayList<>();
        for (Requirement rule : agreement.requirements().values()) {
            Optional<Bulk.Between> days = rule.form().isPresent() ? days(rule) : Optional.empty();
            if (days.isPresent() && isOfChanges(rule)) {
                bulk.contradicting(rule, days.get(), view, life, events)
                        .forEach((author, changes) ->
                                findings.addAll(ofChanges(rule, author, changes)));
            } else if (days.isPresent()) {
                for (Statement statement : known.ofForm(rule.form().orElseThrow())) {
                    if (events.eventDay(statement).filter(days.get()::holds).isPresent()
                            && events.contradicts(rule, statement)) {
                        findings.add(finding(rule, statement, rule.require().text()));
                    }
                }
            }
        }
        return findings;
    }

    /** Changes come in great numbers, and {@link Bulk} holds them. */
    private boolean isOfChanges(Requirement rule) {
        return rule.form()
                .map(agreement.forms()::get)
                .filter(form -> form.say() == Kind.CHANGE)
                .isPresent();
    }

    /** The days for which it holds, up to that of the view; empty if there are none. */
    private Optional<Bulk.Between> days(Requirement rule) {
        Optional<LocalDate> from = rule.from().flatMap(life::day);
        if (rule.from().isPresent() && from.isEmpty()) {
            return Optional.empty();
        }
        LocalDate last =
                rule.until()
                        .flatMap(life::day)
                        .map(until -> until.minusDays(1))
                        .filter(day -> day.isBefore(view.asOf()))
                        .orElse(view.asOf());
        return Optional.of(new Bulk.Between(from.orElse(LocalDate.MIN), last));
    }

    private static List<Standing.Finding> ofChanges(
            Requirement rule, String author, Told.Found<Statement> changes) {
        List<Standing.Finding> findings = new ArrayList<>();
        for (Statement statement : changes.first()) {
            String item = ((Body.Change) statement.body()).item();
            findings.add(finding(rule, statement, item + ": " + rule.require().text()));
        }
        if (changes.more() > 0) {
            findings.add(
                    new Standing.Finding(
                            "against-text",
                            author,
                            rule.provision().path(),
                            List.of(),
                            Text.of(changes.more() + " more", "另有 " + changes.more() + " 项")));
        }
        return findings;
    }

    private static Standing.Finding finding(Requirement rule, Statement statement, String detail) {
        return new Standing.Finding(
                "against-text",
                statement.by(),
                rule.provision().path(),
                List.of(statement.ref()),
                Text.same(detail));
    }
}
