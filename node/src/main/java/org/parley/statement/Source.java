// SPDX-License-Identifier: Apache-2.0
package org.parley.statement;

import java.util.List;
import java.util.Optional;

/**
 * Where a statement was read.
 *
 * @param primary who published it first, in words
 * @param read the copy that was read: an address or a description
 * @param also further copies that agree
 * @param date of the copy, as written
 */
public record Source(
        Optional<String> primary, Optional<String> read, List<String> also, Optional<String> date) {
    public static final Source NONE =
            new Source(Optional.empty(), Optional.empty(), List.of(), Optional.empty());

    public Source {
        also = List.copyOf(also);
    }

    /** One line: primary, copy read, date. */
    public String shown() {
        StringBuilder line = new StringBuilder(primary.orElse(""));
        read.ifPresent(copy -> line.append(line.isEmpty() ? "" : "; read: ").append(copy));
        date.ifPresent(day -> line.append(line.isEmpty() ? "" : ", ").append(day));
        return line.toString();
    }
}
