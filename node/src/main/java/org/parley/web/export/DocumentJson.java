// SPDX-License-Identifier: Apache-2.0
package org.parley.web.export;

import org.parley.archive.Entry;
import org.parley.archive.Kept;
import org.parley.archive.Reading;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Locale;

/** Documents of the archive as JSON; keys are only ever added. */
public final class DocumentJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private DocumentJson() {}

    /** A document on one line, without its claims. */
    public static String line(Kept kept) {
        return MAPPER.writeValueAsString(object(kept)) + "\n";
    }

    /** A document with its claims, for people to read. */
    public static String whole(Kept kept) {
        ObjectNode node = object(kept);
        ArrayNode claims = node.putArray("found");
        String name = kept.entry().name();
        kept.reading().claims().forEach(claim -> claims.add(FoundJson.object(name, claim)));
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n";
    }

    private static ObjectNode object(Kept kept) {
        Entry entry = kept.entry();
        Reading.Head head = kept.reading().head();
        ObjectNode node = MAPPER.createObjectNode();
        node.put("id", entry.id());
        node.put("name", entry.name());
        node.put("origin", entry.origin());
        node.put("taken", entry.taken().toString());
        node.put("bytes", entry.bytes());
        node.put("mediaType", entry.mediaType());
        node.put("title", kept.title());
        node.put("language", head.language());
        head.published().ifPresent(date -> node.put("date", date));
        node.put("dateBasis", head.dated().name().toLowerCase(Locale.ROOT));
        head.author().ifPresent(author -> node.put("author", author));
        head.outlet().ifPresent(outlet -> node.put("outlet", outlet));
        kept.address().ifPresent(address -> node.put("address", address));
        node.put("fingerprint", head.fingerprint());
        node.put("lexicon", head.lexicon());
        node.put("claims", head.claims());
        return node;
    }
}
