// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import org.parley.ParleyException;
import org.parley.agreement.Agreement;
import org.parley.agreement.Duty;
import org.parley.agreement.Formula;
import org.parley.agreement.Formulas;
import org.parley.agreement.Requirement;
import org.parley.expression.Expression;
import org.parley.expression.Layout;
import org.parley.statement.Statement;
import org.parley.statement.Value;
import org.parley.time.DateContext;
import org.parley.time.DateExpression;
import org.parley.time.Deadline;
import org.parley.time.Moment;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Judges a single event that a form reports: is the duty owed, when was it due, was it in time. */
final class EventDuty {
    private final Agreement agreement;
    private final Formulas formulas;
    private final Life life;
    private final Receipts receipts;
    private final ZoneId zone;

    EventDuty(Agreement agreement, Formulas formulas, Life life) {
        this.agreement = agreement;
        this.formulas = formulas;
        this.life = life;
        this.receipts = new Receipts(agreement.zone());
        this.zone = agreement.zone();
    }

    /**
     * The instance of a duty that a statement itself gives rise to; empty if the duty does not
     * apply to it.
     */
    Optional<DutyStanding> about(Duty duty, Statement statement) {
        if (!applies(duty, statement) || !owes(duty.who(), statement.by())) {
            return Optional.empty();
        }
        Optional<Deadline> due = due(duty, statement, Map.of());
        if (due.isEmpty() || !bound(statement, due.get())) {
            return Optional.empty();
        }
        Receipts.Outcome outcome = receipts.outcome(statement, due.get());
        DutyStanding.State state =
                switch (outcome) {
                    case IN_TIME -> DutyStanding.State.MET;
                    case LATE -> DutyStanding.State.LATE;
                    case TENDERED -> DutyStanding.State.CONTESTED;
                    case NOT_VISIBLE -> DutyStanding.State.NOT_VISIBLE;
                };
        List<DutyStanding.Position> positions =
                outcome == Receipts.Outcome.TENDERED
                        ? List.of(DutyJudge.tendered(statement))
                        : List.of();
        return Optional.of(
                new DutyStanding(
                        duty,
                        statement.by(),
                        due.get().day(zone),
                        due.get(),
                        state,
                        Optional.of(statement.ref()),
                        receipts.receivedBy(statement),
                        receipts.received(statement).isPresent(),
                        positions));
    }

    /** A duty of a set is owed by its members only. */
    private boolean owes(Duty.Who who, String party) {
        return switch (who.role()) {
            case SET -> agreement.members(who.party()).contains(party);
            case EACH_PARTY_EXCEPT -> !agreement.members(who.party()).contains(party);
            case EACH_PARTY, AUTHOR, OWNER, COUNTERPART, DEPOSITARY, NAMED -> true;
        };
    }

    /** What happened, or fell due, before a party joined it does not owe. */
    private boolean bound(Statement statement, Deadline due) {
        return life.binds(statement.by(), due.day(zone))
                && eventDay(statement).filter(day -> !life.binds(statement.by(), day)).isEmpty();
    }

    /**
     * Whether the duty's condition holds for a filled form; a form that cannot be judged does not.
     */
    boolean applies(Duty duty, Statement statement) {
        return duty.when().isEmpty() || test(duty.when().get(), statement);
    }

    boolean test(Formula condition, Statement statement) {
        return judged(condition, statement).orElse(false);
    }

    /** Whether a condition holds for a form; empty where it can be told neither way. */
    Optional<Boolean> judged(Formula condition, Statement statement) {
        Expression expression = formulas.expression(condition);
        long value = expression.eval(slots(expression.layout(), statement));
        return value == Layout.ABSENT ? Optional.empty() : Optional.of(value == 1);
    }

    /** Only what can be told counts: a form with a field left open contradicts nothing. */
    boolean contradicts(Requirement rule, Statement statement) {
        return judged(rule.require(), statement).filter(holds -> !holds).isPresent();
    }

    private long[] slots(Layout layout, Statement statement) {
        long[] slots = layout.blank();
        statement
                .body()
                .formFields()
                .forEach((name, value) -> Slots.put(layout, slots, "form." + name, value));
        Map<String, Moment> own = ownMoments(statement);
        for (String derived : List.of("received", "made")) {
            Moment moment = own.get(derived);
            if (moment != null) {
                long second =
                        switch (moment) {
                            case Moment.Day(LocalDate date) -> date.toEpochDay() * 86_400;
                            case Moment.At(var instant) -> instant.getEpochSecond();
                        };
                Slots.set(layout, slots, "form." + derived, second);
            }
        }
        Slots.dates(layout, slots, life.dates(), zone);
        return slots;
    }

    private Map<String, Moment> ownMoments(Statement statement) {
        Map<String, Moment> moments = new HashMap<>();
        receipts.received(statement).ifPresent(at -> moments.put("received", at));
        statement
                .times()
                .made()
                .flatMap(edtf -> edtf.lastDay(zone))
                .ifPresent(day -> moments.put("made", new Moment.Day(day)));
        return moments;
    }

    /** The fields of a form that are dates or times, with its receipt. */
    Map<String, Moment> moments(Statement statement) {
        Map<String, Moment> moments = ownMoments(statement);
        statement
                .body()
                .formFields()
                .forEach((name, value) -> {
                    if (value instanceof Value.Day(LocalDate date)) {
                        moments.put(name, new Moment.Day(date));
                    } else if (value instanceof Value.At(var instant)) {
                        moments.put(name, new Moment.At(instant));
                    }
                });
        return moments;
    }

    /**
     * When it is due; empty if that cannot be told: a deadline by the hour that counts from a day
     * whose hour nobody recorded.
     */
    Optional<Deadline> due(Duty duty, Statement form, Map<String, Moment> steps) {
        DateContext context = Overlay.over(life.of(form.by()), moments(form), steps);
        return due(duty, context);
    }

    static Optional<Deadline> due(Duty duty, DateContext context) {
        Optional<DateExpression> date =
                duty.by().or(() -> duty.notice().map(notice -> notice.latest()));
        try {
            return date.flatMap(expression -> expression.deadline(context));
        } catch (ParleyException e) {
            return Optional.empty();
        }
    }

    /** The day of the event: the form's first date or time, in the order of its declaration. */
    Optional<LocalDate> eventDay(Statement statement) {
        Map<String, Moment> moments = moments(statement);
        return statement
                .form()
                .map(agreement.forms()::get)
                .flatMap(form ->
                        form.fields().keySet().stream().filter(moments::containsKey).findFirst())
                .flatMap(field -> Optional.ofNullable(moments.get(field)))
                .map(moment -> moment.day(zone))
                .or(() -> statement.about(zone))
                .or(() -> receipts.receivedBy(statement));
    }
}
