// SPDX-License-Identifier: Apache-2.0
package org.parley.expression;

import org.parley.Place;
import org.parley.Text;

import java.util.Locale;

/**
 * Why an expression has no value for one item or form. It says nothing about the rule: it is
 * reported beside the item.
 *
 * @param place where in the rule it happened
 * @param subject the field, entry or sub-expression without a value
 */
public record NoValue(Reason reason, Place place, String subject) {

    /** Why there is no value. */
    public enum Reason {
        NOT_STATED("%s was not stated", "未陈述 %s"),
        NO_ENTRY("%s has no such entry", "%s 中没有该条目"),
        NO_TABLE("no table %s is in force", "没有有效的表 %s"),
        UNKNOWN_KIND("%s is not a declared one", "%s 未声明"),
        OVERFLOW("%s is too large a number", "%s 的数值过大"),
        DIVIDED_BY_ZERO("%s divides by zero", "%s 除以零");

        private final String english;
        private final String chinese;

        Reason(String english, String chinese) {
            this.english = english;
            this.chinese = chinese;
        }
    }

    /** One sentence for people, in both languages. */
    public Text text() {
        return Text.of(
                String.format(Locale.ROOT, reason.english, subject),
                String.format(Locale.ROOT, reason.chinese, subject));
    }
}
