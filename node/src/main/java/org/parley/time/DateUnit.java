// SPDX-License-Identifier: Apache-2.0
package org.parley.time;

import org.parley.Text;

import java.util.Arrays;
import java.util.Optional;

/** What the date language counts in. There are no weeks: treaties say seven or fourteen days. */
public enum DateUnit {
    HOUR("hour", "小时"),
    DAY("day", "天"),
    /** A day that is neither Saturday, Sunday nor a declared holiday. */
    WORKING_DAY("working-day", "个工作日"),
    MONTH("month", "个月"),
    YEAR("year", "年");

    private final String word;
    private final String chinese;

    DateUnit(String word, String chinese) {
        this.word = word;
        this.chinese = chinese;
    }

    /** The word of the date language, singular: {@code working-day}. */
    public String word() {
        return word;
    }

    /** The unit that a word names, singular or plural. */
    static Optional<DateUnit> named(String written) {
        return Arrays.stream(values())
                .filter(unit -> written.equals(unit.word) || written.equals(unit.word + "s"))
                .findFirst();
    }

    /** An amount in the date language: {@code 1 day}, {@code 5 working-days}. */
    String source(int amount) {
        return amount + " " + word + (amount == 1 ? "" : "s");
    }

    /** An amount in words: "5 working days" and "5 个工作日". */
    Text amount(int amount) {
        return Text.of(source(amount).replace('-', ' '), amount + " " + chinese);
    }
}
