// SPDX-License-Identifier: Apache-2.0
package org.parley.statement;

import org.parley.Text;

import java.util.List;

/**
 * Something about how statements are kept and signed, and not about what they say: that a log has
 * two histories, that a key was reported lost. Whoever holds the record notices it; the fold only
 * hands it on, in every view, for it is about the record that is read.
 *
 * @param code of the flag that it raises
 * @param party whose log or key it is
 * @param about the file or the key
 * @param statements the refs of the statements it rests on
 */
public record Notice(
        String code, String party, String about, Text detail, List<String> statements) {
    public Notice {
        statements = List.copyOf(statements);
    }
}
