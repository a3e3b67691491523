// SPDX-License-Identifier: Apache-2.0
package org.parley.statement;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a record can be silent about: where it is complete, silence means that nothing was said;
 * where it is not, silence means nothing.
 */
public record Coverage(
        String under, Optional<LocalDate> from, Optional<LocalDate> until, boolean complete) {

    public boolean covers(String path, LocalDate day) {
        return (path.equals(under) || path.startsWith(under + "."))
                && from.map(start -> !day.isBefore(start)).orElse(true)
                && until.map(end -> day.isBefore(end)).orElse(true);
    }
}
