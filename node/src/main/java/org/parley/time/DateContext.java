// SPDX-License-Identifier: Apache-2.0
package org.parley.time;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the world looks like where a date expression is resolved: under one view, for one statement
 * and period. Everything but the zone is absent unless overridden; absent means that it has not
 * happened, as far as the view knows.
 */
public interface DateContext {

    /** The agreement's zone, in which its days begin and end. */
    ZoneId zone();

    /** A date that the agreement names; see {@link NamedDates}. */
    default Optional<Moment> name(String name) {
        return Optional.empty();
    }

    /** The effective date of an act. */
    default Optional<Moment> act(String act) {
        return Optional.empty();
    }

    /** A field of the form at hand. */
    default Optional<Moment> form(String field) {
        return Optional.empty();
    }

    /** The period at hand. */
    default Optional<Period> period() {
        return Optional.empty();
    }

    /** When a step of the procedure at hand was done. */
    default Optional<Moment> step(String step) {
        return Optional.empty();
    }

    /** Who of a named set has done an act, and when. */
    default SetActs setActs(String set, String act) {
        return new SetActs(0, List.of());
    }

    /** The declared holidays, beside Saturdays and Sundays, that are not working days. */
    default Set<LocalDate> holidays() {
        return Set.of();
    }

    /** A context with nothing in it but the zone. */
    static DateContext in(ZoneId zone) {
        return () -> zone;
    }

    /** A context laid over another: what it does not override is the other's. */
    interface Laid extends DateContext {
        DateContext base();

        @Override
        default ZoneId zone() {
            return base().zone();
        }

        @Override
        default Optional<Moment> name(String name) {
            return base().name(name);
        }

        @Override
        default Optional<Moment> act(String act) {
            return base().act(act);
        }

        @Override
        default Optional<Moment> form(String field) {
            return base().form(field);
        }

        @Override
        default Optional<Period> period() {
            return base().period();
        }

        @Override
        default Optional<Moment> step(String step) {
            return base().step(step);
        }

        @Override
        default SetActs setActs(String set, String act) {
            return base().setActs(set, act);
        }

        @Override
        default Set<LocalDate> holidays() {
            return base().holidays();
        }
    }

    /**
     * How far a set has got with an act.
     *
     * @param members how many the set has
     * @param dates when each of those who did the act did it, in any order, one per member
     */
    record SetActs(int members, List<Moment> dates) {
        public SetActs {
            dates = List.copyOf(dates);
            if (dates.size() > members) {
                throw new IllegalArgumentException(dates.size() + " of " + members);
            }
        }
    }
}
