// SPDX-License-Identifier: Apache-2.0
package org.parley.gap;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a mechanism bears on a kind of weapon, in the order in which pages name it. */
public enum How {
    BANS,
    LIMITS_NUMBER,
    VERIFIES,
    NOTIFIES,
    STATES_NORM,
    TALKS_ABOUT;

    /** As written in files: {@code limits-number}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What has a word. */
    public static Optional<How> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(How::word).toList();
    }
}
