// SPDX-License-Identifier: Apache-2.0
package org.parley.web.export;

import org.parley.archive.Kept;
import org.parley.archive.Reading;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.ZoneOffset;
import java.util.List;

/** Documents as CSL-JSON, which Zotero and other programs for citing read. */
final class FoundCsl {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private FoundCsl() {}

    static String print(List<Kept> documents) {
        ArrayNode items = MAPPER.createArrayNode();
        for (Kept kept : documents) {
            Reading.Head head = kept.reading().head();
            ObjectNode item = items.addObject();
            item.put("id", kept.entry().shortId());
            item.put("type", kept.address().isPresent() ? "webpage" : "document");
            item.put("title", kept.title());
            head.author()
                    .ifPresent(name -> item.putArray("author").addObject().put("literal", name));
            head.outlet().ifPresent(outlet -> item.put("container-title", outlet));
            head.published().ifPresent(date -> day(item, "issued", date));
            kept.address()
                    .ifPresent(address -> {
                        item.put("URL", address);
                        day(
                                item,
                                "accessed",
                                kept.entry()
                                        .taken()
                                        .atZone(ZoneOffset.UTC)
                                        .toLocalDate()
                                        .toString());
                    });
            if (!kept.language().equals("und")) {
                item.put("language", kept.language());
            }
            item.put("note", kept.entry().id());
        }
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(items) + "\n";
    }

    /** A day, a month or a year: {@code [[2022]]}. */
    private static void day(ObjectNode item, String key, String date) {
        ArrayNode parts = item.putObject(key).putArray("date-parts").addArray();
        for (String part : date.split("-", -1)) {
            parts.add(Integer.parseInt(part));
        }
    }
}
