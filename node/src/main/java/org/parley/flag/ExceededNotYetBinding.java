// SPDX-License-Identifier: Apache-2.0
package org.parley.flag;

import org.parley.Text;
import org.parley.standing.LimitStanding;
import org.parley.standing.Standing;

import java.util.ArrayList;
import java.util.List;

/** A current figure lies beyond a limit that does not bind yet. */
final class ExceededNotYetBinding implements Detector {
    @Override
    public String code() {
        return "exceeded-not-yet-binding";
    }

    @Override
    public List<Flag> flags(Standing standing) {
        List<Flag> flags = new ArrayList<>();
        for (LimitStanding limit : standing.limits()) {
            if (limit.state() == LimitStanding.State.NOT_YET_BINDING && limit.exceeds()) {
                String count = limit.limit().count();
                String value = standing.agreement().shown(count, limit.value().orElseThrow());
                String bound = standing.agreement().shown(count, limit.bound().orElseThrow());
                String from = limit.binds().map(Object::toString).orElse("…");
                flags.add(
                        new Flag(
                                code(),
                                limit.party(),
                                limit.limit().provision().path(),
                                Text.of(
                                        limit.party()
                                                + ": "
                                                + limit.limit().id()
                                                + " "
                                                + value
                                                + ", above "
                                                + bound
                                                + ", which binds from "
                                                + from,
                                        limit.party()
                                                + "："
                                                + limit.limit().id()
                                                + " 为 "
                                                + value
                                                + "，高于 "
                                                + bound
                                                + "；该限额自 "
                                                + from
                                                + " 起生效"),
                                limit.figure().orElseThrow().statements()));
            }
        }
        return flags;
    }
}
