// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.reading;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was done to a treaty last, for the steps of it that are told next: a bill is passed, a law
 * signed, a notice given. Not safe for several threads.
 */
final class Deeds {
    /** How many sentences later a step may still be one of what was told. */
    private static final int RECENT = 6;

    /** What is done in steps. */
    private static final Set<String> STEPPED =
            Set.of(
                    "withdraw",
                    "withdraw_notice",
                    "withdraw_ratification",
                    "withdraw_signature",
                    "suspend",
                    "ratify",
                    "accede");

    private static final Set<String> LEAVING = Set.of("withdraw", "withdraw_notice");

    private Optional<Deed> last = Optional.empty();

    /** How many sentences ago it was told. */
    private int since;

    /** What was done to a treaty, by whom. */
    record Deed(String action, List<String> mechanisms, List<String> actors) {
        /** Whether notice was given that a treaty would be left. */
        boolean isNotice() {
            return action.equals("withdraw_notice");
        }

        /** Whether an act is this one, or one of its steps: who leaves has given notice. */
        boolean isOf(String act) {
            return action.equals(act) || LEAVING.contains(action) && LEAVING.contains(act);
        }
    }

    void beginSentence() {
        since++;
    }

    /** Keeps what was done, unless it is only to come and was told just now as done. */
    void acted(Draft draft) {
        String action = draft.match().pattern().set().getOrDefault("action", "");
        boolean toldHere = since == 0 && draft.ahead();
        if (STEPPED.contains(action)
                && !draft.denied()
                && !toldHere
                && !draft.mechanisms().isEmpty()) {
            List<String> actors =
                    draft.actors().isEmpty()
                            ? last.map(Deed::actors).orElse(List.of())
                            : draft.actors();
            last = Optional.of(new Deed(action, draft.mechanisms(), actors));
            since = 0;
        }
    }

    /** What was done last, if that was told only just now. */
    Optional<Deed> last() {
        return since <= RECENT ? last : Optional.empty();
    }
}
