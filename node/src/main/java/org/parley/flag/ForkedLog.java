// SPDX-License-Identifier: Apache-2.0
package org.parley.flag;

import org.parley.standing.Standing;

import java.util.List;

/** Two signed checkpoints of one log cannot both be true, and the file that shows it is held. */
final class ForkedLog implements Detector {
    @Override
    public String code() {
        return "forked-log";
    }

    @Override
    public List<Flag> flags(Standing standing) {
        return Findings.flags(
                standing, code(), "two histories of its log are signed: ", "其日志有两套已签署的历史：");
    }
}
