// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import org.parley.agreement.Agreement;
import org.parley.agreement.Count;
import org.parley.agreement.Duty;
import org.parley.agreement.Limit;
import org.parley.statement.Body;
import org.parley.statement.Kind;
import org.parley.statement.Statement;
import org.parley.time.Period;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Works out every figure: declared totals, totals over items, and what a party claims of another.
 */
final class FigureFold {
    private final Agreement agreement;
    private final Known known;
    private final Life life;
    private final Periods periods;
    private final Bulk bulk;
    private final View view;
    private final List<Difference> differences = new ArrayList<>();

    FigureFold(Agreement agreement, Known known, Life life, Bulk bulk, View view) {
        this.agreement = agreement;
        this.known = known;
        this.life = life;
        this.periods = new Periods(agreement, life);
        this.bulk = bulk;
        this.view = view;
    }

    /** Differences found on the way; filled by {@link #figures}. */
    List<Difference> differences() {
        return differences;
    }

    List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        for (Count count : agreement.counts().values()) {
            for (Optional<String> zone : zones(count.id())) {
                List<Figure> ofParties = new ArrayList<>();
                for (String party : agreement.parties()) {
                    figure(count.id(), party, zone).ifPresent(ofParties::add);
                }
                figures.addAll(ofParties);
                observing().forEach(one -> declared(count.id(), one, zone).ifPresent(figures::add));
                agreement
                        .groups()
                        .forEach((group, members) ->
                                group(count.id(), group, members, zone, ofParties)
                                        .ifPresent(figures::add));
            }
        }
        return figures;
    }

    /** Who declares figures of no party: how many parties there are, how many reports came. */
    private Set<String> observing() {
        Set<String> observing = new TreeSet<>(agreement.profile().observers());
        observing.addAll(agreement.bodies().keySet());
        observing.add(Agreement.DEPOSITARY);
        observing.removeAll(agreement.parties());
        return observing;
    }

    /** Everywhere, and each zone that a limit or a declaration speaks of. */
    private Set<Optional<String>> zones(String count) {
        Set<Optional<String>> zones = new LinkedHashSet<>();
        zones.add(Optional.empty());
        agreement
                .limits()
                .values()
                .forEach(limit -> {
                    Limit first = limit.first();
                    if (first.count().equals(count)) {
                        zones.add(first.zone());
                    }
                });
        return zones;
    }

    private Optional<Figure> figure(String count, String party, Optional<String> zone) {
        Optional<Figure> declared = declared(count, party, zone);
        Optional<Figure> items = items(count, party, zone);
        Optional<Figure> own =
                declared.isPresent()
                                && (items.isEmpty()
                                        || !items.get().asOf().isAfter(declared.get().asOf()))
                        ? declared
                        : items;
        if (own.isEmpty()) {
            return own;
        }
        Optional<Figure> claimed = claimed(own.get());
        return claimed.isPresent() ? claimed : own;
    }

    private Optional<Figure> declared(String count, String party, Optional<String> zone) {
        Statement latest = null;
        for (Statement statement : known.declarations) {
            Body.Declare body = (Body.Declare) statement.body();
            boolean ours =
                    statement.subject().equals(party)
                            && body.counts().containsKey(count)
                            && sameZone(body.zone(), zone)
                            && !body.asOf().isAfter(view.asOf());
            // declarations are sorted by date: the last one is the party's latest word
            latest = ours ? statement : latest;
        }
        if (latest == null) {
            return Optional.empty();
        }
        Body.Declare body = (Body.Declare) latest.body();
        Optional<LocalDate> held = heldUntil(body.asOf());
        return Optional.of(
                new Figure(
                        count,
                        party,
                        zone,
                        body.counts().getOrDefault(count, 0L),
                        body.asOf(),
                        isCurrent(held),
                        held,
                        Figure.Basis.DECLARED,
                        latest.by(),
                        List.of(latest.ref())));
    }

    /** A total for no zone is one for the outermost. */
    private boolean sameZone(Optional<String> declared, Optional<String> wanted) {
        return declared.equals(wanted)
                || declared.isEmpty()
                        && wanted.isPresent()
                        && agreement.isOutermost(wanted.get())
                        && agreement.zones().size() == 1;
    }

    private boolean isCurrent(Optional<LocalDate> held) {
        return (held.isEmpty() || !view.asOf().isAfter(held.get()))
                && life.phase() != Standing.Phase.ENDED;
    }

    /**
     * When the successor of a figure is due: in the first period that it does not itself serve (New
     * START Protocol Four II.2). Empty if totals are declared once only.
     */
    private Optional<LocalDate> heldUntil(LocalDate asOf) {
        LocalDate earliest = null;
        for (var versions : agreement.duties().values()) {
            Duty duty = versions.on(asOf, life::day);
            if (duty.trigger() instanceof Duty.Trigger.Every(String name)
                    && duty.say().kind() == Kind.DECLARE
                    && duty.say().form().isEmpty()
                    && duty.by().isPresent()) {
                Optional<LocalDate> due = successor(duty, name, asOf);
                if (due.isPresent() && (earliest == null || due.get().isBefore(earliest))) {
                    earliest = due.get();
                }
            }
        }
        return Optional.ofNullable(earliest);
    }

    private Optional<LocalDate> successor(Duty duty, String periodName, LocalDate asOf) {
        for (Period period : periods.before(periodName, asOf.plusYears(3))) {
            boolean serves = asOf.isAfter(period.start()) && !asOf.isAfter(period.end());
            boolean owed = life.end().map(end -> period.end().isBefore(end)).orElse(true);
            if (period.end().isAfter(asOf) && !serves && owed) {
                return duty.by()
                        .get()
                        .deadline(Overlay.in(life.joint(), period))
                        .map(due -> later(due.day(agreement.zone()), period.end()));
            }
        }
        return Optional.empty();
    }

    /** Data due before the day they describe replace the old ones on that day, not before. */
    private static LocalDate later(LocalDate due, LocalDate described) {
        return due.isAfter(described) ? due : described;
    }

    private Optional<Figure> items(String count, String party, Optional<String> zone) {
        Count rule = agreement.counts().get(count);
        if (rule == null || rule.declared()) {
            return Optional.empty();
        }
        Optional<Bulk.ItemTotal> total = bulk.total(count, party, zone, view, life);
        for (String claimant : agreement.counterparts(party)) {
            total.ifPresent(own -> itemDispute(count, party, zone, claimant, own));
        }
        Optional<Bulk.ItemTotal> seen =
                total.isPresent() && view.accordingTo().isPresent()
                        ? bulk.claimedTotal(
                                count, party, zone, view, life, view.accordingTo().get())
                        : Optional.empty();
        boolean otherwise =
                seen.isPresent() && total.isPresent() && seen.get().value() != total.get().value();
        return (otherwise ? seen : total)
                .map(sum ->
                        new Figure(
                                count,
                                party,
                                zone,
                                sum.value(),
                                sum.asOf(),
                                life.phase() != Standing.Phase.ENDED,
                                Optional.empty(),
                                otherwise ? Figure.Basis.CLAIMED : Figure.Basis.ITEMS,
                                otherwise ? view.accordingTo().orElse(party) : party,
                                sum.statements()));
    }

    private void itemDispute(
            String count,
            String party,
            Optional<String> zone,
            String claimant,
            Bulk.ItemTotal own) {
        bulk.claimedTotal(count, party, zone, view, life, claimant)
                .filter(seen -> seen.value() != own.value())
                .ifPresent(seen ->
                        differences.add(
                                new Difference(
                                        count,
                                        party,
                                        zone,
                                        claimant,
                                        seen.value(),
                                        own.value(),
                                        seen.value() - own.value(),
                                        because(seen.statements()),
                                        seen.statements().getLast())));
    }

    private List<Body.Because> because(List<String> refs) {
        List<Body.Because> reasons = new ArrayList<>();
        for (String ref : refs) {
            Statement statement = known.byRef.get(ref);
            if (statement != null && statement.body() instanceof Body.Dispute dispute) {
                reasons.addAll(dispute.because());
            }
        }
        return reasons;
    }

    /** The viewing party's own statement about this figure, and all disputes of it on the way. */
    private Optional<Figure> claimed(Figure own) {
        Optional<Figure> seen = Optional.empty();
        Map<String, Statement> latestOf = new HashMap<>();
        for (Statement dispute : known.disputes) {
            Body.Dispute body = (Body.Dispute) dispute.body();
            if (body.about() instanceof Body.About.Ref(String ref)
                    && own.statements().contains(ref)
                    && body.claims().counts().containsKey(own.count())) {
                latestOf.put(dispute.by(), dispute);
            }
        }
        for (Statement dispute : latestOf.values()) {
            Body.Dispute body = (Body.Dispute) dispute.body();
            long claimed = body.claims().counts().getOrDefault(own.count(), own.value());
            differences.add(
                    new Difference(
                            own.count(),
                            own.party(),
                            own.zone(),
                            dispute.by(),
                            claimed,
                            own.value(),
                            claimed - own.value(),
                            body.because(),
                            dispute.ref()));
            if (view.accordingTo().filter(dispute.by()::equals).isPresent()) {
                seen =
                        Optional.of(
                                new Figure(
                                        own.count(),
                                        own.party(),
                                        own.zone(),
                                        claimed,
                                        own.asOf(),
                                        own.current(),
                                        own.heldUntil(),
                                        Figure.Basis.CLAIMED,
                                        dispute.by(),
                                        List.of(dispute.ref(), own.statements().getFirst())));
            }
        }
        return seen;
    }

    /** A group's total needs every member's figure; a part is no total. */
    private static Optional<Figure> group(
            String count,
            String group,
            List<String> members,
            Optional<String> zone,
            List<Figure> ofParties) {
        long sum = 0;
        boolean current = true;
        LocalDate oldest = LocalDate.MAX;
        List<String> statements = new ArrayList<>();
        int found = 0;
        for (Figure figure : ofParties) {
            if (members.contains(figure.party())) {
                found++;
                sum = Math.addExact(sum, figure.value());
                current &= figure.current();
                oldest = figure.asOf().isBefore(oldest) ? figure.asOf() : oldest;
                statements.addAll(figure.statements());
            }
        }
        if (found == 0 || found < members.size()) {
            return Optional.empty();
        }
        return Optional.of(
                new Figure(
                        count,
                        group,
                        zone,
                        sum,
                        oldest,
                        current,
                        Optional.empty(),
                        Figure.Basis.GROUP,
                        group,
                        statements));
    }
}
