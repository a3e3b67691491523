// SPDX-License-Identifier: Apache-2.0
package org.parley.flag;

import org.parley.Text;

import java.util.List;

/**
 * Something the engine noticed. Never a finding: that is for parties.
 *
 * @param code of the detector, also its page: {@code docs/flags/<code>.md}
 * @param party whom it concerns
 * @param about what it concerns: a provision's path, an item, a date
 * @param statements the refs of the statements it rests on
 */
public record Flag(String code, String party, String about, Text text, List<String> statements) {
    public Flag {
        statements = List.copyOf(statements);
    }
}
