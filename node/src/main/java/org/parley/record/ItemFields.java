// SPDX-License-Identifier: Apache-2.0
package org.parley.record;

import org.parley.Code;
import org.parley.Nearest;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.agreement.Agreement;
import org.parley.agreement.FieldKind;
import org.parley.agreement.ItemGroup;
import org.parley.statement.Item;
import org.parley.statement.Value;
import org.parley.yaml.YamlMap;
import org.parley.yaml.YamlNode;
import org.parley.yaml.YamlScalar;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/** Reads items and their fields by the agreement's declared kinds. */
final class ItemFields {
    private final Map<String, ItemGroup> byKind = new HashMap<>();
    private final Map<String, FieldKind> anywhere = new HashMap<>();

    ItemFields(Agreement agreement) {
        for (ItemGroup group : agreement.items().values()) {
            group.kinds().forEach(kind -> byKind.put(kind, group));
            anywhere.putAll(group.fields());
        }
    }

    Item item(YamlMap node) {
        Map<String, YamlScalar> cells = new LinkedHashMap<>();
        node.entries().forEach((key, value) -> cells.put(key, value.asScalar()));
        return item(cells, node.place());
    }

    /** An item from its cells: {@code id}, {@code kind}, {@code state}, and its fields by name. */
    Item item(Map<String, YamlScalar> cells, Place at) {
        YamlScalar kind = need(cells, "kind", at);
        ItemGroup group = byKind.get(kind.value());
        if (group == null) {
            throw new ParleyException(
                    Code.UNDECLARED,
                    kind.place(),
                    "there is no kind of item \"" + kind.value() + "\"",
                    Nearest.hint(kind.value(), byKind.keySet()));
        }
        String state = state(need(cells, "state", at), group);
        Map<String, Value> fields = new LinkedHashMap<>();
        cells.forEach((name, cell) -> {
            boolean ours = !name.equals("id") && !name.equals("kind");
            if (ours && !name.equals("state") && !name.equals(group.id())) {
                FieldKind type = group.fields().get(name);
                if (type == null) {
                    throw new ParleyException(
                            Code.UNDECLARED,
                            cell.place(),
                            kind.value() + " has no field \"" + name + "\"",
                            Nearest.hint(name, group.fields().keySet()));
                }
                if (!cell.value().isBlank()) {
                    fields.put(name, FieldValues.parse(type, cell.value(), cell.place()));
                }
            }
        });
        String id = need(cells, cells.containsKey("id") ? "id" : group.id(), at).value();
        return new Item(id, kind.value(), state, fields);
    }

    private static String state(YamlScalar state, ItemGroup group) {
        if (!group.states().contains(state.value())) {
            throw new ParleyException(
                    Code.UNDECLARED,
                    state.place(),
                    "\"" + state.value() + "\" is not a state of " + group.name(),
                    Nearest.hint(state.value(), group.states()));
        }
        return state.value();
    }

    private static YamlScalar need(Map<String, YamlScalar> cells, String key, Place at) {
        YamlScalar cell = cells.get(key);
        if (cell == null || cell.value().isBlank()) {
            throw new ParleyException(
                    Code.MISSING_KEY, at, "an item without " + key, "add " + key + ": …");
        }
        return cell;
    }

    /** Values of a change: state, kind, and any field that some kind declares. */
    Map<String, Value> loose(Map<String, YamlNode> nodes) {
        Map<String, Value> values = new LinkedHashMap<>();
        nodes.forEach((name, node) -> {
            String text = node.asScalar().value();
            if (name.equals("state") || name.equals("kind")) {
                values.put(name, new Value.Words(text));
                return;
            }
            FieldKind type = anywhere.get(name);
            if (type == null) {
                TreeSet<String> known = new TreeSet<>(anywhere.keySet());
                known.add("state");
                throw new ParleyException(
                        Code.UNDECLARED,
                        node.place(),
                        "no item has a field \"" + name + "\"",
                        Nearest.hint(name, known));
            }
            values.put(name, FieldValues.parse(type, text, node.place()));
        });
        return values;
    }
}
