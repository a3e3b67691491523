// SPDX-License-Identifier: Apache-2.0
package org.parley.agreement;

import org.parley.Place;
import org.parley.Text;

import java.util.Optional;

/**
 * What every addressable rule of an agreement carries.
 *
 * @param path its address: {@code limits.warheads}
 * @param article the article it stands for, as cited; empty if none is named
 * @param unverified whether the article was read only second-hand; pages show it
 * @param place where in the agreement file it stands
 */
public record Provision(
        String path,
        Text title,
        Optional<String> article,
        Optional<String> source,
        boolean unverified,
        Optional<Text> note,
        Place place) {

    /** The last part of the path: {@code warheads}. */
    public String id() {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
