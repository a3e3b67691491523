// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import org.parley.Text;
import org.parley.agreement.Agreement;
import org.parley.agreement.Duty;
import org.parley.agreement.Versions;
import org.parley.statement.Body;
import org.parley.statement.Statement;
import org.parley.time.DateContext;
import org.parley.time.Deadline;
import org.parley.time.Moment;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * More time for one duty of one party, granted by a body of the agreement or told by its depositary
 * (anti-personnel mines, Article 5.5; cluster munitions, Articles 3.3 and 4.5). A party's own word
 * moves no date: it can ask, and another decides.
 *
 * <p>A grant takes the place of the date, as {@code act extended-until} takes that of the last term
 * of one. A party that denies a grant its effect sees the duty without it.
 */
final class Extensions {
    private static final String EXTENDED = "extended";

    private final Agreement agreement;
    private final Known known;
    private final Life life;
    private final View view;
    private final ZoneId zone;

    Extensions(Agreement agreement, Known known, Life life, View view) {
        this.agreement = agreement;
        this.known = known;
        this.life = life;
        this.view = view;
        this.zone = agreement.zone();
    }

    /** What was granted to a party for a duty, the earliest end first. */
    List<Statement> grants(Duty duty, String party) {
        return duty.extension().isEmpty()
                ? List.of()
                : known.acts.stream()
                        .filter(act -> grants(act, duty.provision().path()))
                        .filter(act -> act.to().isEmpty() || act.to().contains(party))
                        .sorted(Comparator.comparing(this::until).thenComparing(Statement::ref))
                        .toList();
    }

    private boolean grants(Statement statement, String path) {
        Body.Act act = (Body.Act) statement.body();
        return act.act().equals(EXTENDED)
                && !act.scope().all()
                && act.scope().covers(path)
                && act.until().flatMap(edtf -> edtf.lastDay(zone)).isPresent()
                && agreement.isHeard(statement.by())
                && !agreement.profile().observers().contains(statement.by())
                && view.accordingTo().filter(life.contesting(statement)::contains).isEmpty();
    }

    private LocalDate until(Statement grant) {
        return ((Body.Act) grant.body()).until().orElseThrow().lastDay(zone).orElseThrow();
    }

    /** When a duty is due for a party, with the more time it was granted last. */
    Optional<Deadline> due(Duty duty, String party, DateContext context) {
        List<Statement> grants = grants(duty, party);
        if (grants.isEmpty()) {
            return EventDuty.due(duty, context);
        }
        LocalDate last = until(grants.getLast());
        boolean written =
                duty.by()
                        .filter(date -> date.toString().contains("act extended-until"))
                        .isPresent();
        return written
                ? EventDuty.due(duty, new Granted(context, new Moment.Day(last)))
                : Optional.of(Deadline.endOf(last, zone));
    }

    /** Grants that reach further than the text allows beyond the date that they move. */
    List<Standing.Finding> findings() {
        List<Standing.Finding> findings = new ArrayList<>();
        for (Versions<Duty> versions : agreement.duties().values()) {
            Duty duty = versions.first();
            if (duty.extension().isPresent()) {
                known.acts.stream()
                        .filter(act -> grants(act, duty.provision().path()))
                        .flatMap(act -> whom(act).stream())
                        .distinct()
                        .forEach(party -> beyond(duty, party, findings));
            }
        }
        return findings;
    }

    private List<String> whom(Statement grant) {
        return grant.to().isEmpty() ? List.copyOf(agreement.parties()) : grant.to();
    }

    private void beyond(Duty duty, String party, List<Standing.Finding> findings) {
        DateContext context = life.of(party);
        Optional<LocalDate> before = EventDuty.due(duty, context).map(due -> due.day(zone));
        Duty.Extension rule = duty.extension().orElseThrow();
        for (Statement grant : grants(duty, party)) {
            LocalDate until = until(grant);
            Optional<LocalDate> most =
                    before.map(day -> rule.atMost().after(new Moment.Day(day), context).day(zone));
            if (most.filter(until::isAfter).isPresent()) {
                findings.add(
                        new Standing.Finding(
                                "against-text",
                                party,
                                duty.provision().path(),
                                List.of(grant.ref()),
                                Text.of(
                                        "more time until "
                                                + until
                                                + ", at most "
                                                + most.get()
                                                + " was possible",
                                        "延期至 " + until + "，至多可至 " + most.get())));
            }
            before = Optional.of(until);
        }
    }

    /** A party's dates with what it was granted in the place of the agreement's own extension. */
    private record Granted(DateContext base, Moment until) implements DateContext.Laid {
        @Override
        public Optional<Moment> act(String act) {
            return act.equals("extended-until") ? Optional.of(until) : base.act(act);
        }
    }
}
