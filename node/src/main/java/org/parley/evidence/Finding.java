// SPDX-License-Identifier: Apache-2.0
package org.parley.evidence;

import org.parley.Text;

import java.util.List;

/**
 * Why a rule fired.
 *
 * @param beside entries of the record that it rests on
 */
record Finding(Text reason, List<Fact> beside) {

    Finding {
        beside = List.copyOf(beside);
    }

    static Finding of(String english, String chinese) {
        return new Finding(Text.of(english, chinese), List.of());
    }
}
