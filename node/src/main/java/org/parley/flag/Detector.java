// SPDX-License-Identifier: Apache-2.0
package org.parley.flag;

import org.parley.standing.Standing;

import java.util.List;

/** Notices one kind of thing in a standing. One final class and one page each. */
public sealed interface Detector
        permits OverLimit,
                ExceededNotYetBinding,
                ExceededContested,
                LateNotification,
                MissedDuty,
                QuotaExceeded,
                QuotaSpentEarly,
                DuplicateIdentifier,
                DoesNotAddUp,
                IncompleteItems,
                ViewsDiffer,
                AgainstText,
                ForkedLog,
                RolledBackLog,
                AfterLostKey {

    /** The word in JSON and the name of its page: {@code over-limit}. */
    String code();

    List<Flag> flags(Standing standing);
}
