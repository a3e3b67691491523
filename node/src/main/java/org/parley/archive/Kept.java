// SPDX-License-Identifier: Apache-2.0
package org.parley.archive;

import org.parley.extraction.FoundClaim;

import java.util.List;
import java.util.Optional;

/** A document of the archive with what was read in it. */
public record Kept(Entry entry, Reading reading) {

    /** The same document with other claims. */
    public Kept with(List<FoundClaim> claims) {
        return new Kept(entry, new Reading(reading.head(), claims));
    }

    /** Its title, or else the name under which it came. */
    public String title() {
        return reading.titleOr(entry.name());
    }

    /** {@code zh-Hans}, {@code zh-Hant}, {@code en} or {@code und}. */
    public String language() {
        return reading.head().language();
    }

    /** Where a reader finds it: its address, if it has one. */
    public Optional<String> address() {
        return reading.head().url().filter(Kept::isAddress).or(this::fetched);
    }

    private Optional<String> fetched() {
        return Optional.of(entry.origin()).filter(Kept::isAddress);
    }

    private static boolean isAddress(String text) {
        return text.startsWith("https://") || text.startsWith("http://");
    }
}
