// SPDX-License-Identifier: Apache-2.0
package org.parley.contradiction;

import org.parley.Text;
import org.parley.evidence.Assertion;
import org.parley.evidence.Claim;

import java.util.List;
import java.util.Optional;

/**
 * Each of two parties says of the other that it broke an agreement, or that it is to blame for its
 * end. Both can be so and neither need be: a dispute, which stays with those who have it.
 */
final class Blame {
    static final String RULE = "mutual-blame";

    private Blame() {}

    /** What it takes, as a sentence. */
    static Text rule() {
        return Text.of("Each of two parties lays the fault at the other's door.", "双方互指对方违约或应负责任。");
    }

    static Text reason(Claim one, Claim other) {
        String first = by(one).orElse("?");
        String second = by(other).orElse("?");
        return Text.of(
                first
                        + " says so of "
                        + second
                        + ", and "
                        + second
                        + " of "
                        + first
                        + "; each statement stands under its author's name.",
                first + "与" + second + "互指对方；各自注明出处，并列保留。");
    }

    static boolean isMutual(Claim one, Claim other) {
        return by(one).filter(accused(other)::contains).isPresent()
                && by(other).filter(accused(one)::contains).isPresent()
                && !by(one).equals(by(other));
    }

    /** Whom a claim means. */
    private static List<String> accused(Claim claim) {
        return switch (claim.subject().aspect()) {
            case PERFORMS ->
                    claim.content().assertion() == Assertion.DENIED
                            ? claim.subject().whose()
                            : List.of();
            case RESPONSIBILITY ->
                    claim.content().word().map(word -> List.of(word.split(" "))).orElse(List.of());
            default -> List.of();
        };
    }

    private static Optional<String> by(Claim claim) {
        return claim.voice().isOfficial() ? claim.voice().of() : Optional.empty();
    }
}
