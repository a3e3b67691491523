// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import org.parley.agreement.Agreement;
import org.parley.agreement.Commission;
import org.parley.agreement.Duty;
import org.parley.agreement.Versions;
import org.parley.statement.Kind;
import org.parley.statement.Statement;
import org.parley.statement.Value;
import org.parley.time.DateContext;
import org.parley.time.DateExpression;
import org.parley.time.Deadline;
import org.parley.time.Moment;
import org.parley.time.Period;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Works out every instance of the duties that run by dates, or that answer a statement. */
final class DutyFold {
    /** Who owes what all owe together. */
    private static final String ALL = "all";

    private final Agreement agreement;
    private final Known known;
    private final Life life;
    private final Periods periods;
    private final EventDuty events;
    private final Receipts receipts;
    private final DutyJudge judge;
    private final Extensions extensions;
    private final View view;
    private final LocalDate horizon;
    private final ZoneId zone;

    /**
     * @param horizon the last day on which a listed duty may fall due
     */
    DutyFold(
            Agreement agreement,
            Known known,
            Life life,
            EventDuty events,
            DutyJudge judge,
            View view,
            LocalDate horizon) {
        this.agreement = agreement;
        this.known = known;
        this.life = life;
        this.periods = new Periods(agreement, life);
        this.events = events;
        this.zone = agreement.zone();
        this.receipts = new Receipts(zone);
        this.judge = judge;
        this.extensions = new Extensions(agreement, known, life, view);
        this.view = view;
        this.horizon = horizon;
    }

    List<DutyStanding> duties() {
        List<DutyStanding> all = new ArrayList<>();
        for (Versions<Duty> versions : agreement.duties().values()) {
            switch (versions.first().trigger()) {
                case Duty.Trigger.Once once -> once(versions, all);
                case Duty.Trigger.Every(String period) -> every(versions, period, all);
                case Duty.Trigger.After(String form) -> after(versions, form, all);
                case Duty.Trigger.Of(String form) -> about(versions, form, all);
            }
        }
        agreement.bodies().values().forEach(body -> meetings(body, all));
        all.addAll(new ProcedureFold(agreement, known, life, events, receipts, view).steps());
        all.sort(
                Comparator.comparing((DutyStanding duty) -> duty.due().day(zone))
                        .thenComparing(DutyStanding::id)
                        .thenComparing(DutyStanding::party));
        return all;
    }

    private Collection<String> debtors(Duty duty) {
        return switch (duty.who().role()) {
            case EACH_PARTY, AUTHOR, OWNER, COUNTERPART -> agreement.parties();
            case DEPOSITARY -> List.of("depositary");
            case NAMED -> List.of(duty.who().party());
            case SET, EACH_PARTY_EXCEPT -> ofSet(duty.who());
        };
    }

    private List<String> ofSet(Duty.Who who) {
        List<String> set = agreement.members(who.party());
        return who.role() == Duty.Role.SET
                ? set
                : agreement.parties().stream().filter(party -> !set.contains(party)).toList();
    }

    private void once(Versions<Duty> versions, List<DutyStanding> all) {
        for (String party : debtors(versions.first())) {
            Duty duty = versions.first();
            DateContext context = life.of(party);
            Optional<Deadline> due = EventDuty.due(duty, context);
            if (due.isPresent()) {
                duty = versions.on(due.get().day(zone), life::day);
                due = EventDuty.due(duty, context);
            }
            if (due.isPresent() && owed(duty, party, due.get().day(zone))) {
                all.add(once(duty, party, context, due.get()));
            }
        }
    }

    /** Its first date names it, also where more time was granted. */
    private DutyStanding once(Duty duty, String party, DateContext context, Deadline first) {
        Deadline due = extensions.due(duty, party, context).orElse(first);
        DutyStanding judged =
                judge.judge(
                        duty,
                        party,
                        first.day(zone),
                        due,
                        meeting(duty, party, Optional.empty()),
                        Optional.empty());
        List<DutyStanding.Position> positions = new ArrayList<>(judged.positions());
        for (Statement grant : extensions.grants(duty, party)) {
            positions.add(
                    new DutyStanding.Position(
                            grant.by(), DutyStanding.Position.EXTENDED, grant.ref()));
        }
        return judged.with(positions);
    }

