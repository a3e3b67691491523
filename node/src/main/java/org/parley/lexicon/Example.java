// SPDX-License-Identifier: Apache-2.0
package org.parley.lexicon;

import org.parley.Place;

import java.util.Map;

/**
 * A sentence that a pattern must, or must not, find something in.
 *
 * @param expect slots that the claim must have; empty if it is enough that there is one
 * @param positive whether something must be found
 */
public record Example(String text, Map<String, String> expect, boolean positive, Place place) {
    public Example {
        expect = Map.copyOf(expect);
    }
}
