// SPDX-License-Identifier: Apache-2.0
package org.parley.evidence;

import org.parley.Text;

/** How it is put. */
public enum Assertion implements Word {
    ASSERTED("asserted", "断言"),
    PLANNED("planned", "计划"),
    RUMOURED("rumoured", "传闻"),
    ALLEGED("alleged", "指称"),
    DENIED("denied", "否认"),
    CONDITIONAL("conditional", "附条件"),
    PROJECTED("projected", "预测"),
    UNCONFIRMED("unconfirmed", "未经证实");

    private final String english;
    private final String chinese;

    Assertion(String english, String chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    @Override
    public Text text() {
        return Text.of(english, chinese);
    }
}
