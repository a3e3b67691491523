// SPDX-License-Identifier: Apache-2.0
package org.parley.flag;

import org.parley.standing.Standing;

import java.util.List;

/** A log was shown shorter than it was before, under its own signature. */
final class RolledBackLog implements Detector {
    @Override
    public String code() {
        return "rolled-back-log";
    }

    @Override
    public List<Flag> flags(Standing standing) {
        return Findings.flags(
                standing, code(), "its log was shown shorter than before: ", "其日志曾以短于此前的规模出示：");
    }
}
