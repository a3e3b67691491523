// SPDX-License-Identifier: Apache-2.0
package org.parley.flag;

import org.parley.Text;
import org.parley.standing.Difference;
import org.parley.standing.DutyStanding;
import org.parley.standing.Standing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Two parties' views of the same number or duty differ. Both are named; neither is picked. */
final class ViewsDiffer implements Detector {
    @Override
    public String code() {
        return "views-differ";
    }

    /** What stands beside a duty and is nobody's claim about it. */
    private static final Set<String> NO_VOICE =
            Set.of(DutyStanding.Position.EXTENDED, DutyStanding.Position.TENDERED);

    /** A plea that nobody has answered is one voice, and no difference. */
    private static long voices(DutyStanding duty) {
        return duty.positions().stream()
                .filter(position -> !NO_VOICE.contains(position.says()))
                .map(DutyStanding.Position::party)
                .distinct()
                .count();
    }

    private static String shown(Standing standing, Difference one, long value) {
        return standing.agreement().shown(one.count(), value);
    }

    @Override
    public List<Flag> flags(Standing standing) {
        List<Flag> flags = new ArrayList<>();
        for (Difference one : standing.differences()) {
            String sign = one.difference() > 0 ? "+" : "";
            flags.add(
                    new Flag(
                            code(),
                            one.party(),
                            "counts." + one.count(),
                            Text.of(
                                    one.party()
                                            + ": "
                                            + one.count()
                                            + " declared "
                                            + shown(standing, one, one.declared())
                                            + ", according to "
                                            + one.claimedBy()
                                            + " "
                                            + shown(standing, one, one.claimed())
                                            + " ("
                                            + sign
                                            + shown(standing, one, one.difference())
                                            + ")",
                                    one.party()
                                            + "："
                                            + one.count()
                                            + " 申报为 "
                                            + shown(standing, one, one.declared())
                                            + "，依据 "
                                            + one.claimedBy()
                                            + " 为 "
                                            + shown(standing, one, one.claimed())
                                            + "（"
                                            + sign
                                            + shown(standing, one, one.difference())
                                            + "）"),
                            List.of(one.statement())));
        }
        for (DutyStanding duty : standing.duties()) {
            // what the one who owes it did under the duty is its word too
            long voices = voices(duty);
            boolean two = voices > 1 || voices == 1 && duty.statement().isPresent();
            if (duty.state() == DutyStanding.State.CONTESTED && two) {
                flags.add(
                        Flag.of(
                                code(),
                                duty,
                                "the parties differ on it",
                                "各方说法不一",
                                duty.positions().stream()
                                        .map(DutyStanding.Position::ref)
                                        .toList()));
            }
        }
        return flags;
    }
}
