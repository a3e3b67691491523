// SPDX-License-Identifier: Apache-2.0
package org.parley.proof.bundle;

import org.parley.proof.canonical.Hash;

import java.util.Optional;
import java.util.OptionalLong;

/** What one step of an audit came to. */
public sealed interface Result {
    Step step();

    /**
     * Everything there was to check holds.
     *
     * @param checked how many: signatures, hashes, entries
     */
    record Passed(Step step, long checked) implements Result {}

    /**
     * What could be checked holds, but for some of it there was nothing to check it with. That is
     * no accusation.
     *
     * @param open for how many
     * @param firstOpen the index of the first of them
     */
    record Open(Step step, long checked, long open, long firstOpen) implements Result {}

    /**
     * Something does not hold.
     *
     * @param index of the entry, if it is about one
     * @param expected the hash that was signed, if it is about a hash
     * @param actual the hash of what is there
     */
    record Failed(
            Step step,
            OptionalLong index,
            String message,
            Optional<Hash> expected,
            Optional<Hash> actual)
            implements Result {}

    /**
     * Not looked at, because an earlier step failed and nothing after it could be believed.
     *
     * @param because the step that failed
     */
    record Skipped(Step step, Step because) implements Result {}
}
