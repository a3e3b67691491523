// SPDX-License-Identifier: Apache-2.0
package org.parley.planted.agreement;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Supplier;

/** Planted: must be caught by the architecture rules. */
record AsksTheClock(Instant at, Clock clock, Supplier<LocalDate> today) {
    static AsksTheClock offence() {
        return new AsksTheClock(Instant.now(), Clock.systemUTC(), LocalDate::now);
    }
}
