// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import org.parley.statement.Scope;
import org.parley.time.Edtf;

import java.util.List;
import java.util.Optional;

/**
 * An act with its four dates, and who contests it.
 *
 * @param taken whether it has taken effect by the view's asOf
 * @param contestedBy the parties that deny it effect
 */
public record ActLine(
        String act,
        String party,
        Scope scope,
        Optional<Edtf> decided,
        Optional<Edtf> notified,
        Optional<Edtf> received,
        Optional<Edtf> effective,
        Optional<Edtf> until,
        boolean taken,
        List<String> contestedBy,
        String statement) {
    public ActLine {
        contestedBy = List.copyOf(contestedBy);
    }
}
