// SPDX-License-Identifier: Apache-2.0
package org.parley.statement;

import org.parley.Text;
import org.parley.time.Edtf;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is said. One record for each way of saying; a switch over them is checked by the compiler.
 */
public sealed interface Body {

    /**
     * A step in an agreement's life; treaties count from different ones of its four dates.
     *
     * @param with the depositary it was done with, where there are several
     */
    record Act(
            String act,
            Scope scope,
            Optional<Edtf> decided,
            Optional<Edtf> notified,
            Optional<Edtf> effective,
            Optional<Edtf> until,
            Optional<String> with)
            implements Body {
        /** With the one depositary, or with none. */
        public Act(
                String act,
                Scope scope,
                Optional<Edtf> decided,
                Optional<Edtf> notified,
                Optional<Edtf> effective,
                Optional<Edtf> until) {
            this(act, scope, decided, notified, effective, until, Optional.empty());
        }
    }

    /**
     * Totals or items as of a date.
     *
     * @param counts declared totals by count; a count that is absent is unknown, not zero
     * @param zone the zone that the totals are for, if not everywhere
     * @param listsItems whether {@code items} is a full list (an empty one says: none)
     * @param party whom the totals are of, where an observer or a body declares them of a party
     */
    record Declare(
            LocalDate asOf,
            Map<String, Long> counts,
            Optional<String> zone,
            List<Item> items,
            boolean listsItems,
            Map<String, Value> fields,
            Optional<String> party)
            implements Body {
        /** Of its author. */
        public Declare(
                LocalDate asOf,
                Map<String, Long> counts,
                Optional<String> zone,
                List<Item> items,
                boolean listsItems,
                Map<String, Value> fields) {
            this(asOf, counts, zone, items, listsItems, fields, Optional.empty());
        }

        public Declare {
            counts = Map.copyOf(counts);
            items = List.copyOf(items);
            fields = Map.copyOf(fields);
        }
    }

    /**
     * A change of one item.
     *
     * @param was the values before, as far as given: lets the chain of changes be checked
     * @param set the values after; {@code state} and {@code kind} beside the item's fields
     */
    record Change(
            String item,
            LocalDate day,
            Optional<Instant> at,
            Map<String, Value> was,
            Map<String, Value> set,
            Map<String, Value> fields)
            implements Body {
        public Change {
            was = Map.copyOf(was);
            set = Map.copyOf(set);
            fields = Map.copyOf(fields);
        }
    }

    /** Any form whose meaning lies in its fields: notices, inspections, reports, meetings. */
    record Filled(Map<String, Value> fields, Optional<LocalDate> asOf) implements Body {
        public Filled {
            fields = Map.copyOf(fields);
        }
    }

    /**
     * How often something was used or done up to a date, as a total: quota or form → party →
     * number.
     */
    record Totals(LocalDate asOf, Map<String, Map<String, Long>> totals) implements Body {
        public Totals {
            totals = Map.copyOf(totals);
        }
    }

    /** A body's decision: numbers it sets, from when until when. */
    record Decide(Map<String, Long> sets, Optional<Edtf> from, Optional<Edtf> until)
            implements Body {
        public Decide {
            sets = Map.copyOf(sets);
        }
    }

    /** One party's view of something, where it differs. */
    record Dispute(About about, Claims claims, List<Because> because) implements Body {
        public Dispute {
            because = List.copyOf(because);
        }
    }

    /** What a dispute is about. */
    sealed interface About {
        /** Another statement, by its local name. */
        record Ref(String ref) implements About {}

        /**
         * A duty that a party has.
         *
         * @param period the end of the period or the due date, which names the instance
         */
        record OfDuty(String duty, String party, LocalDate period) implements About {}

        /** Items of a party whose state is seen otherwise, from a date. */
        record OfItems(String party, List<String> ids, LocalDate from) implements About {
            public OfItems {
                ids = List.copyOf(ids);
            }
        }
    }

    /** What the disputing party holds to be so. */
    record Claims(
            Map<String, Long> counts,
            Optional<String> state,
            Optional<String> legalEffect,
            Map<String, Value> set) {
        public Claims {
            counts = Map.copyOf(counts);
            set = Map.copyOf(set);
        }
    }

    /** One addend of a difference, in the party's words. */
    record Because(long add, Text what) {}

    /**
     * What somebody else is said to have said.
     *
     * @param said what, in words
     * @param chain who says so, outermost first
     * @param assertion asserted, planned, rumoured, alleged, denied, conditional, projected,
     *     unconfirmed
     */
    record Claim(Text said, List<Reporter> chain, String assertion, List<String> actors)
            implements Body {
        public Claim {
            chain = List.copyOf(chain);
            actors = List.copyOf(actors);
        }
    }

    /**
     * Words only: a message, a position, an answer, a report.
     *
     * @param version which edition of a document it is
     */
    record Said(Optional<String> version) implements Body {}

    /**
     * A step in the life of a dialogue, a channel or a meeting.
     *
     * @param on the day or days it happened; empty if only when it was said is known
     * @param expected the day it was planned for
     * @param fulfils the refs of the earlier steps that promised it
     * @param between the parties it is about; empty for all
     */
    record Contact(
            Step step,
            Optional<Edtf> on,
            Optional<Edtf> expected,
            List<String> fulfils,
            List<String> between,
            Circumstances how)
            implements Body {
        public Contact {
            fulfils = List.copyOf(fulfils);
            between = List.copyOf(between);
        }
    }

    /** How a contact took place, as its author tells it; all of it may be absent. */
    record Circumstances(
            Optional<Text> where,
            Optional<String> mode,
            Map<String, Text> level,
            Map<String, Text> who,
            List<Text> agenda,
            Optional<Text> because,
            List<Text> linked,
            List<String> observers,
            Optional<String> track,
            boolean notForAttribution) {
        public Circumstances {
            level = Map.copyOf(level);
            who = Map.copyOf(who);
            agenda = List.copyOf(agenda);
            linked = List.copyOf(linked);
            observers = List.copyOf(observers);
        }
    }

    /**
     * One side's account of an incident; accounts of the same one share a case.
     *
     * @param rule the rule that its author invokes
     */
    record Account(Edtf on, Optional<Text> where, Optional<Text> rule) implements Body {}

    /** A kind or a body this version does not know: kept and shown, never counted. */
    record Unknown(String kind) implements Body {}

    /** The fields an expression can see as {@code form.<field>}. */
    default Map<String, Value> formFields() {
        return switch (this) {
            case Declare declare -> declare.fields();
            case Change change -> change.fields();
            case Filled filled -> filled.fields();
            case Act act -> Map.of();
            case Totals totals -> Map.of();
            case Decide decide -> Map.of();
            case Dispute dispute -> Map.of();
            case Claim claim -> Map.of();
            case Said said -> Map.of();
            case Contact contact -> Map.of();
            case Account account -> Map.of();
            case Unknown unknown -> Map.of();
        };
    }
}
