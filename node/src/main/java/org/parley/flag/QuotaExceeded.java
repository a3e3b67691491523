// SPDX-License-Identifier: Apache-2.0
package org.parley.flag;

import org.parley.standing.QuotaStanding;
import org.parley.standing.Standing;

import java.util.ArrayList;
import java.util.List;

/** More of a quota was used than there is. */
final class QuotaExceeded implements Detector {
    @Override
    public String code() {
        return "quota-exceeded";
    }

    @Override
    public List<Flag> flags(Standing standing) {
        List<Flag> flags = new ArrayList<>();
        for (QuotaStanding quota : standing.quotas()) {
            if (quota.state() == QuotaStanding.State.EXCEEDED) {
                String used = quota.used() + "/" + quota.cap().orElseThrow();
                flags.add(
                        Flag.of(
                                code(),
                                quota,
                                used + " in " + quota.period(),
                                "在 " + quota.period() + " 内用 " + used));
            }
        }
        return flags;
    }
}
