// SPDX-License-Identifier: Apache-2.0
package org.parley.evidence;

import org.parley.Place;
import org.parley.estimate.Quantity;

import java.util.Optional;

/**
 * Where the record is asked about a matter that claims speak of: it names the mechanism and what of
 * it, and says nothing of what is found there.
 *
 * @param subject whose mechanism, aspect and event what is found is an entry of; its parties, where
 *     it names any, stand for those of the entry
 * @param quantity what a number found there counts
 * @param unit what a number found there counts, {@code warheads} if not said
 * @param status what a statement of words says to have happened; acts and meetings say it
 *     themselves
 */
record Lookup(
        Subject subject,
        What what,
        Optional<Quantity> quantity,
        Optional<Status> status,
        Optional<String> unit,
        Place place) {

    /** What of a mechanism is looked up, by the name that its file has for it. */
    sealed interface What {
        String name();

        /** A bound, as the standing of the day has it. */
        record OfLimit(String name) implements What {}

        /** Declared totals of a count. */
        record OfCount(String name) implements What {}

        /** Declarations under a duty. */
        record OfDuty(String name) implements What {}

        /** Acts of one name. */
        record OfAct(String name) implements What {}

        /** Meetings, calls and the like that came to a step: {@code held}. */
        record OfContact(String name) implements What {}

        /** One statement. */
        record OfStatement(String name) implements What {}

        /** What an estimator published. */
        record OfEstimator(String name) implements What {}
    }
}
