// SPDX-License-Identifier: Apache-2.0
package org.parley.flag;

import org.parley.standing.Standing;

import java.util.List;

/** Items add nothing to a count, because something that the count needs was not stated. */
final class IncompleteItems implements Detector {
    @Override
    public String code() {
        return "incomplete-items";
    }

    @Override
    public List<Flag> flags(Standing standing) {
        return Findings.flags(
                standing,
                code(),
                "not counted, because something needed was not stated: ",
                "因所需内容未陈述而未计入：");
    }
}
