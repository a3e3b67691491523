// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a count comes to for a party or a group, under a view.
 *
 * @param value as last declared, claimed or added up; scaled by the count's decimals
 * @param asOf the date that the value describes
 * @param current whether it still holds: a figure whose successor was due is unknown, and the value
 *     is only what was last declared
 * @param heldUntil the day on which its successor is due, if one is
 * @param basis where the value comes from
 * @param by whose word it is: the party's own, an observer's about it, or the viewer's
 * @param statements the refs of the statements it was made from
 */
public record Figure(
        String count,
        String party,
        Optional<String> zone,
        long value,
        LocalDate asOf,
        boolean current,
        Optional<LocalDate> heldUntil,
        Basis basis,
        String by,
        List<String> statements) {

    public Figure {
        statements = List.copyOf(statements);
    }

    /** Whether it is what an observer, a body or another says of the party. */
    public boolean isOfAnother() {
        return !by.equals(party);
    }

    /** Where a figure comes from. */
    public enum Basis {
        /** A total that its owner declared, or an observer about it. */
        DECLARED,
        /** Added up over the owner's items. */
        ITEMS,
        /** The viewing party's own statement about another. */
        CLAIMED,
        /** Added up over a group's members. */
        GROUP
    }
}
