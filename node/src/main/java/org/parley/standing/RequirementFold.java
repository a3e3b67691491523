// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import org.parley.agreement.Agreement;
import org.parley.agreement.Requirement;
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
    private final View view;

    RequirementFold(Agreement agreement, Known known, Life life, EventDuty events, View view) {
        this.agreement = agreement;
        this.known = known;
        this.life = life;
        this.events = events;
        this.view = view;
    }

    List<Standing.Finding> findings() {
        List<Standing.Finding> findings = new ArrayList<>();
        for (Requirement rule : agreement.requirements().values()) {
            if (rule.form().isEmpty()) {
                continue;
            }
            for (Statement statement : known.ofForm(rule.form().get())) {
                Optional<LocalDate> day = events.eventDay(statement);
                if (day.filter(on -> applies(rule, on)).isPresent()
                        && contradicts(rule, statement)) {
                    findings.add(
                            new Standing.Finding(
                                    "against-text",
                                    statement.by(),
                                    rule.provision().path(),
                                    List.of(statement.ref()),
                                    rule.require().text()));
                }
            }
        }
        return findings;
    }

    private boolean applies(Requirement rule, LocalDate day) {
        Optional<LocalDate> from = rule.from().flatMap(life::day);
        Optional<LocalDate> until = rule.until().flatMap(life::day);
        return !day.isAfter(view.asOf())
                && (rule.from().isEmpty() || from.filter(start -> !day.isBefore(start)).isPresent())
                && until.map(day::isBefore).orElse(true);
    }

    /** Only what can be told counts: a form with a field left open contradicts nothing. */
    private boolean contradicts(Requirement rule, Statement statement) {
        return events.judged(rule.require(), statement).filter(holds -> !holds).isPresent();
    }
}
