// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import org.parley.Text;
import org.parley.agreement.Count;
import org.parley.agreement.Requirement;
import org.parley.statement.Body;
import org.parley.statement.Statement;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What comes in great numbers: items with their changes. The naive fold walks through all of them
 * for every view; the timeline keeps an index. Both must give the same.
 */
interface Bulk {

    /** A count added up over a party's items; empty if the view knows of none. */
    Optional<ItemTotal> total(
            String count, String party, Optional<String> zone, View view, Life life);

    /** The same with the viewing party's claims about single items laid over it. */
    Optional<ItemTotal> claimedTotal(
            String count,
            String party,
            Optional<String> zone,
            View view,
            Life life,
            String claimant);

    /** Duties that follow each change: all counted, the exceptional ones listed. */
    EventDuties duties(View view, Life life, EventDuty events);

    /**
     * The changes that contradict a requirement, by author; authors without any are left out.
     *
     * @param days between which the event of a change lies
     */
    Map<String, Told.Found<Statement>> contradicting(
            Requirement rule, Between days, View view, Life life, EventDuty events);

    /**
     * Identifiers declared twice, lists that contradict the change notices, and how many items add
     * nothing to a count because something needed was not stated.
     */
    List<Standing.Finding> findings(View view, Life life);

    /**
     * A count over a party's items.
     *
     * @param asOf the latest list or change that went into it
     * @param statements the refs of the lists; changes are too many to name
     */
    record ItemTotal(long value, LocalDate asOf, List<String> statements) {}

    /** Tells of a party's items that add nothing to a count. */
    static Standing.Finding incomplete(Count count, String party, List<String> lists, long items) {
        return new Standing.Finding(
                "incomplete-items",
                party,
                count.provision().path(),
                lists,
                Text.of(
                        count.id() + ": " + items + (items == 1 ? " item" : " items"),
                        count.id() + "：" + items + " 项"));
    }

    /** Two days and all between them. */
    record Between(LocalDate first, LocalDate last) {
        boolean holds(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }
    }

    /** Duties of single events. */
    record EventDuties(List<DutyTally> tallies, List<DutyStanding> exceptional) {}

    /** What a claimant says about a party's items, as of the view; in the order of the record. */
    static List<Statement> claims(
            List<Statement> claims, String party, String claimant, View view, ZoneId zone) {
        List<Statement> found = new ArrayList<>();
        for (Statement claim : claims) {
            Body.About.OfItems items = items((Body.Dispute) claim.body()).orElseThrow();
            if (claim.by().equals(claimant)
                    && items.party().equals(party)
                    && !items.from().isAfter(view.asOf())
                    && !claim.knownFrom(view.accordingTo(), zone).isAfter(view.knownOn())) {
                found.add(claim);
            }
        }
        return found;
    }

    /** The items a dispute is about. */
    static Optional<Body.About.OfItems> items(Body.Dispute dispute) {
        return dispute.about() instanceof Body.About.OfItems items
                ? Optional.of(items)
                : Optional.empty();
    }
}
