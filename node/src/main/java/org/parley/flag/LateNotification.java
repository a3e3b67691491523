// SPDX-License-Identifier: Apache-2.0
package org.parley.flag;

import org.parley.standing.DutyStanding;
import org.parley.standing.Standing;

import java.util.ArrayList;
import java.util.List;

/** Something was received after it was due. Publication alone never makes anything late. */
final class LateNotification implements Detector {
    @Override
    public String code() {
        return "late-notification";
    }

    @Override
    public List<Flag> flags(Standing standing) {
        List<Flag> flags = new ArrayList<>();
        for (DutyStanding duty : standing.duties()) {
            if (duty.state() == DutyStanding.State.LATE) {
                String received = duty.received().map(Object::toString).orElse("…");
                flags.add(
                        Flag.of(
                                code(),
                                duty,
                                "received " + received,
                                "收到于 " + received,
                                duty.statement().map(List::of).orElse(List.of())));
            }
        }
        return flags;
    }
}
