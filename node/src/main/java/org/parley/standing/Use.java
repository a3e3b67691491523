// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import java.time.LocalDate;

/** Something reported as a total that no quota bounds: notifications, sessions. */
public record Use(String what, String party, LocalDate asOf, long number, String statement) {}
