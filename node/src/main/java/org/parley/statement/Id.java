// SPDX-License-Identifier: Apache-2.0
package org.parley.statement;

import org.jspecify.annotations.Nullable;

import java.util.function.Supplier;

/**
 * The identity of a statement: SHA-256 of its canonical text, in hex. Worked out when it is first
 * asked for: an overview reads thousands of statements and shows the id of none. Equal to what has
 * the same hex, whether or not that was worked out before. Immutable as far as can be told from
 * outside, and thread safe: two threads that ask at once hash the same text to the same end.
 */
public final class Id {
    /** What is still to be hashed, then the hash alone, so that the text can be let go. */
    private volatile Supplier<String> hex;

    private record Known(String get) implements Supplier<String> {}

    private Id(Supplier<String> hex) {
        this.hex = hex;
    }

    /** One that is known already. */
    public static Id of(String hex) {
        return new Id(new Known(hex));
    }

    /**
     * One to be worked out.
     *
     * @param hex depends on nothing that changes
     */
    public static Id of(Supplier<String> hex) {
        return new Id(hex);
    }

    public String hex() {
        Supplier<String> now = hex;
        if (now instanceof Known known) {
            return known.get();
        }
        Known known = new Known(now.get());
        hex = known;
        return known.get();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || other instanceof Id id && hex().equals(id.hex());
    }

    @Override
    public int hashCode() {
        return hex().hashCode();
    }

    @Override
    public String toString() {
        return hex();
    }
}
