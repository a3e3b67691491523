// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import org.parley.agreement.Agreement;
import org.parley.agreement.Duty;
import org.parley.statement.Body;
import org.parley.statement.Coverage;
import org.parley.statement.Statement;
import org.parley.time.Deadline;
import org.parley.time.Period;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Says in which state one instance of a duty is.
 *
 * <p>Silence is not breach: what nobody is seen to have met is not-visible, unless the record is
 * complete there. Missed needs somebody's statement, and then it is that party's view. An own plea
 * (suspension, countermeasure, exemption) waives the duty in the pleading party's view; as long as
 * the other side has not accepted it, the declared view is contested, whoever pleads.
 */
final class DutyJudge {
    private final Known known;
    private final Life life;
    private final List<Coverage> coverage;
    private final View view;
    private final ZoneId zone;
    private final Receipts receipts;

    DutyJudge(Agreement agreement, Known known, Life life, List<Coverage> coverage, View view) {
        this.known = known;
        this.life = life;
        this.coverage = coverage;
        this.view = view;
        this.zone = agreement.zone();
        this.receipts = new Receipts(zone);
    }

    /**
     * @param meeting what the party said under the duty, the first received first
     */
    DutyStanding judge(
            Duty duty,
            String party,
            LocalDate key,
            Deadline due,
            List<Statement> meeting,
            Optional<Period> period) {
        Optional<Statement> met =
                meeting.size() >= duty.atLeast()
                        ? Optional.of(meeting.get(duty.atLeast() - 1))
                        : Optional.empty();
        boolean passed = view.asOf().isAfter(due.day(zone));
        Optional<Statement> tendered = met.filter(one -> passed && tendered(one, due));
        Optional<Statement> seen =
                met.filter(statement -> arrived(statement, due)).or(() -> tendered);
        List<DutyStanding.Position> positions = positions(duty, party, key, due);
        tendered.ifPresent(one -> positions.add(tendered(one)));
        Optional<Statement> unreceived = met.filter(one -> passed && receipts.unreceived(one));
        DutyStanding.State own;
        if (seen.isPresent()) {
            own = metState(seen.get(), due);
        } else if (unreceived.isPresent()) {
            // Said, and nobody can show that it was there: neither side's word is taken for it.
            own = DutyStanding.State.NOT_VISIBLE;
        } else {
            own = silent(duty, due, period);
        }
        return new DutyStanding(
                duty,
                party,
                key,
                due,
                seenBy(party, own, positions),
                seen.or(() -> unreceived).map(Statement::ref),
                seen.flatMap(receipts::receivedBy),
                seen.flatMap(receipts::received).isPresent(),
                positions);
    }

    private boolean tendered(Statement statement, Deadline due) {
        return receipts.outcome(statement, due) == Receipts.Outcome.TENDERED;
    }

    /** By the word of whoever signed for it, in its author's favour; no finding. */
    static DutyStanding.Position tendered(Statement statement) {
        return new DutyStanding.Position(
                statement.by(), DutyStanding.Position.TENDERED, statement.ref());
    }

    /** An event's duty with what the parties say about it. */
    DutyStanding withPositions(DutyStanding event) {
        DutyStanding one = event;
        if (one.tendered() && !view.asOf().isAfter(one.due().day(zone))) {
            // There is still time for the receipt.
            one = one.as(DutyStanding.State.OPEN).with(List.of());
        }
        List<DutyStanding.Position> positions =
                positions(one.duty(), one.party(), one.key(), one.due());
        positions.addAll(one.positions());
        return positions.isEmpty()
                ? one
                : new DutyStanding(
                        one.duty(),
                        one.party(),
                        one.key(),
                        one.due(),
                        seenBy(one.party(), one.state(), positions),
                        one.statement(),
                        one.received(),
                        one.receiptShown(),
                        positions);
    }

    /**
     * Whether it counts as received by the view's day; a publication after the due day proves
     * receipt.
     */
    private boolean arrived(Statement statement, Deadline due) {
        if (receipts.unreceived(statement)) {
            return false;
        }
        if (receipts.received(statement).isPresent()) {
            return !receipts.receivedBy(statement).orElse(LocalDate.MAX).isAfter(view.asOf());
        }
        LocalDate published = receipts.receivedBy(statement).orElse(LocalDate.MIN);
        LocalDate dueDay = due.day(zone);
        LocalDate surely = published.isBefore(dueDay) ? published : dueDay;
        return !surely.isAfter(view.asOf());
    }

