// SPDX-License-Identifier: Apache-2.0
package org.parley.evidence;

import org.parley.Text;

/** What is said to have happened to the thing. */
public enum Status implements Word {
    PROPOSED(true, "proposed", "提议"),
    ANNOUNCED(true, "announced", "宣布"),
    SCHEDULED(true, "scheduled", "已排定"),
    HELD(true, "held", "已举行"),
    POSTPONED(false, "postponed", "推迟"),
    CANCELLED(false, "cancelled", "取消"),
    SUSPENDED(false, "suspended", "中止"),
    RESUMED(true, "resumed", "恢复"),
    REFUSED(false, "refused", "拒绝"),
    EXPIRED(false, "expired", "到期");

    private final boolean going;
    private final String english;
    private final String chinese;

    Status(boolean going, String english, String chinese) {
        this.going = going;
        this.english = english;
        this.chinese = chinese;
    }

    /** Whether the thing is on: it took place, or is on its way. */
    public boolean going() {
        return going;
    }

    @Override
    public Text text() {
        return Text.of(english, chinese);
    }
}