    private void every(Versions<Duty> versions, String periodName, List<DutyStanding> all) {
        // A deadline may lie before its period ("15 December for the coming year"), hence the
        // margin.
        for (Period period : periods.before(periodName, horizon.plusYears(1))) {
            Duty duty = versions.on(period.end(), life::day);
            for (String party : debtors(duty)) {
                Optional<Deadline> due = EventDuty.due(duty, Overlay.in(life.of(party), period));
                if (due.isPresent()
                        && owed(duty, party, period)
                        && !hasLeft(party, due.get().day(zone))) {
                    all.add(
                            judge.judge(
                                    duty,
                                    party,
                                    period.end(),
                                    due.get(),
                                    meeting(duty, party, Optional.of(period)),
                                    Optional.of(period)));
                }
            }
        }
        all.removeIf(duty -> duty.due().day(zone).isAfter(horizon));
    }

    /**
     * A body that meets so often in a period: a duty of all, met by what anyone convenes under it.
     */
    private void meetings(Commission body, List<DutyStanding> all) {
        if (body.meets().isEmpty()) {
            return;
        }
        Duty duty = meetingDuty(body, body.meets().get());
        for (Period period : periods.before(body.meets().get().per(), horizon.plusDays(1))) {
            Optional<Deadline> due = EventDuty.due(duty, Overlay.in(life.joint(), period));
            List<Statement> held =
                    known.under(duty.provision().path()).stream()
                            .filter(statement -> statement.kind() == Kind.CONVENE)
                            .filter(statement -> serves(statement, period))
                            .sorted(receipts.firstReceived())
                            .toList();
            boolean inTerm = life.end().map(end -> !period.end().isAfter(end)).orElse(true);
            if (due.isPresent() && inTerm && !due.get().day(zone).isAfter(horizon)) {
                all.add(judge.judge(duty, ALL, period.end(), due.get(), held, Optional.of(period)));
            }
        }
    }

