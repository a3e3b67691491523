// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A state's place in an agreement, as of the view.
 *
 * @param signed when it signed
 * @param deposited when the depositary received the act that binds it
 * @param since from when it is bound: what the depositary says, else what the rule comes to
 * @param rule what the rule comes to, where the depositary says something
 * @param until the first day on which it is no longer bound, as far as it gave notice
 * @param contestedBy the parties that deny effect to its leaving, or to its suspending everything
 */
public record MemberStanding(
        String party,
        State state,
        Optional<LocalDate> signed,
        Optional<LocalDate> deposited,
        Optional<LocalDate> since,
        Optional<LocalDate> rule,
        Optional<LocalDate> until,
        List<String> contestedBy,
        List<String> statements) {

    public MemberStanding {
        contestedBy = List.copyOf(contestedBy);
        statements = List.copyOf(statements);
    }

    /** Where a state is between its signature and its leaving. */
    public enum State {
        NOT_A_PARTY,
        SIGNATORY,
        PROVISIONAL,
        /** It has deposited its act; the agreement does not bind it yet. */
        DEPOSITED,
        PARTY,
        /** It says that it left; the text or others say that it did not. */
        CONTESTED,
        LEFT;

        /** As written in files: {@code not-a-party}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Whether it is bound, or was and left under contest. */
    public boolean isBound() {
        return state == State.PARTY || state == State.CONTESTED;
    }
}
