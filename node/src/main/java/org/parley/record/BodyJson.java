// SPDX-License-Identifier: Apache-2.0
package org.parley.record;

import org.parley.proof.canonical.Json;
import org.parley.statement.Body;
import org.parley.statement.Item;
import org.parley.statement.Value;

import java.util.Map;
import java.util.TreeMap;

/** The body of what a row of a table says, as canonical JSON: equal for equal meaning. */
final class BodyJson {
    private BodyJson() {}

    static Map<String, Json> members(Body body) {
        Map<String, Json> members = new TreeMap<>();
        switch (body) {
            case Body.Declare declare -> {
                members.put("as-of", Json.text(declare.asOf().toString()));
                if (!declare.counts().isEmpty()) {
                    Map<String, Json> counts = new TreeMap<>();
                    declare.counts().forEach((id, number) -> counts.put(id, Json.number(number)));
                    members.put("counts", Json.object(counts));
                }
                declare.zone().ifPresent(zone -> members.put("zone", Json.text(zone)));
                if (declare.listsItems()) {
                    Json[] items =
                            declare.items().stream().map(BodyJson::item).toArray(Json[]::new);
                    members.put("items", Json.array(items));
                }
            }
            case Body.Act act -> {
                members.put("act", Json.text(act.act()));
                act.notified().ifPresent(day -> members.put("notified", Json.text(day.toString())));
                act.effective()
                        .ifPresent(day -> members.put("effective", Json.text(day.toString())));
            }
            case Body.Filled filled -> members.put("fields", fields(filled.fields()));
            default -> throw new IllegalArgumentException("no row of a table says " + body);
        }
        return members;
    }

    private static Json item(Item item) {
        Map<String, Json> members = new TreeMap<>();
        members.put("id", Json.text(item.id()));
        members.put("kind", Json.text(item.kind()));
        members.put("state", Json.text(item.state()));
        if (!item.fields().isEmpty()) {
            members.put("fields", fields(item.fields()));
        }
        return Json.object(members);
    }

    private static Json fields(Map<String, Value> fields) {
        Map<String, Json> members = new TreeMap<>();
        fields.forEach((name, value) -> members.put(name, Json.text(value.shown())));
        return Json.object(members);
    }
}
