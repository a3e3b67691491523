// SPDX-License-Identifier: Apache-2.0
package org.parley.flag;

import org.parley.standing.Standing;

import java.util.ArrayList;
import java.util.List;

/** All detectors, in the order in which their flags are listed. */
public final class Flags {
    private static final List<Detector> DETECTORS =
            List.of(
                    new OverLimit(),
                    new ExceededNotYetBinding(),
                    new ExceededContested(),
                    new LateNotification(),
                    new MissedDuty(),
                    new QuotaExceeded(),
                    new QuotaSpentEarly(),
                    new DuplicateIdentifier(),
                    new DoesNotAddUp(),
                    new IncompleteItems(),
                    new ViewsDiffer(),
                    new AgainstText(),
                    new ForkedLog(),
                    new RolledBackLog(),
                    new AfterLostKey());

    private Flags() {}

    public static List<Detector> detectors() {
        return DETECTORS;
    }

    public static List<Flag> of(Standing standing) {
        List<Flag> flags = new ArrayList<>();
        for (Detector detector : DETECTORS) {
            flags.addAll(detector.flags(standing));
        }
        return flags;
    }
}
