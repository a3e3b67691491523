// SPDX-License-Identifier: Apache-2.0
package org.parley.archive;

import org.parley.document.ReadDocument;
import org.parley.proof.canonical.Hash;

import java.nio.charset.StandardCharsets;

/** How near copies of a text are told. Must be safe for any number of threads. */
public interface Sameness {
    /** Which way this is: fingerprints of different ways are never compared. */
    String name();

    /** A number that is the same, or nearly so, for texts that are nearly the same. */
    long fingerprint(ReadDocument document);

    /** Whether two texts are copies. */
    boolean nearlySame(long one, long other);

    /** Copies whose letters and digits are the same: what lies between these does not count. */
    Sameness LETTERS =
            new Sameness() {
                @Override
                public String name() {
                    return "letters";
                }

                @Override
                public long fingerprint(ReadDocument document) {
                    StringBuilder letters = new StringBuilder();
                    document.text()
                            .value()
                            .codePoints()
                            .filter(Character::isLetterOrDigit)
                            .map(Character::toLowerCase)
                            .forEach(letters::appendCodePoint);
                    byte[] bytes = letters.toString().getBytes(StandardCharsets.UTF_8);
                    return Long.parseUnsignedLong(Hash.of(bytes).hex().substring(0, 16), 16);
                }

                @Override
                public boolean nearlySame(long one, long other) {
                    return one == other;
                }
            };
}
