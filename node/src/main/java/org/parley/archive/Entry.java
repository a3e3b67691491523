// SPDX-License-Identifier: Apache-2.0
package org.parley.archive;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A document of the archive.
 *
 * @param id {@code sha256:} and the hash of its bytes in hexadecimal
 * @param name as it was given: the name of a file, or an address
 * @param mediaType as far as its first bytes and its name tell
 * @param bytes how many it has
 * @param taken when it was taken in
 * @param origin where it came from: a path, an address, or {@code -} for standard input
 * @param date the day that a person gave it; empty if nobody did
 * @param fingerprint by which near copies are found, with the name of the way it was made
 */
public record Entry(
        String id,
        String name,
        String mediaType,
        long bytes,
        Instant taken,
        String origin,
        Optional<LocalDate> date,
        Optional<String> fingerprint) {

    /** The hash alone, in hexadecimal. */
    public String hex() {
        return id.substring(Archive.PREFIX.length());
    }

    /** The first characters of the hash, for people. */
    public String shortId() {
        return shortened(id);
    }

    /** The same of an id alone. */
    public static String shortened(String id) {
        return id.substring(Archive.PREFIX.length(), Archive.PREFIX.length() + 12);
    }

    /** The same with the day that a person gave it. */
    public Entry dated(LocalDate day) {
        return new Entry(id, name, mediaType, bytes, taken, origin, Optional.of(day), fingerprint);
    }
}
