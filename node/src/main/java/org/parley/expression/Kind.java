// SPDX-License-Identifier: Apache-2.0
package org.parley.expression;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A kind of item as an agreement declares it.
 *
 * @param name as in {@code item.kind}
 * @param states as in {@code item.state}; empty where the kind has none
 * @param fields by short name ({@code loaded}), in order of declaration
 */
public record Kind(String name, List<String> states, Map<String, FieldType> fields) {
    public Kind {
        states = List.copyOf(states);
        fields = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
}
