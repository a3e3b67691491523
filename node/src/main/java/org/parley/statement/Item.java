// SPDX-License-Identifier: Apache-2.0
package org.parley.statement;

import java.util.Map;

/** A declared thing as a declaration lists it: identifier, kind, state and attributes. */
public record Item(String id, String kind, String state, Map<String, Value> fields) {
    /** How many lines of lists and changes of items one record can hold. */
    public static final int RECORD_MAX = 9_000_000;

    public Item {
        fields = Map.copyOf(fields);
    }
}
