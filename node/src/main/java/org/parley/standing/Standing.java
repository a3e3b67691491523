// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import org.parley.Text;
import org.parley.agreement.Agreement;
import org.parley.agreement.Formulas;
import org.parley.statement.Body;
import org.parley.statement.Coverage;
import org.parley.statement.Notice;
import org.parley.statement.Statement;
import org.parley.time.Moment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The computed state of an agreement under one view. A pure function of agreement, statements and
 * view; immutable.
 *
 * @param phase before, in force or ended, as of the view
 * @param dates the agreement's named dates as far as they are known
 * @param duties scheduled instances, and single events where they are open, late, missed or
 *     contested
 * @param members who belongs to it, where that is open to states or told
 * @param holdouts whose act its entry into force waits for, by code; also those that undid it
 * @param contact the state of a dialogue or channel, where the record tells steps of one
 * @param tallies all events of duties that follow statements, counted
 */
public record Standing(
        Agreement agreement,
        View view,
        Phase phase,
        Map<String, Moment> dates,
        List<Figure> figures,
        List<LimitStanding> limits,
        List<DutyStanding> duties,
        List<DutyTally> tallies,
        List<QuotaStanding> quotas,
        List<Use> uses,
        List<ActLine> acts,
        List<MemberStanding> members,
        List<String> holdouts,
        Optional<ContactStanding> contact,
        List<Difference> differences,
        List<Position> positions,
        List<Finding> findings) {

    public Standing {
        dates = Map.copyOf(dates);
        figures = List.copyOf(figures);
        limits = List.copyOf(limits);
        duties = List.copyOf(duties);
        tallies = List.copyOf(tallies);
        quotas = List.copyOf(quotas);
        uses = List.copyOf(uses);
        acts = List.copyOf(acts);
        members = List.copyOf(members);
        holdouts = List.copyOf(holdouts);
        differences = List.copyOf(differences);
        positions = List.copyOf(positions);
        findings = List.copyOf(findings);
    }

    /** Where in its life an agreement is. */
    public enum Phase {
        NOT_IN_FORCE,
        IN_FORCE,
        /** Some parties say that it ended; others, or the text, say that it did not. */
        CONTESTED,
        /** In the view of a party that left what goes on without it. */
        LEFT,
        ENDED
    }

    /**
     * Something that the fold came upon and that is worth a flag: an identifier declared twice,
     * totals that do not add up, items of which something was not stated, a form against the text.
     *
     * @param what duplicate-identifier, does-not-add-up, incomplete-items, against-text, or the
     *     code of a {@link Notice}
     */
    public record Finding(
            String what, String party, String about, List<String> statements, Text detail) {
        public Finding {
            statements = List.copyOf(statements);
        }
    }

    /**
     * Works a standing out from nothing, walking through all statements: the oracle of the
     * timeline, and fast enough for a record of thousands.
     */
    public static Standing of(
            Agreement agreement,
            Formulas formulas,
            List<Statement> statements,
            List<Coverage> coverage,
            View view) {
        return of(agreement, formulas, statements, coverage, view, view.asOf().plusYears(1));
    }

    /**
     * The same with another horizon.
     *
     * @param horizon the last day on which a listed duty may fall due
     */
    public static Standing of(
            Agreement agreement,
            Formulas formulas,
            List<Statement> statements,
            List<Coverage> coverage,
            View view,
            LocalDate horizon) {
        List<Statement> few =
                statements.stream()
                        .filter(statement -> !(statement.body() instanceof Body.Change))
                        .toList();
        return new StandingFold(
                        agreement,
                        formulas,
                        few,
                        coverage,
                        new NaiveBulk(agreement, formulas, statements))
                .at(view, horizon);
    }

    /** The same with what was noticed about the record itself: it goes for every view of it. */
    public Standing noticing(List<Notice> notices) {
        if (notices.isEmpty()) {
            return this;
        }
        List<Finding> all = new ArrayList<>(findings);
        for (Notice one : notices) {
            all.add(
                    new Finding(
                            one.code(), one.party(), one.about(), one.statements(), one.detail()));
        }
        return new Standing(
                agreement,
                view,
                phase,
                dates,
                figures,
                limits,
                duties,
                tallies,
                quotas,
                uses,
                acts,
                members,
                holdouts,
                contact,
                differences,
                positions,
                all);
    }

    public Optional<LocalDate> date(String name) {
        return Optional.ofNullable(dates.get(name)).map(moment -> moment.day(agreement.zone()));
    }

    public Optional<Figure> figure(String count, String party, Optional<String> zone) {
        return figures.stream()
                .filter(figure ->
                        figure.count().equals(count)
                                && figure.party().equals(party)
                                && figure.zone().equals(zone))
                .findFirst();
    }

    public Optional<LimitStanding> limit(String id, String party) {
        return limits.stream()
                .filter(limit -> limit.limit().id().equals(id) && limit.party().equals(party))
                .findFirst();
    }
}
