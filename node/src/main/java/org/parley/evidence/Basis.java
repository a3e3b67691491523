// SPDX-License-Identifier: Apache-2.0
package org.parley.evidence;

import org.parley.Text;

/** How the date of what is claimed is known. */
public enum Basis implements Word {
    STATED("stated in the sentence", "句中写明"),
    PARTIAL("partly stated", "部分写明"),
    FOOTNOTE("from a footnote", "据脚注"),
    DERIVED("reckoned from the date of the text", "据发表日期推算"),
    INFERRED("inferred from elsewhere", "据他处推断"),
    NONE("not dated", "无日期");

    private final String english;
    private final String chinese;

    Basis(String english, String chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    @Override
    public Text text() {
        return Text.of(english, chinese);
    }
}
