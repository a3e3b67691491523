// SPDX-License-Identifier: Apache-2.0
package org.parley.gap;

import org.parley.agreement.Agreement;
import org.parley.agreement.Formulas;
import org.parley.standing.ActLine;
import org.parley.standing.ContactStanding;
import org.parley.standing.LimitStanding;
import org.parley.standing.Situation;
import org.parley.standing.Standing;
import org.parley.standing.View;
import org.parley.statement.Body;
import org.parley.statement.Coverage;
import org.parley.statement.Statement;
import org.parley.time.Edtf;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A mechanism under one view, as far as a cell asks for it.
 *
 * @param situation where it is in its life, as the overview of all shows it
 * @param standing the rest: what of its limits binds, who left
 * @param statements its record
 */
public record Mechanism(Situation situation, Standing standing, List<Statement> statements) {
    public Mechanism {
        statements = List.copyOf(statements);
    }

    /** Works it out from the record. */
    public static Mechanism of(
            Agreement agreement, List<Statement> statements, List<Coverage> coverage, View view) {
        return of(
                Standing.of(agreement, new Formulas(agreement), statements, coverage, view),
                statements);
    }

    /** The same where the standing is at hand. */
    public static Mechanism of(Standing standing, List<Statement> statements) {
        return new Mechanism(
                Situation.of(standing.agreement(), few(statements), standing.view()),
                standing,
                statements);
    }

    /** Where a cell that rests on it stands. */
    GapState state(Gaps.Cell cell) {
        Optional<Statement> unsaid =
                cell.statement().flatMap(this::find).filter(one -> !isTold(one));
        if (unsaid.isPresent()) {
            return GapState.of(cell, Cover.NOT_THERE);
        }
        Cover whole = cover();
        Optional<Situation> paused =
                whole == Cover.STANDS ? cell.provision().flatMap(this::paused) : Optional.empty();
        if (paused.isPresent()) {
            return new GapState(
                    cell,
                    Cover.PAUSED,
                    paused.get().by(),
                    left(),
                    paused.get().since(),
                    Optional.empty());
        }
        Cover cover = limit(cell).map(limit -> bound(limit, whole)).orElse(whole);
        return new GapState(
                cell,
                cover,
                cover == Cover.SUSPENDED ? situation.by() : List.of(),
                cover == Cover.STANDS ? left() : List.of(),
                situation.since(),
                contact());
    }

    /** Where the provision itself is put on hold, while the rest goes on. */
    private Optional<Situation> paused(String path) {
        boolean asked =
                standing.acts().stream()
                        .anyMatch(act ->
                                act.taken() && !act.scope().all() && act.scope().covers(path));
        return Optional.of(path)
                .filter(one -> asked)
                .map(one ->
                        Situation.of(standing.agreement(), few(statements), standing.view(), one))
                .filter(one -> one.state() == Situation.State.SUSPENDED_BY_SOME);
    }

    private static List<Statement> few(List<Statement> statements) {
        return statements.stream().filter(one -> !(one.body() instanceof Body.Change)).toList();
    }

    private Cover cover() {
        return switch (situation.state()) {
            case IN_FORCE, OPEN, HELD, STATED -> Cover.STANDS;
            case SUSPENDED_BY_SOME, SUSPENDED -> Cover.SUSPENDED;
            case CONTESTED -> Cover.CONTESTED;
            case LEFT, ENDED -> Cover.ENDED;
            case PROPOSED, AGREED, SCHEDULED, POSTPONED -> Cover.NOT_BINDING_YET;
            case STALLED, UNANSWERED, REFUSED, CANCELLED, NO_RECENT_EVIDENCE -> Cover.QUIET;
            case NOTHING_YET -> Cover.NOT_THERE;
            case NOT_IN_FORCE ->
                    statements.stream().anyMatch(this::isTold)
                            ? Cover.NOT_IN_FORCE
                            : Cover.NOT_THERE;
        };
    }

    /** A limit can bind later than its agreement, end earlier, or be kept to after its end. */
    private static Cover bound(LimitStanding.State limit, Cover whole) {
        return switch (limit) {
            case NOT_YET_BINDING -> whole == Cover.STANDS ? Cover.NOT_BINDING_YET : whole;
            case NO_LONGER_BINDING -> whole == Cover.STANDS ? Cover.ENDED : whole;
            case OBSERVED_POLITICALLY -> Cover.POLITICAL;
            case WITHIN, OVER, UNKNOWN, CONTESTED -> whole;
        };
    }

    /** The state of the limit that a cell rests on; the weakest where the parties' differ. */
    private Optional<LimitStanding.State> limit(Gaps.Cell cell) {
        String path = cell.provision().orElse("");
        List<LimitStanding.State> states =
                standing.limits().stream()
                        .filter(one -> path.equals("limits." + one.limit().id()))
                        .map(LimitStanding::state)
                        .toList();
        for (LimitStanding.State weak :
                List.of(
                        LimitStanding.State.NOT_YET_BINDING,
                        LimitStanding.State.OBSERVED_POLITICALLY,
                        LimitStanding.State.NO_LONGER_BINDING)) {
            if (states.contains(weak)) {
                return Optional.of(weak);
            }
        }
        return states.stream().findFirst();
    }

    /** Who withdrew from what still stands for others. */
    private List<String> left() {
        TreeSet<String> left = new TreeSet<>();
        for (ActLine act : standing.acts()) {
            if (act.taken() && act.act().equals("withdrawn") && act.contestedBy().isEmpty()) {
                left.add(act.party());
            }
        }
        return List.copyOf(left);
    }

    private Optional<ContactStanding.State> contact() {
        return switch (situation.state()) {
            case NOT_IN_FORCE,
                    IN_FORCE,
                    SUSPENDED_BY_SOME,
                    LEFT,
                    ENDED,
                    STATED,
                    NOTHING_YET,
                    CONTESTED ->
                    Optional.empty();
            case PROPOSED,
                    AGREED,
                    SCHEDULED,
                    POSTPONED,
                    OPEN,
                    HELD,
                    STALLED,
                    UNANSWERED,
                    SUSPENDED,
                    REFUSED,
                    CANCELLED,
                    NO_RECENT_EVIDENCE ->
                    Optional.of(ContactStanding.State.valueOf(situation.state().name()));
        };
    }

    private Optional<Statement> find(String ref) {
        return statements.stream()
                .filter(one -> one.ref().equals(ref) || one.ref().startsWith(ref + "/"))
                .findFirst();
    }

    /** Whether it had been said by the view's day, and was known by the view's other day. */
    private boolean isTold(Statement one) {
        LocalDate known = one.knownFrom(Optional.empty(), standing.agreement().zone());
        LocalDate said =
                one.times()
                        .made()
                        .flatMap(Edtf::latest)
                        .or(() -> one.about(standing.agreement().zone()))
                        .orElse(known);
        return !said.isAfter(standing.view().asOf()) && !known.isAfter(standing.view().knownOn());
    }
}
