// SPDX-License-Identifier: Apache-2.0
package org.parley.evidence;

import org.parley.Text;

/** Two claims that a person set side by side. */
public record Pair(String id, Claim a, Claim b, Text title) {

    public boolean exercise() {
        return a.exercise() || b.exercise();
    }
}
