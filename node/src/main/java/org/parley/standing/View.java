// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The three axes of a view.
 *
 * @param asOf when it is true: the end of this day in the agreement's zone
 * @param knownOn what was known by the end of this day
 * @param accordingTo in whose view; absent is the declared view, each party's latest word about
 *     itself
 */
public record View(LocalDate asOf, LocalDate knownOn, Optional<String> accordingTo) {
    /** The word for the view in which each party is as it declares itself. */
    public static final String DECLARED = "declared";

    public static View declared(LocalDate asOf, LocalDate knownOn) {
        return new View(asOf, knownOn, Optional.empty());
    }

    /** The name of the view in URLs and JSON. */
    public String viewer() {
        return accordingTo.orElse(DECLARED);
    }

    public View on(LocalDate day) {
        return new View(day, knownOn, accordingTo);
    }
}
