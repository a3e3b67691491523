// SPDX-License-Identifier: Apache-2.0
package org.parley.statement;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A step in the life of a dialogue, a channel or a meeting. Suspended and no longer mentioned are
 * different things: there is no step for silence.
 */
public enum Step {
    PROPOSED,
    AGREED,
    INSTALLED,
    SCHEDULED,
    POSTPONED,
    HELD,
    TESTED,
    USED,
    RESUMED,
    STALLED,
    SUSPENDED,
    REFUSED,
    CANCELLED,
    NO_ANSWER,
    BLOCKED,
    ENDED;

    /** As written in files: {@code no-answer}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Step> of(String word) {
        return Arrays.stream(values()).filter(step -> step.word().equals(word)).findFirst();
    }

    public static Set<String> words() {
        Set<String> words = new TreeSet<>();
        for (Step step : values()) {
            words.add(step.word());
        }
        return words;
    }

    /** Whether the sides were in touch. */
    public boolean isTouch() {
        return this == HELD || this == TESTED || this == USED || this == RESUMED;
    }

    /** Whether it is a word about the future only. */
    public boolean isPromise() {
        return this == PROPOSED || this == AGREED || this == SCHEDULED || this == POSTPONED;
    }
}
