// SPDX-License-Identifier: Apache-2.0
package org.parley.agreement;

import org.parley.statement.Kind;
import org.parley.time.DateExpression;
import org.parley.time.Notice;
import org.parley.time.Span;

import java.util.Optional;

/**
 * Something that must be said or done by a deadline. Exactly one of {@code by} and {@code notice}
 * is present. Met by receipt (New START Protocol Four I.2: the date of a notification is the date
 * of its receipt).
 *
 * @param unless an act while which the duty has no effect
 * @param atLeast how many statements a period needs
 * @param nil whether an empty report is due where there is nothing to report
 */
public record Duty(
        Provision provision,
        Who who,
        Trigger trigger,
        Said say,
        Optional<DateExpression> by,
        Optional<Notice> notice,
        Optional<Formula> when,
        Optional<DateExpression> from,
        Optional<DateExpression> until,
        int atLeast,
        boolean nil,
        Optional<Extension> extension,
        Optional<String> unless) {

    public String id() {
        return provision.id();
    }

    /**
     * Who owes it.
     *
     * @param party the party of a {@code NAMED}; the set or group of a {@code SET} and of an {@code
     *     EACH_PARTY_EXCEPT}
     */
    public record Who(Role role, String party) {
        public static Who of(Role role) {
            return new Who(role, "");
        }
    }

    /** A role in the exchange, one named party, or those of a set. */
    public enum Role {
        EACH_PARTY,
        AUTHOR,
        OWNER,
        COUNTERPART,
        DEPOSITARY,
        NAMED,
        SET,
        EACH_PARTY_EXCEPT
    }

    /** What starts the clock. */
    public sealed interface Trigger {
        /** A date, once for each who owes it. */
        record Once() implements Trigger {}

        /** Each period anew. */
        record Every(String period) implements Trigger {}

        /** Each statement of a form reports an event of its own. */
        record Of(String form) implements Trigger {}

        /** Each statement of a form asks for another. */
        record After(String form) implements Trigger {}
    }

    /** What meets it: a kind of statement, narrowed to a form if one is named. */
    public record Said(Kind kind, Optional<String> form) {}

    /**
     * How a deadline can be extended: by at most so much each time.
     *
     * @param lead how long before the deadline it must be asked for, where the text counts so
     * @param request the form it is asked for by; that form's own duty says how early
     */
    public record Extension(Span atMost, Optional<Span> lead, Optional<String> request) {}
}
