// SPDX-License-Identifier: Apache-2.0
package org.parley.agreement;

import org.parley.Place;

import java.util.List;
import java.util.Map;

/**
 * Items that are declared alike.
 *
 * @param kinds what {@code item.kind} can be
 * @param id the word for their identifier ({@code uid}); identifiers are unique in the agreement
 * @param states what {@code item.state} can be
 */
public record ItemGroup(
        String name,
        List<String> kinds,
        String id,
        List<String> states,
        Map<String, FieldKind> fields,
        Place place) {}
