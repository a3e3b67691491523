// SPDX-License-Identifier: Apache-2.0
package org.parley.flag;

import org.parley.standing.DutyStanding;
import org.parley.standing.Standing;

import java.util.ArrayList;
import java.util.List;

/** A duty was missed: a party says so, or the record is complete there and holds nothing. */
final class MissedDuty implements Detector {
    @Override
    public String code() {
        return "missed-duty";
    }

    @Override
    public List<Flag> flags(Standing standing) {
        List<Flag> flags = new ArrayList<>();
        for (DutyStanding duty : standing.duties()) {
            if (duty.state() == DutyStanding.State.MISSED) {
                List<String> voices =
                        duty.positions().stream()
                                .filter(position -> position.says().equals("missed"))
                                .map(DutyStanding.Position::party)
                                .toList();
                String said = voices.isEmpty() ? "" : ", according to " + String.join(", ", voices);
                String chinese = voices.isEmpty() ? "" : "（依据：" + String.join("、", voices) + "）";
                flags.add(
                        Flag.of(
                                code(),
                                duty,
                                "nothing received" + said,
                                "未收到" + chinese,
                                duty.positions().stream()
                                        .map(DutyStanding.Position::ref)
                                        .toList()));
            }
        }
        return flags;
    }
}
