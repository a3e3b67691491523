// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import org.parley.agreement.Agreement;
import org.parley.agreement.Formulas;
import org.parley.statement.Body;
import org.parley.statement.Coverage;
import org.parley.statement.Statement;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Puts a standing together, from the few statements and whatever holds the many. */
final class StandingFold {
    private final Agreement agreement;
    private final Formulas formulas;
    private final List<Statement> few;
    private final List<Coverage> coverage;
    private final Bulk bulk;

    StandingFold(
            Agreement agreement,
            Formulas formulas,
            List<Statement> few,
            List<Coverage> coverage,
            Bulk bulk) {
        this.agreement = agreement;
        this.formulas = formulas;
        this.few = few;
        this.coverage = coverage;
        this.bulk = bulk;
    }

    Standing at(View view, LocalDate horizon) {
        Known known = new Known(agreement, few, view);
        Life life = new Life(agreement, known, view);
        EventDuty events = new EventDuty(agreement, formulas, life);
        FigureFold figureFold = new FigureFold(agreement, known, life, bulk, view);
        List<Figure> figures = figureFold.figures();
        Decisions decisions = new Decisions(known, agreement.zone());
        DutyJudge judge = new DutyJudge(agreement, known, life, coverage, view);
        List<DutyStanding> duties =
                new ArrayList<>(
                        new DutyFold(agreement, known, life, events, judge, view, horizon)
                                .duties());
        Bulk.EventDuties many = bulk.duties(view, life, events);
        many.exceptional().forEach(one -> duties.add(judge.withPositions(one)));
        ZoneId zone = agreement.zone();
        duties.sort(
                Comparator.comparing((DutyStanding duty) -> duty.due().day(zone))
                        .thenComparing(DutyStanding::id)
                        .thenComparing(DutyStanding::party)
                        .thenComparing(duty -> duty.statement().orElse("")));
        QuotaFold quotaFold =
                new QuotaFold(agreement, formulas, known, life, events, figures, coverage, view);
        List<Standing.Finding> findings = new ArrayList<>(bulk.findings(view, life));
        findings.addAll(new AddUpFold(agreement, known, life, bulk, view).findings());
        findings.addAll(new RequirementFold(agreement, known, life, events, bulk, view).findings());
        findings.addAll(new ExitFold(agreement, known, life).findings());
        findings.addAll(new Extensions(agreement, known, life, view).findings());
        return new Standing(
                agreement,
                view,
                life.phase(),
                life.dates(),
                figures,
                new LimitFold(agreement, life, decisions, figures, view).limits(),
                duties,
                many.tallies(),
                quotaFold.quotas(),
                quotaFold.otherUses(),
                life.acts(),
                new MemberFold(agreement, known, life, view).members(),
                life.holdouts(),
                new ContactFold(agreement, known, view).contact(),
                figureFold.differences(),
                positions(known, zone, view),
                findings);
    }

    /**
     * What was said that is no number: denials, complaints, claims, words; all with equal weight.
     */
    private List<Position> positions(Known known, ZoneId zone, View view) {
        List<Position> positions = new ArrayList<>();
        for (Statement statement : known.all) {
            LocalDate date = statement.knownFrom(Optional.empty(), zone);
            if (date.isAfter(view.asOf()) && view.asOf().isBefore(date)) {
                continue;
            }
            position(statement, date).ifPresent(positions::add);
        }
        positions.sort(
                Comparator.comparing((Position position) -> position.date().orElse(LocalDate.MIN))
                        .thenComparing(Position::statement));
        return positions;
    }

    private Optional<Position> position(Statement statement, LocalDate date) {
        String about = statement.under().orElse("");
        return switch (statement.body()) {
            case Body.Dispute(var subject, var claims, var because) ->
                    Optional.of(
                            new Position(
                                    statement.by(),
                                    claims.state().or(claims::legalEffect).orElse("differs"),
                                    described(subject),
                                    Optional.of(date),
                                    statement.text(),
                                    statement.ref()));
            case Body.Claim claim ->
                    Optional.of(
                            new Position(
                                    claim.actors().isEmpty()
                                            ? statement.by()
                                            : String.join(", ", claim.actors()),
                                    claim.assertion(),
                                    about,
                                    Optional.of(date),
                                    Optional.of(claim.said()),
                                    statement.ref()));
            case Body.Said said -> Optional.of(words(statement, about, date));
            case Body.Filled filled ->
                    filled.fields().isEmpty() && statement.text().isPresent()
                            ? Optional.of(words(statement, about, date))
                            : Optional.empty();
            case Body.Account account -> Optional.of(words(statement, about, date));
            case Body.Contact contact -> Optional.empty();
            case Body.Act act -> Optional.empty();
            case Body.Declare declare -> Optional.empty();
            case Body.Change change -> Optional.empty();
            case Body.Totals totals -> Optional.empty();
            case Body.Decide decide -> Optional.empty();
            case Body.Unknown unknown -> Optional.empty();
        };
    }

    private static Position words(Statement statement, String about, LocalDate date) {
        return new Position(
                statement.by(), "", about, Optional.of(date), statement.text(), statement.ref());
    }

    private static String described(Body.About about) {
        return switch (about) {
            case Body.About.Ref(String ref) -> ref;
            case Body.About.OfDuty(String duty, String party, LocalDate period) ->
                    "duties." + duty + " " + party + " " + period;
            case Body.About.OfItems(String party, var ids, LocalDate from) ->
                    ids.size() + " items of " + party;
        };
    }
}
