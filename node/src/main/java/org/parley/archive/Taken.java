// SPDX-License-Identifier: Apache-2.0
package org.parley.archive;

import java.util.Optional;

/**
 * A document that was taken in, with what was read in it.
 *
 * @param name as it was given this time
 * @param known whether the archive had it before
 * @param copy the document that it is a copy of, which counts instead of it
 */
public record Taken(String name, Entry entry, Reading reading, boolean known, Optional<Copy> copy) {

    /**
     * What it is a copy of.
     *
     * @param exact whether the bytes are the same
     */
    public record Copy(String id, String name, boolean exact) {}

    /** Its title, or its name. */
    public String title() {
        return reading.titleOr(name);
    }
}
