// SPDX-License-Identifier: Apache-2.0
package org.parley.flag;

import org.parley.standing.QuotaStanding;
import org.parley.standing.Standing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** A quota was used up before half of its period had passed: nothing is left for what may come. */
final class QuotaSpentEarly implements Detector {
    @Override
    public String code() {
        return "quota-spent-early";
    }

    @Override
    public List<Flag> flags(Standing standing) {
        List<Flag> flags = new ArrayList<>();
        for (QuotaStanding quota : standing.quotas()) {
            if (quota.capReached().filter(day -> early(quota, day)).isPresent()
                    && quota.cap().filter(cap -> cap > 1).isPresent()) {
                LocalDate day = quota.capReached().get();
                flags.add(
                        Flag.of(
                                code(),
                                quota,
                                "used up on " + day + ", in the first half of " + quota.period(),
                                "于 " + day + " 用尽，尚在 " + quota.period() + " 的前半段"));
            }
        }
        return flags;
    }

    private static boolean early(QuotaStanding quota, LocalDate day) {
        long length = ChronoUnit.DAYS.between(quota.period().start(), quota.period().end());
        return ChronoUnit.DAYS.between(quota.period().start(), day) * 2 < length;
    }
}
