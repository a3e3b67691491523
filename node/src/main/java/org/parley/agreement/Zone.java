// SPDX-License-Identifier: Apache-2.0
package org.parley.agreement;

import org.parley.Text;
import org.parley.time.DateExpression;

import java.util.List;
import java.util.Optional;

/** A zone, inside another or by itself. */
public record Zone(String name, Text title, Optional<String> within) {

    /** A place with the zones it belongs to, or is deemed to belong to, and since when. */
    public record Member(String place, Text title, List<Belongs> zones) {
        public Member {
            zones = List.copyOf(zones);
        }
    }

    /** Membership for a time; absent dates are open. */
    public record Belongs(
            String zone, Optional<DateExpression> from, Optional<DateExpression> until) {}
}
