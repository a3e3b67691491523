// SPDX-License-Identifier: Apache-2.0
package org.parley.agreement;

import org.parley.Place;
import org.parley.Text;
import org.parley.statement.Kind;

import java.util.Map;

/**
 * What can be said beside declarations, and the fields an expression sees as {@code form.<field>}.
 */
public record Form(String name, Text title, Kind say, Map<String, FieldKind> fields, Place place) {}
