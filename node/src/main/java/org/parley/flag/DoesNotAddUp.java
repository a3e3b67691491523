// SPDX-License-Identifier: Apache-2.0
package org.parley.flag;

import org.parley.standing.Standing;

import java.util.List;

/** A declared total or list differs from what the change notices since the last one come to. */
final class DoesNotAddUp implements Detector {
    @Override
    public String code() {
        return "does-not-add-up";
    }

    @Override
    public List<Flag> flags(Standing standing) {
        return Findings.flags(
                standing, code(), "does not add up to the change notices: ", "与变更通知累计不符：");
    }
}
