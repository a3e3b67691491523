// SPDX-License-Identifier: Apache-2.0
package org.parley.statement;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The kinds of statement. A kind from the future is kept as {@link #OTHER}: shown, never counted.
 */
public enum Kind {
    ACT,
    DECLARE,
    CHANGE,
    INTEND,
    INSPECT,
    REPORT,
    CONVENE,
    DECIDE,
    ASSIGN,
    MESSAGE,
    ACKNOWLEDGE,
    ACCEPT,
    DISPUTE,
    CLARIFY,
    CLAIM,
    ERASE,
    KEY,
    HEADS,
    OTHER;

    /** As written in files and on the wire: {@code declare}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Kind> of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind != OTHER && kind.word().equals(word))
                .findFirst();
    }

    public static Set<String> words() {
        Set<String> words = new TreeSet<>();
        for (Kind kind : values()) {
            if (kind != OTHER) {
                words.add(kind.word());
            }
        }
        return words;
    }
}
