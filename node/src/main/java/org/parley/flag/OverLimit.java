// SPDX-License-Identifier: Apache-2.0
package org.parley.flag;

import org.parley.Text;
import org.parley.standing.LimitStanding;
import org.parley.standing.Standing;

import java.util.ArrayList;
import java.util.List;

/** A current figure lies beyond a limit that binds. */
final class OverLimit implements Detector {
    @Override
    public String code() {
        return "over-limit";
    }

    @Override
    public List<Flag> flags(Standing standing) {
        List<Flag> flags = new ArrayList<>();
        for (LimitStanding limit : standing.limits()) {
            if (limit.state() == LimitStanding.State.OVER) {
                flags.add(
                        new Flag(
                                code(),
                                limit.party(),
                                limit.limit().provision().path(),
                                text(limit, standing),
                                limit.figure().orElseThrow().statements()));
            }
        }
        return flags;
    }

    private static Text text(LimitStanding limit, Standing standing) {
        String viewer = standing.view().viewer();
        String count = limit.limit().count();
        String value = standing.agreement().shown(count, limit.value().orElseThrow());
        String bound = standing.agreement().shown(count, limit.bound().orElseThrow());
        String name = limit.limit().id();
        return Text.of(
                limit.party()
                        + ": "
                        + name
                        + " "
                        + value
                        + ", limit "
                        + bound
                        + ", in the view "
                        + viewer,
                limit.party()
                        + "："
                        + name
                        + " 为 "
                        + value
                        + "，限额 "
                        + bound
                        + "（依据："
                        + viewer
                        + "）");
    }
}