    private static Duty meetingDuty(Commission body, Commission.Meets meets) {
        return new Duty(
                body.provision(),
                Duty.Who.of(Duty.Role.EACH_PARTY),
                new Duty.Trigger.Every(meets.per()),
                new Duty.Said(Kind.CONVENE, Optional.empty()),
                Optional.of(DateExpression.parse("period.end", body.provision().place())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                meets.atLeast(),
                false,
                Optional.empty(),
                Optional.empty());
    }

    /**
     * From when it is owed: its own date, and where one joins no earlier than the party is bound. A
     * state that has not joined owes nothing, whatever else the date of the duty comes to.
     */
    private Optional<LocalDate> begins(Duty duty, String party) {
        Optional<LocalDate> own = duty.from().flatMap(date -> life.day(date, party));
        if (!joins() || !agreement.isParty(party)) {
            return own;
        }
        Optional<LocalDate> bound = life.beginFor(party);
        return duty.from().isEmpty()
                ? bound
                : bound.flatMap(day -> own.map(from -> from.isAfter(day) ? from : day));
    }

    /** A state that has left owes no report that falls due afterwards. */
    private boolean hasLeft(String party, LocalDate due) {
        return joins()
                && agreement.isParty(party)
                && life.endFor(party).filter(end -> !due.isBefore(end)).isPresent();
    }

    private boolean joins() {
        return agreement.profile().joining().isPresent();
    }

    /** Whether there must be a day from which it is owed. */
    private boolean asks(Duty duty) {
        return duty.from().isPresent() || joins();
    }

    /** Whether it is owed at all: inside its own term and the party's. */
    private boolean owed(Duty duty, String party, LocalDate day) {
        Optional<LocalDate> from = begins(duty, party);
        Optional<LocalDate> until =
                duty.until().flatMap(date -> life.day(date, party)).or(() -> life.endFor(party));
        boolean begun = from.isEmpty() ? !asks(duty) : !day.isBefore(from.get());
        boolean guarded = duty.unless().filter(act -> life.stands(act, day)).isPresent();
        return begun
                && (until.isEmpty() || day.isBefore(until.get()))
                && life.begin().isPresent()
                && !guarded
                && !day.isAfter(horizon);
    }

    private boolean owed(Duty duty, String party, Period period) {
        Optional<LocalDate> from = begins(duty, party);
        Optional<LocalDate> until =
                duty.until().flatMap(date -> life.day(date, party)).or(() -> life.endFor(party));
        boolean begun = from.isEmpty() ? !asks(duty) : period.end().isAfter(from.get());
        boolean guarded = duty.unless().filter(act -> life.stands(act, period.start())).isPresent();
        return begun && (until.isEmpty() || period.end().isBefore(until.get())) && !guarded;
    }

    /** What a party said under the duty, for a period if it has one, the first received first. */
    private List<Statement> meeting(Duty duty, String party, Optional<Period> period) {
        List<Statement> found = new ArrayList<>();
        for (Statement statement : known.under(duty.provision().path())) {
            if (statement.by().equals(party)
                    && statement.kind() == duty.say().kind()
                    && (period.isEmpty() || serves(statement, period.get()))) {
                found.add(statement);
            }
        }
        found.sort(receipts.firstReceived());
        return found;
    }

    /**
     * Data as of a day serve the period in which that day lies, its end included and its start not.
     */
    private boolean serves(Statement statement, Period period) {
        return events.eventDay(statement)
                .filter(day -> day.isAfter(period.start()) && !day.isAfter(period.end()))
                .isPresent();
    }

    private void about(Versions<Duty> versions, String form, List<DutyStanding> all) {
        for (Statement statement : known.ofForm(form)) {
            LocalDate day = events.eventDay(statement).orElse(view.asOf());
            Duty duty = versions.on(day, life::day);
            if (!day.isAfter(view.asOf())) {
                events.about(duty, statement).ifPresent(one -> all.add(judge.withPositions(one)));
            }
        }
    }

    private void after(Versions<Duty> versions, String form, List<DutyStanding> all) {
        for (Statement asked : known.ofForm(form)) {
            LocalDate day = receipts.receivedBy(asked).orElse(view.asOf());
            Duty duty = versions.on(day, life::day);
            if (day.isAfter(view.asOf()) || !events.applies(duty, asked)) {
                continue;
            }
            Optional<Deadline> due = events.due(duty, asked, Map.<String, Moment>of());
            for (String debtor : answering(duty, asked)) {
                due.filter(deadline -> life.binds(debtor, deadline.day(zone)))
                        .ifPresent(deadline ->
                                all.add(
                                        judge.judge(
                                                duty,
                                                debtor,
                                                deadline.day(zone),
                                                deadline,
                                                answers(duty, asked, debtor),
                                                Optional.empty())));
            }
        }
    }

    /** Who must answer: those addressed, else the party the form names, else the only other one. */
    private List<String> answering(Duty duty, Statement asked) {
        switch (duty.who().role()) {
            case NAMED, SET, EACH_PARTY_EXCEPT -> {
                return List.copyOf(debtors(duty));
            }
            case AUTHOR, OWNER -> {
                return List.of(asked.by());
            }
            case EACH_PARTY, COUNTERPART, DEPOSITARY -> {}
        }
        if (!asked.to().isEmpty()) {
            return asked.to();
        }
        List<String> named =
                asked.body().formFields().values().stream()
                        .filter(value ->
                                value instanceof Value.Words(String word)
                                        && agreement.isParty(word)
                                        && !word.equals(asked.by()))
                        .map(Value::shown)
                        .toList();
        return named.isEmpty() ? agreement.counterparts(asked.by()) : named;
    }

    private List<Statement> answers(Duty duty, Statement asked, String debtor) {
        List<Statement> found = new ArrayList<>();
        for (Statement statement : known.all) {
            boolean answers =
                    statement.re().filter(asked.ref()::equals).isPresent()
                            || statement.caseId().isPresent()
                                    && statement.caseId().equals(asked.caseId())
                                    && duty.say().form().isPresent();
            if (answers
                    && statement.by().equals(debtor)
                    && statement.kind() == duty.say().kind()
                    && (duty.say().form().isEmpty()
                            || duty.say().form().equals(statement.form()))) {
                found.add(statement);
            }
        }
        found.sort(receipts.firstReceived());
        return found;
    }
}
