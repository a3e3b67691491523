// SPDX-License-Identifier: Apache-2.0
package org.parley.flag;

import org.parley.Text;
import org.parley.standing.LimitStanding;
import org.parley.standing.Standing;

import java.util.List;

/** A current figure lies beyond a bound of which the parties differ on whether it binds. */
final class ExceededContested implements Detector {
    @Override
    public String code() {
        return "exceeded-contested";
    }

    @Override
    public List<Flag> flags(Standing standing) {
        return standing.limits().stream()
                .filter(limit -> limit.state() == LimitStanding.State.CONTESTED)
                .filter(LimitStanding::exceeds)
                .map(limit ->
                        new Flag(
                                code(),
                                limit.party(),
                                limit.limit().provision().path(),
                                text(limit, standing),
                                limit.figure().orElseThrow().statements()))
                .toList();
    }

    private static Text text(LimitStanding limit, Standing standing) {
        String count = limit.limit().count();
        String value = standing.agreement().shown(count, limit.value().orElseThrow());
        String bound = standing.agreement().shown(count, limit.bound().orElseThrow());
        String name = limit.party() + ": " + limit.limit().id() + " ";
        return Text.of(
                name + value + ", beyond " + bound + "; whether that binds is contested",
                limit.party()
                        + "："
                        + limit.limit().id()
                        + " 为 "
                        + value
                        + "，限额 "
                        + bound
                        + "；该限额是否具有约束力存在争议");
    }
}
