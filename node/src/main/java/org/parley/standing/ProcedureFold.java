// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import org.parley.agreement.Agreement;
import org.parley.agreement.Duty;
import org.parley.agreement.Procedure;
import org.parley.statement.Statement;
import org.parley.time.DateContext;
import org.parley.time.Deadline;
import org.parley.time.Moment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plays the cases of procedures: each step's deadline counts from the steps before it. */
final class ProcedureFold {
    private final Agreement agreement;
    private final Known known;
    private final Life life;
    private final EventDuty events;
    private final Receipts receipts;
    private final View view;

    ProcedureFold(
            Agreement agreement,
            Known known,
            Life life,
            EventDuty events,
            Receipts receipts,
            View view) {
        this.agreement = agreement;
        this.known = known;
        this.life = life;
        this.events = events;
        this.receipts = receipts;
        this.view = view;
    }

    List<DutyStanding> steps() {
        List<DutyStanding> all = new ArrayList<>();
        if (agreement.procedures().isEmpty()) {
            return all;
        }
        Map<String, List<Statement>> cases = new LinkedHashMap<>();
        for (Statement statement : known.all) {
            statement
                    .caseId()
                    .ifPresent(
                            id -> cases.computeIfAbsent(id, c -> new ArrayList<>()).add(statement));
        }
        for (Procedure procedure : agreement.procedures().values()) {
            cases.values().forEach(statements -> play(procedure, statements, all));
        }
        return all;
    }

    private void play(Procedure procedure, List<Statement> statements, List<DutyStanding> all) {
        Optional<Statement> opening = find(procedure.steps().getFirst(), statements);
        if (opening.isEmpty()) {
            return;
        }
        Map<String, Moment> done = new HashMap<>();
        for (Procedure.Step step : procedure.steps()) {
            Optional<Statement> said = find(step, statements);
            said.flatMap(statement -> start(step, statement))
                    .ifPresent(moment -> done.put(step.name(), moment));
        }
        for (Procedure.Step step : procedure.steps()) {
            step(step, opening.get(), find(step, statements), done).ifPresent(all::add);
        }
    }

    private Optional<Moment> start(Procedure.Step step, Statement statement) {
        return step.starts().isPresent()
                ? Optional.ofNullable(events.moments(statement).get(step.starts().get()))
                : receipts.received(statement);
    }

    private static Optional<Statement> find(Procedure.Step step, List<Statement> statements) {
        return statements.stream()
                .filter(statement ->
                        statement.kind() == step.kind()
                                && (step.form().isEmpty() || step.form().equals(statement.form())))
                .findFirst();
    }

    private Optional<DutyStanding> step(
            Procedure.Step step,
            Statement opening,
            Optional<Statement> said,
            Map<String, Moment> done) {
        Duty duty = asDuty(step);
        Map<String, Moment> fields = said.map(events::moments).orElse(Map.of());
        DateContext context = Overlay.over(life.of(opening.by()), fields, done);
        Optional<Deadline> due = EventDuty.due(duty, context);
        if (due.isEmpty()) {
            return Optional.empty();
        }
        LocalDate dueDay = due.get().day(agreement.zone());
        DutyStanding.State state;
        if (said.isPresent()) {
            state =
                    switch (receipts.outcome(said.get(), due.get())) {
                        case IN_TIME -> DutyStanding.State.MET;
                        case LATE -> DutyStanding.State.LATE;
                        case TENDERED ->
                                view.asOf().isAfter(dueDay)
                                        ? DutyStanding.State.CONTESTED
                                        : DutyStanding.State.OPEN;
                        case NOT_VISIBLE -> DutyStanding.State.NOT_VISIBLE;
                    };
        } else if (step.optional()) {
            return Optional.empty();
        } else {
            state =
                    view.asOf().isAfter(dueDay)
                            ? DutyStanding.State.NOT_VISIBLE
                            : DutyStanding.State.OPEN;
        }
        return Optional.of(
                new DutyStanding(
                        duty,
                        said.map(Statement::by).orElseGet(() -> debtor(step, opening)),
                        dueDay,
                        due.get(),
                        state,
                        said.map(Statement::ref),
                        said.flatMap(receipts::receivedBy),
                        said.flatMap(receipts::received).isPresent(),
                        state == DutyStanding.State.CONTESTED
                                ? said.map(DutyJudge::tendered).stream().toList()
                                : List.of()));
    }

    private String debtor(Procedure.Step step, Statement opening) {
        return switch (step.who().role()) {
            case NAMED -> step.who().party();
            case AUTHOR, OWNER -> opening.by();
            case DEPOSITARY -> "depositary";
            case COUNTERPART, EACH_PARTY, SET, EACH_PARTY_EXCEPT ->
                    opening.to().isEmpty()
                            ? agreement.counterparts(opening.by()).getFirst()
                            : opening.to().getFirst();
        };
    }

    /** A step is judged like any duty. */
    private static Duty asDuty(Procedure.Step step) {
        return new Duty(
                step.provision(),
                step.who(),
                new Duty.Trigger.Once(),
                new Duty.Said(step.kind(), step.form()),
                step.by(),
                step.notice(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1,
                false,
                Optional.empty(),
                Optional.empty());
    }
}