    private DutyStanding.State metState(Statement statement, Deadline due) {
        return switch (receipts.outcome(statement, due)) {
            case LATE -> DutyStanding.State.LATE;
            case TENDERED -> DutyStanding.State.CONTESTED;
            case IN_TIME, NOT_VISIBLE -> DutyStanding.State.MET;
        };
    }

    private DutyStanding.State silent(Duty duty, Deadline due, Optional<Period> period) {
        LocalDate dueDay = due.day(zone);
        if (!view.asOf().isAfter(dueDay)) {
            boolean running = period.map(span -> !view.asOf().isBefore(span.end())).orElse(true);
            return running ? DutyStanding.State.OPEN : DutyStanding.State.UPCOMING;
        }
        boolean complete =
                coverage.stream()
                        .filter(part -> part.covers(duty.provision().path(), dueDay))
                        .anyMatch(Coverage::complete);
        return complete ? DutyStanding.State.MISSED : DutyStanding.State.NOT_VISIBLE;
    }

    /** Pleas of the one who owes, complaints of the others, in the order of the record. */
    private List<DutyStanding.Position> positions(
            Duty duty, String party, LocalDate key, Deadline due) {
        List<DutyStanding.Position> positions = new ArrayList<>();
        LocalDate dueDay = due.day(zone);
        String path = duty.provision().path();
        for (Statement plea : life.excuses(party, path, dueDay)) {
            Body.Act act = (Body.Act) plea.body();
            positions.add(new DutyStanding.Position(party, act.act(), plea.ref()));
        }
        for (Statement dispute : known.disputes) {
            Body.Dispute body = (Body.Dispute) dispute.body();
            if (body.about() instanceof Body.About.OfDuty(String id, String whose, LocalDate at)
                    && id.equals(duty.id())
                    && whose.equals(party)
                    && (at.equals(key) || at.equals(dueDay))) {
                body.claims()
                        .state()
                        .ifPresent(state ->
                                positions.add(
                                        new DutyStanding.Position(
                                                dispute.by(), state, dispute.ref())));
            }
        }
        return positions;
    }

    /** Lays the positions over what the statements alone come to. */
    private DutyStanding.State seenBy(
            String party, DutyStanding.State own, List<DutyStanding.Position> positions) {
        if (positions.isEmpty() || notYetDue(own)) {
            return own;
        }
        DutyStanding.State declared = declared(party, own, positions);
        return view.accordingTo()
                .map(viewer -> inViewOf(viewer, own, declared, positions))
                .orElse(declared);
    }

    private static DutyStanding.State declared(
            String party, DutyStanding.State own, List<DutyStanding.Position> positions) {
        boolean met = own == DutyStanding.State.MET || own == DutyStanding.State.LATE;
        boolean pleads = positions.stream().anyMatch(position -> isPlea(position, party));
        boolean complaint =
                positions.stream()
                        .anyMatch(position ->
                                !position.party().equals(party)
                                        && position.says().equals("missed"));
        if (met) {
            return complaint ? DutyStanding.State.CONTESTED : own;
        }
        if (pleads || own == DutyStanding.State.CONTESTED) {
            return DutyStanding.State.CONTESTED;
        }
        return complaint ? DutyStanding.State.MISSED : own;
    }

    private static boolean notYetDue(DutyStanding.State state) {
        return state == DutyStanding.State.UPCOMING || state == DutyStanding.State.OPEN;
    }

    private static boolean isPlea(DutyStanding.Position position, String party) {
        return position.party().equals(party) && pleas(position);
    }

    private static boolean pleas(DutyStanding.Position position) {
        return switch (position.says()) {
            case "suspended", "countermeasure", "exempted" -> true;
            default -> false;
        };
    }

    /** A party's own latest word about it; absent that, the declared view. */
    private static DutyStanding.State inViewOf(
            String viewer,
            DutyStanding.State own,
            DutyStanding.State declared,
            List<DutyStanding.Position> positions) {
        boolean met = own == DutyStanding.State.MET || own == DutyStanding.State.LATE;
        DutyStanding.State state = declared;
        for (DutyStanding.Position position : positions) {
            if (position.party().equals(viewer)) {
                state =
                        switch (position.says()) {
                            case "suspended", "countermeasure", "exempted" ->
                                    met ? own : DutyStanding.State.WAIVED;
                            case "missed" -> DutyStanding.State.MISSED;
                            case "met" -> DutyStanding.State.MET;
                            case "late" -> DutyStanding.State.LATE;
                            case "waived" -> DutyStanding.State.WAIVED;
                            default -> state;
                        };
            }
        }
        return state;
    }
}
