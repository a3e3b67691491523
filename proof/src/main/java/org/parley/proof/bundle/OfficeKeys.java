// SPDX-License-Identifier: Apache-2.0
package org.parley.proof.bundle;

import org.parley.proof.note.VerifierKey;

import java.util.Collection;

/** Which keys may sign statements under a name. */
@FunctionalInterface
public interface OfficeKeys {
    /**
     * The keys of this name that were valid at this place of the log; none when the name is
     * unknown.
     *
     * @param index of the statement in the log: keys begin and end at an index, not at a time
     */
    Collection<VerifierKey> of(String name, long index);
}
