// SPDX-License-Identifier: Apache-2.0
package org.parley.agreement;

import org.parley.time.Span;

import java.util.Optional;

/** How the agreement is extended and left. */
public record Exit(Optional<Extension> extension, Optional<Withdrawal> withdrawal) {
    public static final Exit NONE = new Exit(Optional.empty(), Optional.empty());

    /** Extended by at most so much. */
    public record Extension(Provision provision, Span atMost) {}

    /**
     * Left on notice.
     *
     * @param notice from receipt of the notice to its effect
     * @param unless an act while which it has no effect
     */
    public record Withdrawal(
            Provision provision,
            Span notice,
            Optional<String> unless,
            Optional<String> conference) {}
}
