// SPDX-License-Identifier: Apache-2.0
package org.parley.time;

import java.time.MonthDay;
import java.util.List;
import java.util.Locale;

/**
 * The parsed form of a date expression, without its position. {@code toString} gives the date
 * language back in its plain spelling, and reading that again gives an equal term.
 */
public sealed interface DateTerm {

    /** A day or an instant written out. */
    record Literal(Moment moment) implements DateTerm {
        @Override
        public String toString() {
            return moment.toString();
        }
    }

    /** A date that the agreement file names. */
    record Named(String name) implements DateTerm {
        public Named {
            Names.requireName(name);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** The effective date of an act in the record. */
    record ActDate(String act) implements DateTerm {
        public ActDate {
            Names.requireAct(act);
        }

        @Override
        public String toString() {
            return "act " + act;
        }
    }

    /** A field of the form that the rule is about. */
    record FormField(String field) implements DateTerm {
        public FormField {
            Names.requireName(field);
        }

        @Override
        public String toString() {
            return "form." + field;
        }
    }

    /** The first day of the period that the rule is about, or the day after its last one. */
    record PeriodEdge(Edge edge) implements DateTerm {
        @Override
        public String toString() {
            return "period." + edge.word();
        }
    }

    /** The two edges of a period; it is half-open, so its end is the next one's start. */
    enum Edge {
        START,
        END;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** When a step of the procedure was done. */
    record StepDate(String step) implements DateTerm {
        public StepDate {
            Names.requireName(step);
        }

        @Override
        public String toString() {
            return "step." + step;
        }
    }

    /** So much after a date, or before it where the amount is negative; never zero. */
    record Shift(DateTerm base, int amount, DateUnit unit) implements DateTerm {
        /** The largest amount that may be written; about eleven years in hours. */
        static final int AMOUNT_MAX = 100_000;

        public Shift {
            if (amount == 0 || Math.abs(amount) > AMOUNT_MAX) {
                throw new IllegalArgumentException("amount " + amount);
            }
        }

        @Override
        public String toString() {
            return base + (amount < 0 ? " - " : " + ") + unit.source(Math.abs(amount));
        }
    }

    /** The first day of the month that a date lies in. */
    record FirstOfMonth(DateTerm of) implements DateTerm {
        @Override
        public String toString() {
            return "first-of-month(" + of + ")";
        }
    }

    /** The first day of the month after the one that a date lies in. */
    record FirstOfNextMonth(DateTerm of) implements DateTerm {
        @Override
        public String toString() {
            return "first-of-next-month(" + of + ")";
        }
    }

    /** The first 15 April, or another day of the year, on or after a date. */
    record AnnualDay(MonthDay day, DateTerm from) implements DateTerm {
        public AnnualDay {
            if (!day.isValidYear(1)) {
                throw new IllegalArgumentException("29 February does not come every year");
            }
        }

        @Override
        public String toString() {
            return "annual-day(" + day.toString().substring(2) + ", " + from + ")";
        }
    }

    /**
     * The earliest of those dates that there are. {@code act extended-until}, if there is one,
     * takes the place of the last of them: the end that was agreed first.
     */
    record Earlier(List<DateTerm> of) implements DateTerm {
        public Earlier {
            of = List.copyOf(of);
        }

        @Override
        public String toString() {
            return "earlier-of(" + Names.list(of) + ")";
        }
    }

    /** The latest of those dates that there are, with the same rule about extensions. */
    record Later(List<DateTerm> of) implements DateTerm {
        public Later {
            of = List.copyOf(of);
        }

        @Override
        public String toString() {
            return "later-of(" + Names.list(of) + ")";
        }
    }

    /** The date by which every member of a set had done an act. */
    record AllActed(String set, String act) implements DateTerm {
        public AllActed {
            Names.requireName(set);
            Names.requireAct(act);
        }

        @Override
        public String toString() {
            return "all-acted(" + set + ", " + act + ")";
        }
    }

    /** The date by which so many members of a set had done an act. */
    record NthActed(int nth, String set, String act) implements DateTerm {
        public NthActed {
            if (nth < 1) {
                throw new IllegalArgumentException("nth " + nth);
            }
            Names.requireName(set);
            Names.requireAct(act);
        }

        @Override
        public String toString() {
            return "nth-acted(" + nth + ", " + set + ", " + act + ")";
        }
    }
}
