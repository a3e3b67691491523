// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import org.parley.agreement.Agreement;
import org.parley.standing.Situation;
import org.parley.standing.View;
import org.parley.statement.Statement;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who left, and from which day on: worked out from the acts in the logs and kept nowhere else. What
 * a party says from that day on is shown as outside; it is asked for no receipts, and what others
 * say from then on is settled without it. Its log stays held and verifiable. Immutable.
 *
 * @param days the first day on which each is out
 */
record Leaves(Map<String, LocalDate> days, ZoneId zone) {
    /** Far enough that every act has taken effect: days are compared with those of statements. */
    private static final LocalDate ALWAYS = LocalDate.of(9999, 12, 31);

    Leaves {
        days = Map.copyOf(days);
    }

    static Leaves of(Agreement agreement, Logbook book, Notices notices) {
        List<Statement> acts = new ArrayList<>();
        for (String party : book.parties()) {
            for (Entry entry : book.acts(party)) {
                acts.add(LiveRecord.statement(agreement, book, notices, entry, Optional.empty()));
            }
        }
        return new Leaves(
                Situation.leaves(agreement, acts, View.declared(ALWAYS, ALWAYS)), agreement.zone());
    }

    /** Whether a party is out by the day on which an entry was said. */
    boolean isOut(String party, Entry entry) {
        return isOut(party, entry.header().made());
    }

    boolean isOut(String party, String made) {
        Optional<LocalDate> day = Optional.ofNullable(days.get(party));
        try {
            return day.isPresent()
                    && !LocalDate.ofInstant(Instant.parse(made), zone).isBefore(day.get());
        } catch (DateTimeException e) {
            // Who left and does not say when it speaks speaks from outside.
            return day.isPresent();
        }
    }

    /**
     * Whether its author had left when it said this. Acts are heard nevertheless: by one a party
     * can come back.
     */
    boolean isOutside(Entry entry) {
        return isOut(entry.party(), entry) && !entry.header().kind().equals("act");
    }
}
